/** Results as Markdown. */

import { countBytes, readScript, readVersion, SCRIPT_IDS, SCRIPTS } from "./pages.mjs";
import { judge } from "./rows.mjs";
import { findGrowth, summarize } from "./statistics.mjs";

/** @typedef {import("./rows.mjs").Samples} Samples */
/** @typedef {import("./growth.mjs").Curve} Curve */

/**
 * @param {{ samples: Samples, curves: Record<string, Curve[]>, machine: string, rounds: string }} results
 */
export function buildReport({ samples, curves, machine, rounds }) {
  const engines = samples.engines.map(({ version }) => version).join(", ");
  return `# Bench

\`npm run bench\` wrote this${rounds}: kakao-chat-button ${readVersion("core")} on ${machine}, in ${engines}.

Ratios, because times are the machine's. Each is the median of pairs that were taken one right after the other; beside it are the quartiles of the same pairs.
"Slowed" is Chromium with its processor slowed down six times, as on a phone of the lower middle. What each row measures stands in the files of this folder.

${buildRowTable(samples)}

## Beside the peers

The files that the packages publish for a script tag, each on a page with one button of its kind. The Kakao SDK itself is on Kakao's own servers; \`kakaojs\` is a mirror of version 1.

${buildScriptTable(samples)}

## Growth

By the number of buttons on a page of 50,000 nodes (load and click, slowed), and by the length of the extra (\`explain()\` with personal data, and with tokens). Both axes are
logarithmic: a linear cost rises with the dashed line, a flat one not at all.

![by the number of buttons](growth-buttons.svg) ![by the length of the extra](growth-extra.svg)

${buildGrowthTable(curves)}

## Times behind the ratios

${buildTimeTable(samples)}
`;
}

/** @param {Samples} samples */
function buildRowTable(samples) {
  return buildTable(
    ["", "median", "quartiles", "at most", ""],
    judge(samples).map(({ title, summary, limit, isMet }) => [
      title,
      format(summary.median),
      formatQuartiles(summary),
      limit === undefined ? "" : format(limit),
      isMet === undefined ? "" : isMet ? "met" : "**missed**",
    ]),
  );
}

/** @param {Samples} samples */
function buildScriptTable({ load }) {
  return buildTable(
    ["script", "version", "bytes", "brotli", "script time from load to idle, slowed (ms)"],
    SCRIPT_IDS.map((id) => {
      const time = summarize(load[id].map(({ total }) => total));
      return [
        SCRIPTS[id].name,
        readVersion(id),
        formatWhole(Buffer.byteLength(readScript(SCRIPTS[id].path))),
        formatWhole(countBytes(id)),
        `${format(time.median)} (${formatQuartiles(time)})`,
      ];
    }),
  );
}

/** @param {Record<string, Curve[]>} curves by what they grow with */
function buildGrowthTable(curves) {
  return buildTable(
    ["", "by", "milliseconds", "power at the end"],
    Object.entries(curves).flatMap(([by, all]) =>
      all.map(({ name, points }) => [
        name,
        by,
        points.map(({ x, y }) => `${formatWhole(x)}: ${format(y)}`).join(", "),
        findGrowth(points).toFixed(2),
      ]),
    ),
  );
}

/** @param {Samples} samples */
function buildTimeTable(samples) {
  const twins = /** @type {const} */ (["removals", "strayClick", "mouseMove", "tab"]);
  const series = [
    ...twins.flatMap((name) =>
      Object.entries(samples[name]).map(([side, times]) => ({ name: `${name}, ${side}`, times })),
    ),
    ...samples.engines.flatMap((engine) =>
      Object.entries(engine.samples).map(([id, arrivals]) => ({
        name: `click to arrival, ${id}, ${engine.name}`,
        times: arrivals.map(({ time }) => time),
      })),
    ),
  ];
  return buildTable(
    ["", "median (ms)", "quartiles", "samples"],
    series.map(({ name, times }) => {
      const summary = summarize(times);
      return [name, format(summary.median), formatQuartiles(summary), `${summary.count}`];
    }),
  );
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function buildTable(head, rows) {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** @param {number} value */
function format(value) {
  return new Intl.NumberFormat("en", { maximumSignificantDigits: 3 }).format(value);
}

/** @param {number} value */
function formatWhole(value) {
  return new Intl.NumberFormat("en", { maximumFractionDigits: 0 }).format(value);
}

/** @param {import("./statistics.mjs").Summary} summary */
function formatQuartiles({ low, high, count }) {
  return count > 1 ? `${format(low)}–${format(high)}` : "";
}
