/** What each bundle holds and what it may not hold, as built. */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import esbuild, { type TransformOptions } from "esbuild";
import { describe, expect, it, vi } from "vitest";
import budgets from "../../budgets.json";
import { BUNDLES, bundle, ORIGIN, PAGE_BUNDLES } from "../../tools/bundle.mjs";

// Brotli at its best takes its time with the command, and a machine may be slow.
vi.setConfig({ testTimeout: 60_000 });

interface Expected {
  /** The folders of `src/` in it. */
  folders: string[];
  /** The packages in it; none if unsaid. */
  packages?: string[];
  /** The hosts in its text; Kakao's if unsaid. */
  hosts?: string[];
  /** The one forbidden word that it needs. */
  needs?: string;
}

/** From the page to the console: a folder imports what stands to its right. */
const STAGES = ["page", "chat", "input", "options", "request", "window", "report"];
/** These never name the page, so that Node can run them: of the files below they import the pure ones alone. */
const PURE_STAGES = ["options", "request"];
/** What the command runs: each imports what stands to its right, and any stage; of the launcher, the partner and the seal what it makes of its tag. */
const COMMANDS = ["cli", "check", "convert", "launcher", "partner", "seal"];
/** The files beside the folders, which import no stage: those that know no page, and those that know one. */
const PURE_FILES = ["builtins", "kakao", "problems", "types", "version"];
const PAGE_FILES = ["natives", "alive", "global"];
const SHARED_FILES = [...PURE_FILES, ...PAGE_FILES];

/** The launcher observes the children of the document and of `<html>`; the icon has a namespace. */
const LAUNCHER: Expected = {
  folders: ["launcher", ...STAGES],
  hosts: [ORIGIN, "http://www.w3.org"],
  needs: "MutationObserver",
};

const EXPECTED: Record<string, Expected> = {
  "kakao-chat.js": { folders: STAGES },
  "kakao-chat.mjs": { folders: STAGES },
  "kakao-chat-launcher.js": LAUNCHER,
  "kakao-chat-launcher.mjs": LAUNCHER,
  "kakao-chat-partner.js": {
    folders: ["partner", "input", "options", "request", "window", "report"],
  },
  "kakao-chat-seal.js": {
    folders: ["seal", "chat", "input", "options"],
    packages: ["jose"],
    needs: "fetch(",
  },
  "cli.mjs": {
    folders: [
      "chat",
      "check",
      "cli",
      "convert",
      "input",
      "launcher",
      "options",
      "partner",
      "request",
      "seal",
    ],
    packages: ["@babel/parser", "entities", "fastest-levenshtein", "jose", "js-tokens", "parse5"],
  },
};

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const names = Object.keys(BUNDLES);
const built = new Map(
  await Promise.all(names.map(async (name) => [name, await bundle(name)] as const)),
);

const read = (name: string) => readFileSync(`${ROOT}dist/${name}`, "utf8");
const inputs = (name: string) => built.get(name)?.inputs ?? {};
const isSource = (path: string) => path.startsWith("src/");

/** `src/window/post.ts` is of `window`, `src/kakao.ts` of `kakao`. */
function findStage(path: string): string {
  return /^src\/([\w-]+)/.exec(path)?.[1] ?? path;
}

