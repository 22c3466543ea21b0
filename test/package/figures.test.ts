import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import budgets from "../../budgets.json";
import { version } from "../../package.json";
import { READMES, writeFigures } from "../../tools/figures.mjs";

const ROOT = new URL("../../", import.meta.url);

/** Of the readers' own making, so that a mistake of the tool's shows. */
function measure(name: string) {
  const bytes = readFileSync(new URL(`dist/${name}`, ROOT));
  const brotli = brotliCompressSync(bytes).length;
  return {
    bytes: bytes.length,
    brotli,
    hash: `sha384-${createHash("sha384").update(bytes).digest("base64")}`,
  };
}

describe.each(READMES)("%s", (name) => {
  const text = readFileSync(new URL(name, ROOT), "utf8");

  it("has the figures of the built files (else: npm run figures)", () => {
    expect(writeFigures(text) === text).toBe(true);
  });

  it("states the size of each bundle", () => {
    const rows = [...text.matchAll(/^\| `(kakao-chat[\w-]*\.m?js)` \| ([\d,]+) \| ([\d,]+) \|$/gm)];
    expect(rows.map(([, file]) => file).sort()).toEqual(Object.keys(budgets));
    for (const [, file = "", stated = "", atMost = ""] of rows) {
      const { bytes, brotli } = measure(file);
      expect(toNumber(stated), file).toBe(bytes);
      expect(toNumber(atMost) - brotli, file).toBeGreaterThanOrEqual(0);
      expect(toNumber(atMost) - brotli, file).toBeLessThan(50);
    }
  });

  it("states the hash of this version's file, and no other", () => {
    const tags = [...text.matchAll(/src="(\S+@\S+)"\s+integrity="(sha384-[^"]{64})"/g)];
    expect(tags.map(([, src, hash]) => [src, hash])).toEqual([
      [
        `https://cdn.jsdelivr.net/npm/kakao-chat-button@${version}/dist/kakao-chat.js`,
        measure("kakao-chat.js").hash,
      ],
    ]);
    expect(new Set(text.match(/kakao-chat-button@[\d.]+[^/]*/g))).toEqual(
      new Set([`kakao-chat-button@${version}`]),
    );
  });
});

describe("writeFigures", () => {
  const text = readFileSync(new URL("README.md", ROOT), "utf8");

  it.each<[string, RegExp, string]>([
    ["a size", /\| `kakao-chat\.js` \| [\d,]+/, "| `kakao-chat.js` | 1"],
    ["a hash", /sha384-[^"]{64}/, "sha384-"],
    ["a version", /kakao-chat-button@[\d.]+/, "kakao-chat-button@0.0.1-rc.1"],
    ["the size up front", /[\d.]+ kB/, "1 kB"],
  ])("mends %s", (_, figure, wrong) => {
    const changed = text.replace(figure, wrong);
    expect(changed).not.toBe(text);
    expect(writeFigures(changed) === text).toBe(true);
  });
});

function toNumber(figure: string): number {
  return Number(figure.replaceAll(",", ""));
}
