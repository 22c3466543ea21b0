/** What npm would publish, and what projects that install it get. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import ts from "typescript";
import { afterAll, describe, expect, it, vi } from "vitest";
import manifest from "../../package.json";
import { BUNDLES, PAGE_BUNDLES } from "../../tools/bundle.mjs";
import { createProject, pack, packOnce, removeProjects } from "../create-project";

// npm and the compilers, on a machine that may be slow.
vi.setConfig({ testTimeout: 180_000 });

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const VALUES = ["explain", "open", "start", "stop", "version"];
const TYPES = [
  "ChatAttributes",
  "ChatEventMap",
  "ChatInput",
  "ChatOptions",
  "ChatPlan",
  "ChatRequest",
  "KakaoChatGlobal",
  "Outcome",
  "PageInput",
  "Problem",
  "Target",
];

const DOCUMENTS = readdirSync(new URL("../../docs/", import.meta.url))
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/${name}`);

afterAll(removeProjects);

describe("the package", () => {
  it("has the files that it needs, and no others", () => {
    const { files } = packOnce();
    const maps = Object.keys(BUNDLES).filter((name) => BUNDLES[name]?.sourcemap !== false);
    const modules = PAGE_BUNDLES.filter((name) => name.endsWith(".mjs"));
    expect(files.filter((path) => !path.startsWith("dist/types/"))).toEqual(
      [
        ...["CHANGELOG.md", "LICENSE", "README.ko.md", "README.md", "SECURITY.md", "package.json"],
        ...["LICENSES.txt", "sbom.cdx.json", "sri.json"].map((name) => `dist/${name}`),
        "dist/kakao-chat-global.d.ts",
        ...modules.map((name) => `dist/${name.replace(/mjs$/, "d.ts")}`),
        ...Object.keys(BUNDLES).map((name) => `dist/${name}`),
        ...maps.map((name) => `dist/${name}.map`),
        ...DOCUMENTS,
      ].sort(),
    );
    const types = files.filter((path) => path.startsWith("dist/types/"));
    expect(types.filter((path) => !path.endsWith(".d.ts"))).toEqual([]);
    expect(types).toEqual(
      expect.arrayContaining(["dist/types/index.d.ts", "dist/types/frameworks.d.ts"]),
    );
  });

  it("is packed to the same bytes each time", () => {
    expect(readFileSync(packOnce().tarball).equals(readFileSync(pack().tarball))).toBe(true);
  });

  it("is what publint asks for", async () => {
    const { messages, pkg } = await publint({ pkgDir: ROOT, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it("says the types first, and the one-script-tag file to CDNs", () => {
    for (const target of Object.values(manifest.exports).filter(
      (each) => typeof each === "object",
    )) {
      expect(Object.keys(target)).toEqual(["types", "default"]);
    }
    expect([manifest.unpkg, manifest.jsdelivr]).toEqual(Array(2).fill("./dist/kakao-chat.js"));
  });

  it("needs nothing, and asks for nothing that a project does not have", () => {
    expect(manifest).not.toHaveProperty("dependencies");
    const optional = Object.keys(manifest.peerDependenciesMeta);
    expect(Object.keys(manifest.peerDependencies)).toEqual(optional);
    expect(manifest.scripts).not.toHaveProperty("postinstall");
  });

  it("exports these values and types, and no others", () => {
    const path = `${ROOT}dist/kakao-chat.d.ts`;
    const program = ts.createProgram([path], { types: [], skipLibCheck: true });
    const checker = program.getTypeChecker();
    const file = program.getSourceFile(path);
    const symbol = file && checker.getSymbolAtLocation(file);
    const names = symbol ? checker.getExportsOfModule(symbol).map(({ name }) => name) : [];
    expect(names.sort()).toEqual([...VALUES, ...TYPES].sort());
  });
});

describe("installed in an empty project, it", () => {
  it("is imported in Node, by its name and by its files' names", () => {
    expect(JSON.parse(run("server.mjs", installed("esm")))).toEqual({
      names: VALUES,
      isVersionTrue: true,
      isComplete: true,
    });
  });

  it("is imported under the condition of React's server components", () => {
    const code = `console.log(typeof window, Object.keys(await import("kakao-chat-button")).length)`;
    const args = ["--conditions=react-server", "--input-type=module", "-e", code];
    const cwd = installed("esm");
    expect(execFileSync(process.execPath, args, { cwd, encoding: "utf8" })).toBe("undefined 5\n");
  });

  it("is dropped from a bundle that uses nothing of it, unless it is the one-script-tag file", async () => {
    const build = async (contents: string) => {
      const { outputFiles } = await esbuild.build({
        stdin: { contents, resolveDir: installed("esm") },
        bundle: true,
        format: "esm",
        minify: true,
        logLevel: "error",
        write: false,
      });
      return outputFiles[0]?.text ?? "";
    };
    expect(await build(`import { version } from "kakao-chat-button";`)).toBe("");
    expect(await build(`import "kakao-chat-button/kakao-chat.js";`)).toContain("KakaoChat");
  });

  it("is rendered by a server", async () => {
    const project = createProject("next", ["react", "react-dom"]);
    const outfile = join(project, "server.cjs");
    const entryPoints = [join(project, "server.jsx")];
    await esbuild.build({
      entryPoints,
      outfile,
      bundle: true,
      platform: "node",
      format: "cjs",
      jsx: "automatic",
      logLevel: "error",
    });
    expect(run("server.cjs", project)).toBe(
      `<main data-version="${manifest.version}"><button type="button" data-kakao-chat="@channel" data-kakao-chat-extra="order=1234">상담하기</button></main>\n`,
    );
  });

  it("is typed in strict TypeScript, for a bundler", () => {
    expect(compile("typescript/bin/tsc", installed("typescript"))).toBe("");
  });

  it("is typed in strict TypeScript under nodenext, beside a React without types too", () => {
    const project = createProject("typescript", ["react"]);
    const flags = ["--moduleResolution", "NodeNext", "--module", "NodeNext"];
    expect(compile("typescript/bin/tsc", project, flags)).toBe("");
  });

  it("is typed where only its script tag is on the page", () => {
    expect(compile("typescript/bin/tsc", createProject("script-tag"))).toBe("");
  });

  it("is typed in JSX", () => {
    const project = createProject("react", ["react", "@types/react"]);
    expect(compile("typescript/bin/tsc", project)).toBe("");
  });

  it("is typed in Vue's templates", () => {
    expect(compile("vue-tsc/bin/vue-tsc.js", createProject("vue", ["vue"]))).toBe("");
  });
});

const projects = new Map<string, string>();

/** One project for all tests that only read it. */
function installed(name: string): string {
  const project = projects.get(name) ?? createProject(name);
  projects.set(name, project);
  return project;
}

/** What a compiler has to say, with nothing but the project's own packages. */
function compile(compiler: string, project: string, flags: string[] = []): string {
  const args = [join(ROOT, "node_modules", compiler), "-p", ".", ...flags];
  try {
    return execFileSync(process.execPath, args, { cwd: project, encoding: "utf8" });
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  }
}

function run(file: string, project: string): string {
  return execFileSync(process.execPath, [file], { cwd: project, encoding: "utf8" });
}
