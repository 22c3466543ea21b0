/** What the bench asks: each row's limit, and the samples that it is judged by. */

import { compareLoads } from "./loading.mjs";
import { findRatios, summarize } from "./statistics.mjs";

/** @typedef {import("./pages.mjs").ScriptId} ScriptId */
/** @typedef {{ total: number, longest: number }} Load */
/** @typedef {Record<"ours" | "none", number[]>} Twins */
/** @typedef {{ time: number, crypted: number }} Arrival */
/** @typedef {"get" | "getByHand" | "post" | "postByHand" | "unsealed" | "sealed"} ArrivalId */

/**
 * @typedef {object} Samples all that a run measures; times in milliseconds
 * @property {Record<ScriptId, number>} bytes
 * @property {Record<ScriptId, Load[]>} load
 * @property {Record<"marked" | "unmarked", Load[]>} largeLoad
 * @property {number[]} sealLoad
 * @property {number[]} click
 * @property {{ after: number, took: number }[]} tokens from the click to `window.open`, and in it
 * @property {Twins} removals
 * @property {Twins} strayClick
 * @property {Twins} mouseMove
 * @property {Twins} tab
 * @property {number[]} buttonMemory
 * @property {Record<"core" | "launcher" | "typeform" | "cal", number[]>} scriptMemory
 * @property {Record<"core" | "launcher", { script: number[], requests: number[] }>} idle
 * @property {number[]} layoutShift
 * @property {{ name: string, version: string, samples: Record<ArrivalId, Arrival[]> }[]} engines
 */

/**
 * @typedef {object} Row
 * @property {string} title
 * @property {number} [limit] the median's upper limit; none for a figure
 * @property {(samples: Samples) => number[]} find
 */

/**
 * @param {"core" | "launcher"} ours
 * @param {"typeform" | "kakao"} peer
 * @returns {(samples: Samples) => number[]}
 */
const bytesOver =
  (ours, peer) =>
  ({ bytes }) => [bytes[ours] / bytes[peer]];

/**
 * @param {"core" | "launcher"} ours
 * @param {ScriptId} peer
 * @returns {(samples: Samples) => number[]}
 */
const loadOver =
  (ours, peer) =>
  ({ load }) =>
    compareLoads(load[ours], load[peer]);

/**
 * @param {"removals" | "strayClick" | "mouseMove" | "tab"} name
 * @returns {(samples: Samples) => number[]}
 */
const overNone = (name) => (samples) => findRatios(samples[name].ours, samples[name].none);

/** @param {Load[]} loads */
const findLongest = (loads) => loads.map(({ longest }) => longest);

