/** What it costs a page that a button of it goes: nothing of ours watches the document. */

import { buildLargePage } from "../pages.mjs";
import { interleave } from "../statistics.mjs";

/**
 * @param {import("../lab.mjs").Lab} lab
 * @param {number} rounds
 * @returns {Promise<Record<"ours" | "none", number[]>>} milliseconds for removing 10,000 marked
 *   buttons one by one, with our script and with none
 */
export function measureRemovals(lab, rounds) {
  return interleave(["ours", "none"], rounds, async (name) => {
    await lab.visit(buildLargePage({ hasScript: name === "ours", isMarked: true }));
    await lab.rest();
    return lab.page.evaluate(() => {
      const buttons = [...document.querySelectorAll("[data-kakao-chat]")];
      const begin = performance.now();
      for (const button of buttons) button.remove();
      return performance.now() - begin;
    });
  });
}
