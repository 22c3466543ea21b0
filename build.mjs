import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import * as terser from "terser";
import uglify from "uglify-js";
import { buildSbom } from "./tools/build-sbom.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

/** Where Kakao starts a chat: fixed in every file of `dist/`. */
export const ORIGIN = "https://bizmessage.kakao.com";

/**
 * The bundles by their names in `dist/`.
 *
 * @type {Record<string, import("esbuild").BuildOptions>}
 */
export const BUNDLES = {
  "kakao-chat.js": { entryPoints: ["src/auto.ts"], format: "iife" },
  "kakao-chat-partner.js": { entryPoints: ["src/partner.ts"], format: "iife" },
  "kakao-chat-seal.js": { entryPoints: ["src/seal.ts"], format: "iife" },
  "kakao-chat.mjs": { entryPoints: ["src/kakao-chat.ts"], format: "esm" },
};

/** The constants that the sources expect. `vitest.config.ts` gives them the same. */
export function define(origin = ORIGIN) {
  return {
    KAKAO_CHAT_ORIGIN: JSON.stringify(origin),
    KAKAO_CHAT_VERSION: JSON.stringify(version),
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
    module: BUNDLES[name].format === "esm",
    compress: { passes: 3, pure_getters: true, hoist_vars: true, reduce_funcs: false },
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

/** Writes `dist/`, the same bytes each time. The CDN's folder in it keeps what it has published. */
async function build() {
  mkdirSync(`${root}dist`, { recursive: true });
  for (const name of readdirSync(`${root}dist`)) {
    if (name !== "cdn") rmSync(`${root}dist/${name}`, { recursive: true });
  }
  const files = [];
  for (const name of Object.keys(BUNDLES)) {
    const { js, map, packages } = await bundle(name);
    writeFileSync(`${root}dist/${name}`, js);
    writeFileSync(`${root}dist/${name}.map`, map);
    files.push({ name, bytes: Buffer.from(js), packages });
  }
  writeTypes();
  writeFileSync(`${root}dist/sbom.cdx.json`, buildSbom(root, files));
  writeFileSync(
    `${root}dist/LICENSES.txt`,
    joinLicenses([...new Set(files.flatMap(({ packages }) => packages))]),
  );
  // Not above: the bundles alone build without it.
  const { buildPlayground } = await import("./demo/build-playground.mjs");
  mkdirSync(`${root}dist/playground`);
  for (const [name, text] of Object.entries(await buildPlayground())) {
    writeFileSync(`${root}dist/playground/${name}`, text);
  }
}

function writeTypes() {
  const path = `${root}dist/kakao-chat.d.ts`;
  execFileSync(
    process.execPath,
    [
      `${root}node_modules/dts-bundle-generator/dist/bin/dts-bundle-generator.js`,
      "--silent",
      "--no-banner",
      "--inline-declare-global",
      "--export-referenced-types=false",
      "--project=tsconfig.json",
      `--out-file=${path}`,
      "src/kakao-chat.ts",
    ],
    { cwd: root, stdio: "inherit" },
  );
  const frameworks = readFileSync(`${root}src/frameworks.d.ts`, "utf8")
    .replace(/^import .*\n/gm, "")
    .replace(/^declare module/gm, "// @ts-ignore: only where its types are there.\n$&");
  writeFileSync(path, readFileSync(path, "utf8") + frameworks);
  // The one-script-tag file exports nothing; without this, TypeScript takes the module's types for it.
  writeFileSync(`${root}dist/kakao-chat-global.d.ts`, 'import type {} from "./kakao-chat.js";\n');
}

/**
 * Our licence, and those of what is inside the bundles, which ask to go with every copy.
 *
 * @param {string[]} packages
 */
function joinLicenses(packages) {
  const own = readFileSync(`${root}LICENSE`, "utf8");
  const others = packages.map((name) => {
    const text = readFileSync(`${root}node_modules/${name}/LICENSE.md`, "utf8");
    return `\n\nParts of ${name}:\n\n${text}`;
  });
  return own + others.join("");
}

// Not awaited: the playground's build imports this module, which has to have ended by then.
if (process.argv[1] === fileURLToPath(import.meta.url)) build();
