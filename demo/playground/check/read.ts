import { checkPage } from "../../../src/check/check-page.js";
import { type Line, listLines, settle, sortLines } from "../../../src/check/lines.js";
import type { Package } from "../../../src/check/script-tags/loaded-file.js";
import { type Converted, convert } from "../../../src/convert/convert.js";

/** What the section shows of a paste. */
export interface Reading {
  /** Whether there is a button in it, ours or an old one. */
  isButtonFound: boolean;
  /** The new buttons, one for each old one. */
  converted: Converted[];
  /** The worst first. */
  lines: Line[];
}

const WHOLE_PAGE = /<(?:!doctype|html|head|body)\b/i;

/** Reads what was pasted, as a page if it is one, else as a button. Nothing of it is executed. */
export function readPasted(pasted: string, headers: string, own: Package): Reading {
  const { converted, more, findings } = convert(pasted);
  const all = converted ? [converted, ...more] : [];
  const isPage = WHOLE_PAGE.test(pasted) || headers.trim() !== "";
  const isShown = !(isPage && converted?.isMarked);
  const ofCode = listLines(all, findings, pasted);
  const ofPage = isPage
    ? checkPage({ html: pasted, url: null, headers: parseHeaders(headers), charset: "" }, own).found
    : [];
  const known = new Set(ofPage.map(({ code }) => code));
  const lines = [
    // That a button can be converted shows.
    ...settle(
      ofPage.filter(({ code }) => code !== "KC925"),
      isShown ? all : [],
    ),
    ...(isShown ? ofCode.filter(({ code }) => !known.has(code)) : []),
  ];
  return {
    isButtonFound: converted !== null,
    converted: isShown ? all : [],
    lines: sortLines(lines),
  };
}

/** Headers as developer tools copy them: `name: value`, one a line. */
function parseHeaders(text: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name = "", value = ""] = /^\s*([\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (!name) continue;
    const key = name.toLowerCase();
    headers[key] = headers[key] ? `${headers[key]}, ${value}` : value;
  }
  return headers;
}
