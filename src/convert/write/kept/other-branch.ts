import type { Node } from "@babel/types";
import type { Facts } from "../../read/read.js";
import { type Code, joinNeeds } from "../../read/script/code.js";
import type { Guard, ServerStatements } from "../../read/script/context.js";
import type { Start } from "../../read/script/found.js";
import { parseScript } from "../../read/script/parse-script.js";
import { contains, isFunction, listChildren, mentions } from "../../read/script/references.js";
import { isConsultation } from "../../read/script/start.js";
import { plainCode } from "../../read/script/value.js";
import { listInline } from "./inline.js";
import { opensAtClick } from "./opening-function.js";
import { findPlace } from "./opening-place.js";
import { listOwnNames } from "./own-names.js";
import { type FindGuard, type Instead, listInstead, listRefusedByServer } from "./refused.js";
import { isOpening, nameOfCall, rename } from "./statements.js";
import { tells } from "./told.js";

/** What the old code does where a condition does not hold. */
export interface Branch {
  /** What is done there, whose branch may be followed by more. */
  others: readonly Node[];
  /** What is done there and in the chat's branch. */
  behind: readonly Node[];
  /** A part of it as it can stand in the new code. */
  write: (part: Node) => Code;
}

const NOTHING_ELSE: Instead = { others: [], behind: [] };

/** The branch beside the one in which the chat is started; `null` if the condition is no click's. */
export function findBranch(guard: Guard, start: Start, facts: Facts): Branch | null {
  if (guard.server) return findBranchOfServer(guard, guard.server.branches, start);
  const { test, source } = guard;
  const { chain, trigger, guards } = start;
  const [step] = chain.filter(({ node }) => node.body && contains(node.body, test)).slice(-1);
  if (step) {
    const own = listOwnNames(chain);
    const findGuard: FindGuard = (one) => guards.find((guard) => guard.test === one);
    const instead = listInstead(step.node, (one) => one === test, findGuard) ?? NOTHING_ELSE;
    const place = findPlace(step, start, facts);
    const isHere = Number.isFinite(place) || step === chain.at(-1);
    const opens = (one: Node) =>
      (Number(one.start) < place && place <= Number(one.end)) ||
      opensByCall(one, step.script.text, start, facts);
    const behind = isHere && !instead.behind.some(opens) ? instead.behind : [];
    return { others: instead.others, behind, write: writerOf((part) => step.write(part, own)) };
  }
  const text = trigger && listInline(trigger, facts).find((one) => one.includes(source));
  if (!text) return null;
  const sourceOf = ({ start, end }: Node) => text.slice(start ?? 0, end ?? 0);
  const isTest = (one: Node) => sourceOf(one) === source;
  const findGuard: FindGuard = (one) => guards.find((guard) => guard.source === sourceOf(one));
  const instead = listInstead(parseScript(text).program, isTest, findGuard) ?? NOTHING_ELSE;
  const opens = (one: Node) => opensByCall(one, text, start, facts);
  const behind = instead.behind.some(opens) ? [] : instead.behind;
  return { others: instead.others, behind, write: writerOf((part) => writeInline(part, text)) };
}

/** A part of an attribute's code. */
function writeInline(part: Node, text: string): Code {
  const hidden = mentions(part, ARGUMENTS) || hasOwnThis(part) ? ["this"] : [];
  return { ...plainCode(rename(part, text, "this", "event.target")), hidden };
}

/** Whether a statement calls what leads to a chat: that is not done for a click that is refused, wherever it stands. */
function opensByCall({ start, end }: Node, text: string, chat: Start, facts: Facts): boolean {
  const name = nameOfCall(text.slice(start ?? 0, end ?? 0));
  return name !== "" && opensAtClick(name, chat, facts);
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
  return { others, behind: [], write };
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

/** What the new code does for a click that it does not let pass. */
export interface Refusal {
  /** What only those clicks come to. */
  instead: string[];
  /** What the others come to as well. */
  both: string[];
}

/**
 * The statements of that branch as they can stand in the new code; `null` if one of them cannot.
 *
 * @param waits the new code waits for what is asked, and refuses it by an error of its own
 */
export function readInstead(
  { others, behind, write }: Branch,
  waits: boolean,
  { starts, pieces }: Facts,
): Refusal | null {
  const opened = starts.filter(({ url }) => isConsultation(pieces, url));
  const opens = (one: Node) => opened.some(({ node }) => node && contains(one, node));
  if (others.some(opens)) return null;
  const writeLine = (one: Node): string | null => {
    if (waits && one.type === "ThrowStatement") return "";
    // What the new code waits for takes a returned value for an answer.
    if (waits && returns(one)) return null;
    const { code, hidden, isAwaited } = write(one);
    if (NOTHING.test(code)) return "";
    if (hidden.length > 0 || (isAwaited && !waits) || declares(one)) return null;
    return pieces.showCode(code).replace(/;\s*$/, "").trim();
  };
  const lines = others.flatMap(listStatements).map(writeLine);
  if (lines.includes(null)) return null;
  // What cannot stand here is named by itself; what ends what was opened, no new button needs.
  const both = behind.some(opens) ? [] : behind.flatMap(listStatements).map(writeLine);
  return {
    instead: lines.flatMap((line) => line || []),
    both: both.flatMap((line) => (line && !isOpening(line) ? line : [])),
  };
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
