/** What a visitor's hand feels: the click on the button, and everything else that is done on the page. */

import { findOutermost } from "./lab.mjs";
import {
  buildLargePage,
  buildOrdinaryPage,
  buildPage,
  buildTwins,
  pathOf,
  ROWS,
  tag,
} from "./pages.mjs";
import { interleave } from "./statistics.mjs";

/** @typedef {import("./lab.mjs").Lab} Lab */

const NAMES = /** @type {const} */ (["ours", "none"]);
const CLICKS = 20;
const TABS = 20;

/** A hand at 600 pixels a second, seen by a screen of 60 Hz, down and up across the page. */
const STEP = 10;
const STEPS = 40;

/** @param {boolean} hasScript */
const buildOrdinary = (hasScript) => buildOrdinaryPage(hasScript ? "core" : "none");
/** @param {boolean} hasScript */
const buildLarge = (hasScript) => buildLargePage({ hasScript, marked: ROWS });

/**
 * The mouse clicks on a text that is no button: milliseconds of the main thread a click.
 *
 * @param {Lab} lab
 * @param {number} rounds
 */
export function measureStrayClick(lab, rounds) {
  return compareTwins(lab, rounds, buildOrdinary, async ({ x, y }) => {
    await lab.page.mouse.move(x + 30, y + 60);
    await lab.rest();
    return lab.measureWork(CLICKS, async () => {
      await lab.page.mouse.down();
      await lab.page.mouse.up();
    });
  });
}

/**
 * The mouse moves over 50,000 nodes, one step a frame: milliseconds of the main thread a move.
 *
 * @param {Lab} lab
 * @param {number} rounds
 */
export function measureMouseMove(lab, rounds) {
  return compareTwins(lab, rounds, buildLarge, async ({ x, y }) => {
    const move = (/** @type {number} */ step) =>
      lab.page.mouse.move(x + STEP * step, y + STEP * step);
    await move(1);
    await lab.rest();
    return lab.measureWork(STEPS, (turn) => move(1 + Math.min(turn + 1, STEPS - turn)));
  });
}

/**
 * The Tab key goes from button to button among 50,000 nodes: milliseconds of the main thread a press.
 *
 * @param {Lab} lab
 * @param {number} rounds
 */
export function measureTab(lab, rounds) {
  return compareTwins(lab, rounds, buildLarge, async ({ x, y }) => {
    // The focus begins where the mouse has clicked.
    await lab.page.mouse.click(x + 30, y + 30);
    await lab.page.keyboard.press("Tab");
    await lab.rest();
    return lab.measureWork(TABS, () => lab.page.keyboard.press("Tab"));
  });
}

/**
 * The same on both of two pages side by side, which are new every two rounds. Sides are swapped too: so each
 * is left and right, first and second.
 *
 * @param {Lab} lab
 * @param {number} rounds
 * @param {(hasScript: boolean) => string} build
 * @param {(corner: { x: number, y: number }) => Promise<number>} measure
 */
function compareTwins(lab, rounds, build, measure) {
  return interleave(NAMES, rounds, async (name, round) => {
    if (name === NAMES[round % NAMES.length]) {
      const { page, frames } = buildTwins(round % 4 > 1, build);
      await lab.visit(page, frames);
      await lab.rest();
    }
    const corner = await lab.page.locator(`iframe[name=${name}]`).boundingBox();
    if (!corner) throw new Error(`expected a frame ${name} on the page, found none`);
    return measure(corner);
  });
}

/**
 * Milliseconds of the thread for removing 10,000 marked buttons one by one.
 *
 * @param {Lab} lab
 * @param {number} rounds
 */
