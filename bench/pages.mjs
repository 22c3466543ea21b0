/** The pages that are measured, as a server sends them. */

import { INLINE_HANDLER } from "./peers.mjs";

/** A homepage of middle size has about 1,500 elements: https://httparchive.org/reports/page-weight */
const SECTIONS = 150;
/** Of five nodes each: 50,000 nodes. */
const ROWS = 10_000;

const MARK = 'data-kakao-chat="@channel"';
const TAG = '<script src="/kakao-chat.js" defer></script>';

/**
 * Two ordinary pages side by side, one with our script and one with none: measured within a second.
 *
 * @param {boolean} isSwapped with none on the left
 */
export function buildTwins(isSwapped) {
  const frames = ["ours", "none"].map((name) => `<iframe name="${name}" src="/${name}"></iframe>`);
  return {
    page: buildPage(
      "<style>iframe { width: 45vw; height: 90vh; }</style>",
      (isSwapped ? frames.reverse() : frames).join(" "),
    ),
    frames: { "/ours": buildOrdinaryPage(true), "/none": buildOrdinaryPage(false) },
  };
}

/** @param {boolean} hasScript */
export function buildOrdinaryPage(hasScript) {
  const section = `<section><div><div><ul><li><a href="#more"><span>Item</span></a></li></ul>
    <p>Text and <b>bold</b> text</p></div></div></section>`;
  return buildPage(
    hasScript ? TAG : "",
    `<main>${section.repeat(SECTIONS)}</main>${`<button type="button" ${MARK}>Chat</button>`.repeat(3)}`,
  );
}

/**
 * 50,000 nodes, 10,000 of which are buttons.
 *
 * @param {{ hasScript: boolean, isMarked: boolean }} page isMarked: the buttons are ours
 */
export function buildLargePage({ hasScript, isMarked }) {
  const row = `<div><p>Text</p><button type="button"${isMarked ? ` ${MARK}` : ""}>Chat</button></div>`;
  return buildPage(hasScript ? TAG : "", row.repeat(ROWS));
}

/** One button of ours, one by hand; what is before our script notes when a click comes and a window opens. */
export function buildClickPage() {
  return buildPage(
    `<script>
      const open = window.open;
      window.times = {};
      addEventListener("click", () => { times.click = performance.now(); }, true);
      window.open = (...given) => {
        times.call = performance.now();
        const opened = open(...given);
        times.end = performance.now();
        return opened;
      };
    </script>${TAG}`,
    `<button type="button" id="ours" ${MARK}>Chat</button>
    <button type="button" id="inline" onclick="${INLINE_HANDLER}">Chat</button>`,
  );
}

/** Runs nothing but, once, the text that its parent page gives it: when it is parsed, as `defer` would. */
export function buildFrame() {
  return buildPage(
    `<script type="module">
      const script = document.createElement("script");
      script.text = parent.takeText();
      document.head.append(script);
      parent.goOn();
    </script>`,
    "",
  );
}

/**
 * @param {string} head
 * @param {string} body
 */
export function buildPage(head, body) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>${head}<body>${body}</body></html>`;
}