describe.each(names)("%s", (name) => {
  it("is what the sources build (else: npm run build)", () => {
    expect(built.get(name)?.js === read(name)).toBe(true);
  });

  it("stays within its limit by brotli", () => {
    const limit = budgets[name as keyof typeof budgets];
    const { length } = brotliCompressSync(read(name));
    const advice = "make it smaller, or raise its line in budgets.json and say in the commit why";
    expect(length, advice).toBeLessThanOrEqual(limit);
  });

  it("ends in a line end, so that another file can follow it", () => {
    expect(read(name)).toMatch(/[^\n]\n$/);
  });

  it("holds the folders and packages that are listed here, and no others", () => {
    const sources = Object.keys(inputs(name)).filter(isSource);
    const folders = sources.filter((path) => path.split("/").length > 2).map(findStage);
    expect([...new Set(folders)].sort()).toEqual([...(EXPECTED[name]?.folders ?? [])].sort());
    const packages = built.get(name)?.packages.map((path) => path.replace(/^.*node_modules\//, ""));
    expect(packages?.sort()).toEqual(EXPECTED[name]?.packages ?? []);
  });

  it("holds no file outside the folders but its entry and what all share", () => {
    const sources = Object.keys(inputs(name)).filter(isSource);
    const loose = sources.filter((path) => path.split("/").length === 2);
    const allowed = ["src/index.ts", ...(BUNDLES[name]?.entryPoints ?? [])];
    expect(
      loose.filter((path) => !SHARED_FILES.includes(findStage(path)) && !allowed.includes(path)),
    ).toEqual([]);
  });
});

/** Sinks, storage, cookies, requests, and an observer of the customer's page. */
const FORBIDDEN =
  /\b(eval|Function\(|innerHTML|outerHTML ?=|insertAdjacentHTML|document\.write|localStorage|sessionStorage|document\.cookie|cookieStore|indexedDB|fetch\(|XMLHttpRequest|sendBeacon|MutationObserver)/g;

describe.each(PAGE_BUNDLES)("%s, on a page,", (name) => {
  it("is ASCII only, for pages in EUC-KR", () => {
    expect(read(name)).toMatch(/^[\t\n -~]+$/);
  });

  it("asks to be compiled as it arrives, in the one line where that is read", () => {
    expect(read(name)).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
  });

  it("is ES2018 without the regular expressions that came with it", async () => {
    expect(await isForOldBrowsers(read(name))).toBe(true);
  });

  it("defines no property by a descriptor that inherits, as class fields would", () => {
    expect(read(name)).not.toContain("Object.defineProperty");
  });

  it("has no sink, no storage, no cookie, and requests nothing", () => {
    expect(new Set(read(name).match(FORBIDDEN))).toEqual(
      new Set([EXPECTED[name]?.needs].filter(Boolean)),
    );
  });

  it("goes to Kakao only", () => {
    const code = read(name);
    expect(code).not.toMatch(/localhost:|127\.0\.0\.1|\[::1\]|KAKAO_CHAT_/);
    const hosts = code.match(/https?:\/\/[a-z0-9][\w.-]*/gi) ?? [];
    expect([...new Set(hosts)]).toEqual(EXPECTED[name]?.hosts ?? [ORIGIN]);
  });

  it("has a map whose sources are the repository's", () => {
    const { sources, sourceRoot } = JSON.parse(read(`${name}.map`));
    const base = new URL(sourceRoot, "https://host.example");
    const paths = sources.map((source: string) => new URL(source, base).pathname);
    const expected = Object.keys(inputs(name)).map((path) => `/kakao-chat-button/${path}`);
    expect(expected).toEqual(expect.arrayContaining(paths));
    expect(read(name)).toContain(`\n//# sourceMappingURL=${name}.map\n`);
  });
});

/** Whether esbuild would leave it as it is for Chrome 72, Firefox 69 and Safari 12.1. */
async function isForOldBrowsers(code: string): Promise<boolean> {
  const print = (options: TransformOptions) =>
    esbuild.transform(code, { ...options, charset: "ascii", logLevel: "silent" });
  const supported = {
    "regexp-lookbehind-assertions": false,
    "regexp-named-capture-groups": false,
    "regexp-unicode-property-escapes": false,
  };
  const old = await print({ target: "es2018", supported });
  return old.code === (await print({ target: "esnext" })).code;
}

describe("the checks above", () => {
  it.each([
    "a?.b",
    "a ?? b",
    "try {} catch {}",
    "a ||= b",
    "class A { b = 1 }",
    "/a/v",
    "/(?<=a)b/",
    "/(?<a>b)/",
    "/\\p{L}/u",
  ])("find out what old browsers do not parse: %s", async (code) => {
    expect(await isForOldBrowsers(code)).toBe(false);
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
  ])("find out %s", (code) => {
    expect(code).toMatch(new RegExp(FORBIDDEN));
  });
});

describe("the sources of all bundles", () => {
  const imports = new Map<string, Set<string>>();
  for (const name of names) {
    for (const [path, input] of Object.entries(inputs(name)).filter(([path]) => isSource(path))) {
      const targets = input.imports.map((each) => each.path).filter(isSource);
      imports.set(path, new Set([...(imports.get(path) ?? []), ...targets]));
    }
  }
  const arrows = [...imports].flatMap(([from, targets]) =>
    [...targets].map((to) => ({ from, to })),
  );

  it("import from the page towards the console, never back", () => {
    const wrong = arrows.filter(({ from, to }) => !mayImport(findStage(from), findStage(to)));
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it("import each other in no circle", () => {
    expect([...imports.keys()].filter((path) => reaches(path, path))).toEqual([]);
  });

  it("have at most 220 lines each", () => {
    const paths = readdirSync(`${ROOT}src`, { recursive: true, encoding: "utf8" });
    const long = paths.filter(
      (path) =>
        path.endsWith(".ts") && readFileSync(`${ROOT}src/${path}`, "utf8").split("\n").length > 221,
    );
    expect(paths.length).toBeGreaterThan(100);
    expect(long).toEqual([]);
  });

  function reaches(from: string, goal: string, seen = new Set<string>()): boolean {
    for (const next of imports.get(from) ?? []) {
      if (next === goal) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      if (reaches(next, goal, seen)) return true;
    }
    return false;
  }
});

/** A bundle's own folder may import any stage; no stage may import it. */
function mayImport(from: string, to: string): boolean {
  if (from === to || PURE_FILES.includes(to)) return true;
  if (PURE_STAGES.includes(from) || PURE_FILES.includes(from)) return false;
  if (PAGE_FILES.includes(to)) return true;
  if (PAGE_FILES.includes(from)) return false;
  if (STAGES.includes(from)) return STAGES.indexOf(to) > STAGES.indexOf(from);
  if (STAGES.includes(to) || to === "index") return true;
  return COMMANDS.includes(from) && COMMANDS.indexOf(to) > COMMANDS.indexOf(from);
}

describe("the limits", () => {
  it("are one for each bundle", () => {
    expect(Object.keys(budgets).sort()).toEqual([...names].sort());
  });
});

describe("bundle", () => {
  it("builds for the playground with another origin", async () => {
    const { js } = await bundle("kakao-chat.js", { origin: "http://127.0.0.1:1" });
    expect(js).toContain("http://127.0.0.1:1");
    expect(js).not.toContain(ORIGIN);
  });

  it.each(["other.js", "toString"])("does not know %s", async (name) => {
    await expect(bundle(name)).rejects.toThrow(`no bundle is called ${name}`);
  });
});
