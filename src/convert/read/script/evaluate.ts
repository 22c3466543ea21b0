import type { Node } from "@babel/types";
import { callNode } from "../calls/call.js";
import { readJsx } from "../frameworks/jsx.js";
import { readLit } from "../frameworks/lit.js";
import { readMarkupTemplate } from "../frameworks/tagged.js";
import { showQuoted } from "../server/script-encoders.js";
import { maskExpressions } from "../server/templates.js";
import { KAKAO } from "../start.js";
import { noteAddress } from "../text/lone-address.js";
import { readBranch } from "./asked.js";
import { assign } from "./assign.js";
import { executeClass } from "./class.js";
import { codeAlone, codeOf } from "./code-of.js";
import { branchOf, compare, decide, readBoolean } from "./conditions.js";
import { type Context, sourceOf } from "./context.js";
import { makeFunction, readItems, readObject, readSum, readTemplate } from "./literals.js";
import { readMember } from "./member.js";
import { readName, readThis } from "./names.js";
import { eitherObject } from "./returns.js";
import type { Run } from "./run.js";
import { choose, codeValue, isUndefined, textValue, UNDEFINED, type Value } from "./value.js";

/** Deeper than this nothing is read: the stack has an end. */
const DEEPEST = 300;

/** What an expression stands for. Nothing is executed: what cannot be told stays code. */
export function evaluate(node: Node, outer: Context, run: Run): Value {
  if (!run.step() || outer.depth > DEEPEST) return unread(node, outer);
  const context = { ...outer, depth: outer.depth + 1 };
  const value = evaluateKnown(node, context, run);
  if (value.kind !== "text" && value.kind !== "native" && !value.code) {
    return { ...value, code: codeOf(node, context, run) };
  }
  return value;
}

/** What stands between a script's quotes. */
function readQuoted(text: string, { pieces }: Run): string {
  return pieces.mapTemplates(maskExpressions(text, pieces), showQuoted);
}

function unread(node: Node, context: Context): Value {
  return codeValue(sourceOf(node, context), { hidden: ["…"] });
}

function evaluateKnown(node: Node, context: Context, run: Run): Value {
  const read = (one: Node) => run.evaluate(one, context);
  switch (node.type) {
    case "StringLiteral":
    case "DirectiveLiteral":
      noteAddress(node.value, node, context, run);
      return textValue(readQuoted(node.value, run));
    case "NumericLiteral":
    case "BooleanLiteral":
      return { kind: "text", text: String(node.value), isBare: true };
    case "NullLiteral":
      return { kind: "native", name: "null" };
    case "TemplateLiteral":
      return readTemplate(node, context, run);
    case "Identifier":
      return readName(node.name, context, run);
    case "ThisExpression":
      return readThis(context, run);
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
    case "JSXExpressionContainer":
      return read(node.expression);
    case "MemberExpression":
    case "OptionalMemberExpression":
      return readMember(node, context, run);
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
      return callNode(node, context, run);
    case "ArrayExpression": {
      const items = node.elements.flatMap((one) => readItems(one, context, run));
      run.packs.noteList(items);
      return { kind: "list", items };
    }
    case "ObjectExpression":
      return readObject(node, context, run);
    case "FunctionExpression":
      // `this` in it is what it is called on, not what it is around it.
      return makeFunction(node, { ...context, self: null }, run);
    case "ArrowFunctionExpression":
      return makeFunction(node, context, run);
    case "ClassExpression":
      return executeClass(node, context, run);
    case "AssignmentExpression":
      return assign(node, context, run);
    case "JSXElement":
    case "JSXFragment":
      return readJsx(node, context, run);
    default:
      return evaluateOperator(node, context, run);
  }
}

