/** A stand-in for Kakao's endpoint, and a partner's page to practise with. */
import { readFileSync } from "node:fs";
import { renderPartner } from "./partner.mjs";
import { receive } from "./request.mjs";

/** What the stand-in serves at `/chat/includeScript`. */
export const includeScript = readFileSync(new URL("include-script.js", import.meta.url), "utf8");

/** What is Kakao's here, a wrong path too: so that the page can say that it is wrong. */
const IS_KAKAO = /^\/(v1|chat)(\/|$)/;

/**
 * @param {import("node:http").IncomingMessage} request
 * @returns {Promise<{ status: number, type: string, body: string } | null>} null for other paths
 */
export async function answer(request) {
  const path = request.url?.split("?")[0] ?? "/";
  if (path === "/chat/includeScript") {
    return { status: 200, type: "text/javascript", body: includeScript };
  }
  if (path === "/partner") {
    return { status: 200, type: "text/html", body: renderPartner(await receive(request)) };
  }
  if (!IS_KAKAO.test(path)) return null;
  const received = await receive(request);
  const status = received.endpoint === null ? 404 : 200;
  return { status, type: "text/html", body: renderPage(received) };
}

/**
 * What arrived, as data: the page's own script shows it.
 *
 * @param {import("./request.mjs").Received} received
 */
export function renderPage(received) {
  const language = findLanguage(received.headers["accept-language"]);
  const data = JSON.stringify(describe(received)).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>연습용 상담 창</title>
<link rel="stylesheet" href="/practice/stand-in.css">
<script type="application/json" id="arrival">${data}</script>
<script src="/practice/stand-in.js" defer></script>
<body></body>
</html>
`;
}

/**
 * @param {import("./request.mjs").Received} received
 * @returns {import("./problems.js").Arrival}
 */
export function describe({ method, url, headers, fields, endpoint, body }) {
  const mark = url.indexOf("?");
  const raw = method === "POST" ? body.toString("latin1") : mark < 0 ? "" : url.slice(mark + 1);
  return {
    method,
    url,
    host: headers.host ?? "",
    type: headers["content-type"] ?? null,
    referrer: headers.referer ?? "",
    fields,
    endpoint,
    raw,
    time: new Date().toISOString(),
  };
}

/**
 * By what the browser asks for: Korean, unless another language comes first.
 *
 * @param {string | undefined} accepted the header `Accept-Language`
 * @returns {"ko" | "en"}
 */
export function findLanguage(accepted) {
  return !accepted || /^\s*(ko\b|\*)/i.test(accepted) ? "ko" : "en";
}
