import type { MemberExpression, Node } from "@babel/types";
import type { Facts } from "../../read/read.js";
import { parseExpression } from "../../read/script/parse-script.js";
import { DEEPEST, isCall, listChildren, mentions } from "../../read/script/references.js";
import { type IsLate, pathOf } from "./behind-checks.js";

/** Calls that may find nothing. */
const FOUND = "at|exec|find|findLast|get|getElementById|match|pop|querySelector|shift";
const FINDS = new RegExp(`^(?:${FOUND})$`);

/**
 * An expression that the old code has read at a click, for markup that reads it as soon as it is made: where a list is
 * still empty, `cells[0].name` would throw and take the whole component with it, and `cells[0]?.name` is nothing.
 *
 * Of `facts` the whole of what was pasted counts, which may ask for a name elsewhere: `{order && <Order />}`
 *
 * @param isLate what else may be missing
 */
export function writeOptional(
  code: string,
  { source, empty, language }: Pick<Facts, "source" | "empty" | "language">,
  isLate: IsLate = () => false,
): string {
  const made = parseExpression(code);
  if (!made) return code;
  const missing = listMissing(made, code, { source, empty, isLate });
  if (missing.length === 0) return code;
  // Vue 2's templates have no `?.`.
  if (language === "vue") {
    const tests = [...new Set(missing.map(({ from, start }) => code.slice(from, start)))];
    return `${tests.join(" && ")} ? ${code} : undefined`;
  }
  let written = code;
  for (const { start, end } of missing.sort((one, other) => other.end - one.end)) {
    const rest = written.slice(end);
    written = written.slice(0, start) + (rest.startsWith(".") ? `?${rest}` : `?.${rest}`);
  }
  return written;
}

/** What tells whether something may be missing. */
interface Known extends Pick<Facts, "source" | "empty"> {
  isLate: IsLate;
}

/** What in an expression may be missing, but for what the expression itself asks for. */
function listMissing(made: Node, code: string, known: Known): Missing[] {
  const missing: Missing[] = [];
  const visit = (node: Node, asked: readonly Node[], depth: number): void => {
    if (depth > DEEPEST) return;
    const one = node.type === "MemberExpression" ? findMissing(node, asked, code, known) : null;
    if (one) missing.push(one);
    const test = testOf(node);
    for (const child of listChildren(node))
      visit(child, test && child !== test ? [...asked, test] : asked, depth + 1);
  };
  visit(made, [], 0);
  return missing;
}

/** What decides whether the rest of an expression is read. */
function testOf(node: Node): Node | null {
  if (node.type === "ConditionalExpression") return node.test;
  return node.type === "LogicalExpression" ? node.left : null;
}

/** @param asked what was asked for before the member is read */
function findMissing(
  { object, property, computed }: MemberExpression,
  asked: readonly Node[],
  code: string,
  { source, empty, isLate }: Known,
): Missing | null {
  const root = findRoot(object);
  const bare = withoutType(object);
  const mayBeMissing =
    object.type === "TSNonNullExpression" ||
    isFirst(bare) ||
    mayBeNothing(nameOf(bare), source) ||
    isLate(pathOf(bare) ?? "this") ||
    (bare.type === "Identifier" && empty.has(bare.name));
  const end = code.lastIndexOf(computed ? "[" : ".", property.start ?? 0);
  const start = object.type === "TSNonNullExpression" ? code.lastIndexOf("!", end) : end;
  const isAsked = root !== null && asked.some((one) => mentions(one, new Set([root.name])));
  return mayBeMissing && end > 0 && !isAsked ? { from: object.start ?? 0, start, end } : null;
}

/** What may have nothing in it: where it begins, where it ends, and where its member is asked for. */
interface Missing {
  from: number;
  start: number;
  end: number;
}

/** `cells[0]`, `cells[cells.length - 1]`, `cells.find(...)` */
function isFirst(node: Node): boolean {
  if (node.type === "MemberExpression" && node.computed)
    return /^(?:NumericLiteral|BinaryExpression)$/.test(node.property.type);
  if (!isCall(node) || node.callee.type !== "MemberExpression") return false;
  const { property } = node.callee;
  return property.type === "Identifier" && FINDS.test(property.name);
}

function findRoot(node: Node): { name: string } | null {
  const bare = withoutType(node);
  if (bare.type === "Identifier") return bare;
  if (bare.type === "MemberExpression") return findRoot(bare.object);
  return isCall(bare) ? findRoot(bare.callee) : null;
}

/** `order` of `order` and of `this.order`; `""` of anything else. */
function nameOf(node: Node): string {
  if (node.type === "Identifier") return node.name;
  const isOwn = node.type === "MemberExpression" && node.object.type === "ThisExpression";
  return isOwn && node.property.type === "Identifier" ? node.property.name : "";
}

/** `order` of `order!` and `(order as Order)` */
function withoutType(node: Node): Node {
  const isAround = /^(?:TSNonNull|TSAs|TSSatisfies|Parenthesized)Expression$/.test(node.type);
  return isAround && "expression" in node ? withoutType(node.expression as Node) : node;
}

/**
 * Whether a name may have nothing in it: what was pasted asks for it (`order && ...`, `order?.no`, `disabled={!order}`),
 * or has looked for it.
 */
function mayBeNothing(name: string, source: string): boolean {
  if (!/^\w+$/.test(name)) return false;
  // Not of an address: `/@name?extra=`
  const asked = `(?:^|[^\\w$.@/%-]|this\\.)(?:${name}\\s*(?:\\?\\.|&&|\\?(?![?:]))|!\\s*(?:this\\.)?${name}\\b(?!\\s*[.([]))`;
  const found = `\\b(?:const|let|var)\\s+${name}\\b[^=;\\n]*=[^;\\n]{0,200}(?:!\\s*[;\\n]|\\.(?:${FOUND})\\()`;
  return new RegExp(`${asked}|${found}`).test(source);
}
