/** The documents, as data: which there are, and what stands in them. */

import { readdirSync, readFileSync } from "node:fs";

const ROOT = new URL("../../", import.meta.url);

/** In English alone: measurements for whoever works on the sources, and what a project needs once. */
const ENGLISH_ONLY = ["docs/browser-facts.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md"];

const inDocs = readdirSync(new URL("docs/", ROOT))
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/${name}`);

/** Every document's path. */
export const PAGES = ["README.md", "README.ko.md", ...ENGLISH_ONLY, ...inDocs].filter(isFirst);

/** English and Korean: the paths of one document in both languages. */
export const PAIRS = PAGES.filter(
  (path) => !path.endsWith(".ko.md") && !ENGLISH_ONLY.includes(path),
).map((path) => [path, path.replace(/\.md$/, ".ko.md")] as const);

export const KOREAN_PAGES = PAGES.filter((path) => path.endsWith(".ko.md"));

export function read(path: string): string {
  return readFileSync(new URL(path, ROOT), "utf8");
}

/** All documents of a language in one text. */
export function readAll(language: "en" | "ko"): string {
  return PAIRS.map(([english, korean]) => read(language === "en" ? english : korean)).join("\n");
}

/** A fenced block of code. */
export interface Block {
  language: string;
  code: string;
}

export function findBlocks(text: string): Block[] {
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = "", code = ""]) => ({
    language,
    code,
  }));
}

/** Text without its blocks of code. */
export function withoutBlocks(text: string): string {
  return text.replace(/^```.*?^```$/gms, "");
}

/** The rows of all tables, heads included and rulers left out, as cells. */
export function findRows(text: string): string[][] {
  return withoutBlocks(text)
    .split("\n")
    .filter(
      (line) => /^\|.*\|$/.test(line) && !/^\|[\s:|-]+\|$/.test(line.replace(/^\| \| \|$/, "")),
    )
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

/** What stands between backticks. */
export function findCodeSpans(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
}

/** What a link may end in: headings, as GitHub makes them, and anchors of our own. */
export function findAnchors(text: string): string[] {
  const headings = [...withoutBlocks(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
  const own = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id);
  return [...headings, ...own];
}

function isFirst(path: string, index: number, all: string[]): boolean {
  return all.indexOf(path) === index;
}
