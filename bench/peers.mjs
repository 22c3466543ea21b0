/**
 * What is compared: our file as built, and the files that the peers' packages publish for a page's
 * own script tag.
 */

import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

/** @typedef {{ name: string, path: string, stub?: string }} Script `stub`: what has to be there first */

/** By the name in results. The paths are relative to this folder. */
export const SCRIPTS = {
  "kakao-chat": { name: "kakao-chat-button", path: "../dist/kakao-chat.js" },
  typeform: { name: "@typeform/embed", path: "node_modules/@typeform/embed/build/embed.js" },
  cal: {
    name: "@calcom/embed-core",
    path: "node_modules/@calcom/embed-core/dist/embed/embed.js",
    // From Cal's own snippet: without it the file throws at its first line.
    stub: "Cal = function () { (Cal.q = Cal.q || []).push(arguments); };",
  },
  kakao: { name: "kakaojs (Kakao SDK v1)", path: "node_modules/kakaojs/kakao.min.js" },
  clipboard: { name: "clipboard", path: "node_modules/clipboard/dist/clipboard.min.js" },
  dialog: { name: "a11y-dialog", path: "node_modules/a11y-dialog/dist/a11y-dialog.min.js" },
  mitt: { name: "mitt", path: "node_modules/mitt/dist/mitt.umd.js" },
};

/** @typedef {keyof typeof SCRIPTS} ScriptId */

export const SCRIPT_IDS = /** @type {ScriptId[]} */ (Object.keys(SCRIPTS));

/**
 * What a shop writes by hand where it has no script: the least that opens a chat in a popup.
 */
export const INLINE_HANDLER =
  "window.open('https://bizmessage.kakao.com/v1/chat/write?uuid=%40channel','chat','popup,width=1024,height=800')";

/** @param {ScriptId} id */
export function readScript(id) {
  return readFileSync(new URL(SCRIPTS[id].path, import.meta.url), "utf8");
}

/**
 * The version that its package says.
 *
 * @param {ScriptId} id
 */
export function readVersion(id) {
  const { path } = SCRIPTS[id];
  const home = path.replace(/^(node_modules\/(?:@[^/]+\/)?[^/]+|\.\.)\/.*/, "$1/package.json");
  return String(JSON.parse(readFileSync(new URL(home, import.meta.url), "utf8")).version);
}

/**
 * Bytes by brotli at Node's default, the highest quality, as a CDN keeps a file.
 *
 * @param {string} text
 */
export function countBytes(text) {
  return brotliCompressSync(text).length;
}
