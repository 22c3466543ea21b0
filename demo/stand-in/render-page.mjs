import { readFileSync } from "node:fs";
import { findProblems, findValue } from "./problems.mjs";
import { escapeHtml, formatNumber, renderText } from "./render-text.mjs";
import { findLanguage, textIn } from "./texts.mjs";

/** @typedef {import("./request.mjs").Received} Received */
/** @typedef {ReturnType<typeof textIn>} Text */

// Inlined, so that the page needs nothing but its own answer.
const style = readFileSync(new URL("page.css", import.meta.url), "utf8");
const script = readFileSync(new URL("page.js", import.meta.url), "utf8");

/** The texts of `page.js`. */
const WINDOW_TEXTS =
  "none warning fine found size.phone size.good size.screen size.bad size.problem opener.some opener.good opener.bad opener.problem referrer.problem";

/**
 * The page that a person sees in the window in place of Kakao's.
 *
 * @param {Received} received
 * @param {(text: string) => boolean} [isPersonal] whether a text looks like personal data
 * @returns {string}
 */
export function renderPage(received, isPersonal = () => false) {
  const language = findLanguage(received.headers["accept-language"]);
  const text = textIn(language);
  const texts = Object.fromEntries(WINDOW_TEXTS.split(" ").map((key) => [key, text(key)]));
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${text("title")}</title>
<style>${style}</style>
<body data-texts="${escapeHtml(JSON.stringify(texts))}">
<header>
  <p class="tag">${text("title")}</p>
  <h1>${text("heading")}</h1>
  <p>${text("lead")}</p>
</header>
<main>
${renderProblems(findProblems(received, isPersonal), text)}
<section aria-labelledby="words">
  <h2 id="words">${text("words")}</h2>
  ${renderWords(received.fields, text)}
</section>
<section aria-labelledby="fields">
  <h2 id="fields">${text("fields")}</h2>
  ${renderFields(received.fields, text)}
</section>
<div class="pair">
  <section aria-labelledby="request">
    <h2 id="request">${text("request")}</h2>
    ${renderRequest(received, text)}
  </section>
  <section aria-labelledby="window">
    <h2 id="window">${text("window")}</h2>
    ${renderWindow(received, text)}
  </section>
</div>
${renderRaw(received, text)}
</main>
<script>${script}</script>
</body>
</html>
`;
}

/**
 * @param {import("./problems.mjs").Problem[]} problems
 * @param {Text} text
 */
function renderProblems(problems, text) {
  const items = problems.map(
    ({ level, key, values }) => `<li>
      <span class="level ${level}">${text(level)}</span>
      <span>${escapeHtml(text(key, values))}</span>
    </li>`,
  );
  const count = problems.length;
  return `<section class="verdict ${problems[0]?.level ?? "good"}" id="verdict" aria-live="polite">
  <h2>${count ? text("found", { count }) : text("fine")}</h2>
  <ul>${items.join("")}</ul>
</section>`;
}

/**
 * What the request asks for, as one would say it.
 *
 * @param {[string, string][]} fields
 * @param {Text} text
 */
function renderWords(fields, text) {
  const [uuid, extra, bot = "false", event] = ["uuid", "extra", "bot", "event"].map((name) =>
    findValue(fields, name),
  );
  const isBot = bot === "true" || bot === "auto";
  const sentences = [
    uuid ? text("words.uuid", { uuid }) : text("words.nobody"),
    text(isBot ? `words.bot.${bot}` : "words.bot.false"),
    ...(event && isBot ? [text("words.event", { event })] : []),
    ...(extra
      ? [
          text("words.extra", {
            units: formatNumber(extra.length),
            bytes: formatNumber(Buffer.byteLength(extra)),
          }),
        ]
      : []),
  ];
  return `<p>${escapeHtml(sentences.join(" ")).replace(/`([^`]*)`/g, "<strong>$1</strong>")}</p>`;
}

/**
 * @param {[string, string][]} fields
 * @param {Text} text
 */
function renderFields(fields, text) {
  if (fields.length === 0) return `<p class="none">${text("nothing")}</p>`;
  const rows = fields.map(
    ([name, value]) => `<tr>
      <th scope="row"><code>${renderText(name)}</code></th>
      <td class="value">${renderValue(value, text)}</td>
      <td class="number">${formatNumber(value.length)}</td>
      <td class="number">${formatNumber(Buffer.byteLength(value))}</td>
    </tr>`,
  );
  return `<table>
    <thead><tr>
      <th scope="col">${text("name")}</th><th scope="col">${text("value")}</th>
      <th scope="col" class="number">${text("units")}<small>UTF-16</small></th>
      <th scope="col" class="number">${text("bytes")}<small>UTF-8</small></th>
    </tr></thead>
    <tbody>${rows.join("")}</tbody>
  </table>`;
}

/**
 * @param {string} value
 * @param {Text} text
 */
function renderValue(value, text) {
  if (value === "") return `<span class="none">${text("empty")}</span>`;
  // A box that scrolls must be reachable by keyboard.
  const isLong = value.length > 300 || value.split(/\r\n|\r|\n/).length > 6;
  return `<div class="text"${isLong ? ' tabindex="0"' : ""}>${renderText(value)}</div>`;
}

/**
 * @param {Received} received
 * @param {Text} text
 */
function renderRequest({ method, url, headers, endpoint }, text) {
  const path = url.split("?")[0] ?? "";
  const type = headers["content-type"];
  const note = endpoint === null ? "" : text("endpoint", { name: endpoint });
  const length = `${text("characters", { count: formatNumber(url.length) })} <span class="note">${text("without.host")}</span>`;
  return `<dl>
      <dt>${text("method")}</dt><dd><code>${escapeHtml(method)}</code></dd>
      <dt>${text("address")}</dt><dd><code>${escapeHtml(`${headers.host ?? ""}${path}`)}</code> <span class="note">${note}</span></dd>
      ${type === undefined ? `<dt>${text("length")}</dt><dd>${length}</dd>` : `<dt>${text("type")}</dt><dd><code>${escapeHtml(type)}</code></dd>`}
      <dt>${text("time")}</dt><dd><time id="time" datetime="${new Date().toISOString()}"></time></dd>
    </dl>`;
}

/**
 * @param {Received} received
 * @param {Text} text
 */
function renderWindow({ headers }, text) {
  return `<dl>
      <dt>${text("size")}</dt><dd><span id="size">${text("unknown")}</span> <span id="size-note" class="note"></span></dd>
      <dt><code>${text("opener")}</code></dt><dd><span id="opener">${text("unknown")}</span> <span id="opener-note" class="note"></span></dd>
      <dt>${text("referrer")}</dt><dd id="referrer">${escapeHtml(headers.referer ?? text("none"))}</dd>
    </dl>`;
}

/**
 * @param {Received} received
 * @param {Text} text
 */
function renderRaw({ method, url, body }, text) {
  const isPost = method === "POST";
  const mark = url.indexOf("?");
  const raw = isPost ? body : Buffer.from(mark < 0 ? "" : url.slice(mark + 1), "latin1");
  const shown = raw
    .toString("latin1")
    .replace(/[^\x20-\x7e]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, "0")}`);
  const note = text(isPost ? "raw.body" : "raw.query", { count: formatNumber(raw.length) });
  return `<details>
  <summary>${text("raw")} <span class="note">${note}</span></summary>
  <pre tabindex="0">${escapeHtml(shown) || `(${text("none")})`}</pre>
</details>`;
}
