/** The playground: one page, one script, one style sheet, for any folder of any host. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { bundle, define, ORIGIN } from "../tools/bundle.mjs";
import { importSource } from "./import-source.mjs";

const folder = fileURLToPath(new URL("playground/", import.meta.url));
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/**
 * What the page needs, and nothing more. A form may go to Kakao or to any partner's page.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src data:",
  "form-action 'self' https: http://localhost:*",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** @type {esbuild.BuildOptions} */
const COMMON = {
  bundle: true,
  write: false,
  charset: "utf8",
  tsconfigRaw: {},
  legalComments: "none",
};

/**
 * The three files, in memory.
 *
 * @param {{ origin?: string }} [options] origin: where the page's own buttons go, if not to Kakao
 * @returns {Promise<Record<string, string>>} by name
 */
export async function buildPlayground({ origin = ORIGIN } = {}) {
  const { LOOKS, findText } = await importSource(
    'export * from "./playground/snippets/looks"; export * from "./playground/texts/page";',
  );
  const { outputFiles } = await esbuild.build({
    ...COMMON,
    entryPoints: [`${folder}main.ts`],
    format: "iife",
    minify: true,
    target: "es2022",
    define: {
      ...define(origin),
      PLAYGROUND: JSON.stringify(await describeBuild(origin)),
    },
  });
  const css = readFileSync(`${folder}page.css`, "utf8") + Object.values(LOOKS).join("\n");
  return {
    "index.html": fillIn(readFileSync(`${folder}index.html`, "utf8"), findText),
    "playground.js": outputFiles?.[0]?.text ?? "",
    "playground.css": (await esbuild.transform(css, { loader: "css", minify: true })).code,
  };
}

/**
 * What the page's sources know of the build, as the constant `PLAYGROUND`. What is copied goes to
 * Kakao, wherever the page's own buttons go.
 */
export async function describeBuild(origin = ORIGIN) {
  const { LOOKS } = await importSource('export * from "./playground/snippets/looks";');
  /** @type {Record<string, string>} */
  const integrity = {};
  for (const name of ["kakao-chat.js", "kakao-chat-partner.js"]) {
    integrity[name] = hash("sha384", (await bundle(name)).js);
  }
  const styles = Object.fromEntries(
    Object.entries(LOOKS).map(([look, css]) => [look, hash("sha256", `\n${css}\n`)]),
  );
  return { origin, version, integrity, styles };
}

/**
 * The page is Korean before its script has run: nothing moves when it does.
 *
 * @param {string} html
 * @param {(key: string, language: "ko") => string} findText
 */
function fillIn(html, findText) {
  const text = (/** @type {string} */ key) =>
    findText(key, "ko").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
  return html
    .replace("{{policy}}", POLICY)
    .replace(
      /(data-text-([\w-]+)="([^"]+)")/g,
      (all, _, name, key) => `${all} ${name}="${text(key)}"`,
    )
    .replace(/(<(\w+)[^>]* data-text="([^"]+)"[^>]*>)(?=<\/\2>)/g, (all, _, _name, key) => {
      const marked = text(key)
        .replace(/`([^`]+)`/g, "<code>$1</code>")
        .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>");
      return all + marked;
    });
}

/**
 * @param {"sha256" | "sha384"} algorithm
 * @param {string} text
 */
function hash(algorithm, text) {
  return `${algorithm}-${createHash(algorithm).update(text).digest("base64")}`;
}
