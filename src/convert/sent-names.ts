import type { Node } from "@babel/types";
import { parseExpression } from "./read/script/parse-script.js";
import { DEEPEST, listChildren } from "./read/script/references.js";
import { isDecision } from "./read/server/decisions.js";
import type { Pieces } from "./read/text/pieces.js";

/** The keys of a text, and the names of what is filled in: not the words of the text itself. */
export function listNames(text: string, pieces: Pieces): string[] {
  const parts = pieces.split(text);
  const written = parts.map((part) => ("text" in part ? part.text : "\u0001")).join("");
  // Of what has nothing in it, nothing is sent.
  const keys = written.matchAll(/([\w.-]+)["']?\s*[=:](?!\s*(?:""|''|[,;&}\]]|$))/g);
  const filled = parts.flatMap((part) => {
    if ("text" in part) return [];
    // What a server only decides by is not sent.
    if (isDecision(part)) return [];
    const source = withoutTests(part.kind === "code" ? pieces.showCode(part.code) : part.source);
    // What an expression asks the server for is no value of its own, nor are the words of that address.
    const own = source.replace(/(["'`])(?:https?:\/)?\/[^"'`\n]*\1/g, "");
    if (part.kind === "code" && part.isAwaited) return listOfAnswer(source);
    return [...own.matchAll(/[\w$.-]+/g)].map(([name]) => name);
  });
  return [...[...keys].map(([, key]) => key ?? ""), ...filled];
}

/** The names in an expression that waits for an answer: what is asked with is not sent. */
function listOfAnswer(source: string): string[] {
  const names: string[] = [];
  const visit = (node: Node, isAwaited: boolean, depth: number): void => {
    if (depth > DEEPEST) return;
    if (node.type === "Identifier") names.push(node.name);
    const isAsked = isAwaited && node.type === "CallExpression";
    for (const child of isAsked ? [node.callee] : listChildren(node))
      visit(child, isAwaited || node.type === "AwaitExpression", depth + 1);
  };
  const expression = parseExpression(source);
  if (expression) visit(expression, false, 0);
  return names;
}

/** `isMember ? grade : "guest"` without what it only decides by. */
function withoutTests(code: string): string {
  let read = code;
  for (let count = 0; count < MOST_TESTS; count++) {
    const at = read.search(TEST);
    if (at < 0) break;
    let depth = 0;
    let from = at;
    while (from > 0) {
      const letter = read[from - 1] ?? "";
      if (letter === ")") depth++;
      if (depth === 0 && /[(,{:=]/.test(letter) && !/[=!<>:]/.test(read[from - 2] ?? "")) break;
      if (letter === "(") depth--;
      from--;
    }
    read = `${read.slice(0, from)} ${read.slice(at).replace(/^\s\?/, "")}`;
  }
  return read;
}

const MOST_TESTS = 20;
const TEST = /\s\?\s(?=[^?]*?\s:\s)/;
