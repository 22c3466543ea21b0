import { isWrapped } from "../script/code.js";
import { decode } from "./decode.js";
import type { CodePiece, Pieces } from "./pieces.js";

/** More of them than this are no query of a chat. */
const MOST = 20;

/**
 * A query in which each part that depends on something is a parameter of its own:
 * `bot=true` + (no ? "&extra=" + no : "") becomes `bot=true&extra=` + (no ? no : "").
 */
export function spreadConditions(query: string, pieces: Pieces): string {
  let spread = "";
  for (const part of pieces.split(query)) {
    if ("text" in part) {
      spread += part.text;
      continue;
    }
    const isAtStart = spread === "" || spread.endsWith("&");
    const known = part.choices.find((one) => PAIR.test(one));
    // `"?" + (isOpen ? "bot=false" : "bot=true&event=closed")`
    const isParameters = (one: string) => isParameter(one) || (isAtStart && PAIR.test(one));
    if (part.kind === "template" && isAtStart && known) spread += known;
    else if (part.kind === "code" && !part.isEncoded && part.choices.some(isParameters))
      spread += `&${writeParameters(part, pieces)}&`;
    else spread += pieces.add(part);
  }
  return spread;
}

const PAIR = /^[\w.-]+=/;

/** `&extra=...`: what begins with a value goes on with the parameter before it. */
function isParameter(text: string): boolean {
  return /^[?&][\w.-]+=/.test(text);
}

function writeParameters(part: CodePiece, pieces: Pieces): string {
  const choices = part.choices.map(readPairs);
  const names = new Set(choices.flatMap((pairs) => [...pairs.keys()]));
  return [...names]
    .slice(0, MOST)
    .map(
      (name) =>
        `${name}=${writeChoice(
          part,
          choices.map((pairs) => pairs.get(name) ?? ""),
          pieces,
        )}`,
    )
    .join("&");
}

function readPairs(text: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const pair of text.replace(/^[?&]/, "").split("&")) {
    const at = pair.indexOf("=");
    if (at > 0) pairs.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return pairs;
}

/** One parameter's value, by the same condition. */
function writeChoice({ test, code, ...part }: CodePiece, values: string[], pieces: Pieces): string {
  const [yes = "", no = ""] = values;
  if (yes === no && values.length === 2) return yes;
  const inner = values.flatMap((value) => pieces.findCode(value));
  const isKnown = test !== undefined && values.length === 2;
  const texts = values.map((value) => decode(value.replace(/\+/g, " "), pieces));
  const [first = '""', second = '""'] = texts.map((text) => pieces.toExpression(text));
  // `no ? "?extra=" + no : ""`
  const isSame =
    isKnown && second === '""' && first === (isWrapped(test) ? test.slice(1, -1) : test);
  const decided = isSame ? first : `${test} ? ${first} : ${second}`;
  return pieces.addCode(isKnown ? decided : code, {
    hidden: [...part.hidden, ...(isKnown ? [] : ["…"])],
    isAwaited: part.isAwaited,
    isOptional: isKnown && second === '""',
    choices: isKnown ? texts : [],
    isEncoded: inner.every(({ isEncoded }) => isEncoded),
  });
}
