import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { minify } from "terser";

const root = fileURLToPath(new URL(".", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

/** Where Kakao starts a chat: fixed in every file of `dist/`. */
export const ORIGIN = "https://bizmessage.kakao.com";

/** @type {Record<string, import("esbuild").BuildOptions>} */
const BUNDLES = {
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
  const { outputFiles } = await esbuild.build({
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
    write: false,
  });
  const find = (/** @type {string} */ ending) =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  // On top of esbuild's own: 6 % less, and every byte is on a customer's page.
  const { code = "", map } = await minify(find(name), {
    ecma: 2018,
    module: true,
    compress: {
      passes: 3,
      hoist_funs: true,
      pure_getters: true,
      unsafe_arrows: true,
      keep_fargs: false,
    },
    format: { ascii_only: true },
    sourceMap: { content: find(".map"), url: `${name}.map`, includeSources: true },
  });
  // The line end is for `cat kakao-chat-seal.js kakao-chat.js`: the last line is a comment.
  return { js: `${code}\n`, map: String(map) };
}

/** Writes `dist/`, the same bytes each time. */
async function build() {
  rmSync(`${root}dist`, { recursive: true, force: true });
  mkdirSync(`${root}dist`);
  for (const name of Object.keys(BUNDLES)) {
    const { js, map } = await bundle(name);
    writeFileSync(`${root}dist/${name}`, js);
    writeFileSync(`${root}dist/${name}.map`, map);
  }
  // Not above: the bundles alone build without it.
  const { buildPlayground } = await import("./demo/build-playground.mjs");
  mkdirSync(`${root}dist/playground`);
  for (const [name, text] of Object.entries(await buildPlayground())) {
    writeFileSync(`${root}dist/playground/${name}`, text);
  }
  execFileSync(
    process.execPath,
    [
      `${root}node_modules/dts-bundle-generator/dist/bin/dts-bundle-generator.js`,
      "--silent",
      "--no-banner",
      "--inline-declare-global",
      "--export-referenced-types=false",
      "--project=tsconfig.json",
      "--out-file=dist/kakao-chat.d.ts",
      "src/kakao-chat.ts",
    ],
    { cwd: root, stdio: "inherit" },
  );
}

// Not awaited: the playground's build imports this module, which has to have ended by then.
if (process.argv[1] === fileURLToPath(import.meta.url)) build();