export function measureRemovals(lab, rounds) {
  return interleave(NAMES, rounds, async (name) => {
    await lab.visit(buildLarge(name === "ours"));
    await lab.rest();
    // From a clean heap: what parsing the page has left behind would be collected in between.
    await lab.readHeap();
    const events = await lab.trace(() =>
      lab.page.evaluate(
        () =>
          new Promise((resolve) => {
            const buttons = [...document.querySelectorAll("[data-kakao-chat]")];
            setTimeout(() => {
              for (const button of buttons) button.remove();
              resolve(undefined);
            });
          }),
      ),
    );
    // The timer alone, without the frame that is drawn afterwards.
    const timers = events.filter((event) => event.name === "TimerFire");
    return Math.max(...timers.map(({ tdur = 0 }) => tdur)) / 1000;
  });
}

/**
 * Our part of a click's time on a slow processor, for the first click on a fresh page: all that our script
 * does from the pointer's first event to the click's last, but for the browser's own `window.open`.
 *
 * @param {Lab} lab
 * @param {string} page with an element `#chat`, and our script
 * @returns {Promise<number>} milliseconds
 */
export async function measureClick(lab, page) {
  await lab.visit(page.replace("<script", `${NOTE_OPEN}<script`));
  await lab.rest();
  const box = await lab.page.locator("#chat").boundingBox();
  if (!box) throw new Error("expected an element #chat on the page, found none");
  const events = await lab.slowly(() =>
    lab.trace(async () => {
      const opens = lab.page.waitForEvent("popup");
      await lab.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await (await opens).close();
      // The popup is there while the slowed click still goes on.
      await lab.page.evaluate(() => {});
    }),
  );
  const runs = events.filter(
    ({ name, args }) => name === "FunctionCall" && args.data?.url?.endsWith(pathOf("core")),
  );
  const total = findOutermost(runs).reduce((sum, { dur }) => sum + dur, 0) / 1000;
  if (total === 0) throw new Error("expected to see our listeners in a trace, saw nothing");
  return total - (await readOpening(lab)).took;
}

/** Before our script: when the click came, and how long the browser's `window.open` takes. */
const NOTE_OPEN = `<script>
  const open = window.open;
  let clickedAt = 0;
  addEventListener("click", () => { clickedAt = performance.now(); }, true);
  window.open = (...args) => {
    const begin = performance.now();
    const opened = open(...args);
    window.opening = { after: begin - clickedAt, took: performance.now() - begin };
    return opened;
  };
</script>`;

/**
 * Milliseconds from the click to `window.open`, and in it.
 *
 * @param {Lab} lab
 * @returns {Promise<{ after: number, took: number }>}
 */
async function readOpening(lab) {
  const opening = await lab.page.evaluate(() => Reflect.get(window, "opening"));
  if (!opening) throw new Error("expected the click to call window.open, and it did not");
  return opening;
}

/** Each of the nine, among what they read. */
const TOKENS = "{path} {url} {title} {lang} {referrer} {query:a} {meta:author} {data:a} {text:p}";

/**
 * From the click to `window.open` beside `window.open` itself, for a button with every token among 50,000 nodes:
 * the first click of a page.
 *
 * @param {Lab} lab
 * @param {number} rounds
 */
export async function measureTokens(lab, rounds) {
  const page = buildLargePage({ hasScript: true, marked: 1 })
    .replace("<button", `<button id="chat" data-a="1" data-kakao-chat-extra="${TOKENS}"`)
    .replace("<script", `<meta name="author" content="1">${NOTE_OPEN}<script`);
  const { ours } = await interleave(["ours"], rounds, async () => {
    await lab.visit(page);
    await lab.rest();
    const opens = lab.page.waitForEvent("popup");
    await lab.page.click("#chat");
    await (await opens).close();
    return readOpening(lab);
  });
  return ours;
}

/**
 * @param {Lab} lab
 * @param {number} rounds
 */
export async function measureClicks(lab, rounds) {
  const page = buildPage(
    tag("core"),
    '<button type="button" id="chat" data-kakao-chat="@channel">Chat</button>',
  );
  return (await interleave(["ours"], rounds, () => measureClick(lab, page))).ours;
}
