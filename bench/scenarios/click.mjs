/** How long a visitor's click takes to reach the browser's `window.open`, and how long that takes. */

import { buildClickPage } from "../pages.mjs";
import { interleave } from "../statistics.mjs";

/**
 * Each sample is the first click on a fresh page, by the mouse: nobody clicks such a button a
 * thousand times. By hand is `onclick="window.open(...)"`.
 *
 * @param {import("../lab.mjs").Lab} lab
 * @param {number} rounds
 * @returns {Promise<Record<"ours" | "oursOpen" | "inline" | "inlineOpen", number[]>>} milliseconds,
 *   from the first listener on the window to `window.open`, and in `window.open`
 */
export async function measureClick(lab, rounds) {
  const opens = /** @type {Record<"ours" | "inline", number[]>} */ ({ ours: [], inline: [] });
  const { ours, inline } = await interleave(["ours", "inline"], rounds, async (name) => {
    await lab.visit(buildClickPage());
    await lab.rest();
    const [popup] = await Promise.all([lab.page.waitForEvent("popup"), lab.page.click(`#${name}`)]);
    await popup.close();
    const { click, call, end } = await lab.page.evaluate(
      () => /** @type {Record<"click" | "call" | "end", number>} */ (Reflect.get(window, "times")),
    );
    opens[name].push(end - call);
    return call - click;
  });
  return { ours, oursOpen: opens.ours, inline, inlineOpen: opens.inline };
}
