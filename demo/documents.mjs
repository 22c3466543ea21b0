/**
 * The documents as pages beside the playground, so that its footer leads to them wherever it is served. What is
 * rendered is the Markdown that they use, and no more: the tests say when one uses something else.
 */
import { readdirSync, readFileSync } from "node:fs";

const root = new URL("../", import.meta.url);

/** By their own names, in one folder. */
function listDocuments() {
  const names = readdirSync(new URL("docs/", root)).filter((name) => name.endsWith(".md"));
  return ["README.md", "README.ko.md", ...names.map((name) => `docs/${name}`)];
}

/** @returns {Record<string, string>} by the path within the playground's folder */
export function buildDocuments() {
  const pages = listDocuments();
  const names = new Set(pages.map(toName));
  return Object.fromEntries(
    pages.map((path) => [
      `docs/${toName(path)}`,
      renderPage(readFileSync(new URL(path, root), "utf8"), path.endsWith(".ko.md"), names),
    ]),
  );
}

function toName(/** @type {string} */ path) {
  return path.replace(/^.*\//, "").replace(/\.md$/, ".html");
}

/**
 * @param {string} source
 * @param {boolean} isKorean
 * @param {Set<string>} names of the pages that there are
 */
export function renderPage(source, isKorean, names) {
  const title = /^# (.*)$/m.exec(source)?.[1] ?? "";
  return `<!doctype html>
<html lang="${isKorean ? "ko" : "en"}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="documents.css">
<nav><a href="../index.html">${isKorean ? "플레이그라운드" : "Playground"}</a> <a href="README${isKorean ? ".ko" : ""}.html">${isKorean ? "문서" : "Documents"}</a></nav>
<main>
${renderBlocks(source, names)}</main>
</html>
`;
}

/** The kinds of blocks, the first that fits: each takes its lines, with what belongs to them. */
const BLOCKS = [
  { start: /^```/, next: /^(?!```)/, render: renderCode },
  { start: /^#+ /, next: null, render: renderHeading },
  { start: /^\|/, next: /^\|/, render: renderTable },
  { start: /^- /, next: /^(- | {2})/, render: renderList },
  { start: /^\d+\. /, next: /^(\d+\. | {2})/, render: renderSteps },
  // A picture is in none of the playground's folders.
  { start: /^(<!--|!\[)/, next: null, render: () => "" },
  { start: /^/, next: /^(?!```|#+ |\||- |\d+\. |<!--)./, render: renderParagraph },
];

/**
 * @param {string} source
 * @param {Set<string>} names
 */
function renderBlocks(source, names) {
  const lines = source.split("\n");
  let html = "";
  for (let at = 0; at < lines.length; ) {
    const first = lines[at++] ?? "";
    if (first === "") continue;
    const block = BLOCKS.find(({ start }) => start.test(first));
    if (!block) continue;
    const own = [first];
    while (at < lines.length && block.next?.test(lines[at] ?? "")) own.push(lines[at++] ?? "");
    if (block.render === renderCode) at++;
    html += block.render(own, (text) => renderInline(text, names));
  }
  return html;
}

/** @typedef {(text: string) => string} Inline */

function renderCode(/** @type {string[]} */ [, ...lines]) {
  return `<pre tabindex="0"><code>${escapeHtml(lines.join("\n"))}</code></pre>\n`;
}

/** @param {string[]} lines @param {Inline} inline */
function renderHeading([line = ""], inline) {
  const [, marks = "", text = ""] = /^(#+) (.*)$/.exec(line) ?? [];
  return `<h${marks.length} id="${toAnchor(text)}">${inline(text)}</h${marks.length}>\n`;
}

/** As GitHub names it. */
export function toAnchor(/** @type {string} */ heading) {
  const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
  return words.replace(/[^\p{L}\p{N}\s_-]/gu, "").replace(/\s/g, "-");
}

/** @param {string[]} lines @param {Inline} inline */
function renderTable([head = "", , ...rows], inline) {
  const render = (/** @type {string} */ row, /** @type {string} */ name) => {
    const cells = row.replace(/^\|\s*|\s*\|\s*$/g, "").split(/\s*(?<!\\)\|\s*/);
    // The corner of a table heads nothing.
    const kinds = cells.map((cell) => (cell === "" ? "td" : name));
    const written = cells.map(
      (cell, at) => `<${kinds[at]}>${inline(cell.replaceAll("\\|", "|"))}</${kinds[at]}>`,
    );
    return `<tr>${written.join("")}</tr>\n`;
  };
  const body = rows.map((row) => render(row, "td")).join("");
  return `<div tabindex="0"><table>\n<thead>${render(head, "th")}</thead>\n<tbody>${body}</tbody></table></div>\n`;
}

/** @param {string[]} lines @param {Inline} inline */
function renderList(lines, inline) {
  return `<ul>\n${renderItems(lines, /^- /, inline)}</ul>\n`;
}

/** @param {string[]} lines @param {Inline} inline */
function renderSteps(lines, inline) {
  return `<ol start="${Number.parseInt(lines[0] ?? "", 10)}">\n${renderItems(lines, /^\d+\. /, inline)}</ol>\n`;
}

/** @param {string[]} lines @param {RegExp} mark @param {Inline} inline */
function renderItems(lines, mark, inline) {
  /** @type {string[]} */
  const items = [];
  for (const line of lines) {
    if (mark.test(line)) items.push(line.replace(mark, ""));
    else items.push(`${items.pop()} ${line.trim()}`);
  }
  return items.map((item) => `<li>${inline(item)}</li>\n`).join("");
}

/** @param {string[]} lines @param {Inline} inline */
function renderParagraph(lines, inline) {
  return `<p>${inline(lines.join(" "))}</p>\n`;
}

/**
 * @param {string} text
 * @param {Set<string>} names
 */
function renderInline(text, names) {
  /** @type {string[]} */
  const codes = [];
  const hidden = text.replace(/(`+)(.+?)\1(?!`)/g, (_, _marks, code) => {
    codes.push(`<code>${escapeHtml(code)}</code>`);
    return `\0${codes.length - 1}\0`;
  });
  return (
    escapeHtml(hidden)
      // The anchors of the codes are the one markup of their own.
      .replace(/&lt;a id=&quot;([\w-]+)&quot;&gt;&lt;\/a&gt;/g, '<a id="$1"></a>')
      .replace(/\[([^\]]*)\]\(([^)\s]+)\)/g, (_, words, address) => {
        const target = toTarget(address, names);
        return target ? `<a href="${target}">${words}</a>` : words;
      })
      .replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>")
      .replace(/\0(\d+)\0/g, (_, at) => codes[Number(at)] ?? "")
  );
}

/**
 * Where a link leads: to another page of the folder, or out. What is not beside the playground has no link.
 *
 * @param {string} address
 * @param {Set<string>} names
 */
function toTarget(address, names) {
  if (/^(https?:|#)/.test(address)) return address;
  const [path = "", anchor] = address.split("#");
  const name = toName(path);
  if (!path.endsWith(".md") || !names.has(name)) return null;
  return anchor ? `${name}#${anchor}` : name;
}

function escapeHtml(/** @type {string} */ text) {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
