import type { ConvertCode, SettledCode } from "../../convert/codes.js";
import type { PersonalDataKind } from "../../options/personal-data.js";
import type { Code } from "../../problems.js";
import { type Cause, findCause, isConvertCode, isPageCode, type PageCodeName } from "../codes.js";
import { type MessageParts, parseMessage } from "../message.js";

export type Language = "ko" | "en";

/** What is so, and what to do about it; `{name}` is filled in. Both in plain text with `code`. */
export type Pair = readonly [what: string, remedy: string];

/** What all codes mean, in one language. */
export interface Words {
  convert: Record<ConvertCode, Pair>;
  page: Record<PageCodeName, Pair>;
  problems: Partial<Record<Code, Pair>>;
  /** What some of them mean for another cause. */
  causes: Record<Cause, Pair>;
  /** What is better in the new button than in an old one of which such a code is said. */
  settled: Record<SettledCode, string>;
  /** Such a word with its code. */
  ofCode: string;
  /** Of a link that has become a button. */
  wasLink: string;
  /** A button that has no name. */
  unnamed: string;
  /** The floating button: what it is called without words of its own, and what differs for it. */
  launcher: { name: string; problems: Partial<Record<Code, Pair>> };
  /** Kinds of personal data, as messages name them. */
  kinds: Record<PersonalDataKind, string>;
  /** What is expected and what is there, in place of the English message. */
  expected: (parts: MessageParts) => string;
}

/** A code without words of its own: what came with it. */
const UNKNOWN: Pair = ["“{label}”: {message}", ""];

/** What new buttons have taken care of, in one line. */
export function listSettled(codes: readonly string[], { settled, ofCode }: Words): string {
  const each = Object.entries(settled).filter(([code]) => codes.includes(code));
  return each
    .map(([code, said]) => ofCode.replace("{said}", said).replace("{code}", code))
    .join(", ");
}

/** What a code means and what to do, with its values filled in. */
export function describeCode(
  code: string,
  values: Readonly<Record<string, string>>,
  words: Words,
): { what: string; remedy: string } {
  const isLauncher = values.of === "launcher";
  const own = isLauncher ? findProblem(code, words.launcher.problems) : undefined;
  const [what, remedy] = own ?? findPair(code, values.cause, words);
  const unnamed = isLauncher ? words.launcher.name : words.unnamed;
  const said = { ...values, ...sayMessage(values.message, words) };
  return { what: fillIn(what, said, unnamed), remedy: fillIn(remedy, said, unnamed) };
}

/** A problem's message in the reader's language, and the kind of personal data that it names. */
function sayMessage(message: string | undefined, words: Words): Record<string, string> {
  if (message === undefined) return {};
  const parts = parseMessage(message);
  if (!parts) return { message, kinds: "" };
  const [, kinds = ""] = Object.entries(words.kinds).find(([kind]) => kind === parts.got) ?? [];
  return { message: words.expected(parts), kinds };
}

function findPair(
  code: string,
  name: string | undefined,
  { page, convert, problems, causes }: Words,
): Pair {
  const cause = findCause(code, name);
  if (cause) return causes[cause];
  if (isPageCode(code)) return page[code];
  if (isConvertCode(code)) return convert[code];
  return findProblem(code, problems) ?? UNKNOWN;
}

function findProblem(code: string, problems: Words["problems"]): Pair | undefined {
  return Object.entries(problems).find(([name]) => name === code)?.[1];
}

/** So much of what is quoted is said in a sentence. */
const LONGEST = 300;

/** A list without the names that are too many, or code up to where a name ends. */
function shortenQuote(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST).replace(/[\s,;][^\s,;]*$/, "")} …`;
}

function fillIn(text: string, values: Readonly<Record<string, string>>, unnamed: string): string {
  const isEmpty = (name: string) => Object.hasOwn(values, name) && !values[name];
  return text
    .replace(/^“\{(\w+)\}”/, (all, name: string) => (isEmpty(name) ? capitalize(unnamed) : all))
    .replace(/“\{(\w+)\}”/g, (all, name: string) => (isEmpty(name) ? unnamed : all))
    .replace(/ ?\(\{(\w+)\}\)/g, (all, name: string) => (isEmpty(name) ? "" : all))
    .replace(/\{(\w+)\}/g, (all, name: string) =>
      Object.hasOwn(values, name) ? shortenQuote(values[name] ?? "") : all,
    );
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
