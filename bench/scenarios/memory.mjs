/** What marked buttons cost in memory, as long as nobody comes near them. */

import { buildLargePage } from "../pages.mjs";
import { interleave } from "../statistics.mjs";

/**
 * The script's own memory, and what marks and elements cost without it, are in the other three
 * pages, and go out of the sum.
 *
 * @param {import("../lab.mjs").Lab} lab
 * @param {number} rounds
 * @returns {Promise<number[]>} KiB that 10,000 marked buttons add to the heaps of V8 and of the DOM
 *   where our script is, over what they add where it is not
 */
export async function measureMemory(lab, rounds) {
  const heaps = await interleave(["marked", "unmarked", "marks", "none"], rounds, async (name) => {
    const hasScript = name === "marked" || name === "unmarked";
    const isMarked = name === "marked" || name === "marks";
    await lab.visit(buildLargePage({ hasScript, isMarked }));
    await lab.rest();
    await lab.collectGarbage();
    return (await lab.readHeap()) / 1024;
  });
  return heaps.marked.map(
    (marked, round) =>
      marked -
      Number(heaps.unmarked[round]) -
      (Number(heaps.marks[round]) - Number(heaps.none[round])),
  );
}
