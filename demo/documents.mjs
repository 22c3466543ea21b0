/** The documents as pages beside the playground, so that its footer leads to them wherever it is served. */
import { readdirSync, readFileSync } from "node:fs";
import { Marked, Renderer } from "marked";
import { gfmHeadingId } from "marked-gfm-heading-id";
import { escapeHtml } from "./stand-in/html.mjs";

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
${createRenderer(names).parse(source)}</main>
</html>
`;
}

const plain = Renderer.prototype;

/** @param {Set<string>} names */
function createRenderer(names) {
  return new Marked(gfmHeadingId(), {
    renderer: {
      // The anchors of the codes are the one markup of their own.
      html: ({ text }) => (/^(<a id="[\w-]+">|<\/a>)$/.test(text) ? text : hideComment(text)),
      // A picture is in none of the playground's folders.
      image: () => "",
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        const target = toTarget(href, names);
        return target ? `<a href="${escapeHtml(target)}">${words}</a>` : words;
      },
      // What is wider than the screen is scrolled by the keyboard, too.
      code: ({ text }) => `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>\n`,
      table(token) {
        return `<div tabindex="0">${plain.table.call(this, token)}</div>\n`;
      },
      // The corner of a table heads nothing.
      tablecell(token) {
        const isHead = token.header && token.text !== "";
        return plain.tablecell.call(this, { ...token, header: isHead });
      },
    },
  });
}

function hideComment(/** @type {string} */ text) {
  return text.startsWith("<!--") ? "" : escapeHtml(text);
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
