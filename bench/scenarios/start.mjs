/** What a page of 50,000 nodes adds to our start, and to the check of its buttons once it is idle. */

import { buildLargePage } from "../pages.mjs";
import { findScriptTimes } from "../script-times.mjs";
import { interleave } from "../statistics.mjs";

/** The least that finding the marked buttons can cost. */
const QUERY = `
  const begin = performance.now();
  document.querySelectorAll("[data-kakao-chat]");
  globalThis.queryTime = performance.now() - begin;`;

/**
 * @param {import("../lab.mjs").Lab} lab
 * @param {number} rounds
 * @returns {Promise<Record<"marked" | "unmarked" | "check" | "query", number[]>>} microseconds: our
 *   start with 10,000 marked buttons and with none; the idle check of the marked ones, and a bare
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
    const html = buildLargePage({ hasScript: true, isMarked }, isQueryFirst ? QUERY : "");
    const times = findScriptTimes(
      await lab.trace(async () => {
        await lab.visit(html);
        await lab.rest();
      }),
    );
    if (isMarked) {
      if (!isQueryFirst) await lab.page.addScriptTag({ content: QUERY });
      check.push(times.idle);
      query.push(1000 * (await lab.page.evaluate(() => Reflect.get(globalThis, "queryTime"))));
    }
    return times.other;
  });
  return { ...starts, check, query };
}
