/**
 * One thing that is wrong with a button, a call or the page's defaults.
 *
 * An `error` keeps the chat from opening; with a `warning` it starts all the same, because a slip
 * in the meta information must not keep a consultation from starting (the API document's rule).
 */
export interface Problem {
  /** Stable: `KC101` and so on. README's table says what to do about each. */
  code: string;
  /** The option's name, or the name as written where it is an unknown one. */
  field: string;
  level: "error" | "warning";
  /** "expected ..., got ...": English, one line, never with the value of an extra. */
  message: string;
}

/** Takes down what is wrong with one field. An error's code ends in 01 to 09, a warning's in 11 to 99. */
export type Note = (code: number, expected: string, got?: string | number) => void;

/**
 * A {@link Note} that adds to a list.
 *
 * @param text what the field's message quotes where it says nothing else: not needed for notes that do
 */
export function noteIn(problems: Problem[], field: string, text?: string): Note {
  return (code, expected, got = quote(text as string)) => {
    problems.push({
      code: `KC${code}`,
      level: code % 100 < 10 ? "error" : "warning",
      field,
      message: `expected ${expected}, got ${got}`,
    });
  };
}

/** Notes that a text is too long. */
export function noteLength({ length }: string, limit: number, note: Note, code: number): void {
  if (length > limit) note(code, `at most ${limit} characters`, length);
}

/** A value of the page in a message: on one line, with `?` for characters that look like none or others. */
export function quote(value: string): string {
  return JSON.stringify(value.slice(0, 60)).replace(/[^ -~\u3131-\ud7a3]/g, "?");
}
