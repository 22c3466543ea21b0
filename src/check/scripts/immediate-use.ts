import type { Node } from "@babel/types";
import { type OldElement, textOf } from "../../convert/read/markup/element.js";
import { isFunction, listChildren } from "../../convert/read/script/references.js";
import { isModule } from "../script-tags/running.js";
import { listInlineScripts, nameOf, parseInline } from "./scripts.js";

/** Whether a script after a tag uses `KakaoChat` as the page is read, and needs that tag to have run. */
export function isUsedAtOnce(root: OldElement, { start }: OldElement): boolean {
  return listInlineScripts(root).some((script) => {
    const isAfter = script.start > start && !isModule(script);
    return isAfter && /\bKakaoChat\b/.test(textOf(script)) && usesAtOnce(parseInline(script));
  });
}

/** Of functions, only those count that are called where they stand. */
function usesAtOnce(program: Node): boolean {
  const open: Node[] = [program];
  for (const node of open) {
    const isName = node.type === "Identifier" && node.name === "KakaoChat";
    if (isName || nameOf(node) === "KakaoChat") return true;
    const called = node.type === "CallExpression" ? node.callee : null;
    open.push(...listChildren(node).filter((child) => child === called || !isFunction(child)));
  }
  return false;
}
