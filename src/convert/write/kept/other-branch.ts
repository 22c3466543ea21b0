import type { Node } from "@babel/types";
import type { Start } from "../../read/found.js";
import type { Facts } from "../../read/read.js";
import type { Code } from "../../read/script/code.js";
import type { Guard } from "../../read/script/context.js";
import { parseScript } from "../../read/script/parse-script.js";
import { contains, listChildren, mentions } from "../../read/script/references.js";
import { plainCode } from "../../read/script/value.js";
import { isConsultation } from "../../read/start.js";
import { listInline } from "./inline.js";
import { listOwnNames } from "./own-names.js";

/** What the old code does where a condition does not hold. */
export interface Branch {
  /** The branch that starts nothing, if there is one. */
  other: Node | null;
  /** A part of it as it can stand in the new code. */
  write: (part: Node) => Code;
}

/** The branch beside the one in which the chat is started; `null` if the condition is no click's. */
export function findBranch(
  { test, holds, source }: Guard,
  { chain, trigger }: Start,
  facts: Facts,
): Branch | null {
  const [step] = chain.filter(({ node }) => node.body && contains(node.body, test)).slice(-1);
  if (step) {
    const own = listOwnNames(chain);
    const other = findOther(step.node, (one) => one === test, holds);
    return { other, write: (part) => step.write(part, own) };
  }
  const text = trigger && listInline(trigger, facts).find((one) => one.includes(source));
  if (!text) return null;
  const sourceOf = ({ start, end }: Node) => text.slice(start ?? 0, end ?? 0);
  const other = findOther(parseScript(text).program, (one) => sourceOf(one) === source, holds);
  const write = (part: Node) => {
    const hidden = mentions(part, OF_HANDLER) ? ["this"] : [];
    return { ...plainCode(sourceOf(part)), hidden };
  };
  return { other, write };
}

/** What an attribute's code has of its own. */
const OF_HANDLER = new Set(["this", "arguments"]);

function findOther(node: Node, isTest: (test: Node) => boolean, holds: boolean): Node | null {
  const isBranch = node.type === "IfStatement" || node.type === "ConditionalExpression";
  if (isBranch && isTest(node.test)) return (holds ? node.alternate : node.consequent) ?? null;
  for (const child of listChildren(node)) {
    const found = findOther(child, isTest, holds);
    if (found) return found;
  }
  return null;
}

/**
 * The statements of that branch as they can stand in the new code; `null` if one of them cannot.
 *
 * @param waits the new code waits for what is asked, and refuses it by an error of its own
 */
export function readInstead(
  { other, write }: Branch,
  waits: boolean,
  { starts, pieces }: Facts,
): string[] | null {
  if (!other) return [];
  const opened = starts.filter(({ url }) => isConsultation(pieces, url));
  if (opened.some(({ node }) => node && contains(other, node))) return null;
  const lines: string[] = [];
  for (const one of listStatements(other)) {
    if (waits && one.type === "ThrowStatement") continue;
    const { code, hidden, isAwaited } = write(one);
    if (NOTHING.test(code)) continue;
    if (hidden.length > 0 || (isAwaited && !waits) || declares(one)) return null;
    lines.push(pieces.showCode(code).replace(/;\s*$/, "").trim());
  }
  return lines;
}

/** What says nothing by itself, and what only keeps the browser from its own way. */
const NOTHING =
  /^\s*(?:void 0|![01]|true|false|null|undefined|\w+\.(?:preventDefault|stopPropagation|stopImmediatePropagation)\(\))?\s*;?\s*$/;

/** `return alert("..."), false;` is that `alert`. What is declared stands where it is used. */
function listStatements(node: Node): Node[] {
  switch (node.type) {
    case "BlockStatement":
      return node.body.flatMap(listStatements);
    case "VariableDeclaration":
      return [];
    case "ReturnStatement":
      return node.argument ? listStatements(node.argument) : [];
    case "SequenceExpression":
      return node.expressions;
    case "ExpressionStatement":
      return listStatements(node.expression);
    default:
      return [node];
  }
}

function declares(node: Node): boolean {
  return node.type === "VariableDeclaration" || listChildren(node).some(declares);
}
