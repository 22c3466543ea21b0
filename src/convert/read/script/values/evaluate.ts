import type {
  ArrayExpression,
  AwaitExpression,
  Node,
  TaggedTemplateExpression,
  UnaryExpression,
} from "@babel/types";
import { callNode } from "../../calls/call.js";
import { narrowByComparison } from "../../calls/narrow.js";
import { readJsx } from "../../frameworks/jsx.js";
import { readLit } from "../../frameworks/lit.js";
import { readMarkupTemplate } from "../../frameworks/tagged.js";
import { showQuoted } from "../../server/script-encoders.js";
import { maskExpressions } from "../../server/templates.js";
import { noteBirth } from "../births.js";
import { type Context, sourceOf } from "../context.js";
import { noteAddress } from "../lone-address.js";
import { settleValue } from "../looped.js";
import type { Run } from "../run.js";
import { assign } from "../statements/assign.js";
import { executeClass } from "../statements/class.js";
import { codeValue, numberValue, textValue, UNDEFINED, type Value } from "../value.js";
import { lookAt, readConditional, readLogical } from "./alternatives.js";
import { codeAlone, codeOf } from "./code-of.js";
import { readBoolean } from "./conditions.js";
import { makeFunction, readItems, readObject, readSum, readTemplate } from "./literals.js";
import { readMember } from "./member.js";
import { readName, readThis } from "./names.js";

/** Deeper than this nothing is read: the stack has an end. */
const DEEPEST = 300;

/** What an expression stands for. Nothing is executed: what cannot be told stays code. */
export function evaluate(node: Node, outer: Context, run: Run): Value {
  if (!run.step() || outer.depth > DEEPEST) return unread(node, outer);
  const context = { ...outer, depth: outer.depth + 1 };
  const value = settleValue(evaluateKnown(node, context, run), context, run);
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
  switch (node.type) {
    case "Identifier":
      return readName(node.name, node, context, run);
    case "ThisExpression":
      return readThis(context, run);
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
    case "JSXExpressionContainer":
      return run.evaluate(node.expression, context);
    case "MemberExpression":
    case "OptionalMemberExpression":
      return readMember(node, context, run);
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
      return callNode(node, context, run);
    case "AssignmentExpression":
      return assign(node, context, run);
    case "JSXElement":
    case "JSXFragment":
      return readJsx(node, context, run);
    default:
      return readLiteral(node, context, run) ?? evaluateOperator(node, context, run);
  }
}

/** What is written out: a text, a number, a list, an object, a function, a class. */
function readLiteral(node: Node, context: Context, run: Run): Value | null {
  switch (node.type) {
    case "StringLiteral":
    case "DirectiveLiteral":
      noteAddress(node.value, node, context, run);
      return textValue(readQuoted(node.value, run));
    case "NumericLiteral":
      return numberValue(node.value);
    case "BooleanLiteral":
      return { kind: "text", text: String(node.value), isBare: true };
    case "NullLiteral":
      return { kind: "native", name: "null" };
    case "TemplateLiteral":
      return readTemplate(node, context, run);
    case "ArrayExpression":
      return readArray(node, context, run);
    case "ObjectExpression":
      return readObject(node, context, run);
    case "FunctionExpression":
      // `this` in it is what it is called on, not what it is around it.
      return makeFunction(node, { ...context, self: null }, run.calls);
    case "ArrowFunctionExpression":
      return makeFunction(node, context, run.calls);
    case "ClassExpression":
      return executeClass(node, context, run);
    default:
      return null;
  }
}

function readArray({ elements }: ArrayExpression, context: Context, run: Run): Value {
  const items = elements.flatMap((one) => readItems(one, context, run));
  run.packs.noteList(items);
  noteBirth(items, context, run.births);
  return { kind: "list", items };
}

function evaluateOperator(node: Node, context: Context, run: Run): Value {
  const read = (one: Node) => run.evaluate(one, context);
  switch (node.type) {
    case "BinaryExpression":
      narrowByComparison(node, context, run);
      return readSum(node, context, run);
    case "ConditionalExpression":
      return readConditional(node, context, run);
    case "LogicalExpression":
      return readLogical(node, context, run);
    case "SequenceExpression":
      return node.expressions.map(read).at(-1) ?? UNDEFINED;
    case "AwaitExpression":
      return readAwait(node, context, run);
    case "UnaryExpression":
      return readUnary(node, context, run);
    case "TaggedTemplateExpression":
      return readTagged(node, context, run);
    case "UpdateExpression":
    case "YieldExpression":
    case "SpreadElement":
      if (node.argument) read(node.argument);
      return codeAlone(node, context, run);
    default:
      return codeAlone(node, context, run);
  }
}

function readAwait(node: AwaitExpression, context: Context, run: Run): Value {
  const value = run.evaluate(node.argument, context);
  const code = codeOf(node, context, run);
  if (value.kind !== "code") return value;
  context.frame.isAwaited = true;
  return { kind: "code", code: { ...code, isAwaited: true } };
}

/** `!isOpen`, `void 0`, `!0` */
function readUnary(node: UnaryExpression, context: Context, run: Run): Value {
  lookAt(run.evaluate(node.argument, context));
  if (node.operator === "void") return UNDEFINED;
  const known = readBoolean(node);
  return known === null
    ? codeAlone(node, context, run)
    : { kind: "text", text: String(known), isBare: true };
}

/** ``html`<button>...</button>` `` */
function readTagged(node: TaggedTemplateExpression, context: Context, run: Run): Value {
  const isMarkup = node.tag.type === "Identifier" && node.tag.name === "html";
  if (!isMarkup) return readTemplate(node.quasi, context, run);
  if (run.language !== "lit") return readMarkupTemplate(node.quasi, context, run);
  readLit(node.quasi, context, run);
  return codeAlone(node, context, run);
}
