import type { Node, Statement } from "@babel/types";
import type { Chat } from "../chats.js";
import { listChildren } from "../read/code-of.js";
import { parseScript } from "../read/parse-script.js";
import type { Pieces } from "../read/pieces.js";

/** What opens or sends something, or only keeps the browser from going its own way. */
export const OPENING =
  /kakao\.com|\bKakao\.|\b(?:open|submit|requestSubmit)\s*\(|\blocation\b|preventDefault|stopPropagation|stopImmediatePropagation|createElement|appendChild|removeChild|\.remove\(|MM_\w+\(/i;
const EMPTY = /^(?:return\b.*|void\s*\(?\s*0\s*\)?|true|false|undefined)?;?$/s;
/** Calls that count clicks, by the names of what is in use. */
const TRACKING =
  /\b(?:gtag|gtag_\w+|fbq|ga|_gaq|dataLayer|kakaoPixel|wcs|wcs_do|_nasa|ttq|twq|amplitude|mixpanel|hj|clarity|_paq|criteo\w*|braze|appboy|airbridge|AppsFlyer|analytics|Sentry|logEvent|trackEvent|track\w*|logger|\w*[tT]rack(?:ing|er)?\w*|\w*Log|sendEvent|send\w*Log)\b/;

/**
 * What an inline handler does besides starting the chat, as it is written.
 *
 * @param opens whether a call of that name starts the chat
 */
export function keepStatements(code: string, opens: (name: string) => boolean): string[] {
  const { program, text } = parseScript(code);
  return listStatements(program.body).flatMap((statement) =>
    splitStatement(statement)
      .map((node) =>
        text
          .slice(node.start ?? 0, node.end ?? 0)
          .replace(/;\s*$/, "")
          .trim(),
      )
      .filter((source) => !EMPTY.test(source) && !OPENING.test(source))
      .filter((source) => !opens(nameOfCall(source))),
  );
}

/** `() => talk(no)` is what it does. */
function listStatements(body: Statement[]): Node[] {
  const [only] = body;
  if (body.length !== 1 || only?.type !== "ExpressionStatement") return body;
  const { expression } = only;
  if (expression.type !== "ArrowFunctionExpression" && expression.type !== "FunctionExpression")
    return body;
  return expression.body.type === "BlockStatement" ? expression.body.body : [expression.body];
}

/** `open` of `return SHOP.talk.open(1)`; `""` if it is no call and no name. */
function nameOfCall(source: string): string {
  return (
    /^(?:(?:return|void|await|!)\s*)*(?:[\w$]+\??\.)*?([\w$]+)(?:\.(?:call|apply|bind))?\s*(?:\(|$)/.exec(
      source,
    )?.[1] ?? ""
  );
}

/** `a(), b()` is two of them. */
function splitStatement(statement: Node): Node[] {
  if (statement.type !== "ExpressionStatement") return [statement];
  const { expression } = statement;
  if (expression.type === "SequenceExpression") return expression.expressions;
  return [statement];
}

/** What else the function does in which the chat is started: the calls that count clicks. */
export function listTracking({ start }: Chat, pieces: Pieces): string[] {
  const { handler, script } = start;
  if (!handler?.body || !script) return [];
  const found: string[] = [];
  const sourceOf = (node: Node) => script.text.slice(node.start ?? 0, node.end ?? 0);
  const visit = (node: Node, depth: number): void => {
    if (depth > 200) return;
    if (node.type === "ExpressionStatement") {
      for (const one of splitStatement(node)) {
        const called = findCalled(one.type === "ExpressionStatement" ? one.expression : one);
        const name = called ? sourceOf(called).replace(/\(.*/s, "") : "";
        if (TRACKING.test(name) && one !== (start.node as unknown))
          found.push(pieces.showCode(sourceOf(one)).trim());
      }
      return;
    }
    for (const child of listChildren(node)) visit(child, depth + 1);
  };
  visit(handler.body, 0);
  return [...new Set(found)].slice(0, 10);
}

/** What is called: `fbq` of `window.fbq && fbq("track")`. */
function findCalled(node: Node): Node | null {
  switch (node.type) {
    case "CallExpression":
    case "OptionalCallExpression":
      return node.callee;
    case "LogicalExpression":
      return findCalled(node.right);
    case "AwaitExpression":
      return findCalled(node.argument);
    case "ParenthesizedExpression":
      return findCalled(node.expression);
    default:
      return null;
  }
}
