/** The build as a whole: what it writes, and that it writes the same everywhere. */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it, vi } from "vitest";
import { version } from "../../package.json";
import { BUNDLES, PAGE_BUNDLES } from "../../tools/bundle.mjs";

// A whole build, on a machine that may be slow.
vi.setConfig({ testTimeout: 120_000 });

const root = fileURLToPath(new URL("../../", import.meta.url));
const names = Object.keys(BUNDLES);
const read = (name: string) => readFileSync(`${root}dist/${name}`, "utf8");

/** All files below a folder, but those of the CDN's, which outlive a build. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !name.startsWith("cdn"))
    .sort();
}

describe("dist", () => {
  it("has the bundles, their types, and what goes with them", () => {
    const others = ["kakao-chat.d.ts", "kakao-chat-global.d.ts", "types", "playground"];
    const lists = ["LICENSES.txt", "sbom.cdx.json", "sri.json"];
    expect(readdirSync(`${root}dist`)).toEqual(
      expect.arrayContaining([...names, ...others, ...lists]),
    );
  });

  it("has the hash of each bundle for `integrity`", () => {
    const hash = (name: string) =>
      `sha384-${createHash("sha384").update(read(name)).digest("base64")}`;
    expect(JSON.parse(read("sri.json"))).toEqual(
      Object.fromEntries(PAGE_BUNDLES.map((name) => [name, hash(name)])),
    );
  });

  it("has our licence, and those of the packages inside the bundles", () => {
    const licenses = ["LICENSE", "node_modules/jose/LICENSE.md", "node_modules/parse5/LICENSE"];
    for (const path of licenses) {
      expect(read("LICENSES.txt")).toContain(readFileSync(root + path, "utf8"));
    }
  });

  it("names no folder of this machine", () => {
    for (const name of listFiles(`${root}dist`)) {
      expect(read(name).includes(root), name).toBe(false);
    }
  });
});

describe("kakao-chat.mjs", () => {
  it("can be imported without a page, and exports what is documented", () => {
    const code = `
      const before = Reflect.ownKeys(globalThis).length;
      const chat = await import("./dist/kakao-chat.mjs");
      console.log(JSON.stringify({
        page: [typeof window, typeof document],
        added: Reflect.ownKeys(globalThis).length - before,
        names: Object.keys(chat),
        types: Object.values(chat).map((value) => typeof value),
        version: chat.version,
      }));`;
    const args = ["--input-type=module", "-e", code];
    const printed = execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    expect(JSON.parse(printed)).toEqual({
      page: ["undefined", "undefined"],
      added: 0,
      names: ["explain", "open", "start", "stop", "version"],
      types: ["function", "function", "function", "function", "string"],
      version,
    });
  });
});

describe("build.mjs", () => {
  const copy = mkdtempSync(join(tmpdir(), "kakao-chat-copy-"));

  afterAll(() => rmSync(copy, { recursive: true }));

  it("makes the same bytes of every file in another folder, and keeps what the CDN's has published", () => {
    const isSource = (path: string) => !/^(node_modules|dist|bench|test|\..*)$/.test(path);
    for (const name of readdirSync(root).filter(isSource)) {
      cpSync(root + name, join(copy, name), { recursive: true });
    }
    symlinkSync(`${root}node_modules`, join(copy, "node_modules"));
    mkdirSync(join(copy, "dist/cdn/1.2.3"), { recursive: true });
    writeFileSync(join(copy, "dist/left-over.js"), "");
    execFileSync(process.execPath, ["build.mjs"], { cwd: copy });
    const files = listFiles(`${root}dist`);
    expect(listFiles(join(copy, "dist"))).toEqual(files);
    expect(readdirSync(join(copy, "dist/cdn"))).toEqual(["1.2.3"]);
    const differing = files.filter(
      (name) => !readFileSync(join(copy, "dist", name)).equals(readFileSync(`${root}dist/${name}`)),
    );
    expect(differing).toEqual([]);
  });
});
