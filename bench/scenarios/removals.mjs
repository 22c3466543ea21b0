/** What it costs a page that a button of it goes: nothing of ours watches the document. */

import { buildLargePage } from "../pages.mjs";
import { interleave } from "../statistics.mjs";

/**
 * @param {import("../lab.mjs").Lab} lab
 * @param {number} rounds
 * @returns {Promise<Record<"ours" | "none", number[]>>} microseconds of the thread for removing 10,000 marked
 *   buttons one by one, with our script and with none
 */
export function measureRemovals(lab, rounds) {
  return interleave(["ours", "none"], rounds, async (name) => {
    await lab.visit(buildLargePage({ hasScript: name === "ours", isMarked: true }));
    await lab.rest();
    await lab.page.evaluate(() => {
      Object.assign(window, { buttons: [...document.querySelectorAll("[data-kakao-chat]")] });
    });
    // From a clean heap: what parsing the page has left behind would be collected in between.
    await lab.collectGarbage();
    return lab.measureTimer("for (const button of buttons) button.remove();");
  });
}
