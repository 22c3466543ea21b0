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
  return program.body.flatMap((statement) =>
    splitStatement(statement)
      .map((node) =>
        text
          .slice(node.start ?? 0, node.end ?? 0)
          .replace(/;\s*$/, "")
          .trim(),
      )
      .filter((source) => !EMPTY.test(source) && !OPENING.test(source))
      .filter(
        (source) =>
          !opens(
            /^(?:return\s+)?(?:window\.|this\.|vm\.)?([\w$]+)\s*(?:\(|$)/.exec(source)?.[1] ?? "",
          ),
      ),
  );
}

/** `a(), b()` is two of them. */
function splitStatement(statement: Statement): Node[] {
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
  const visit = (node: Node, depth: number): void => {
    if (depth > 200) return;
    if (node.type === "ExpressionStatement") {
      const source = script.text.slice(node.start ?? 0, node.end ?? 0);
      const isCall = /^(?:await\s+)?(?:window\.)?[\w$.]+\??\.?\s*\(/.test(source);
      const name = /^(?:await\s+)?(?:window\.)?([\w$.]+)/.exec(source)?.[1] ?? "";
      if (isCall && TRACKING.test(name) && node !== (start.node as unknown)) {
        found.push(pieces.showCode(source).trim());
      }
      return;
    }
    for (const child of listChildren(node)) visit(child, depth + 1);
  };
  visit(handler.body, 0);
  return [...new Set(found)].slice(0, 10);
}
