import type { Node } from "@babel/types";
import { type OldElement, textOf, walk } from "../../convert/read/markup/element.js";
import { type ParsedScript, parseScript } from "../../convert/read/script/parse-script.js";
import { listInlineScripts, nameOfProperty, readCode, readInline, walkScript } from "./scripts.js";

/** A framework's way to write `data-kakao-chat`. */
const BOUND_MARK = /^(?::|v-bind:|x-bind:|th:|\[attr\.)data-kakao-chat\]?$/;
/** Vue's and Alpine's handlers. */
const BOUND_HANDLER = /^(?:@|v-on:)/;

/** Elements whose own code calls `KakaoChat.open()`: `onclick`, `href="javascript:..."`. */
export function listCallers(root: OldElement): OldElement[] {
  return [...walk(root)].filter(({ attributes }) =>
    [...attributes].some(([name, value]) => callsOpen(readCode(name, value), parseScript)),
  );
}

/** Whether a script of the page calls `KakaoChat.open()`, or a framework does, or marks its buttons. */
export function startsByScript(root: OldElement): boolean {
  const isStart = ([name, value]: [string, string]) =>
    BOUND_MARK.test(name) || (BOUND_HANDLER.test(name) && callsOpen(value, parseScript));
  return (
    listInlineScripts(root).some((one) => callsOpen(textOf(one), () => readInline(one))) ||
    [...walk(root)].some(({ attributes }) => [...attributes].some(isStart))
  );
}

/** Whether code has `KakaoChat.open` in it, to call it or to hand it on. */
function callsOpen(code: string, parse: (code: string) => ParsedScript): boolean {
  if (!code.includes("KakaoChat") || !code.includes("open")) return false;
  const { program, text, unread } = parse(code);
  // What cannot be read may call it.
  if (text === "" || unread.some((part) => part.includes("KakaoChat"))) return true;
  return namesOpen(program);
}

/** Whether `KakaoChat.open` stands in a piece of a script. */
export function namesOpen(program: Node): boolean {
  return [...walkScript(program, () => false)].some(
    ({ node }) =>
      isMember(node) && readName(node) === "open" && readName(node.object) === "KakaoChat",
  );
}

function isMember(
  node: Node,
): node is Extract<Node, { type: "MemberExpression" | "OptionalMemberExpression" }> {
  return node.type === "MemberExpression" || node.type === "OptionalMemberExpression";
}

/** A variable's name, or a member's: `KakaoChat`, `window?.KakaoChat`, `w["KakaoChat"]`. */
function readName(node: Node): string {
  if (node.type === "Identifier") return node.name;
  return isMember(node) ? nameOfProperty(node) : "";
}
