/** The parts of a problem's message. */
export interface MessageParts {
  expected: string;
  /** As the message has it: in quotes if it is a value of the page. */
  got: string;
}

/**
 * Takes apart what `reporterFor()` of `problems.ts` writes; `null` for any other text. A problem keeps its message
 * alone: its parts would cost bytes on every page.
 */
export function parseMessage(message: string): MessageParts | null {
  const [, expected, got] = /^expected (.*?), got (.*)$/.exec(message) ?? [];
  return expected === undefined || got === undefined ? null : { expected, got };
}
