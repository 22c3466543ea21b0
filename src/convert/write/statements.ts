import type { Node, Statement } from "@babel/types";
import { parseScript } from "../read/parse-script.js";

/** What opens or sends something, or only keeps the browser from going its own way. */
export const OPENING =
  /kakao\.com|\bKakao\.|\b(?:open|submit|requestSubmit)\s*\(|\blocation(?:\.href)?\s*=(?![=>])|\blocation\.(?:assign|replace|reload)\s*\(|preventDefault|stopPropagation|stopImmediatePropagation|createElement|appendChild|removeChild|\.remove\(|MM_\w+\(|\.click\(\)|\.trigger\(\s*["']click/i;
const EMPTY = /^(?:return\b.*|void\s*\(?\s*0\s*\)?|true|false|undefined)?;?$/s;

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
