import type { Facts } from "./read/read.js";
import { expandChoices } from "./read/text/address.js";

/** Comments of markup, scripts and the servers' templates. A `//` after a colon belongs to an address. */
const COMMENT =
  /<!--[\s\S]*?-->|<%--[\s\S]*?--%>|\{\{!--[\s\S]*?--\}\}|\{\{--[\s\S]*?--\}\}|\{#[\s\S]*?#\}|@\*[\s\S]*?\*@|\/\*[\s\S]*?\*\/|(?:^|[\s;{}(])\/\/[^\n]*/g;

/** An address of the consultation, as far as it is written out. */
const ADDRESS =
  /\/\/bizmessage\.kakao\.com\/(?:v1\/)?chat\/(?:write|open)\b[^\s"'`<>()[\]{}\\$#?&,;]*/gi;

/**
 * The line of the first address from which no way to a chat has come: a helper of some server's makes markup of it, or
 * it stands in code that nobody reads. An address without an id is each form's own, so it counts as often as it stands.
 */
export function findUnreadAddress({ source, starts, pieces }: Facts): string | undefined {
  const known = starts.flatMap(({ url }) => expandChoices(url, pieces));
  const left = [...known];
  const text = source.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, " "));
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = tidy(found);
    const isFrom = (url: string) => {
      const [first, ...more] = pieces.split(url);
      const isOpen = first !== undefined && "text" in first && more.length > 0;
      return (
        tidy(pieces.show(url)).includes(address) ||
        // The rest comes from a list, or from what a format is filled with.
        (isOpen && address.startsWith(tidy(first.text)))
      );
    };
    const at = left.findIndex(isFrom);
    if (at >= 0) left.splice(at, 1);
    else if (/(?:write|open)\/?$/.test(address) || !known.some(isFrom)) return lineAt(text, index);
  }
  return undefined;
}

function tidy(address: string): string {
  return address
    .replace(/^https?:/i, "")
    .replace(/%40|@@/g, "@")
    .toLowerCase();
}

function lineAt(text: string, index: number): string {
  const start = text.lastIndexOf("\n", index) + 1;
  return text.slice(start).split("\n", 1)[0] ?? "";
}
