/**
 * `npm run bench`: measures the built script beside its peers, prints the results, and writes them
 * to `RESULTS.md` and into both READMEs.
 */

import { execFileSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { judge } from "./goals.mjs";
import { Lab } from "./lab.mjs";
import { countBytes, readScript, readVersion, SCRIPT_IDS } from "./peers.mjs";
import { measureClick } from "./scenarios/click.mjs";
import { measureEvaluation } from "./scenarios/evaluation.mjs";
import { measureIdle } from "./scenarios/idle.mjs";
import { measureDispatch, measurePointerMove, measureStrayClick } from "./scenarios/input.mjs";
import { measureMemory } from "./scenarios/memory.mjs";
import { measureRemovals } from "./scenarios/removals.mjs";
import { measureStart } from "./scenarios/start.mjs";
import {
  buildGoalTable,
  buildSampleTable,
  buildScriptTable,
  mark,
  replaceMarked,
} from "./table.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The peers as the lock file says, unless they are there. */
function installPeers() {
  const changedAt = (/** @type {string} */ path) =>
    statSync(here + path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (changedAt("node_modules/.package-lock.json") > changedAt("package-lock.json")) return;
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
  execFileSync("npm", args, { cwd: here, stdio: "inherit", shell: process.platform === "win32" });
}

/**
 * @param {Lab} lab
 * @returns {Promise<import("./goals.mjs").Samples>}
 */
async function measure(lab) {
  /** @type {<Found>(name: string, samples: Promise<Found>) => Promise<Found>} */
  const say = async (name, samples) => {
    const begin = Date.now();
    const found = await samples;
    console.error(`${name}: ${Math.round((Date.now() - begin) / 1000)} s`);
    return found;
  };
  const bytes = /** @type {import("./goals.mjs").Samples["bytes"]} */ (
    Object.fromEntries(SCRIPT_IDS.map((id) => [id, countBytes(readScript(id))]))
  );
  // One after the other: they share a page.
  return {
    bytes,
    evaluation: await say("compile and execute", measureEvaluation(lab, 100)),
    start: await say("start and check", measureStart(lab, 12)),
    removals: await say("removals", measureRemovals(lab, 10)),
    click: await say("click", measureClick(lab, 12)),
    strayClick: await say("click elsewhere", measureStrayClick(lab, 20)),
    dispatch: await say("dispatched click", measureDispatch(lab, 8)),
    pointerMove: await say("mouse move", measurePointerMove(lab, 16)),
    memory: await say("memory", measureMemory(lab, 3)),
    idle: await say("idle", measureIdle(lab)),
  };
}

/**
 * @param {import("./goals.mjs").Samples} samples
 * @param {string} browser
 */
function buildReport(samples, browser) {
  const { start, removals, click, strayClick, dispatch, pointerMove } = samples;
  const [processor] = cpus();
  return `# Bench

\`npm run bench\` wrote this: kakao-chat-button ${readVersion("kakao-chat")} in Chromium ${browser}, ${cpus().length} x ${processor?.model}, Node ${process.version}.

Ratios, because times are the machine's. Each is the median of pairs that were taken one right after the other; beside it the quartiles of the same pairs. What each
measures and how stands in \`goals.mjs\` and \`scenarios/\`.

${mark(buildGoalTable(judge(samples), "en"))}

## Beside the peers

The files that the packages publish for a script tag. The Kakao SDK itself is on Kakao's own servers; \`kakaojs\` is a mirror of version 1.

${buildScriptTable(samples)}

## Behind the ratios

${buildSampleTable({
  "start, 10,000 buttons of ours (µs)": start.marked,
  "start, none of ours (µs)": start.unmarked,
  "check at load (µs)": start.check,
  "`querySelectorAll` (µs)": start.query,
  "10,000 removals, with the script (µs)": removals.ours,
  "10,000 removals, without (µs)": removals.none,
  "from the click to `window.open` (ms)": click.ours,
  "`window.open` from there (ms)": click.oursOpen,
  'from the click to `window.open`, by hand in `onclick="..."` (ms)': click.inline,
  "`window.open` from there, by hand (ms)": click.inlineOpen,
  "a click elsewhere, with the script (µs)": strayClick.ours,
  "a click elsewhere, without (µs)": strayClick.none,
  "a click dispatched by script, with our script (µs)": dispatch.ours,
  "a click dispatched by script, without (µs)": dispatch.none,
  "a click dispatched by script, with a listener that does nothing (µs)": dispatch.empty,
  "a mouse move, with the script (µs)": pointerMove.ours,
  "a mouse move, without (µs)": pointerMove.none,
})}
`;
}

installPeers();
const lab = await Lab.open();
try {
  const samples = await measure(lab);
  const report = buildReport(samples, lab.version);
  console.log(report);
  writeFileSync(`${here}RESULTS.md`, report);
  for (const [page, language] of /** @type {const} */ ([
    ["../README.md", "en"],
    ["../README.ko.md", "ko"],
  ])) {
    const text = readFileSync(here + page, "utf8");
    writeFileSync(here + page, replaceMarked(text, buildGoalTable(judge(samples), language)));
  }
} finally {
  await lab.close();
}
