import type { Node, TemplateLiteral } from "@babel/types";
import { isWrapped } from "../../read/script/code.js";
import { DEEPEST, listReferences } from "../../read/script/references.js";
import { isSimple } from "../../read/text/operands.js";
import { parseCode } from "./parse-code.js";

/** An expression with sums in place of its template literals: Angular's markup has these since 19.2 alone. */
export function withSums(code: string): string {
  if (!code.includes("`")) return code;
  const { program, unread } = parseCode(code);
  if (unread.length > 0) return code;
  return new Sums(code).write(program, 0);
}

class Sums {
  constructor(readonly code: string) {}

  /** The code of a node, as it is but for the literals in it. */
  write(node: Node, depth: number): string {
    // The parser was given a parenthesis before it.
    let done = Math.max(0, Number(node.start) - 1);
    const end = Math.min(this.code.length, Number(node.end) - 1);
    if (depth > DEEPEST) return this.code.slice(done, end);
    if (node.type === "TemplateLiteral") return this.#writeSum(node, depth);
    let written = "";
    for (const child of listReferences(node).sort((a, b) => Number(a.start) - Number(b.start))) {
      const start = Math.max(0, Number(child.start) - 1);
      if (start < done) continue;
      const text = this.write(child, depth + 1);
      const isPart = child.type === "TemplateLiteral" && child.expressions.length > 0;
      written +=
        this.code.slice(done, start) + (isPart && !isWhole(child, node) ? `(${text})` : text);
      done = Math.min(this.code.length, Number(child.end) - 1);
    }
    return written + this.code.slice(done, end);
  }

  #writeSum({ quasis, expressions }: TemplateLiteral, depth: number): string {
    const operands: string[] = [];
    for (const [at, { value }] of quasis.entries()) {
      const text = value.cooked ?? value.raw;
      // What is added to nothing would stay a number.
      if (text || at === 0) operands.push(quote(text));
      const one = expressions[at];
      if (!one) continue;
      const code = this.write(one, depth + 1);
      operands.push(isSimple(code) || isWrapped(code) ? code : `(${code})`);
    }
    const [first, second] = operands;
    const isText = first === "''" && /^'/.test(second ?? "");
    return (isText ? operands.slice(1) : operands).join(" + ");
  }
}

/** Whether a sum needs no parentheses in its place. */
function isWhole(child: Node, parent: Node): boolean {
  if (parent.type === "ConditionalExpression") return child !== parent.test;
  return /^(?:Program|ExpressionStatement|ParenthesizedExpression)$/.test(parent.type);
}

/** A text between single quotes: the attribute around it has double ones. */
function quote(text: string): string {
  const escaped = text.replace(/[\\']/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r");
  return `'${escaped}'`;
}
