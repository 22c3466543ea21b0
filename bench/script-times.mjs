/** How long our script has run, by the browser's own trace. */

const RUNS = ["EvaluateScript", "FunctionCall"];

/**
 * @param {readonly import("./lab.mjs").TraceEvent[]} events
 * @returns {{ idle: number, other: number }} microseconds of the thread: in idle callbacks, and in
 *   all else (its first run, listeners, timers)
 */
export function findScriptTimes(events) {
  const ours = events.filter(
    ({ name, args }) => RUNS.includes(name) && args.data?.url?.endsWith("/kakao-chat.js"),
  );
  const idleCallbacks = events.filter(({ name }) => name === "FireIdleCallback");
  const times = { idle: 0, other: 0 };
  for (const event of ours) {
    if (ours.some((outer) => isWithin(event, outer))) continue;
    const isIdle = idleCallbacks.some((callback) => isWithin(event, callback));
    times[isIdle ? "idle" : "other"] += event.tdur ?? 0;
  }
  return times;
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
