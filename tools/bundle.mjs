import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import * as terser from "terser";
import uglify from "uglify-js";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

/** Where Kakao starts a chat: fixed in every file of `dist/`. */
export const ORIGIN = "https://bizmessage.kakao.com";

/**
 * The bundles by their names in `dist/`.
 *
 * @type {Record<string, import("esbuild").BuildOptions>}
 */
export const BUNDLES = {
  "kakao-chat.js": { entryPoints: ["src/script-tag.ts"], format: "iife" },
  "kakao-chat-partner.js": { entryPoints: ["src/partner/partner.ts"], format: "iife" },
  "kakao-chat-seal.js": { entryPoints: ["src/seal/seal.ts"], format: "iife" },
  "kakao-chat.mjs": { entryPoints: ["src/index.ts"], format: "esm" },
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
  if (!BUNDLES[name]) throw new Error(`no bundle is called ${name}`);
  const { outputFiles, metafile } = await esbuild.build({
    ...BUNDLES[name],
    absWorkingDir: root,
    outfile: `dist/${name}`,
    bundle: true,

    minifySyntax: true,
    charset: "ascii",
    target: "es2018",
    sourcemap: "external",
    // Addresses in the map are the repository's, so that the bytes do not depend on the folder.
    sourceRoot: "/kakao-chat-button/",
    preserveSymlinks: true,
    legalComments: "none",
    tsconfigRaw: {},
    define: define(origin),
    metafile: true,
    write: false,
  });
  const find = (/** @type {string} */ ending) =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  // Each finds what the others leave, and every byte is on a customer's page. What is switched off
  // makes the file smaller only before brotli.
  const shorter = await terser.minify(find(name), {
    ecma: 2018,
    module: true,
    compress: {
      passes: 3,
      hoist_funs: true,
      pure_getters: true,
      unsafe_arrows: true,
      keep_fargs: false,
      collapse_vars: false,
    },
    mangle: false,
    sourceMap: { content: find(".map"), includeSources: true },
  });
  const { code, map, error } = uglify.minify(shorter.code ?? "", {
    // For a script it may not be false: undefined lets it see for itself.
    ...(BUNDLES[name].format === "esm" && { module: true }),
    compress: { passes: 3, pure_getters: true, hoist_vars: true },
    output: { ascii_only: true },
    sourceMap: {
      content: JSON.parse(String(shorter.map)),
      url: `${name}.map`,
      includeSources: true,
    },
  });
  if (error) throw error;
  // The line end is for `cat kakao-chat-seal.js kakao-chat.js`: the last line is a comment.
  return {
    js: `${code}\n`,
    map: String(map),
    packages: findPackages(Object.keys(metafile.inputs)),
  };
}

/**
 * The names of the packages that a bundle has parts of.
 *
 * @param {string[]} paths of its sources
 */
function findPackages(paths) {
  const names = paths.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? "");
  return [...new Set(names)].filter(Boolean).sort();
}
