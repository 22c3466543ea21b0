/** What is compared, and the pages that it is measured on. */

import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

/**
 * @typedef {object} Script a file for a page's own script tag
 * @property {string} name
 * @property {string} path relative to this folder
 * @property {string} body one button, as its documentation has it
 * @property {string} [init] the page's own script: where it runs before the file, `isFirst` says so
 * @property {boolean} [isFirst]
 */

const BUTTON = '<button type="button" data-kakao-chat="@channel">Chat</button>';

/** @satisfies {Record<string, Script>} */
export const SCRIPTS = {
  core: { name: "kakao-chat.js", path: "../dist/kakao-chat.js", body: BUTTON },
  launcher: { name: "kakao-chat-launcher.js", path: "../dist/kakao-chat-launcher.js", body: "" },
  typeform: {
    name: "@typeform/embed, popup button",
    path: "node_modules/@typeform/embed/build/embed.js",
    body: '<button type="button" data-tf-popup="abcdefgh">Chat</button>',
  },
  cal: {
    name: "@calcom/embed-core, floating button",
    path: "node_modules/@calcom/embed-core/dist/embed/embed.js",
    body: "",
    // From Cal's own snippet: without it the file throws at its first line.
    init: `Cal = function () { (Cal.q = Cal.q || []).push(arguments); };
      Cal("init", { origin: "https://app.cal.com" });
      Cal("floatingButton", { calLink: "channel" });`,
    isFirst: true,
  },
  kakao: {
    name: "kakaojs (Kakao SDK v1)",
    path: "node_modules/kakaojs/kakao.min.js",
    body: '<button type="button">Chat</button>',
    init: 'Kakao.init("0123456789abcdef0123456789abcdef");',
  },
  clipboard: {
    name: "clipboard",
    path: "node_modules/clipboard/dist/clipboard.min.js",
    body: '<button type="button" data-clipboard-text="Chat">Chat</button>',
    init: 'new ClipboardJS("button");',
  },
  dialog: {
    name: "a11y-dialog",
    path: "node_modules/a11y-dialog/dist/a11y-dialog.min.js",
    body: `<button type="button" data-a11y-dialog-show="chat">Chat</button>
      <div id="chat" data-a11y-dialog="chat" aria-hidden="true">Chat</div>`,
  },
};

/** @typedef {keyof typeof SCRIPTS} ScriptId */

export const SCRIPT_IDS = /** @type {ScriptId[]} */ (Object.keys(SCRIPTS));

/** @param {string} path relative to this folder */
export function readScript(path) {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

/**
 * The version that its package says.
 *
 * @param {ScriptId} id
 */
export function readVersion(id) {
  const { path } = SCRIPTS[id];
  const home = path.replace(/^(node_modules\/(?:@[^/]+\/)?[^/]+|\.\.)\/.*/, "$1/package.json");
  return String(JSON.parse(readScript(home)).version);
}

/**
 * Bytes by brotli at Node's default, the highest quality, as a CDN keeps a file.
 *
 * @param {ScriptId} id
 */
export function countBytes(id) {
  return brotliCompressSync(readScript(SCRIPTS[id].path)).length;
}

/** A homepage of middle size has about 1,500 elements: https://httparchive.org/reports/page-weight */
const SECTIONS = 150;
const SECTION = `<section><div><div><ul><li><a href="#more"><span>Item</span></a></li></ul>
  <p>Text and <b>bold</b> text</p></div></div></section>`;

/** Each row has five nodes, and one of them is a button: 50,000 nodes. */
export const ROWS = 10_000;

/**
 * Where the server has a script: under the name of its file, by which ours find their tags.
 *
 * @param {ScriptId} id
 */
export const pathOf = (id) => `/${id}/${SCRIPTS[id].path.split("/").pop()}`;

export const SEAL = "/seal/kakao-chat-seal.js";

/** @param {"core" | "launcher"} id */
export const tag = (id) => `<script src="${pathOf(id)}" data-uuid="@channel" defer></script>`;

/**
 * @param {string} head
 * @param {string} body
 */
export function buildPage(head, body) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>${head}<body>${body}</body></html>`;
}

/**
 * One script with one button of its kind, and no other script.
 *
 * @param {ScriptId | "none"} id
 */
export function buildScriptPage(id) {
  if (id === "none") return buildPage("", BUTTON);
  /** @type {Script} */
  const { body, init, isFirst } = SCRIPTS[id];
  const own = init === undefined ? "" : `<script type="module">${init}</script>`;
  // A module runs in its place among the deferred scripts.
  return buildPage(isFirst ? own + tagOf(id) : tagOf(id) + own, body);
}

/** @param {ScriptId} id */
function tagOf(id) {
  return id === "core" || id === "launcher"
    ? tag(id)
    : `<script src="${pathOf(id)}" defer></script>`;
}

/** @param {"core" | "launcher" | "none"} id */
export function buildOrdinaryPage(id) {
  return buildPage(
    id === "none" ? "" : tag(id),
    `<main>${SECTION.repeat(SECTIONS)}</main>${BUTTON.repeat(3)}`,
  );
}

/**
 * Rows of five nodes, one of them a button, of which the first are ours.
 *
 * @param {{ hasScript: boolean, marked: number, rows?: number }} page
 */
export function buildLargePage({ hasScript, marked, rows = ROWS }) {
  const row = (/** @type {number} */ index) =>
    `<div><p>Text</p>${index < marked ? BUTTON : '<button type="button">Chat</button>'}</div>`;
  return buildPage(
    hasScript ? tag("core") : "",
    Array.from({ length: rows }, (_, index) => row(index)).join(""),
  );
}

/**
 * A page with our script beside the same page with none, both measured within a second.
 *
 * @param {boolean} isSwapped with none on the left
 * @param {(hasScript: boolean) => string} build
 */
export function buildTwins(isSwapped, build) {
  const frames = ["ours", "none"].map((name) => `<iframe name="${name}" src="/${name}"></iframe>`);
  return {
    page: buildPage(
      "<style>iframe { width: 45vw; height: 90vh; }</style>",
      (isSwapped ? frames.reverse() : frames).join(" "),
    ),
    frames: { "/ours": build(true), "/none": build(false) },
  };
}
