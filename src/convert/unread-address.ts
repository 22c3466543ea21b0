import type { Facts } from "./read/read.js";
import { blank } from "./read/server/blank.js";
import { expandChoices } from "./read/text/address.js";

/** Where a comment begins, of markup, scripts and the servers' templates. A `//` after a colon belongs to an address. */
const BEGINNING = /<!--|<#--|<%--|\{\{!?--|\{#|@\*|\/\*|(?:^|[\s;{}(])\/\//gm;
/** How it ends; of those that are not here, with the line. */
const ENDS: Readonly<Record<string, string>> = {
  "<!--": "-->",
  "<#--": "-->",
  "<%--": "--%>",
  "{{!--": "--}}",
  "{{--": "--}}",
  "{#": "#}",
  "@*": "*@",
  "/*": "*/",
};

/** An address of the consultation, as far as it is written out. */
const ADDRESS =
  /\/\/bizmessage\.kakao\.com\/(?:v1\/)?chat\/(?:write|open)\b[^\s"'`<>()[\]{}\\$#?&,;]*/gi;

/** An address that a chat is known to start by. */
interface Known {
  whole: string;
  /** What is written out, if the rest comes from a list, or from what a format is filled with. */
  start: string | null;
}

/**
 * The line of the first address from which no way to a chat has come: a helper of some server's makes markup of it, or
 * it stands in code that nobody reads. An address without an id is each form's own, so it counts as often as it stands.
 *
 * @param told code of which it is said already that nobody reads it
 */
export function findUnreadAddress(facts: Facts, told = ""): string | undefined {
  const known = listKnown(facts);
  const left = [...known];
  const lines = withoutComments(facts.source).split("\n");
  const found = lines.flatMap((line, at) =>
    [...line.matchAll(ADDRESS)]
      .filter((one, nth, all) => !isOtherHalf(one, all[nth - 1], line))
      .map(([address]) => ({ at, written: address, address: tidy(address) })),
  );
  // Of those that say an id each has its own way: what is left may be another's.
  const isBare = ({ address }: { address: string }) => /(?:write|open)\/?$/.test(address);
  const ordered = [...found.filter((one) => !isBare(one)), ...found.filter(isBare)];
  const unread = ordered.filter((one) => {
    const isFrom = ({ whole, start }: Known) =>
      whole.includes(one.address) || (start !== null && one.address.startsWith(start));
    const at = left.findIndex(isFrom);
    if (at >= 0) left.splice(at, 1);
    else if (!told.includes(one.written)) return isBare(one) || !known.some(isFrom);
    return false;
  });
  return lines[Math.min(...unread.map(({ at }) => at))];
}

/** Whether an address stands in one statement with the same: `query === "" ? address : address + query`. */
function isOtherHalf(
  { 0: address, index }: RegExpExecArray,
  before: RegExpExecArray | undefined,
  line: string,
): boolean {
  if (before?.[0] !== address) return false;
  return /^[^;<]*[?:][^;<]*$/.test(line.slice(before.index + address.length, index));
}

function listKnown({ starts, pieces }: Facts): Known[] {
  return starts
    .flatMap(({ url, given }) => [
      ...new Set([url, given, ...expandChoices(url, pieces), ...listChoices(given, pieces)]),
    ])
    .filter(Boolean)
    .map((url) => {
      const [first, ...more] = pieces.split(url);
      const isOpen = first !== undefined && "text" in first && more.length > 0;
      return { whole: tidy(pieces.show(url)), start: isOpen ? tidy(first.text) : null };
    });
}

/** All that an address can be that code says as a whole. */
function listChoices(address: string, pieces: Facts["pieces"]): readonly string[] {
  const [only, ...more] = pieces.split(address);
  return only && "kind" in only && more.length === 0 ? only.choices : [];
}

function tidy(address: string): string {
  return address
    .replace(/^https?:/i, "")
    .replace(/%40|@@/g, "@")
    .toLowerCase();
}

/** In one pass, whatever a page does: it may begin a thousand comments and end none. */
function withoutComments(source: string): string {
  const text = `${source}\n`;
  const endless = new Set<string>();
  let done = "";
  BEGINNING.lastIndex = 0;
  for (;;) {
    const found = BEGINNING.exec(text);
    if (!found) return done + text.slice(done.length);
    const sign = ENDS[found[0]] ?? "\n";
    const at = endless.has(sign) ? -1 : text.indexOf(sign, BEGINNING.lastIndex);
    if (at < 0) {
      endless.add(sign);
      BEGINNING.lastIndex = found.index + 1;
    } else {
      BEGINNING.lastIndex = at + sign.length;
      done +=
        text.slice(done.length, found.index) + blank(text.slice(found.index, at + sign.length));
    }
  }
}
