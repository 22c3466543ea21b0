import { attribute, type OldElement, walk } from "../../convert/read/markup/element.js";
import { FILES } from "../product-files.js";
import type { LoadedFile } from "./loaded-file.js";
import { findRun } from "./running.js";

/** A page without the code of others that stands in it, and where that begins. */
export interface WithoutCopies {
  html: string;
  /** The file, by the end of the tag that holds a copy of it. */
  copies: ReadonlyMap<number, string>;
  /** A library's code, by the end of its tag. */
  libraries: ReadonlyMap<number, string>;
}

const INLINE = /<script\b(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/gi;
/** Shorter than this is a script of the page's own. */
const SHORTEST = 10_000;
/** So many characters to a line nobody writes. */
const LONG_LINE = 1_000;

/** Blanks the copies of the product's files and of libraries that stand in a page: they start no chat by themselves. */
export function blankCopies(html: string): WithoutCopies {
  const copies = new Map<number, string>();
  const libraries = new Map<number, string>();
  const parts: string[] = [];
  let done = 0;
  let inside = 0;
  for (const { 0: tag, index } of html.matchAll(INLINE)) {
    const start = index + tag.length;
    if (start < inside) continue;
    const end = html.indexOf("</script", start);
    if (end < 0) break;
    inside = end;
    if (end - start < SHORTEST) continue;
    const code = html.slice(start, end);
    if (isOwnCode(code))
      copies.set(start, code.includes("kakao-chat-launcher-") ? FILES.launcher : FILES.core);
    else if (isLibrary(code)) libraries.set(start, code);
    else continue;
    parts.push(html.slice(done, start), code.replace(/[^\r\n]/g, " "));
    done = end;
  }
  return { html: parts.join("") + html.slice(done), copies, libraries };
}

/** What stands in each built file that serves buttons, however it was shortened. */
function isOwnCode(code: string): boolean {
  return ["[kakao-chat]", "kakao-chat:before", "KakaoChatDefaults"].every((text) =>
    code.includes(text),
  );
}

/** Minified, and of nothing that is Kakao's: to follow what it calls takes longer than all the rest. */
function isLibrary(code: string): boolean {
  const lines = code.trim().split("\n").length;
  const isBuilt = /^\s*\/\*!\s*jQuery\b/i.test(code) || code.length / lines > LONG_LINE;
  return isBuilt && !/kakao/i.test(code);
}

/** Puts the libraries back, once the page's own code has been read: they may still load another script. */
export function restoreLibraries(root: OldElement, { libraries }: WithoutCopies): void {
  for (const element of walk(root)) {
    const code = element.name === "script" ? libraries.get(element.tagEnd) : undefined;
    if (code !== undefined) element.children = [code];
  }
}

/** The scripts that hold a copy, where browsers run them. */
export function listCopies(root: OldElement, { copies }: WithoutCopies): LoadedFile[] {
  return [...walk(root)].flatMap((element) => {
    const file = element.name === "script" ? copies.get(element.tagEnd) : undefined;
    const isRun = file && !attribute(element, "src") && findRun(element).when === "now";
    return isRun ? [{ file, element, src: "", url: null }] : [];
  });
}
