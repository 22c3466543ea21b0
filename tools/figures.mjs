/**
 * Writes the figures of the built files into both READMEs, between their marks: `npm run figures`,
 * after a build.
 */

import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { hashOf } from "./cdn/publish.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));

export const READMES = ["README.md", "README.ko.md"];

/** Which bundles are in the table, in its order. */
const FILES = ["kakao-chat.js", "kakao-chat.mjs", "kakao-chat-partner.js", "kakao-chat-seal.js"];

/**
 * A README with the figures of the build.
 *
 * @param {string} text
 */
export function writeFigures(text) {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  return text
    .replace(/[\d.]+ kB/g, () => `${Math.floor(measure("kakao-chat.js").brotli / 500 + 1) / 2} kB`)
    .replace(/(<!-- sizes -->\n.*\n.*\n)[\s\S]*?(<!-- \/sizes -->)/, (_, head, end) => {
      return `${head}${FILES.map(renderRow).join("\n")}\n${end}`;
    })
    .replace(/kakao-chat-button@\d+\.\d+\.\d+[\w.-]*/g, () => `kakao-chat-button@${version}`)
    .replace(/(<!-- hash -->.*?integrity=")[^"]*/s, (_, head) => {
      return head + hashOf(readFileSync(`${root}dist/kakao-chat.js`));
    });
}

/** @param {string} name */
function renderRow(name) {
  const { bytes, brotli } = measure(name);
  // To the next 50, like the budgets: another version of brotli saves a byte or two.
  const atMost = Math.ceil(brotli / 50) * 50;
  return `| \`${name}\` | ${format(bytes)} | ${format(atMost)} |`;
}

/** @param {string} name */
function measure(name) {
  const file = readFileSync(`${root}dist/${name}`);
  return { bytes: file.length, brotli: brotliCompressSync(file).length };
}

/** @param {number} figure */
function format(figure) {
  return figure.toLocaleString("en-US");
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const name of READMES) {
    const path = `${root}${name}`;
    writeFileSync(path, writeFigures(readFileSync(path, "utf8")));
  }
}
