import { textOf } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { parseScript } from "../../convert/read/script/parse-script.js";
import type { Notes } from "../page.js";
import { listInlineScripts } from "./scripts.js";

/** Names the inline scripts about a chat of which nothing runs, because they do not parse. */
export function listBroken({ root, pieces }: Facts, add: Notes["add"]): void {
  for (const script of listInlineScripts(root)) {
    const text = textOf(script);
    // What a server fills in may make a script of it.
    if (!/KakaoChat/.test(text) || pieces.has(text)) continue;
    const { unread, cut } = parseScript(text);
    const source = unread[0] ?? cut;
    if (source) add("KC993", { source: source.trim() }, script);
  }
}
