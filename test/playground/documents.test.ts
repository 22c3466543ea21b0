/** The documents as pages beside the playground: nothing lost, and no link that is dead. */

import { describe, expect, it } from "vitest";
import { buildDocuments, renderPage } from "../../demo/documents.mjs";
import { findHome } from "../../demo/playground/home.js";
import { PAIRS, read } from "../docs/pages.js";

const DOCUMENTS = buildDocuments();
const SOURCES = [...PAIRS.flat(), "docs/browser-facts.md"];
const toPage = (path: string) => `docs/${path.replace(/^docs\//, "").replace(/\.md$/, ".html")}`;

describe("buildDocuments", () => {
  it("has README and every document, in both languages", () => {
    expect(Object.keys(DOCUMENTS).sort()).toEqual(SOURCES.map(toPage).sort());
  });

  it.each(SOURCES)("leads from %s only to what is there", (path) => {
    const html = DOCUMENTS[toPage(path)] ?? "";
    const links = [...html.matchAll(/ href="([^"]*)"/g)].map(([, link = ""]) => link);
    for (const link of links.filter((link) => !/^(https?:|data:)/.test(link))) {
      if (["documents.css", "../index.html"].includes(link)) continue;
      const [page, anchor] = link.split("#");
      const target = DOCUMENTS[page ? `docs/${page}` : toPage(path)];
      expect(target, link).toBeDefined();
      if (anchor) expect(target, link).toContain(` id="${decodeURIComponent(anchor)}"`);
    }
  });

  it.each(SOURCES)("leaves no mark of Markdown in %s, and loses no block", (path) => {
    const html = DOCUMENTS[toPage(path)] ?? "";
    const words = html.replace(/<(code|pre)\b.*?<\/\1>/gs, "").replace(/^.*<main>/s, "");
    expect(words).not.toMatch(/\*\*|`|\]\(|^\s*(#+|[-*]|\d+\.) |^\||\0/m);
    const prose = read(path).replace(/^```.*?^```$/gms, "");
    const count = (text: string, of: RegExp) => text.match(of)?.length ?? 0;
    expect(count(html, /<pre /g)).toBe(count(read(path), /^```\w*\n.*?^```$/gms));
    expect(count(html, /<h[1-6] /g)).toBe(count(prose, /^#+ /gm));
    expect(count(html, /<li>/g)).toBe(count(prose, /^(- |\d+\. )/gm));
    expect(count(html, /<tr>/g)).toBe(
      count(prose, /^\|/gm) - count(prose, /^\|[-:| ]*-[-:| ]*\|$/gm),
    );
  });
});

describe("renderPage", () => {
  const render = (source: string) =>
    /<main>\n(.*)<\/main>/s.exec(renderPage(source, false, new Set(["a.html"])))?.[1];

  it("takes nothing of a text for markup", () => {
    expect(render("a <b> `<c>` & **d**")).toBe(
      "<p>a &lt;b&gt; <code>&lt;c&gt;</code> &amp; <strong>d</strong></p>\n",
    );
  });

  it("has no link to what is not beside it", () => {
    expect(render("[a](a.md#b) [c](../LICENSE) [`d`](https://e.test/)")).toBe(
      '<p><a href="a.html#b">a</a> c <a href="https://e.test/"><code>d</code></a></p>\n',
    );
  });
});

describe("findHome", () => {
  it.each([
    ["", "https://shop.github.io/kakao-chat-button/", "https://github.com/shop/kakao-chat-button"],
    ["", "https://shop.github.io/", "https://github.com/shop/shop.github.io"],
    ["", "http://localhost:4173/", ""],
    ["", "https://cdn.shop.example/tools/", ""],
    ["https://example.com/repo", "http://localhost/", "https://example.com/repo"],
  ])("is of %j at %s: %j", (said, address, home) => {
    expect(findHome(said, new URL(address))).toBe(home);
  });
});
