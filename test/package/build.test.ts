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
import { brotliCompressSync } from "node:zlib";
import esbuild from "esbuild";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import budgets from "../../budgets.json";
import { version } from "../../package.json";
import { bundle } from "../../tools/bundle.mjs";

// Whole builds, on a machine that may be slow.
vi.setConfig({ testTimeout: 120_000 });

const root = fileURLToPath(new URL("../../", import.meta.url));
const names = readdirSync(`${root}dist`).filter((name) => /\.m?js$/.test(name));
const read = (name: string) => readFileSync(`${root}dist/${name}`, "utf8");

/** Runs a module's text in plain Node. */
function run(code: string, folder = root): string {
  return execFileSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
}

/** Sinks, storage, cookies, requests, and an observer of the customer's page. */
const FORBIDDEN =
  /\b(eval|Function\(|innerHTML|outerHTML ?=|insertAdjacentHTML|document\.write|localStorage|sessionStorage|document\.cookie|cookieStore|indexedDB|fetch\(|XMLHttpRequest|sendBeacon|MutationObserver)/g;

function hash(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Whether esbuild would leave it as it is for browsers of 2018. */
async function isES2018(code: string): Promise<boolean> {
  const print = (target: string) =>
    esbuild.transform(code, { target, charset: "ascii", logLevel: "silent" });
  return (await print("es2018")).code === (await print("esnext")).code;
}

describe("dist", () => {
  it("has the files of the contract", () => {
    expect(readdirSync(`${root}dist`)).toEqual(
      expect.arrayContaining([
        "kakao-chat.js",
        "kakao-chat.js.map",
        "kakao-chat-partner.js",
        "kakao-chat-partner.js.map",
        "kakao-chat-seal.js",
        "kakao-chat-seal.js.map",
        "kakao-chat.mjs",
        "kakao-chat.d.ts",
        "LICENSES.txt",
        "sbom.cdx.json",
      ]),
    );
  });

  it.each(names)("%s is what the sources build (else: npm run build)", async (name) => {
    expect((await bundle(name)).js === read(name)).toBe(true);
  });

  it.each(names)("%s is ASCII only, for pages in EUC-KR", (name) => {
    expect(read(name)).toMatch(/^[\t\n -~]+$/);
  });

  it.each(names)("%s is ES2018", async (name) => {
    expect(await isES2018(read(name))).toBe(true);
  });

  it.each([
    "a?.b",
    "a ?? b",
    "try {} catch {}",
    "a ||= b",
    "class A { b = 1 }",
    "/a/v",
    "/(?<=a)b/d",
  ])("would not be ES2018 with %s", async (code) => {
    expect(await isES2018(code)).toBe(false);
  });

  it.each(names)("%s has no sink, no storage, no cookie", (name) => {
    // The seal's one request is for the public key.
    const code = name === "kakao-chat-seal.js" ? read(name).replace("fetch(", "") : read(name);
    expect(code.match(FORBIDDEN)).toBeNull();
  });

  it.each([
    "eval(a)",
    "new Function(a)",
    "a.innerHTML=b",
    "a.outerHTML=b",
    "a.insertAdjacentHTML(b,c)",
    "document.write(a)",
    "document.writeln(a)",
    "document.cookie",
    "cookieStore.set(a,b)",
    "localStorage.a",
    "sessionStorage.a",
    "indexedDB.open(a)",
    "fetch(a)",
    "new XMLHttpRequest",
    "navigator.sendBeacon(a)",
    "new MutationObserver(a)",
  ])("would be found out with %s", (code) => {
    expect(code).toMatch(new RegExp(FORBIDDEN));
  });

  it.each(names)("%s goes to Kakao only", (name) => {
    const code = read(name);
    expect(code).not.toMatch(/localhost:|127\.0\.0\.1|\[::1\]|KAKAO_CHAT_/);
    const hosts = code.match(/https?:\/\/[a-z0-9][\w.-]*/gi) ?? [];
    const own = name === "kakao-chat-seal.js" ? [] : ["https://bizmessage.kakao.com"];
    expect([...new Set(hosts)]).toEqual(own);
  });

  it("has a budget for each bundle", () => {
    expect(Object.keys(budgets)).toEqual(names);
  });

  it.each(Object.entries(budgets))("%s has %i bytes by brotli, to the next 50", (name, budget) => {
    const { length } = brotliCompressSync(read(name));
    const limit = Math.ceil(length / 50) * 50;
    const advice = limit > budget ? "make it smaller, or say in the commit why not:" : "now";
    expect(limit, `${length} bytes: ${advice} set "${name}": ${limit} in budgets.json`).toBe(
      budget,
    );
  });

  it("takes from packages what its list of components and its licences say, and no more", async () => {
    const inside = await Promise.all(names.map(async (name) => (await bundle(name)).packages));
    expect(Object.fromEntries(names.map((name, at) => [name, inside[at]]))).toEqual({
      "kakao-chat-partner.js": [],
      "kakao-chat-seal.js": ["jose"],
      "kakao-chat.js": [],
      "kakao-chat.mjs": [],
    });
    expect(read("LICENSES.txt")).toContain(readFileSync(`${root}LICENSE`, "utf8"));
    expect(read("LICENSES.txt")).toContain(
      readFileSync(`${root}node_modules/jose/LICENSE.md`, "utf8"),
    );
  });
});

describe("kakao-chat.mjs", () => {
  it("can be imported without a page, and exports what the contract says", () => {
    const said = run(`
      const before = Reflect.ownKeys(globalThis).length;
      const chat = await import("./dist/kakao-chat.mjs");
      console.log(JSON.stringify({
        page: [typeof window, typeof document],
        added: Reflect.ownKeys(globalThis).length - before,
        names: Object.keys(chat),
        types: Object.values(chat).map((value) => typeof value),
        version: chat.version,
      }));`);
    expect(JSON.parse(said)).toEqual({
      page: ["undefined", "undefined"],
      added: 0,
      names: ["explain", "open", "start", "stop", "version"],
      types: ["function", "function", "function", "function", "string"],
      version,
    });
  });
});

/** All files below a folder, but those of the CDN's, which outlive a build. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !name.startsWith("cdn"))
    .sort();
}

const listBuilt = () => listFiles(`${root}dist`);

describe("build.mjs", () => {
  const copy = mkdtempSync(join(tmpdir(), "kakao-chat-copy-"));

  beforeAll(() => {
    for (const name of [
      "src",
      "tools",
      "demo",
      "LICENSE",
      "build.mjs",
      "package.json",
      "tsconfig.json",
    ]) {
      cpSync(`${root}${name}`, join(copy, name), { recursive: true });
    }
    symlinkSync(`${root}node_modules`, join(copy, "node_modules"));
  });

  afterAll(() => rmSync(copy, { recursive: true }));

  it("makes the same bytes of every file in another folder, and keeps what the CDN's has published", () => {
    mkdirSync(join(copy, "dist/cdn/1.2.3"), { recursive: true });
    writeFileSync(join(copy, "dist/left-over.js"), "");
    execFileSync(process.execPath, ["build.mjs"], { cwd: copy });
    const files = listBuilt();
    expect(listFiles(join(copy, "dist"))).toEqual(files);
    expect(readdirSync(join(copy, "dist/cdn"))).toEqual(["1.2.3"]);
    const hashAll = (folder: string) =>
      files.map((name) => [name, hash(readFileSync(join(folder, "dist", name)))]);
    expect(hashAll(copy)).toEqual(hashAll(root));
  });

  it("says no folder of this machine", () => {
    for (const name of listBuilt()) {
      expect(read(name).includes(root), name).toBe(false);
    }
  });
});

describe("bundle", () => {
  it.each(names)("makes the same bytes of %s each time, map included", async (name) => {
    const first = await bundle(name);
    expect(await bundle(name)).toEqual(first);
    expect(first.map.length).toBeGreaterThan(1000);
  });

  it("builds for the playground with another origin", async () => {
    const { js } = await bundle("kakao-chat.js", { origin: "http://127.0.0.1:1" });
    expect(js).toContain("http://127.0.0.1:1");
    expect(js).not.toContain("https://bizmessage.kakao.com");
  });

  it("does not know other names", async () => {
    await expect(bundle("other.js")).rejects.toThrow("no bundle is called other.js");
  });
});
