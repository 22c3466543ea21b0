import type { Node } from "@babel/types";
import { parseScript } from "../../read/script/parse-script.js";
import { DEEPEST, isFunction, listReferences } from "../../read/script/references.js";

/** Expressions, and what they wait for, or ask the visitor, together. */
export interface Shared {
  /** `const answer = await fetch("/ticket");` */
  lines: string[];
  codes: string[];
}

/** An expression to which what several others ask for is a name. */
interface Answer {
  name: string;
  code: string;
}

/** What is waited for, or asked, in an expression. */
interface Question {
  source: string;
  start: number;
  end: number;
  /** What has to hold for it to be asked: `""` if it is asked whichever way the expression goes. */
  condition: string;
}

/** So many answers have a name at most. */
const MOST = 20;

/**
 * What is waited for more than once is asked for once: each request may make something, each dialog is another, and a
 * body that is read a second time throws.
 */
export function shareAnswers(given: readonly string[]): Shared {
  const answers: Answer[] = [];
  let codes = [...given];
  while (answers.length < MOST) {
    const lists = [...codes, ...answers.map(({ code }) => code)].map(listQuestions);
    const questions = lists.flat();
    const source = findShared(questions);
    if (source === null) break;
    const conditions = new Set(
      questions.filter((one) => one.source === source).map(({ condition }) => condition),
    );
    const name = `answer_${answers.length + 1}`;
    const replace = (code: string, at: number) => writeName(code, lists[at] ?? [], source, name);
    const found = codes.length;
    codes = codes.map(replace);
    for (const [at, one] of answers.entries()) one.code = replace(one.code, found + at);
    answers.push({ name, code: conditions.has("") ? source : writeIf([...conditions], source) });
  }
  return nameAnswers(sortAnswers(answers), codes);
}

/** The longest that is asked for more than once: what is within it is asked for there. */
function findShared(questions: readonly Question[]): string | null {
  const counts = new Map<string, number>();
  for (const { source } of questions) counts.set(source, (counts.get(source) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1).map(([source]) => source);
  return shared.sort((a, b) => b.length - a.length)[0] ?? null;
}

function writeIf(conditions: readonly string[], source: string): string {
  const all = conditions.length > 1 ? conditions.map((one) => `(${one})`) : conditions;
  return `${all.join(" || ")} ? ${source} : undefined`;
}

/** An expression that has a name for what it asks for. */
function writeName(code: string, all: Question[], source: string, name: string): string {
  let written = code;
  for (const one of all.filter((each) => each.source === source).reverse())
    written = written.slice(0, one.start) + name + written.slice(one.end);
  return written;
}

/** Each after those that it reads. */
function sortAnswers(answers: readonly Answer[]): Answer[] {
  const sorted: Answer[] = [];
  const add = (one: Answer, outer: readonly Answer[]): void => {
    if (sorted.includes(one) || outer.includes(one)) return;
    for (const other of [...answers].reverse())
      if (reads(one.code, other.name)) add(other, [...outer, one]);
    sorted.push(one);
  };
  for (const one of [...answers].reverse()) add(one, []);
  return sorted;
}

/** `answer`, `answer2`: no name that the expressions have already. */
function nameAnswers(answers: readonly Answer[], codes: readonly string[]): Shared {
  const taken = [...codes, ...answers.map(({ code }) => code)];
  const names = new Map<string, string>();
  for (let at = 1; names.size < answers.length; at++) {
    const name = at > 1 ? `answer${at}` : "answer";
    const { name: old = "" } = answers[names.size] ?? {};
    if (!taken.some((code) => reads(code, name))) names.set(old, name);
  }
  const rename = (code: string) =>
    code.replace(/\banswer_\d+\b/g, (name) => names.get(name) ?? name);
  return {
    lines: answers.map(({ name, code }) => rename(`const ${name} = ${code};`)),
    codes: codes.map(rename),
  };
}

function reads(code: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(code);
}

/** What is awaited or asked in an expression, in its order: not what functions in it do later. */
function listQuestions(code: string): Question[] {
  const { program, unread } = parseScript(`(${code}\n)`);
  if (unread.length > 0) return [];
  const found: Question[] = [];
  // The parser was given a parenthesis before it.
  const sourceOf = ({ start, end }: Node) => code.slice(Number(start) - 1, Number(end) - 1);
  const visit = (node: Node, conditions: readonly string[], depth: number): void => {
    if (depth > DEEPEST || isFunction(node)) return;
    const go = (child: Node, condition?: string) =>
      visit(child, condition ? [...conditions, condition] : conditions, depth + 1);
    if (isQuestion(node)) {
      for (const child of listReferences(node)) go(child);
      const place = findParentheses(node, code);
      found.push({ source: sourceOf(node), ...place, condition: conditions.join(" && ") });
    } else if (node.type === "ConditionalExpression") {
      go(node.test);
      go(node.consequent, group(sourceOf(node.test)));
      go(node.alternate, `!(${sourceOf(node.test)})`);
    } else if (node.type === "LogicalExpression") {
      go(node.left);
      go(node.right, writeGoesOn(node.operator, sourceOf(node.left)));
    } else for (const child of listReferences(node)) go(child);
  };
  visit(program, [], 0);
  return found;
}

/** Where an expression stands, with the parentheses around it: a name needs none. */
export function findParentheses(
  { start, end, extra }: Node,
  code: string,
): { start: number; end: number } {
  const open = Number(extra?.parenStart ?? 0) - 1;
  const close = /^\s*\)/.exec(code.slice(Number(end) - 1))?.[0].length;
  return open >= 0 && close !== undefined
    ? { start: open, end: Number(end) - 1 + close }
    : { start: Number(start) - 1, end: Number(end) - 1 };
}

/** The condition under which the right side of an operator is come to. */
function writeGoesOn(operator: "&&" | "||" | "??", left: string): string {
  if (operator === "??") return `(${left}) == null`;
  return operator === "&&" ? group(left) : `!(${left})`;
}

function group(condition: string): string {
  return /^[\w$.]+$/.test(condition) ? condition : `(${condition})`;
}

function isQuestion(node: Node): boolean {
  return node.type === "AwaitExpression" || isDialog(node);
}

/** `prompt("...")`, `confirm("...")` */
function isDialog(node: Node): boolean {
  return (
    node.type === "CallExpression" &&
    node.callee.type === "Identifier" &&
    /^(?:prompt|confirm)$/.test(node.callee.name)
  );
}