function evaluateOperator(node: Node, context: Context, run: Run): Value {
  const read = (one: Node) => run.evaluate(one, context);
  switch (node.type) {
    case "BinaryExpression":
      return readSum(node, context, run);
    case "ConditionalExpression": {
      const { target } = context.frame;
      const test = read(node.test);
      lookAt(test);
      switch (decide(node.test, context, run) ?? compare(node.test, context, run)) {
        case true:
          return read(node.consequent);
        case false:
          return read(node.alternate);
      }
      const readIf = (holds: boolean, part: Node) =>
        readBranch({ test: node.test, holds }, target, context, () =>
          run.evaluate(part, branchOf(node.test, holds, test, context, run)),
        );
      const one = readIf(true, node.consequent);
      const other = readIf(false, node.alternate);
      const asked = codeOf(node.test, context, run);
      if (one.kind === "object" && other.kind === "object")
        return eitherObject(asked, one, other, run);
      const chosen = choose([one, other], codeOf(node, context, run), asked.code);
      const areCalled = one.kind === "function" && other.kind === "function";
      return areCalled && chosen.kind === "code" ? { ...chosen, asked: node.test } : chosen;
    }
    case "LogicalExpression": {
      const { target } = context.frame;
      const left = read(node.left);
      lookAt(left);
      if (node.operator === "&&") {
        const isHeld = decide(node.left, context, run);
        if (isHeld !== null) return isHeld ? read(node.right) : left;
      }
      const holds = node.operator === "&&";
      const right = readBranch({ test: node.left, holds }, target, context, () =>
        run.evaluate(node.right, branchOf(node.left, holds, left, context, run)),
      );
      if (node.operator === "&&")
        return isKnown(left) ? right : choose([right, left], codeOf(node, context, run));
      // `process.env.ID ?? "@shop"`; an address that is there is none the less one, and so is a page's channel.
      if (left.kind === "native" && right.kind === "text" && !isUndefined(left)) {
        const isChannel = run.language === "html" && right.text.startsWith("@");
        return isChannel || KAKAO.test(right.text)
          ? orElse(left, right, node, context, run)
          : codeAlone(node, context, run);
      }
      const isNothing = left.kind === "native" && right.kind === "object";
      if (
        isKnown(left) &&
        !isNothing &&
        !isUndefined(left) &&
        !(left.kind === "text" && !left.text)
      )
        return left;
      if (isUndefined(left) || left.kind === "text") return right;
      // `window.SHOP = window.SHOP || {}`
      if (left.kind === "native" && right.kind === "object") return right;
      return orElse(left, right, node, context, run);
    }
    case "SequenceExpression":
      return node.expressions.map(read).at(-1) ?? UNDEFINED;
    case "AwaitExpression": {
      const value = read(node.argument);
      const code = codeOf(node, context, run);
      if (value.kind === "code") context.frame.isAwaited = true;
      return value.kind === "code" ? { kind: "code", code: { ...code, isAwaited: true } } : value;
    }
    case "UnaryExpression": {
      const value = read(node.argument);
      lookAt(value);
      if (node.operator === "void") return UNDEFINED;
      const known = readBoolean(node);
      return known === null
        ? codeAlone(node, context, run)
        : { kind: "text", text: String(known), isBare: true };
    }
    case "TaggedTemplateExpression": {
      const isMarkup = node.tag.type === "Identifier" && node.tag.name === "html";
      if (!isMarkup) return readTemplate(node.quasi, context, run);
      if (run.language !== "lit") return readMarkupTemplate(node.quasi, context, run);
      readLit(node.quasi, context, run);
      return codeAlone(node, context, run);
    }
    case "UpdateExpression":
    case "YieldExpression":
    case "SpreadElement":
      if (node.argument) read(node.argument);
      return codeAlone(node, context, run);
    default:
      return codeAlone(node, context, run);
  }
}

/** `left || right`, of which the first is not known. */
function orElse(left: Value, right: Value, node: Node, context: Context, run: Run): Value {
  const code = codeOf(node, context, run);
  // `props.id ?? "@shop"`: markup that can name it says both.
  const isId = right.kind === "text" && right.text.startsWith("@");
  if (isId && context.reach.size > 0 && code.hidden.length === 0) return { kind: "code", code };
  const one = choose([left, right], code);
  return one.kind === "code" ? { ...one, defaulted: sourceOf(node, context) } : one;
}

/** A window that is asked for in a condition is looked at. */
function lookAt(value: Value): void {
  if (value.kind === "window") value.window.isKept = true;
}

/** Whether a value is the same at every click. */
function isKnown(value: Value): boolean {
  return value.kind !== "code" && !(value.kind === "text" && value.text === "");
}
