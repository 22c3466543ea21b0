import type { Node, Statement } from "@babel/types";
import { parseScript } from "../../read/script/parse-script.js";
import {
  DEEPEST,
  isCall,
  listChildren,
  listNames,
  listReferences,
  mentions,
  nameOfCallee,
  withoutParentheses,
} from "../../read/script/references.js";
import { kindOfBranch } from "../../read/server/decisions.js";
import type { Tag } from "../../read/server/templates.js";
import { withoutAnswer } from "./callbacks.js";

const OPENING =
  /kakao\.com|\bKakao\.|\b(?:open|submit|requestSubmit)\s*\(|\blocation(?:\.href)?\s*=(?![=>])|\blocation\.(?:assign|replace|reload)\s*\(|preventDefault|stopPropagation|stopImmediatePropagation|MM_\w+\(|\.click\(\)|\.trigger\(\s*["']click/i;
/** What makes the form or the link of the old code, or something else. */
const MAKING = /createElement|appendChild|removeChild|\.remove\(/;
/** What takes a class or a layer off, and no form of the old code's. */
const LAYER = /\bclassList\.remove\(|^\s*this\.[^;]*\.remove\(\)/g;

/** Whether a statement opens or sends something, or only keeps the browser from going its own way. */
export function isOpening(source: string): boolean {
  const code = source.replace(LAYER, "");
  return OPENING.test(code) || MAKING.test(code);
}

/** The same of a function as a whole: one that makes an element, and has no word of a form, shows something. */
export function isOpeningFunction(source: string): boolean {
  const code = source.replace(LAYER, "");
  return OPENING.test(code) || (MAKING.test(code) && isOfForm(code));
}

/** Whether code has a word of the form that the old code makes for its chat. */
export function isOfForm(source: string): boolean {
  return /form|frm|input|hidden|field|\bparam/i.test(source);
}

const EMPTY = /^(?:return\b.*|void\s*\(?\s*0\s*\)?|true|false|undefined)?;?$/s;

/**
 * What an inline handler does besides starting the chat, as it is written.
 *
 * @param opens whether a call of that name starts the chat
 * @param event what the new handler calls its event, whatever the old one did
 * @param tags those of a server between the statements
 */
export function keepStatements(
  code: string,
  opens: (name: string) => boolean,
  event = "event",
  tags: readonly Tag[] = [],
): string[] {
  const { program, text } = parseScript(code);
  const own = findEventName(program.body);
  const findOpening = (given: Node) =>
    given.type === "Identifier" && opens(given.name) ? "plain" : null;
  const statements = listStatements(program.body);
  const names = new Set<string>();
  for (const one of statements) if (one.type === "VariableDeclaration") listNames(one, names);
  const kept = statements.flatMap((statement) =>
    splitStatement(statement)
      .map((node) => withoutAnswer(node, findOpening))
      .map((node) => {
        const source =
          own === null
            ? text.slice(node.start ?? 0, node.end ?? 0)
            : rename(node, text, own, event);
        return { node, source: source.replace(/;\s*$/, "").trim() };
      })
      .filter(({ source }) => !EMPTY.test(source) && !isOpening(source))
      .filter(({ node, source }) => !opens(nameOfCall(source)) && !calls(node, opens)),
  );
  // What the address was put together of is nothing by itself.
  const isUsed = kept.some(({ node }) => !onlySets(node, names) && mentions(node, names));
  return kept
    .filter(({ node }) => isUsed || !onlySets(node, names))
    .map(({ node, source }) => withTags(source, node.start ?? 0, tags));
}

/** Whether something in a statement calls one of some functions, or hands it on to be called. */
function calls(node: Node, isOne: (name: string) => boolean): boolean {
  const isGiven = (one: Node) => one.type === "Identifier" && isOne(one.name);
  if (isCall(node) && (isOne(nameOfCallee(node.callee)) || node.arguments.some(isGiven)))
    return true;
  return listChildren(node).some((child) => calls(child, isOne));
}

/** `var no = 3`, `url += "&extra=" + no`, also under a condition. */
function onlySets(node: Node, names: ReadonlySet<string>): boolean {
  switch (node.type) {
    case "VariableDeclaration":
    case "EmptyStatement":
      return true;
    case "ExpressionStatement":
      return onlySets(node.expression, names);
    case "AssignmentExpression":
      return node.left.type === "Identifier" && names.has(node.left.name);
    case "BlockStatement":
      return node.body.every((one) => onlySets(one, names));
    case "IfStatement":
      return [node.consequent, node.alternate].every((one) => !one || onlySets(one, names));
    default:
      return false;
  }
}

/** A statement with the server's branches that it stands in: `{% if user %}track();{% endif %}`. */
function withTags(source: string, place: number, tags: readonly Tag[]): string {
  const around: string[] = [];
  let written = source;
  for (const { source: tag, start } of tags) {
    const kind = kindOfBranch(tag);
    if (start <= place) {
      if (kind === "open") around.push(tag);
      else if (kind === "end") around.pop();
      else around.push((around.pop() ?? "") + tag);
    } else if (kind === "end" && around.length > 0) written = `${around.pop()}${written};${tag}`;
  }
  return written;
}

/** The statements of a handler's code, as they are written. */
export function listSources(code: string): string[] {
  const { program, text } = parseScript(code);
  return listStatements(program.body)
    .flatMap(splitStatement)
    .map(({ start, end }) =>
      text
        .slice(start ?? 0, end ?? 0)
        .replace(/;\s*$/, "")
        .trim(),
    );
}

/** `() => talk(no)` is what it does. */
function listStatements(body: Statement[]): Node[] {
  const handler = findFunction(body);
  if (!handler) return body;
  return handler.body.type === "BlockStatement" ? handler.body.body : [handler.body];
}

/** The function that a handler's code is, if it is one. */
function findFunction(
  body: Statement[],
): Extract<Node, { type: "ArrowFunctionExpression" | "FunctionExpression" }> | null {
  const [only] = body;
  if (body.length !== 1 || only?.type !== "ExpressionStatement") return null;
  const expression = withoutParentheses(only.expression);
  if (expression.type === "ArrowFunctionExpression") return expression;
  return expression.type === "FunctionExpression" ? expression : null;
}

/** `e` of `(e) => track(e)` */
function findEventName(body: Statement[]): string | null {
  const [param] = findFunction(body)?.params ?? [];
  return param?.type === "Identifier" ? param.name : null;
}

/** A part of a text, in which a name, or `this`, is another. */
export function rename(node: Node, text: string, from: string, to: string): string {
  const places: number[] = [];
  const visit = (at: Node, depth: number): void => {
    if (depth > DEEPEST) return;
    const name = at.type === "ThisExpression" ? "this" : at.type === "Identifier" ? at.name : "";
    if (name === from) places.push(at.start ?? 0);
    for (const child of listReferences(at)) visit(child, depth + 1);
  };
  visit(node, 0);
  let code = text.slice(node.start ?? 0, node.end ?? 0);
  for (const place of places.sort((a, b) => b - a)) {
    const at = place - (node.start ?? 0);
    code = code.slice(0, at) + to + code.slice(at + from.length);
  }
  return code;
}

/** `open` of `return SHOP.talk.open(1)`; `""` if it is no call and no name. */
export function nameOfCall(source: string): string {
  return (
    /^(?:(?:return|void|await|!)\s*)*(?:[\w$]+\??\.)*?([\w$]+)(?:\.(?:call|apply|bind))?\s*(?:\(|$)/.exec(
      source,
    )?.[1] ?? ""
  );
}

/** `a(), b()` is two of them. */
export function splitStatement(statement: Node): Node[] {
  // `return track()` goes on with what the browser does.
  if (statement.type === "ReturnStatement" && statement.argument?.type === "CallExpression")
    return [statement.argument];
  if (statement.type !== "ExpressionStatement") return [statement];
  const { expression } = statement;
  if (expression.type === "SequenceExpression") return expression.expressions;
  return [statement];
}