/** @type {readonly Row[]} */
export const ROWS = [
  { title: "Bytes (brotli): core / Typeform's", limit: 0.64, find: bytesOver("core", "typeform") },
  {
    title: "Bytes (brotli): launcher / Typeform's",
    limit: 0.8,
    find: bytesOver("launcher", "typeform"),
  },
  {
    title: "Bytes (brotli): core / the Kakao SDK's (v1)",
    limit: 0.35,
    find: bytesOver("core", "kakao"),
  },
  {
    title: "Bytes (brotli): launcher / the Kakao SDK's (v1)",
    limit: 0.44,
    find: bytesOver("launcher", "kakao"),
  },
  {
    title: "Script time from load to idle, slowed: core / Typeform's",
    limit: 0.4,
    find: loadOver("core", "typeform"),
  },
  {
    title: "Script time from load to idle, slowed: core / clipboard's",
    limit: 1.7,
    find: loadOver("core", "clipboard"),
  },
  {
    title: "Script time from load to idle, slowed: launcher / Typeform's popup button",
    limit: 0.45,
    find: loadOver("launcher", "typeform"),
  },
  {
    title: "Script time from load to idle, slowed: launcher / Cal.com's floating button",
    find: loadOver("launcher", "cal"),
  },
  {
    title: "Our longest task there, slowed (ms): core",
    limit: 10,
    find: ({ load }) => findLongest(load.core),
  },
  {
    title: "Our longest task there, slowed (ms): launcher",
    limit: 10,
    find: ({ load }) => findLongest(load.launcher),
  },
  {
    title: "Script time from load to idle on 50,000 nodes, slowed: 10,000 buttons / none",
    limit: 1.15,
    find: ({ largeLoad }) => compareLoads(largeLoad.marked, largeLoad.unmarked),
  },
  {
    title: "Our longest task there, slowed (ms)",
    limit: 50,
    find: ({ largeLoad }) => findLongest(largeLoad.marked),
  },
  { title: "Our part of a click's time, slowed (ms)", limit: 4, find: ({ click }) => click },
  {
    title: "From the click to window.open, with nine tokens on 50,000 nodes / window.open",
    limit: 0.02,
    find: ({ tokens }) => tokens.map(({ after, took }) => after / took),
  },
  {
    title: "10,000 buttons removed one by one / without the script",
    limit: 1.05,
    find: overNone("removals"),
  },
  { title: "A click elsewhere / without the script", limit: 1.3, find: overNone("strayClick") },
  {
    title: "A mouse move on 50,000 nodes / without the script",
    limit: 1.1,
    find: overNone("mouseMove"),
  },
  {
    title: "A press of Tab on 50,000 nodes / without the script",
    limit: 1.2,
    find: overNone("tab"),
  },
  { title: "Heap of 10,000 buttons (KiB)", limit: 150, find: ({ buttonMemory }) => buttonMemory },
  {
    title: "Heap of the script with one button (KiB): core",
    find: ({ scriptMemory }) => scriptMemory.core,
  },
  {
    title: "Heap of the script with one button: launcher / Typeform's popup button",
    find: ({ scriptMemory }) => findRatios(scriptMemory.launcher, scriptMemory.typeform),
  },
  {
    title: "Heap of the script with one button: launcher / Cal.com's floating button",
    find: ({ scriptMemory }) => findRatios(scriptMemory.launcher, scriptMemory.cal),
  },
  {
    title: "Script time in 5 s without input (ms): core",
    limit: 0,
    find: ({ idle }) => idle.core.script,
  },
  {
    title: "Script time in 5 s without input (ms): launcher",
    limit: 0,
    find: ({ idle }) => idle.launcher.script,
  },
  {
    title: "Requests in 5 s without input: core",
    limit: 0,
    find: ({ idle }) => idle.core.requests,
  },
  {
    title: "Requests in 5 s without input: launcher",
    limit: 0,
    find: ({ idle }) => idle.launcher.requests,
  },
  {
    title: "Cumulative layout shift with the launcher",
    limit: 0,
    find: ({ layoutShift }) => layoutShift,
  },
  {
    title: "The seal's script time from load to idle, slowed (ms)",
    find: ({ sealLoad }) => sealLoad,
  },
];

/**
 * The rows of an engine: from the click to the request's arrival.
 *
 * @param {Samples["engines"][number]} engine
 * @returns {Row[]}
 */
function buildArrivalRows({ name, samples }) {
  const times = (/** @type {ArrivalId} */ id) => samples[id].map(({ time }) => time);
  const row = (/** @type {"get" | "post"} */ way) => ({
    title: `Click to arrival by ${way.toUpperCase()} / by hand, ${name}`,
    limit: 1.03,
    find: () => findRatios(times(way), times(`${way}ByHand`)),
  });
  return [
    row("get"),
    row("post"),
    {
      title: `Click to arrival, sealed / unsealed, ${name}`,
      find: () => findRatios(times("sealed"), times("unsealed")),
    },
    {
      title: `Of it, the browser's own cryptography (ms), ${name}`,
      find: () => samples.sealed.map(({ crypted }) => crypted),
    },
  ];
}

/**
 * Each row with what came out; `isMet` only of a row with a limit.
 *
 * @param {Samples} samples
 */
export function judge(samples) {
  return [...ROWS, ...samples.engines.flatMap(buildArrivalRows)].map((row) => {
    const summary = summarize(row.find(samples));
    const isMet = row.limit === undefined ? undefined : summary.median <= row.limit;
    return { ...row, summary, isMet };
  });
}
