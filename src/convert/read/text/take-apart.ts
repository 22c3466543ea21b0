import type { Node } from "@babel/types";
import { parseExpression } from "../script/parse-script.js";
import { DEEPEST, isCall, listChildren } from "../script/references.js";
import { type Address, parseAddress } from "./address.js";
import type { Part, Pieces } from "./pieces.js";

/** An address of a chat that code alone knows as a whole, as what stands in it. */
interface TakenApart {
  /** The same address, of which code makes what differs. */
  url: string;
  /** What asks whether it is a chat's address; `""` if it always is. */
  test: string;
}

interface Known extends Address {
  text: string;
}

/**
 * Takes an address apart that is one of several, whichever the code says: `link.url`.
 *
 * @param asked what is asked before the chat starts
 * @returns `null` if they are not alike enough, or a condition decides between them
 */
export function takeApart(
  url: string,
  asked: readonly string[],
  pieces: Pieces,
): TakenApart | null {
  const one = findOpen(pieces.split(url.trim()));
  if (!one) return null;
  const known = one.choices.flatMap((text): Known[] => {
    const address = parseAddress(text, pieces);
    return address ? [{ ...address, text }] : [];
  });
  const [first] = known;
  const place = first ? placeOfId(first) : 0;
  const isAlike = known.every(
    (each) => !each.isEscaped && each.endpoint === first?.endpoint && placeOfId(each) === place,
  );
  if (!first || known.length < 2 || !isAlike) return null;
  const parts: Parts = { code: one.code, known, place };
  const others = one.choices.filter((text) => !known.some((each) => each.text === text));
  const isAsked = asked.includes(one.code) && others.every((text) => text === "");
  const names = new Set(known.flatMap(({ values }) => values.map(([name]) => name)));
  if (place > 0) names.delete("uuid");
  const query = [...names].map((name) => `${name}=${writePart(parts, name, pieces)}`).join("&");
  const path = place > 0 ? `/${writePart(parts, "uuid", pieces)}` : "";
  return {
    url: `https://bizmessage.kakao.com/chat/${first.endpoint}${path}${query ? `?${query}` : ""}`,
    test: isAsked ? "" : writeTest(one.code, one.choices, known),
  };
}

/** Code of which all is known that it can be, which can be said elsewhere, and where nothing else tells that apart. */
function findOpen([only, ...more]: readonly Part[]): {
  code: string;
  choices: readonly string[];
} | null {
  if (more.length > 0 || !only || !("kind" in only) || only.kind !== "code") return null;
  const { code, test, hidden, isAwaited, choices } = only;
  const isOpen = test === undefined && hidden.length === 0 && !isAwaited && choices.length > 1;
  const made = isOpen ? parseExpression(code) : null;
  return made && isQuiet(made) ? { code, choices } : null;
}

/** What only finds something in the page. */
const FINDS =
  /^(?:getElementById|querySelector|closest|getAttribute|val|attr|data|find|\$|jQuery)$/;
const QUIET =
  /^(?:Identifier|ThisExpression|ParenthesizedExpression|(?:Optional)?MemberExpression|ObjectExpression|ObjectProperty|ArrayExpression|TSNonNullExpression|TSAsExpression|\w+Literal|TemplateElement|TS\w+Keyword)$/;

/** Whether reading it twice does nothing: `link.url`, `LINKS[lang]`. */
function isQuiet(node: Node, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  if (isCall(node)) {
    const { callee } = node;
    const name = callee.type === "MemberExpression" ? callee.property : callee;
    if (name.type !== "Identifier" || !FINDS.test(name.name)) return false;
  } else if (!QUIET.test(node.type)) return false;
  return listChildren(node).every((child) => isQuiet(child, depth + 1));
}

/** Where the id stands between the slashes; 0 if it is in the query. */
function placeOfId({ text }: Known): number {
  const [path = ""] = text.trim().split("?");
  return Math.max(
    0,
    path.split("/").findIndex((part) => /^(?:@|%40)/i.test(part)),
  );
}

interface Parts {
  code: string;
  known: readonly Known[];
  place: number;
}

/** A parameter, or the id: what all have, or the code that reads it. */
function writePart({ code, known, place }: Parts, name: string, pieces: Pieces): string {
  const values = known.map((one) => new Map(one.values).get(name) ?? "");
  const [value = ""] = values;
  const isSame = values.every((one) => one === value) && !pieces.has(value);
  if (isSame) return encodeURIComponent(value);
  const isId = name === "uuid" && place > 0;
  const choices = isId ? [...new Set(values)] : [];
  const made = isId ? readId(code, place, known) : readParameter(code, name, known);
  return pieces.addCode(made, { isEncoded: true, choices });
}

function readId(code: string, place: number, known: readonly Known[]): string {
  const hasMore = known.some(({ text }) => text.includes("?"));
  const read = `${code}.split("/")[${place}]${hasMore ? '.split("?")[0]' : ""}`;
  return known.some(({ text }) => /\/%40/.test(text)) ? `decodeURIComponent(${read})` : read;
}

/** Markup knows no `URL`: Vue's, Angular's. */
function readParameter(code: string, name: string, known: readonly Known[]): string {
  const found = `${code}.split("${name}=")[1]`;
  const texts = known.map(({ text }) => text.split(`${name}=`)[1] ?? "");
  const alone = hasAll(name, known) ? found : `(${found} || "")`;
  const cut = texts.some((text) => text.includes("&")) ? `${alone}.split("&")[0]` : alone;
  const spaced = texts.some((text) => text.includes("+")) ? `${cut}.replaceAll("+", " ")` : cut;
  return /[%]/.test(texts.join("")) ? `decodeURIComponent(${spaced})` : spaced;
}

function hasAll(name: string, known: readonly Known[]): boolean {
  return known.every(({ values }) => values.some(([one]) => one === name));
}

/** What asks whether it is a chat's address, if it may be another. */
function writeTest(code: string, choices: readonly string[], known: readonly Known[]): string {
  if (known.length === choices.length) return "";
  return `${code}${choices.includes("") ? "?" : ""}.includes("bizmessage.kakao.com")`;
}
