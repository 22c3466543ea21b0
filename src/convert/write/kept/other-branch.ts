import type { Node } from "@babel/types";
import type { Start } from "../../read/found.js";
import type { Facts } from "../../read/read.js";
import { type Code, joinNeeds } from "../../read/script/code.js";
import type { Guard, ServerStatements } from "../../read/script/context.js";
import { parseScript } from "../../read/script/parse-script.js";
import { contains, isFunction, listChildren, mentions } from "../../read/script/references.js";
import { plainCode } from "../../read/script/value.js";
import { isConsultation } from "../../read/start.js";
import { listInline } from "./inline.js";
import { listOwnNames } from "./own-names.js";
import { type FindGuard, listInstead, listRefusedByServer } from "./refused.js";
import { rename } from "./statements.js";
import { tells } from "./told.js";

/** What the old code does where a condition does not hold. */
export interface Branch {
  /** What is done there, whose branch may be followed by more. */
  others: readonly Node[];
  /** A part of it as it can stand in the new code. */
  write: (part: Node) => Code;
}

/** The branch beside the one in which the chat is started; `null` if the condition is no click's. */
export function findBranch(guard: Guard, start: Start, facts: Facts): Branch | null {
  if (guard.server) return findBranchOfServer(guard, guard.server.branches, start);
  const { test, source } = guard;
  const { chain, trigger, guards } = start;
  const [step] = chain.filter(({ node }) => node.body && contains(node.body, test)).slice(-1);
  if (step) {
    const own = listOwnNames(chain);
    const findGuard: FindGuard = (one) => guards.find((guard) => guard.test === one);
    const others = listInstead(step.node, (one) => one === test, findGuard) ?? [];
    return { others, write: writerOf((part) => step.write(part, own)) };
  }
  const text = trigger && listInline(trigger, facts).find((one) => one.includes(source));
  if (!text) return null;
  const sourceOf = ({ start, end }: Node) => text.slice(start ?? 0, end ?? 0);
  const isTest = (one: Node) => sourceOf(one) === source;
  const findGuard: FindGuard = (one) => guards.find((guard) => guard.source === sourceOf(one));
  const others = listInstead(parseScript(text).program, isTest, findGuard) ?? [];
  return { others, write: writerOf((part) => writeInline(part, text)) };
}

/** A part of an attribute's code. */
function writeInline(part: Node, text: string): Code {
  const hidden = mentions(part, ARGUMENTS) || hasOwnThis(part) ? ["this"] : [];
  return { ...plainCode(rename(part, text, "this", "event.target")), hidden };
}

/** What a server writes in a branch of its own for the clicks that it does not let pass. */
function findBranchOfServer(guard: Guard, { script }: ServerStatements, { chain }: Start): Branch {
  const others = listRefusedByServer([guard]);
  const own = listOwnNames(chain);
  const findStep = (part: Node) =>
    chain.filter((step) => step.script === script && contains(step.node, part)).slice(-1)[0];
  const write = writerOf(
    (part) => findStep(part)?.write(part, own) ?? writeInline(part, script.text),
  );
  return { others, write };
}

/** What a click goes on with where a condition does not hold, other than telling the visitor why: as it is written. */
export function listWork(guard: Guard, start: Start, facts: Facts): string[] {
  const { others } = findBranch(guard, start, facts) ?? { others: [] };
  const [step] = start.chain.filter(({ node }) => contains(node, guard.test)).slice(-1);
  const { text = "" } = guard.server?.branches.script ?? step?.script ?? {};
  const sourceOf = ({ start, end }: Node) => text.slice(start ?? 0, end ?? 0);
  return (
    others
      .flatMap(listStatements)
      .map((one) => facts.pieces.showCode(sourceOf(one)).trim())
      .filter((source) => !NOTHING.test(source) && !ENDS.test(source))
      // What the server does not let pass, it tells in a branch of its own.
      .filter((source) => guard.server !== undefined || !tells(source))
  );
}

/** What ends by itself. */
const ENDS = /^(?:return|throw|break)\b/;

/** The same for a `switch`, whose case with the chat is away. */
function writerOf(write: (part: Node) => Code): Branch["write"] {
  return (part) => {
    if (part.type !== "SwitchStatement") return write(part);
    const asked = write(part.discriminant);
    const cases = part.cases.map(({ test, consequent }) => ({
      head: test ? write(test) : null,
      body: consequent.map(write),
    }));
    const lines = cases.map(({ head, body }) =>
      [head ? `case ${head.code}:` : "default:", ...body.map(({ code }) => code)].join(" "),
    );
    const code = [`switch (${asked.code}) {`, ...lines.map((line) => `  ${line}`), "}"].join("\n");
    return {
      code,
      ...joinNeeds([asked, ...cases.flatMap(({ head, body }) => (head ? [head, ...body] : body))]),
    };
  };
}

/** What an attribute's code alone has. */
const ARGUMENTS = new Set(["arguments"]);

/** Whether a function in it calls something else `this`. */
function hasOwnThis(node: Node): boolean {
  const isOwn = isFunction(node) && node.type !== "ArrowFunctionExpression";
  return (isOwn && mentions(node, THIS)) || listChildren(node).some(hasOwnThis);
}

const THIS = new Set(["this"]);

/**
 * The statements of that branch as they can stand in the new code; `null` if one of them cannot.
 *
 * @param waits the new code waits for what is asked, and refuses it by an error of its own
 */
export function readInstead(
  { others, write }: Branch,
  waits: boolean,
  { starts, pieces }: Facts,
): string[] | null {
  const opened = starts.filter(({ url }) => isConsultation(pieces, url));
  if (opened.some(({ node }) => node && others.some((other) => contains(other, node)))) return null;
  const lines: string[] = [];
  for (const one of others.flatMap(listStatements)) {
    if (waits && one.type === "ThrowStatement") continue;
    // What the new code waits for takes a returned value for an answer.
    if (waits && returns(one)) return null;
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

function returns(node: Node): boolean {
  return (
    node.type === "ReturnStatement" ||
    listChildren(node).some((one) => !isFunction(one) && returns(one))
  );
}

function declares(node: Node): boolean {
  return node.type === "VariableDeclaration" || listChildren(node).some(declares);
}
