/**
 * `npm run bench`: measures the built files beside their peers, and writes the results and the curves into this
 * folder. `npm run bench -- --short` takes one sample of each, prints it and writes nothing: to see that all works.
 */

import { execFileSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { drawCurves, measureButtonGrowth, measureExtraGrowth } from "./growth.mjs";
import {
  measureClicks,
  measureMouseMove,
  measureRemovals,
  measureStrayClick,
  measureTab,
  measureTokens,
} from "./input.mjs";
import { Lab } from "./lab.mjs";
import {
  measureButtonMemory,
  measureIdle,
  measureLargeLoad,
  measureLayoutShift,
  measureLoad,
  measureScriptMemory,
  measureSealLoad,
} from "./loading.mjs";
import { countBytes, SCRIPT_IDS } from "./pages.mjs";
import { buildReport } from "./report.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const isShort = process.argv.includes("--short");

/** @param {number} rounds */
const take = (rounds) => (isShort ? 1 : rounds);

/** The peers as the lock file says, unless they are there. */
function installPeers() {
  const changedAt = (/** @type {string} */ path) =>
    statSync(here + path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (changedAt("node_modules/.package-lock.json") > changedAt("package-lock.json")) return;
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
  execFileSync("npm", args, { cwd: here, stdio: "inherit", shell: process.platform === "win32" });
}

/**
 * What a step takes goes to the terminal.
 *
 * @template Result
 * @param {string} name
 * @param {() => Result | Promise<Result>} run
 */
async function step(name, run) {
  const begin = Date.now();
  const result = await run();
  console.error(`${name}: ${Math.round((Date.now() - begin) / 1000)} s`);
  return result;
}

/**
 * One after the other: they share a page.
 *
 * @param {Lab} lab
 * @returns {Promise<Omit<import("./rows.mjs").Samples, "engines">>}
 */
async function measure(lab) {
  const bytes = /** @type {import("./rows.mjs").Samples["bytes"]} */ (
    Object.fromEntries(SCRIPT_IDS.map((id) => [id, countBytes(id)]))
  );
  return {
    bytes,
    load: await step("load", () => measureLoad(lab, take(30))),
    largeLoad: await step("large load", () => measureLargeLoad(lab, take(12))),
    sealLoad: await step("seal's load", () => measureSealLoad(lab, take(12))),
    click: await step("click", () => measureClicks(lab, take(20))),
    tokens: await step("tokens", () => measureTokens(lab, take(20))),
    removals: await step("removals", () => measureRemovals(lab, take(10))),
    strayClick: await step("click elsewhere", () => measureStrayClick(lab, take(20))),
    mouseMove: await step("mouse move", () => measureMouseMove(lab, take(16))),
    tab: await step("Tab", () => measureTab(lab, take(16))),
    buttonMemory: await step("memory of buttons", () => measureButtonMemory(lab, take(3))),
    scriptMemory: await step("memory of scripts", () => measureScriptMemory(lab, take(5))),
    idle: {
      core: await step("idle", () => measureIdle(lab, "core")),
      launcher: await step("idle launcher", () => measureIdle(lab, "launcher")),
    },
    layoutShift: await step("layout shift", () => measureLayoutShift(lab, take(5))),
  };
}

/** @returns {import("./rows.mjs").Samples["engines"]} */
function measureArrivals() {
  const runner = fileURLToPath(import.meta.resolve("@playwright/test/cli"));
  const printed = execFileSync(process.execPath, [runner, "test", "-c", here], {
    env: { ...process.env, BENCH_ROUNDS: `${take(20)}` },
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  /** @type {import("@playwright/test/reporter").JSONReport} */
  const { suites } = JSON.parse(printed);
  const tests = suites.flatMap(({ specs }) => specs).flatMap((spec) => spec.tests);
  return tests.map(({ projectName, results }) => {
    const body = results[0]?.attachments.find(({ name }) => name === "arrivals")?.body ?? "";
    return { name: projectName, ...JSON.parse(Buffer.from(body, "base64").toString()) };
  });
}

async function run() {
  installPeers();
  const lab = await Lab.open();
  try {
    const measured = await measure(lab);
    const curves = {
      buttons: await step("growth with buttons", () => measureButtonGrowth(lab, take(5))),
      "kB of extra": await step("growth with the extra", () => measureExtraGrowth(lab, take(5))),
    };
    const engines = await step("arrivals", measureArrivals);
    const machine = `${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`;
    const rounds = isShort ? " in a short run" : "";
    const report = buildReport({ samples: { ...measured, engines }, curves, machine, rounds });
    console.log(report);
    if (isShort) return;
    writeFileSync(`${here}RESULTS.md`, report);
    writeFileSync(`${here}growth-buttons.svg`, drawCurves(curves.buttons, "buttons"));
    writeFileSync(`${here}growth-extra.svg`, drawCurves(curves["kB of extra"], "kB of extra"));
  } finally {
    await lab.close();
  }
}

await run();
