import { attribute, type OldElement, walk } from "../../convert/read/markup/element.js";
import { findRun } from "./running.js";
import type { LoadedFile } from "./script-tags.js";

/** A page without the product's own code, and where that begins. */
export interface WithoutCopies {
  html: string;
  /** The file, by the end of the tag that holds a copy of it. */
  copies: ReadonlyMap<number, string>;
}

const INLINE = /<script\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi;
/** Shorter than this is a script about the product. */
const SHORTEST = 10_000;

/** Blanks the copies of the product's files that stand in a page: they are no code of the page's own. */
export function blankCopies(html: string): WithoutCopies {
  const copies = new Map<number, string>();
  const parts: string[] = [];
  let done = 0;
  for (const { 0: tag, index } of html.matchAll(INLINE)) {
    const start = index + tag.length;
    const end = html.indexOf("</script", start);
    if (start < done || end - start < SHORTEST) continue;
    const code = html.slice(start, end);
    if (!isOwnCode(code)) continue;
    copies.set(start, `kakao-chat${code.includes("kakao-chat-launcher-") ? "-launcher" : ""}.js`);
    parts.push(html.slice(done, start), code.replace(/[^\r\n]/g, " "));
    done = end;
  }
  return { html: parts.join("") + html.slice(done), copies };
}

/** What stands in each built file that serves buttons, however it was shortened. */
function isOwnCode(code: string): boolean {
  return ["[kakao-chat]", "kakao-chat:before", "KakaoChatDefaults"].every((text) =>
    code.includes(text),
  );
}

/** The scripts that hold a copy, where browsers run them. */
export function listCopies(root: OldElement, { copies }: WithoutCopies): LoadedFile[] {
  return [...walk(root)].flatMap((element) => {
    const file = element.name === "script" ? copies.get(element.tagEnd) : undefined;
    const isRun = file && !attribute(element, "src") && findRun(element).when === "now";
    return isRun ? [{ file, element, src: "", url: null }] : [];
  });
}
