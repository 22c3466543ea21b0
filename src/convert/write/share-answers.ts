import type { Node } from "@babel/types";
import { parseScript } from "../read/script/parse-script.js";
import { DEEPEST, listReferences } from "../read/script/references.js";

/** Expressions, and what they wait for, or ask the visitor, together. */
export interface Shared {
  /** `const answer = await fetch("/ticket");` */
  lines: string[];
  codes: string[];
}

/** What several expressions wait for is asked for once: each request may make something, each dialog is another. */
export function shareAnswers(codes: readonly string[]): Shared {
  const lists = codes.map(listAnswers);
  const lines: string[] = [];
  let shared = [...codes];
  for (const source of new Set(lists.flat())) {
    if (lists.filter((list) => list.includes(source)).length < 2) continue;
    const name = lines.length > 0 ? `answer${lines.length + 1}` : "answer";
    if (codes.some((code) => new RegExp(`\\b${name}\\b`).test(code))) continue;
    lines.push(`const ${name} = ${source};`);
    shared = shared.map((code) => code.split(`(${source})`).join(name).split(source).join(name));
  }
  return { lines, codes: shared };
}

/** What is awaited, or asked, whichever way an expression goes, outermost alone. */
function listAnswers(code: string): string[] {
  const { program, unread } = parseScript(`(${code}\n)`);
  if (unread.length > 0) return [];
  const found: string[] = [];
  const visit = (node: Node, depth: number): void => {
    if (depth > DEEPEST) return;
    if (node.type === "AwaitExpression" || isDialog(node))
      found.push(code.slice(Number(node.start) - 1, Number(node.end) - 1));
    else if (node.type === "ConditionalExpression") visit(node.test, depth + 1);
    else if (node.type === "LogicalExpression") visit(node.left, depth + 1);
    else for (const child of listReferences(node)) visit(child, depth + 1);
  };
  visit(program, 0);
  return found;
}

/** `prompt("...")`, `confirm("...")` */
function isDialog(node: Node): boolean {
  return (
    node.type === "CallExpression" &&
    node.callee.type === "Identifier" &&
    /^(?:prompt|confirm)$/.test(node.callee.name)
  );
}
