/** What a page of 50,000 nodes adds to our start, and to the check of its buttons afterwards. */

import { buildLargePage } from "../pages.mjs";
import { findScriptTimes } from "../script-times.mjs";
import { interleave } from "../statistics.mjs";

/**
 * The script comes when the page is there and at rest, as a tag manager's would: in the wake of so
 * much parsing, times of the same thing differ by half.
 *
 * @param {import("../lab.mjs").Lab} lab
 * @param {number} rounds
 * @returns {Promise<Record<"marked" | "unmarked" | "check" | "query", number[]>>} microseconds: our
 *   start with 10,000 marked buttons and with none; the check of the marked ones, and a bare
 *   `querySelectorAll` on the same page, by turns before and after the check
 */
export async function measureStart(lab, rounds) {
  /** @type {number[]} */
  const check = [];
  /** @type {number[]} */
  const query = [];
  const starts = await interleave(["marked", "unmarked"], rounds, async (name, round) => {
    const isMarked = name === "marked";
    const isQueryFirst = round % 2 === 0;
    await lab.visit(buildLargePage({ hasScript: false, isMarked }));
    await lab.rest();
    if (isMarked && isQueryFirst) query.push(await measureQuery(lab));
    const times = findScriptTimes(
      await lab.trace(async () => {
        await lab.page.addScriptTag({ url: "/kakao-chat.js" });
        await lab.rest();
      }),
    );
    if (isMarked && !isQueryFirst) query.push(await measureQuery(lab));
    if (isMarked) check.push(times.check);
    return times.other;
  });
  return { ...starts, check, query };
}

/** @param {import("../lab.mjs").Lab} lab */
function measureQuery(lab) {
  return lab.page.evaluate(() => {
    const begin = performance.now();
    document.querySelectorAll("[data-kakao-chat]");
    return 1000 * (performance.now() - begin);
  });
}
