/** What it costs a page that a script is there: at load, at rest, in memory, in movement. */

import { setTimeout as wait } from "node:timers/promises";
import { exportJWK, generateKeyPair } from "jose";
import {
  buildLargePage,
  buildOrdinaryPage,
  buildPage,
  buildScriptPage,
  ROWS,
  SCRIPT_IDS,
  SEAL,
} from "./pages.mjs";
import { findRatios, interleave } from "./statistics.mjs";

/** @typedef {import("./lab.mjs").Lab} Lab */

const IDLE_SECONDS = 5;

/**
 * Milliseconds of script on a slow processor, from the navigation until the browser is idle.
 *
 * @param {Lab} lab
 * @param {string} html
 */
function traceLoad(lab, html) {
  return lab.slowly(() =>
    lab.traceScripts(async () => {
      await lab.visit(html);
      await lab.rest();
    }),
  );
}

/**
 * Each script on a page with one button of its kind.
 *
 * @param {Lab} lab
 * @param {number} rounds
 */
export function measureLoad(lab, rounds) {
  return interleave(SCRIPT_IDS, rounds, (id) => traceLoad(lab, buildScriptPage(id)));
}

/**
 * Our script on a page of 50,000 nodes, with 10,000 buttons of ours and with none.
 *
 * @param {Lab} lab
 * @param {number} rounds
 */
export function measureLargeLoad(lab, rounds) {
  return interleave(["marked", "unmarked"], rounds, (name) =>
    traceLoad(lab, buildLargePage({ hasScript: true, marked: name === "marked" ? ROWS : 0 })),
  );
}

/**
 * The seal with its key, before our script, over our script alone: milliseconds more.
 *
 * @param {Lab} lab
 * @param {number} rounds
 */
export async function measureSealLoad(lab, rounds) {
  const { publicKey } = await generateKeyPair("ECDH-ES", { extractable: true });
  const key = JSON.stringify(await exportJWK(publicKey));
  const page = buildScriptPage("core");
  const sealed = page.replace(
    "<script",
    `<script src="${SEAL}" data-key='${key}' defer></script><script`,
  );
  const loads = await interleave(["sealed", "plain"], rounds, (name) =>
    traceLoad(lab, name === "sealed" ? sealed : page),
  );
  return loads.sealed.map(({ total }, round) => total - (loads.plain[round]?.total ?? 0));
}

/**
 * KiB that 10,000 marked buttons add to the heaps of V8 and of the DOM where our script is, over what they
 * add where it is not. The script's own memory, and what marks and elements cost without it, are in the
 * other three pages, and go out of the sum.
 *
 * @param {Lab} lab
 * @param {number} rounds
 */
export async function measureButtonMemory(lab, rounds) {
  const heaps = await interleave(["marked", "unmarked", "marks", "none"], rounds, async (name) => {
    const hasScript = name === "marked" || name === "unmarked";
    const marked = name === "marked" || name === "marks" ? ROWS : 0;
    await lab.visit(buildLargePage({ hasScript, marked }));
    await lab.rest();
    return (await lab.readHeap()) / 1024;
  });
  const added = heaps.marked.map((heap, round) => heap - Number(heaps.unmarked[round]));
  const without = heaps.marks.map((heap, round) => heap - Number(heaps.none[round]));
  return added.map((heap, round) => heap - Number(without[round]));
}

/**
 * KiB that a script with one button adds to the heaps of V8 and of the DOM.
 *
 * @param {Lab} lab
 * @param {number} rounds
 */
export async function measureScriptMemory(lab, rounds) {
  const ids = /** @type {const} */ (["core", "launcher", "typeform", "cal", "none"]);
  const heaps = await interleave(ids, rounds, async (id) => {
    await lab.visit(buildScriptPage(id));
    await lab.rest();
    return (await lab.readHeap()) / 1024;
  });
  const over = (/** @type {number[]} */ values) =>
    values.map((heap, round) => heap - Number(heaps.none[round]));
  return {
    core: over(heaps.core),
    launcher: over(heaps.launcher),
    typeform: over(heaps.typeform),
    cal: over(heaps.cal),
  };
}

/**
 * What a page's script does while nobody does anything: milliseconds of script and requests in 5 seconds.
 *
 * @param {Lab} lab
 * @param {"core" | "launcher"} id
 */
export async function measureIdle(lab, id) {
  await lab.visit(buildOrdinaryPage(id));
  await lab.rest();
  let requests = 0;
  const count = () => {
    requests++;
  };
  lab.page.on("request", count);
  const { total } = await lab.traceScripts(() => wait(1000 * IDLE_SECONDS));
  lab.page.off("request", count);
  // Zero means something only where the same trace can see our script.
  const clicked = await lab.traceScripts(() => lab.page.click("p b"));
  if (clicked.total === 0) throw new Error("expected to see our listener in a trace, saw nothing");
  return { script: [total], requests: [requests] };
}

/**
 * The sum of all layout shifts until the page with the launcher is at rest.
 *
 * @param {Lab} lab
 * @param {number} rounds
 */
export async function measureLayoutShift(lab, rounds) {
  const { launcher } = await interleave(["launcher"], rounds, async () => {
    await lab.visit(buildOrdinaryPage("launcher"));
    await lab.rest();
    return readLayoutShift(lab);
  });
  // Zero means something only where a shift can be seen.
  await lab.visit(buildPage("", "<p>Text</p>".repeat(3)));
  await lab.rest();
  await lab.page.evaluate(() =>
    document.body.prepend(Object.assign(document.createElement("p"), { textContent: "More" })),
  );
  await lab.rest();
  if ((await readLayoutShift(lab)) === 0) throw new Error("expected a layout shift, saw none");
  return launcher;
}

/** @param {Lab} lab */
function readLayoutShift(lab) {
  return lab.page.evaluate(
    () =>
      /** @type {Promise<number>} */ (
        new Promise((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += Number(Reflect.get(entry, "value"));
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 200);
        })
      ),
  );
}

/**
 * Milliseconds of a load beside another's, round by round.
 *
 * @param {{ total: number }[]} ours
 * @param {{ total: number }[]} others
 */
export function compareLoads(ours, others) {
  const total = (/** @type {{ total: number }} */ load) => load.total;
  return findRatios(ours.map(total), others.map(total));
}
