/** The playground: a page for any folder of any host, with the files that it offers to download. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import esbuild from "esbuild";
import { bundle, define, hashOf, ORIGIN } from "../tools/bundle.mjs";
import { leanParser } from "../tools/lean-parser.mjs";
import { buildDocuments } from "./documents.mjs";
import { KO } from "./playground/texts/ko/index.mjs";

const folder = fileURLToPath(new URL("playground/", import.meta.url));
const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** The looks that have a style sheet: the launcher brings its own. */
const LOOKS = ["solid", "outline", "link", "image"];

/** The files that copied code and the documents ask for: all can be downloaded from the page. */
const FILES = [
  "kakao-chat.js",
  "kakao-chat-launcher.js",
  "kakao-chat-partner.js",
  "kakao-chat-seal.js",
];

/**
 * What the page needs, and nothing more. A form may go to Kakao or to any partner's page; an image is
 * asked for only after somebody has typed its address.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src data: https:",
  "form-action 'self' https: http://localhost:*",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/**
 * All files of the page, in memory.
 *
 * @param {{ origin?: string }} [options] origin: where the page's own buttons go, if not to Kakao
 * @returns {Promise<Record<string, string>>} by name
 */
export async function buildPlayground({ origin = ORIGIN } = {}) {
  const facts = await describeBuild(origin);
  const { html, keys } = fillIn(readFileSync(`${folder}index.html`, "utf8"));
  const [page, english, check, style] = await Promise.all([
    buildScript("main.ts", { format: "iife", facts, plugins: [leaveOutTexts(keys)] }),
    // Scripts of their own, which the page imports when they are asked for.
    buildScript("english.ts", { format: "esm", facts }),
    // It copies no styles.
    buildScript("check/check.ts", { format: "esm", facts: { ...facts, looks: {} } }),
    buildStyle(`${folder}styles/playground.css`),
  ]);
  const downloads = await Promise.all(FILES.map(async (name) => [name, (await bundle(name)).js]));
  return {
    "index.html": html,
    "playground.js": page,
    "playground.css": style,
    "english.js": english,
    "check.js": check,
    ...Object.fromEntries(downloads),
    ...buildDocuments(),
    "docs/documents.css": await buildStyle(
      fileURLToPath(new URL("documents.css", import.meta.url)),
    ),
  };
}

/**
 * @param {string} entry
 * @param {{ format: "iife" | "esm", facts: BuildFacts, plugins?: esbuild.Plugin[] }} options
 */
async function buildScript(entry, { format, facts, plugins = [] }) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [folder + entry],
    bundle: true,
    write: false,
    minify: true,
    format,
    charset: "utf8",
    target: "es2022",
    tsconfigRaw: {},
    legalComments: "none",
    plugins: [leanParser, ...plugins],
    define: { ...define(facts.origin), PLAYGROUND: JSON.stringify(facts) },
  });
  return outputFiles[0]?.text ?? "";
}

/**
 * The texts that stand in the page: its script reads them there.
 *
 * @param {Set<string>} keys
 * @returns {esbuild.Plugin}
 */
function leaveOutTexts(keys) {
  const left = Object.fromEntries(Object.entries(KO).filter(([key]) => !keys.has(key)));
  return {
    name: "leave-out-texts",
    setup(build) {
      build.onLoad({ filter: /[\\/]texts[\\/]ko[\\/]index\.mjs$/ }, () => ({
        contents: `export const KO = ${JSON.stringify(left)};`,
      }));
    },
  };
}

/** @param {string} path of a style sheet, with what it imports */
export async function buildStyle(path) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path],
    bundle: true,
    write: false,
    minify: true,
    charset: "utf8",
  });
  return outputFiles[0]?.text ?? "";
}

/** @typedef {Awaited<ReturnType<typeof describeBuild>>} BuildFacts */

/**
 * What the page's sources know of the build, as the constant `PLAYGROUND`. What is copied goes to
 * Kakao, wherever the page's own buttons go.
 *
 * @param {string} [origin]
 * @param {(name: string) => string | Promise<string>} [read] a file of `dist/`
 */
export async function describeBuild(
  origin = ORIGIN,
  read = async (name) => (await bundle(name)).js,
) {
  const files = await Promise.all(
    FILES.map(async (name) => {
      const js = await read(name);
      return [name, { integrity: hashOf(js), size: brotliCompressSync(js).length }];
    }),
  );
  const looks = LOOKS.map((look) => {
    const css = readLook(look);
    return [look, { css, hash: hashStyle(`\n${css}\n`) }];
  });
  return {
    kakao: ORIGIN,
    origin,
    version: manifest.version,
    home: manifest.homepage ?? "",
    files: Object.fromEntries(files),
    looks: Object.fromEntries(looks),
  };
}

/** @param {string} look */
function readLook(look) {
  return readFileSync(`${folder}snippets/looks/${look}.css`, "utf8").trimEnd();
}

/**
 * The page is Korean before its script has run: nothing moves when it does. Without its indentation, 150 bytes less.
 *
 * @param {string} source
 * @returns {{ html: string, keys: Set<string> }} with the keys of the texts that stand in it
 */
function fillIn(source) {
  /** @type {Record<string, string>} */
  const texts = KO;
  /** @type {Set<string>} */
  const keys = new Set();
  const read = (/** @type {string} */ key) => {
    if (texts[key] === undefined) throw new Error(`no text is called ${key}`);
    keys.add(key);
    return escapeHtml(texts[key].replaceAll("{version}", manifest.version));
  };
  const html = source
    .replace(/^\s+/gm, "")
    .replace("{{policy}}", POLICY)
    .replace(
      / data-text-([\w-]+)="([^"]+)"/g,
      (all, name, key) => `${all} ${name}="${read(key).replace(/`|\*\*/g, "")}"`,
    )
    .replace(
      /(<(\w+)[^>]* data-text="([^"]+)"[^>]*>)(?=<\/\2>)/g,
      (all, _start, _name, key) => all + renderMarks(read(key)),
    );
  return { html, keys };
}

/** @param {string} text */
function escapeHtml(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}

/** @param {string} marked */
function renderMarks(marked) {
  return marked
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>");
}

/** What a policy's `style-src` says of a `<style>` with this text. */
function hashStyle(/** @type {string} */ text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
