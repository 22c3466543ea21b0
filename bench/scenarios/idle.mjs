/** What the script does while nobody does anything. */

import { setTimeout as wait } from "node:timers/promises";
import { buildOrdinaryPage } from "../pages.mjs";
import { findScriptTimes } from "../script-times.mjs";

const SECONDS = 5;

/**
 * @param {import("../lab.mjs").Lab} lab
 * @returns {Promise<number[]>} microseconds that our script has run in 5 seconds without input
 */
export async function measureIdle(lab) {
  await lab.visit(buildOrdinaryPage(true));
  await lab.rest();
  const idle = findScriptTimes(await lab.trace(() => wait(1000 * SECONDS)));
  // Zero means something only where the same trace can see our script.
  const clicked = findScriptTimes(await lab.trace(() => lab.page.click("p b")));
  if (clicked.other === 0) throw new Error("expected to see our listener in a trace, saw nothing");
  return [idle.check + idle.other];
}
