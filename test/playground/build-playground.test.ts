import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { parse } from "@babel/parser";
import { describe, expect, it, vi } from "vitest";
import { buildPlayground } from "../../demo/build-playground.mjs";
import { BUILT } from "../../demo/playground/build-facts.js";
import { PAGE_BUNDLES } from "../../tools/bundle.mjs";

/** What a first visit loads, by brotli. English and the checker come with their first use, the rest is to download. */
const LIMIT = 44_000;
/** The script that is loaded once code is to be checked: two parsers are in it. */
const CHECK_LIMIT = 253_000;
const FIRST_LOAD = ["index.html", "playground.css", "playground.js"];
const DOWNLOADS = Object.keys(BUILT.files);

vi.setConfig({ testTimeout: 60_000 });

const FOLDER = new URL("../../dist/playground/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, FOLDER), "utf8");

describe("dist/playground", () => {
  it("is one page, one script, one style sheet, English, the checker, the files to download and the documents", () => {
    const names = [...FIRST_LOAD, "english.js", "check.js", ...DOWNLOADS, "docs"];
    expect(readdirSync(FOLDER).sort()).toEqual(names.sort());
    const html = read("index.html");
    // Relative, so that it works in any folder.
    expect(html.match(/ (?:src|href)="[^"#]*"/g)).toEqual([
      ' href="data:,"',
      ' href="playground.css"',
      ' src="playground.js"',
    ]);
  });

  it("is what the sources build (else: npm run build)", async () => {
    for (const [name, text] of Object.entries(await buildPlayground())) {
      expect(text === read(name), name).toBe(true);
    }
  });

  it(`has at most ${LIMIT} bytes by brotli`, () => {
    const sizes = FIRST_LOAD.map((name) => brotliCompressSync(read(name)).length);
    expect(sizes.reduce((all, size) => all + size)).toBeLessThanOrEqual(LIMIT);
  });

  it(`has a checker of at most ${CHECK_LIMIT} bytes by brotli`, () => {
    expect(brotliCompressSync(read("check.js")).length).toBeLessThanOrEqual(CHECK_LIMIT);
  });

  it("has no lookbehind in a regular expression: Safari before 16.4 would not run the script", () => {
    for (const name of ["playground.js", "english.js", "check.js"]) {
      const { tokens } = parse(read(name), { sourceType: "module", tokens: true });
      // A literal, or the text that an expression is made of.
      const texts = (tokens ?? []).map(({ value }) => value?.pattern ?? value);
      const found = texts.filter((text) => typeof text === "string" && /\(\?<[=!]/.test(text));
      expect(texts.length, name).toBeGreaterThan(100);
      expect(found, name).toEqual([]);
    }
  });

  it("has every file that its code can ask for among those to download", () => {
    const files = PAGE_BUNDLES.filter((name) => name.endsWith(".js"));
    expect([...DOWNLOADS].sort()).toEqual(files.sort());
  });

  it("has the very files of this build to download, and their hashes", () => {
    for (const name of DOWNLOADS) {
      const file = readFileSync(new URL(`../${name}`, FOLDER));
      expect(file.equals(readFileSync(new URL(name, FOLDER))), name).toBe(true);
      const hash = createHash("sha384").update(file).digest("base64");
      expect(read("playground.js")).toContain(`sha384-${hash}`);
    }
  });

  it("has every text in the page before its script runs", () => {
    const html = read("index.html");
    const filled = [...html.matchAll(/<(\w+)[^>]* data-text="([^"]+)"[^>]*>(.*?)<\/\1>/g)];
    expect(filled.length).toBe(html.match(/ data-text="/g)?.length);
    for (const [, , key, text] of filled) expect(text, key).not.toBe("");
  });

  it("goes to Kakao, and under `npm start` to that server", async () => {
    expect(read("playground.js")).not.toMatch(/localhost:\d/);
    const { "playground.js": js } = await buildPlayground({ origin: "http://localhost:1" });
    expect(js).toContain("http://localhost:1");
  });

  it("has no sink, no storage, no request of its own", () => {
    // The checker names sinks, because it looks for them; that it uses none is the browser tests' to say.
    const js = read("playground.js") + read("english.js");
    expect(
      js.match(
        /innerHTML|parseFromString|outerHTML ?=|insertAdjacentHTML|document\.write|\beval\(|Function\(/g,
      ),
    ).toBeNull();
    expect(
      js.match(
        /localStorage|sessionStorage|document\.cookie|indexedDB|fetch\(|XMLHttpRequest|sendBeacon/g,
      ),
    ).toBeNull();
  });
});
