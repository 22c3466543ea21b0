import { readFileSync } from "node:fs";
import { findProblems } from "./find-problems.mjs";

// Inlined, so that the page needs nothing but its own answer.
const style = readFileSync(new URL("page.css", import.meta.url), "utf8");
const script = readFileSync(new URL("page.js", import.meta.url), "utf8");

/**
 * The page that a person sees in the window in place of Kakao's.
 *
 * @param {import("../stand-in.mjs").Received} received
 * @returns {string}
 */
export function renderPage(received) {
  return `<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>연습용 상담 창</title>
<style>${style}</style>
<body>
<header>
  <p class="tag">연습용 상담 창</p>
  <h1>실제 카카오가 아닙니다</h1>
  <p>버튼이 보낸 요청을 연습용 서버가 받아 그대로 보여 드립니다. 상담은 시작되지 않았습니다.</p>
</header>
<main>
${renderProblems(findProblems(received))}
<section aria-labelledby="fields">
  <h2 id="fields">받은 항목</h2>
  ${renderFields(received.fields)}
</section>
<div class="pair">
  <section aria-labelledby="request">
    <h2 id="request">요청</h2>
    ${renderRequest(received)}
  </section>
  <section aria-labelledby="window">
    <h2 id="window">창</h2>
    ${renderWindow(received)}
  </section>
</div>
${renderRaw(received)}
</main>
<script>${script}</script>
</body>
</html>
`;
}

/** @param {import("./find-problems.mjs").Problem[]} problems */
function renderProblems(problems) {
  if (problems.length === 0) {
    return '<section class="verdict good"><h2>요청에 이상이 없습니다</h2></section>';
  }
  const items = problems.map(
    ({ level, text }) => `<li>
      <span class="level ${level}">${level === "error" ? "오류" : "주의"}</span>
      <span>${escapeHtml(text)}</span>
    </li>`,
  );
  return `<section class="verdict ${problems[0]?.level}">
  <h2>확인할 점이 ${problems.length}가지 있습니다</h2>
  <ul>${items.join("")}</ul>
</section>`;
}

/** @param {[string, string][]} fields */
function renderFields(fields) {
  if (fields.length === 0) return '<p class="none">받은 항목이 없습니다.</p>';
  const rows = fields.map(
    ([name, value]) => `<tr>
      <th scope="row"><code>${renderText(name)}</code></th>
      <td class="value">${renderValue(value)}</td>
      <td class="number">${formatNumber(value.length)}</td>
      <td class="number">${formatNumber(Buffer.byteLength(value))}</td>
    </tr>`,
  );
  return `<table>
    <thead><tr>
      <th scope="col">이름</th><th scope="col">값</th>
      <th scope="col" class="number">글자<small>UTF-16</small></th>
      <th scope="col" class="number">바이트<small>UTF-8</small></th>
    </tr></thead>
    <tbody>${rows.join("")}</tbody>
  </table>`;
}

/** @param {string} value */
function renderValue(value) {
  if (value === "") return '<span class="none">빈 값</span>';
  // A box that scrolls must be reachable by keyboard.
  const isLong = value.length > 300 || value.split(/\r\n|\r|\n/).length > 6;
  return `<div class="text"${isLong ? ' tabindex="0"' : ""}>${renderText(value)}</div>`;
}

/** @param {import("../stand-in.mjs").Received} received */
function renderRequest({ method, url, headers, endpoint }) {
  const path = url.split("?")[0] ?? "";
  const type = headers["content-type"];
  return `<dl>
      <dt>방식</dt><dd><code>${escapeHtml(method)}</code></dd>
      <dt>주소</dt><dd><code>${escapeHtml(`${headers.host ?? ""}${path}`)}</code>${endpoint === null ? "" : ` <span class="note">${endpoint} 주소</span>`}</dd>
      ${type === undefined ? `<dt>주소 길이</dt><dd>${formatNumber(url.length)}자 <span class="note">호스트 제외</span></dd>` : `<dt>본문 형식</dt><dd><code>${escapeHtml(type)}</code></dd>`}
      <dt>받은 시각</dt><dd><time id="time" datetime="${new Date().toISOString()}"></time></dd>
    </dl>`;
}

/** @param {import("../stand-in.mjs").Received} received */
function renderWindow({ headers }) {
  return `<dl>
      <dt>안쪽 크기</dt><dd><span id="size">알 수 없음</span> <span id="size-note" class="note"></span></dd>
      <dt><code>opener</code></dt><dd><span id="opener">알 수 없음</span> <span id="opener-note" class="note"></span></dd>
      <dt>리퍼러</dt><dd id="referrer">${escapeHtml(headers.referer ?? "없음")}</dd>
    </dl>`;
}

/** @param {import("../stand-in.mjs").Received} received */
function renderRaw({ method, url, body }) {
  const isPost = method === "POST";
  const mark = url.indexOf("?");
  const raw = isPost ? body : Buffer.from(mark < 0 ? "" : url.slice(mark + 1), "latin1");
  const text = raw
    .toString("latin1")
    .replace(/[^\x20-\x7e]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return `<details>
  <summary>받은 원문 <span class="note">${isPost ? "POST 본문" : "주소의 ? 뒤"}, ${formatNumber(raw.length)}바이트</span></summary>
  <pre tabindex="0">${escapeHtml(text) || "(없음)"}</pre>
</details>`;
}

/** @param {number} count */
function formatNumber(count) {
  return count.toLocaleString("ko");
}

/**
 * Line ends and characters that cannot be seen are named. U+200D stays: it holds emoji together.
 *
 * @param {string} text
 */
function renderText(text) {
  return escapeHtml(text).replace(/\r\n|(?!\u200D)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu, (found) => {
    const name = { "\r\n": "CRLF", "\r": "CR", "\n": "LF", "\t": "TAB" }[found];
    if (name === undefined) return `<mark>${formatCodePoint(found)}</mark>`;
    return `<mark>${name}</mark>${name === "TAB" ? "" : "\n"}`;
  });
}

/** @param {string} character */
function formatCodePoint(character) {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** @param {string} text */
export function escapeHtml(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
