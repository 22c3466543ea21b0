/** How long our script has run, by the browser's own trace. */

const RUNS = ["EvaluateScript", "FunctionCall"];

/**
 * @param {readonly import("./lab.mjs").TraceEvent[]} events
 * @returns {{ check: number, other: number }} microseconds of the thread: looking after the page's
 *   buttons at the end of our first run (a microtask of it, where the page has been loaded before), and
 *   in all else (that run itself, listeners, timers)
 */
export function findScriptTimes(events) {
  const ours = events.filter(
    ({ name, args }) => RUNS.includes(name) && args.data?.url?.endsWith("/kakao-chat.js"),
  );
  const first = ours.find(({ name }) => name === "EvaluateScript");
  const check = sum(findOutermost(ours.filter((event) => first && isWithin(event, first))));
  return { check, other: sum(findOutermost(ours)) - check };
}

/** @param {readonly import("./lab.mjs").TraceEvent[]} events */
function findOutermost(events) {
  return events.filter((event) => !events.some((outer) => isWithin(event, outer)));
}

/** @param {readonly import("./lab.mjs").TraceEvent[]} events */
function sum(events) {
  return events.reduce((total, { tdur = 0 }) => total + tdur, 0);
}

/**
 * @param {import("./lab.mjs").TraceEvent} inner
 * @param {import("./lab.mjs").TraceEvent} outer
 */
function isWithin(inner, outer) {
  return (
    inner !== outer &&
    inner.pid === outer.pid &&
    inner.tid === outer.tid &&
    inner.ts >= outer.ts &&
    inner.ts + inner.dur <= outer.ts + outer.dur
  );
}
