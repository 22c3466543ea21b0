/** What the rest of the page pays while nobody wants to chat: clicks and mouse moves elsewhere. */

import { buildTwins } from "../pages.mjs";
import { interleave } from "../statistics.mjs";

const NAMES = /** @type {const} */ (["ours", "none"]);
const CLICKS = 20;
const DISPATCHES = 500;

/** A hand at 600 pixels a second, seen by a screen of 60 Hz, down and up across the page. */
const STEP = 10;
const STEPS = 40;

/**
 * The mouse clicks on a text that is no button.
 *
 * @param {import("../lab.mjs").Lab} lab
 * @param {number} rounds
 * @returns {Promise<Record<"ours" | "none", number[]>>} microseconds of the main thread a click: all
 *   that the browser does for it there
 */
export function measureStrayClick(lab, rounds) {
  return interleave(NAMES, rounds, async (name, round) => {
    if (name === NAMES[round % NAMES.length]) await visitTwins(lab, round);
    const { x, y } = await findCorner(lab, `iframe[name=${name}]`);
    await lab.page.mouse.move(x + 30, y + 60);
    await lab.rest();
    const before = await lab.readWork();
    for (let click = 0; click < CLICKS; click++) {
      await lab.page.mouse.down();
      await lab.page.mouse.up();
    }
    return (1e6 * ((await lab.readWork()) - before)) / CLICKS;
  });
}

/**
 * The listener's share alone: clicks that a script dispatches, so without the search for what is
 * under the mouse, without its other events and without a frame. Beside no listener, and beside one
 * that does nothing.
 *
 * @param {import("../lab.mjs").Lab} lab
 * @param {number} rounds
 * @returns {Promise<Record<"ours" | "none" | "empty", number[]>>} microseconds a click
 */
export function measureDispatch(lab, rounds) {
  return interleave(["ours", "none", "empty"], rounds, async (name, round) => {
    // A page of its own: V8 has seen none of its clicks before.
    await visitTwins(lab, round);
    const frame = lab.page.frame(name === "ours" ? "ours" : "none");
    if (!frame) throw new Error("expected two frames");
    return frame.evaluate(
      ({ clicks, isEmpty }) => {
        if (isEmpty) window.addEventListener("click", () => {}, true);
        const text = /** @type {Element} */ (document.querySelector("p b"));
        const begin = performance.now();
        for (let click = 0; click < clicks; click++) {
          text.dispatchEvent(
            new MouseEvent("click", { bubbles: true, cancelable: true, composed: true }),
          );
        }
        return (1000 * (performance.now() - begin)) / clicks;
      },
      { clicks: DISPATCHES, isEmpty: name === "empty" },
    );
  });
}

/**
 * The mouse moves, one step a frame: every other step, about, comes to another element.
 *
 * @param {import("../lab.mjs").Lab} lab
 * @param {number} rounds
 * @returns {Promise<Record<"ours" | "none", number[]>>} microseconds of the main thread a move
 */
export function measurePointerMove(lab, rounds) {
  return interleave(NAMES, rounds, async (name, round) => {
    if (name === NAMES[round % NAMES.length]) await visitTwins(lab, round);
    const { x, y } = await findCorner(lab, `iframe[name=${name}]`);
    const move = (/** @type {number} */ step) =>
      lab.page.mouse.move(x + STEP * step, y + STEP * step);
    await move(1);
    await lab.rest();
    const before = await lab.readWork();
    for (let step = 1; step <= STEPS; step++) {
      await move(1 + (step <= STEPS / 2 ? step : STEPS - step));
    }
    return (1e6 * ((await lab.readWork()) - before)) / STEPS;
  });
}

/**
 * Both pages, sides swapped after every two rounds: so each is left and right, first and second.
 *
 * @param {import("../lab.mjs").Lab} lab
 * @param {number} round
 */
async function visitTwins(lab, round) {
  const { page, frames } = buildTwins(round % 4 > 1);
  await lab.visit(page, frames);
  await lab.rest();
}

/**
 * @param {import("../lab.mjs").Lab} lab
 * @param {string} selector
 */
async function findCorner(lab, selector) {
  const box = await lab.page.locator(selector).boundingBox();
  if (!box) throw new Error(`expected ${selector} on the page, found none`);
  return box;
}
