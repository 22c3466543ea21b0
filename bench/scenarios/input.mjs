/** What the rest of the page pays while nobody wants to chat: clicks and pointer moves elsewhere. */

import { TWINS } from "../pages.mjs";
import { interleave } from "../statistics.mjs";

const NAMES = /** @type {const} */ (["ours", "none"]);
const CLICKS = 500;

/** A hand at 1,500 pixels a second, seen by a screen of 60 Hz, down and up across the page. */
const STEP = 25;
const STEPS = 20;

/**
 * Clicks on a text, dispatched by script: the browser's share of a real one (finding what is under
 * the mouse, three events, the next frame) is some 50 times ours, and hides it.
 *
 * @param {import("../lab.mjs").Lab} lab
 * @param {number} rounds
 * @returns {Promise<Record<"ours" | "none", number[]>>} microseconds a click
 */
export function measureStrayClick(lab, rounds) {
  return interleave(NAMES, rounds, async (name, round) => {
    // A pair has a page of its own: V8 has seen none of its clicks before.
    if (name === NAMES[round % NAMES.length]) {
      await lab.visit(TWINS.page, TWINS.frames);
      await lab.rest();
    }
    const frame = /** @type {import("@playwright/test").Frame} */ (lab.page.frame(name));
    return frame.evaluate((clicks) => {
      const text = /** @type {Element} */ (document.querySelector("p b"));
      const begin = performance.now();
      for (let click = 0; click < clicks; click++) {
        text.dispatchEvent(
          new MouseEvent("click", { bubbles: true, cancelable: true, composed: true }),
        );
      }
      return (1000 * (performance.now() - begin)) / clicks;
    }, CLICKS);
  });
}

/**
 * The mouse itself, one step a frame, so all that the page's main thread does for it: some steps
 * come to another element, some do not.
 *
 * @param {import("../lab.mjs").Lab} lab
 * @param {number} rounds
 * @returns {Promise<Record<"ours" | "none", number[]>>} microseconds of the thread a move
 */
export async function measurePointerMove(lab, rounds) {
  await lab.visit(TWINS.page, TWINS.frames);
  return interleave(NAMES, rounds, async (name) => {
    const box = await lab.page.locator(`iframe[name=${name}]`).boundingBox();
    const { x, y } = /** @type {NonNullable<typeof box>} */ (box);
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
