import { type Field, optionOf } from "../../fields.js";
import type { Facts } from "../../read/read.js";
import type { Guarded } from "../kept/guarded.js";
import { type Asked, writeQuestion } from "./asked.js";
import { findNeeded } from "./needed.js";
import { parseCode } from "./parse-code.js";
import { shareAnswers } from "./share-answers.js";

/** A value that a script makes at the click. */
export interface Computed {
  field: Field;
  /** The expression, as it can stand outside the old function. */
  code: string;
  isAwaited: boolean;
  /** Names in it that cannot be reached any more: the expression is given to nobody. */
  hidden: string[];
  /** Names that the page has to have. */
  needed: string[];
  /** Attributes of the new button that it reads, into which a server fills values: as they are written. */
  data?: readonly string[];
}

/** Reads a value as an expression. */
export function readComputed(field: Field, text: string, facts: Facts): Computed {
  const { pieces } = facts;
  const found = pieces.findCode(text);
  const code = pieces.showCode(pieces.toExpression(text));
  return {
    field,
    code,
    isAwaited: found.some(({ isAwaited }) => isAwaited),
    hidden: [...new Set(found.flatMap(({ hidden }) => hidden))],
    needed: findNeeded(code, facts),
  };
}

/** Whether an expression is code that can be read: a piece that was cut off is none. */
export function isWhole({ code }: Computed): boolean {
  return parseCode(code).unread.length === 0;
}

/** How the function that listens begins and ends. */
const LISTENER = {
  head: 'document.addEventListener("kakao-chat:before", function (event) {',
  end: "});",
};

/**
 * What the old script made at the click, made at the click again: for this button alone.
 *
 * @param isOther the condition under which a click is another button's
 */
export function writeListener(
  filling: readonly string[],
  isOther: string,
  { head, end } = LISTENER,
): string {
  return [head, `  if (${isOther}) return;`, ...filling, end].join("\n");
}

/** The lines of a handler: what is asked, then the values, then what counts the click. What fails in it costs the value, never the chat. */
export function writeFilling(
  computed: readonly Computed[],
  all: readonly Asked[],
  guarded: readonly Guarded[],
): string[] {
  const asked = all.filter(({ isAwaited }) => !isAwaited);
  const plain = computed.filter(({ isAwaited }) => !isAwaited);
  const later = computed.filter(({ isAwaited }) => isAwaited);
  const { lines: answers, codes: now } = shareAnswers([...asked, ...plain].map(({ code }) => code));
  const hasValues = computed.length > 0;
  const questions = asked.flatMap((one, at) => {
    const code = now[at] ?? one.code;
    const question = writeQuestion({ ...one, code });
    const read = [
      ...takeRead(code, answers),
      ...(hasValues && mayFail(one) ? tryAlone(question) : question),
    ];
    return at < asked.length - 1 ? [...read, ...writeBehind(at, asked, guarded)] : read;
  });
  const values = plain.map(({ field, code }, at) => {
    const value = now[asked.length + at] ?? code;
    return `event.detail.options.${optionOf(field)} = ${value};`;
  });
  const refused = all.filter(({ isAwaited }) => isAwaited);
  const waiting = later.length > 0 ? writeWaitUntil(later, refused) : [];
  const lines = [...questions, ...answers, ...values, ...waiting];
  return [
    "  try {",
    ...[...lines, ...writeBehind(asked.length - 1, asked, guarded)].map((line) => `    ${line}`),
    "  } catch (error) {",
    "    console.error(error);",
    "  }",
  ];
}

/** Whether a function that is taken over asks names of a page that may not have them. */
function mayFail({ code, needed }: Asked): boolean {
  return needed.length > 0 && /\bfunction\b/.test(code);
}

/** What fails in these lines costs none of the values behind them. */
function tryAlone(lines: readonly string[]): string[] {
  const inner = lines.map((line) => `  ${line}`);
  return ["try {", ...inner, "} catch (error) {", "  console.error(error);", "}"];
}

/** What counts the click stands behind the last of what is asked before it. */
function writeBehind(at: number, asked: readonly Asked[], guarded: readonly Guarded[]): string[] {
  const placeOf = ({ after }: Guarded) =>
    after.size === 0
      ? asked.length - 1
      : asked.map(({ test }) => after.has(test)).lastIndexOf(true);
  return guarded
    .filter((one) => placeOf(one) === at)
    .map(({ code }) => `${code.replace(/^\s*await\s+|[;\s]+$/g, "")};`);
}

function writeWaitUntil(later: readonly Computed[], refused: readonly Asked[]): string[] {
  return [
    "event.detail.waitUntil(",
    "  (async function () {",
    ...writeWaiting(later, refused).map((line) => `    ${line}`),
    "  })(),",
    ");",
  ];
}

/** What is waited for. A condition stands after the answer that it asks about. */
function writeWaiting(later: readonly Computed[], refused: readonly Asked[]): string[] {
  const asked = refused.flatMap(({ code, instead }) => [code, ...instead]);
  const { lines: answers, codes } = shareAnswers([...asked, ...later.map(({ code }) => code)]);
  const lines: string[] = [];
  for (const one of refused) {
    const [code = one.code, ...instead] = codes.splice(0, 1 + one.instead.length);
    lines.push(...takeRead(code, answers));
    // What it would have to ask for anew is not done.
    const done = instead.filter(
      (line) => !/\bawait\b/.test(line) && !answers.some((each) => readsAnswer(line, each)),
    );
    lines.push(...writeQuestion({ ...one, code, instead: done }));
  }
  const entries = later.map(({ field }, at) => `${optionOf(field)}: ${codes[at]}`);
  const made = `return { ${entries.join(", ")} };`;
  // What only a refusal would have said is not asked for.
  const isRead = (line: string) => [...answers, made].some((one) => readsAnswer(one, line));
  return [...lines, ...answers.filter(isRead), made];
}

/** Takes the answers that an expression reads, with those before them. */
function takeRead(code: string, answers: string[]): string[] {
  const last = answers.filter((line) => readsAnswer(code, line)).at(-1);
  return answers.splice(0, last === undefined ? 0 : answers.indexOf(last) + 1);
}

/** Whether an expression, or another line, reads what a line declares. */
function readsAnswer(code: string, line: string): boolean {
  const [, name] = code === line ? [] : (/^const (\w+) =/.exec(line) ?? []);
  return name !== undefined && new RegExp(`\\b${name}\\b`).test(code);
}
