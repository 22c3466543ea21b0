import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { leanParser } from "./lean-parser.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

/** Where Kakao starts a chat: fixed in every file of `dist/`. */
export const ORIGIN = "https://bizmessage.kakao.com";

/**
 * Every bundle by its name in `dist/`, with what sets it apart from `COMMON`.
 *
 * A new bundle is a line here, its limit in `budgets.json`, its name in `package.json` (`exports`, `bin`) and
 * its row in `test/package/bundles.test.ts`. All else goes through this table. A module for importing
 * (`.mjs`, not for Node alone) gets its types by the name of its entry, which has to be an `index.ts`.
 * A command for Node says `platform: "node"`, a `target` of its own, and `sourcemap: false`.
 *
 * @typedef {Omit<import("esbuild").BuildOptions, "metafile" | "write"> & { entryPoints: [string] }} Bundle
 * @type {Record<string, Bundle>}
 */
export const BUNDLES = {
  "kakao-chat.js": { entryPoints: ["src/script-tag.ts"], format: "iife" },
  "kakao-chat.mjs": { entryPoints: ["src/index.ts"], format: "esm" },
  "kakao-chat-launcher.js": { entryPoints: ["src/launcher/script-tag.ts"], format: "iife" },
  "kakao-chat-launcher.mjs": { entryPoints: ["src/launcher/index.ts"], format: "esm" },
  "kakao-chat-partner.js": { entryPoints: ["src/partner/partner.ts"], format: "iife" },
  "kakao-chat-seal.js": {
    entryPoints: ["src/seal/seal.ts"],
    format: "iife",
    inject: ["src/seal/text-coders.ts"],
    // The class fields of `jose`, too, are assigned: only for TypeScript there is a choice.
    loader: { ".js": "ts" },
  },
  "cli.mjs": {
    entryPoints: ["src/cli.ts"],
    plugins: [leanParser],
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: false,
    banner: { js: "#!/usr/bin/env node" },
  },
};

/** The names of those that pages load or bundle: all but the commands for Node. */
export const PAGE_BUNDLES = Object.keys(BUNDLES).filter(
  (name) => BUNDLES[name]?.platform !== "node",
);

/** @satisfies {Partial<Bundle>} */
const COMMON = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  charset: "ascii",
  target: "es2018",
  legalComments: "none",
  // The last line names the map and ends in a line end, so that `cat a.js b.js` is a script.
  sourcemap: "linked",
  // V8 then compiles all functions as the file arrives, in the background, and not each one at its first call, when
  // a visitor may be waiting: https://v8.dev/blog/explicit-compile-hints
  banner: { js: "//# allFunctionsCalledOnLoad" },
  // Addresses in the map are the repository's: the bytes do not depend on the folder.
  sourceRoot: "/kakao-chat-button/dist/",
  preserveSymlinks: true,
  // Class fields are assigned. Defining them takes descriptors, which inherit what a page has put on `Object.prototype`.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
};

/** The constants that the sources expect. `vitest.config.ts` gives them the same. */
export function define(origin = ORIGIN) {
  return {
    KAKAO_CHAT_ORIGIN: JSON.stringify(origin),
    KAKAO_CHAT_VERSION: JSON.stringify(version),
    // The address of docs/codes.md, once the package has a home.
    KAKAO_CHAT_CODES_URL: JSON.stringify(""),
  };
}

/**
 * One bundle, in memory.
 *
 * @param {string} name the file's name in `dist/`
 * @param {{ origin?: string }} [options] origin: another one than Kakao's, for the playground's server
 */
export async function bundle(name, { origin } = {}) {
  if (!Object.hasOwn(BUNDLES, name)) throw new Error(`no bundle is called ${name}`);
  const { outputFiles, metafile } = await esbuild.build({
    ...COMMON,
    outfile: `dist/${name}`,
    define: define(origin),
    ...BUNDLES[name],
    metafile: true,
    write: false,
  });
  const find = (/** @type {string} */ ending) =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  const { inputs } = metafile;
  return { js: find(name), map: find(`${name}.map`), inputs, packages: findPackages(inputs) };
}

/** What `integrity` says. */
export function hashOf(/** @type {Buffer | string} */ bytes) {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}

/**
 * The folders of the packages that a bundle has parts of, as `package-lock.json` names them. A package may lie
 * inside another one's folder.
 *
 * @param {import("esbuild").Metafile["inputs"]} inputs the bundle's sources, by path
 */
function findPackages(inputs) {
  const folders = Object.keys(inputs).map(
    (path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? "",
  );
  return [...new Set(folders)].filter(Boolean).sort();
}
