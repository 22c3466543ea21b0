import type { ChatPlan, ChatRequest } from "../../../src/index.js";
import { formatNumber } from "../dom.js";
import type { TextKey, Values } from "../texts/texts.js";

/** How long the address is, or would be by GET. */
export function countAddress({ method, url, fields }: ChatRequest, isInPath: boolean): number {
  if (method === "GET") return url.length;
  const query = Object.entries(fields).reduce(
    (count, [name, value]) => count + name.length + encodeURIComponent(value).length + 2,
    0,
  );
  // The id is a part of the path: `/` in place of `?uuid=`.
  return url.length + query - (isInPath ? 5 : 0);
}

/** The text that says why it goes by GET or by POST, and what belongs into it. */
export function explainMethod(
  request: ChatRequest,
  { method, endpoint, via }: ChatPlan["options"],
): { key: TextKey; values: Values } {
  const count = formatNumber(countAddress(request, endpoint === "open" && !via));
  if (method === "get" && request.method === "POST") {
    return { key: "request.why.long", values: { count } };
  }
  if (method !== "auto") return { key: "request.why.chosen", values: { method: request.method } };
  return {
    key: request.method === "GET" ? "request.why.get" : "request.why.post",
    values: { count },
  };
}

/** The extra's length as Kakao counts it: every line end is a CRLF by then. */
export function countExtra(extra: string): number {
  return extra.replace(/\r\n?|\n/g, "\r\n").length;
}
