/** Both languages say the same in the same order, and every link leads somewhere. */

import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findAnchors, findBlocks, findRows, PAGES, PAIRS, read, withoutBlocks } from "./pages";

const ROOT = new URL("../../", import.meta.url);

describe.each(PAIRS)("%s and %s", (english, korean) => {
  it("are both there", () => {
    expect(existsSync(new URL(korean, ROOT))).toBe(true);
  });

  it("have the same headings, lists, tables and blocks, one after the other", () => {
    expect(outline(read(korean))).toEqual(outline(read(english)));
  });

  it("have the same code, but for comments and example values", () => {
    const codes = [english, korean].map((page) =>
      findBlocks(read(page))
        // What a program prints is in the reader's language.
        .filter(({ language }) => language !== "json")
        .map(({ code }) => withoutComments(code)),
    );
    expect(codes[1]).toEqual(codes[0]);
  });

  it("name the same attributes, events, codes and addresses in each table", () => {
    const [inEnglish, inKorean] = [english, korean].map((page) =>
      findRows(read(page)).map((row) => findNames(row.join(" "))),
    );
    expect(inKorean).toEqual(inEnglish);
  });
});

describe.each(PAGES)("%s", (page) => {
  it("links to what is there", () => {
    const text = withoutBlocks(read(page));
    for (const [link, path = "", anchor] of text.matchAll(
      /\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g,
    )) {
      const target =
        path === ""
          ? page
          : decodeURI(new URL(path, new URL(page, "https://docs/")).pathname).slice(1);
      expect(existsSync(new URL(target, ROOT)), link).toBe(true);
      if (anchor) expect(findAnchors(read(target)), link).toContain(decodeURIComponent(anchor));
    }
  });

  it("links from Korean to Korean, wherever the page is there in Korean", () => {
    if (!page.endsWith(".ko.md")) return;
    const [head = "", ...rest] = withoutBlocks(read(page)).split(/(?<=\[English\]\([^)]*\))/);
    expect(head).toContain("[English](");
    for (const [link, path = ""] of rest.join("").matchAll(/\]\((?!https?:)([^)#]+\.md)/g)) {
      if (path.endsWith(".ko.md")) continue;
      const target = new URL(path, new URL(page, "https://docs/")).pathname.slice(1);
      expect(existsSync(new URL(target.replace(/\.md$/, ".ko.md"), ROOT)), link).toBe(false);
    }
  });
});

/** A page's shape: levels of headings, items of lists, cells of rows, languages of blocks. */
function outline(text: string): string[] {
  let language: string | null = null;
  return text.split("\n").flatMap((line) => {
    const fence = /^```(\w*)$/.exec(line);
    if (fence) {
      language = language === null ? (fence[1] ?? "") : null;
      return language === null ? [] : [`block ${language}`];
    }
    if (language !== null) return [];
    if (/^#+ /.test(line)) return [`heading ${line.indexOf(" ")}`];
    if (/^- /.test(line)) return ["item"];
    if (/^\d+\. /.test(line)) return ["step"];
    if (/^\|/.test(line)) return [`row ${line.split(/(?<!\\)\|/).length - 2}`];
    return [];
  });
}

/** What stands for a value, in both languages. */
const PLACEHOLDERS = [
  ["@채널아이디", "@channel"],
  ["@다른아이디", "@other"],
  ["@아이디", "@id"],
  ["이름", "NAME"],
  ["선택자", "SELECTOR"],
] as const;

function withEnglishPlaceholders(text: string): string {
  return PLACEHOLDERS.reduce((all, [korean, english]) => all.replaceAll(korean, english), text);
}

/** Comments are in the page's language. */
function withoutComments(code: string): string {
  return withEnglishPlaceholders(code.replace(/ *\/\/ .*$/gm, ""));
}

/** Names that are no words of a language, whatever their order in the sentence. */
function findNames(row: string): string[] {
  const names = withEnglishPlaceholders(row).match(/`[\w./:@*{}=-]*[a-z\d][\w./:@*{}=-]*`|#kc\d+/g);
  return [...new Set(names)].sort();
}
