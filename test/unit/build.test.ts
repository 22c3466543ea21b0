import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import esbuild from "esbuild";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { bundle } from "../../build.mjs";
import { version } from "../../package.json";

/** kakao-chat.js by brotli: today's size, rounded up to the next 50. */
const BYTES = 4950;

// Four builds and a process, on a machine that may be slow.
vi.setConfig({ testTimeout: 60_000 });

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
    const found = code.match(
      /\b(eval|Function\(|innerHTML|outerHTML ?=|insertAdjacentHTML|document\.write|localStorage|sessionStorage|document\.cookie|indexedDB|fetch\(|XMLHttpRequest|sendBeacon|MutationObserver)/g,
    );
    expect(found).toBeNull();
  });

  it.each(names)("%s goes to Kakao only", (name) => {
    const code = read(name);
    expect(code).not.toMatch(/localhost:|127\.0\.0\.1|\[::1\]|KAKAO_CHAT_/);
    const hosts = code.match(/https?:\/\/[a-z0-9][\w.-]*/gi) ?? [];
    const own = name === "kakao-chat-seal.js" ? [] : ["https://bizmessage.kakao.com"];
    expect([...new Set(hosts)]).toEqual(own);
  });

  it("kakao-chat-partner.js has at most 3,000 bytes by brotli", () => {
    expect(brotliCompressSync(read("kakao-chat-partner.js")).length).toBeLessThanOrEqual(3000);
  });

  it("kakao-chat-seal.js has at most 9,000 bytes by brotli", () => {
    expect(brotliCompressSync(read("kakao-chat-seal.js")).length).toBeLessThanOrEqual(9000);
  });

  it(`kakao-chat.js has ${BYTES} bytes by brotli, to the next 50`, () => {
    const { length } = brotliCompressSync(read("kakao-chat.js"));
    const limit = Math.ceil(length / 50) * 50;
    const advice = limit > BYTES ? "make it smaller, or say in the commit why not: set" : "now set";
    expect(limit, `${length} bytes: ${advice} BYTES = ${limit} in this file`).toBe(BYTES);
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

describe("bundle", () => {
  const copy = mkdtempSync(join(tmpdir(), "kakao-chat-copy-"));

  beforeAll(() => {
    for (const name of ["src", "build.mjs", "package.json", "tsconfig.json"]) {
      cpSync(`${root}${name}`, join(copy, name), { recursive: true });
    }
    symlinkSync(`${root}node_modules`, join(copy, "node_modules"));
  });

  afterAll(() => rmSync(copy, { recursive: true }));

  it.each(names)(
    "builds %s of the same bytes each time, in any folder, map included",
    async (name) => {
      const first = await bundle(name);
      const second = await bundle(name);
      const elsewhere = JSON.parse(
        run(
          `import { bundle } from "./build.mjs"; console.log(JSON.stringify(await bundle("${name}")));`,
          copy,
        ),
      );
      expect(second).toEqual(first);
      expect(elsewhere).toEqual(first);
      expect(first.map.length).toBeGreaterThan(1000);
      expect(first.map).not.toContain(root);
    },
  );

  it("builds for the playground with another origin", async () => {
    const { js } = await bundle("kakao-chat.js", { origin: "http://127.0.0.1:1" });
    expect(js).toContain("http://127.0.0.1:1");
    expect(js).not.toContain("https://bizmessage.kakao.com");
  });

  it("does not know other names", async () => {
    await expect(bundle("other.js")).rejects.toThrow("no bundle is called other.js");
  });
});
