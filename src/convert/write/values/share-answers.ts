import type { Node } from "@babel/types";
import { parseScript } from "../../read/script/parse-script.js";
import { DEEPEST, listReferences } from "../../read/script/references.js";

/** Expressions, and what they wait for, or ask the visitor, together. */
export interface Shared {
  /** `const answer = await fetch("/ticket");` */
  lines: string[];
  codes: string[];
}

/** What several expressions wait for is asked for once: each request may make something, each dialog is another. */
export function shareAnswers(codes: readonly string[]): Shared {
  const sources = listShared(codes.map(listAnswers));
  const lines: string[] = [];
  let shared = [...codes];
  for (let at = 0; at < sources.length; at++) {
    const source = sources[at] ?? "";
    const name = lines.length > 0 ? `answer${lines.length + 1}` : "answer";
    if (codes.some((code) => new RegExp(`\\b${name}\\b`).test(code))) continue;
    lines.push(`const ${name} = ${source};`);
    const replace = (code: string) => code.split(`(${source})`).join(name).split(source).join(name);
    shared = shared.map(replace);
    // What waits for this answer itself comes after it.
    sources.splice(at + 1, sources.length, ...sources.slice(at + 1).map(replace));
  }
  return { lines, codes: shared };
}

/** Which of them are asked for more than once, those within others first. */
function listShared(lists: readonly (readonly string[])[]): string[] {
  const all = [...new Set(lists.flat())];
  const shared = new Set<string>();
  // What is within a shared one is asked for there.
  const isApart = (source: string, list: readonly string[]) =>
    list.includes(source) && !list.some((one) => shared.has(one) && one.includes(source));
  for (const source of [...all].sort((a, b) => b.length - a.length)) {
    const within = [...shared].filter((one) => one.includes(source)).length;
    if (lists.filter((list) => isApart(source, list)).length + within > 1) shared.add(source);
  }
  return all.filter((source) => shared.has(source));
}

/** What is awaited, or asked, whichever way an expression goes: what another answer is made of before that. */
function listAnswers(code: string): string[] {
  const { program, unread } = parseScript(`(${code}\n)`);
  if (unread.length > 0) return [];
  const found: string[] = [];
  const visit = (node: Node, depth: number): void => {
    if (depth > DEEPEST) return;
    if (node.type === "AwaitExpression" || isDialog(node)) {
      if (node.type === "AwaitExpression") visit(node.argument, depth + 1);
      found.push(code.slice(Number(node.start) - 1, Number(node.end) - 1));
    } else if (node.type === "ConditionalExpression") visit(node.test, depth + 1);
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
