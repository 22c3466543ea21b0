/** Results as Markdown: the table of goals, and what is behind it. */

import { readScript, readVersion, SCRIPT_IDS, SCRIPTS } from "./peers.mjs";
import { findRatios, summarize } from "./statistics.mjs";

const WORDS = {
  en: { head: ["", "median", "quartiles", "at most", ""], met: "met", missed: "missed" },
  ko: { head: ["", "중앙값", "사분위", "목표(이하)", ""], met: "달성", missed: "미달" },
};

const BEGIN = "<!-- bench: npm run bench writes this table -->";
const END = "<!-- /bench -->";

/**
 * The goals, in the language of the page that it stands on.
 *
 * @param {readonly import("./goals.mjs").Result[]} results
 * @param {import("./goals.mjs").Language} language
 */
export function buildGoalTable(results, language) {
  const { head, met, missed } = WORDS[language];
  return buildTable(
    head,
    results.map(({ title, summary, limit, isMet, reason }) => [
      title[language],
      format(summary.median),
      formatQuartiles(summary),
      format(limit),
      isMet ? met : `**${missed}**${reason ? `: ${reason[language]}` : ""}`,
    ]),
  );
}

/**
 * Every script beside ours: its bytes, and what its being there costs the main thread.
 *
 * @param {import("./goals.mjs").Samples} samples
 */
export function buildScriptTable({ bytes, evaluation }) {
  return buildTable(
    [
      "script",
      "version",
      "bytes",
      "brotli",
      "ours / its",
      "compile and execute (µs)",
      "ours / its",
    ],
    SCRIPT_IDS.map((id) => {
      const time = summarize(evaluation[id]);
      const ratios = summarize(findRatios(evaluation["kakao-chat"], evaluation[id]));
      return [
        SCRIPTS[id].name,
        readVersion(id),
        formatWhole(Buffer.byteLength(readScript(id))),
        formatWhole(bytes[id]),
        format(bytes["kakao-chat"] / bytes[id]),
        `${formatWhole(time.median)} (${formatQuartiles(time)})`,
        `${format(ratios.median)} (${formatQuartiles(ratios)})`,
      ];
    }),
  );
}

/**
 * The samples that the ratios are made of.
 *
 * @param {Record<string, readonly number[]>} series by what they are
 */
export function buildSampleTable(series) {
  return buildTable(
    ["", "median", "quartiles", "samples"],
    Object.entries(series).map(([name, values]) => {
      const summary = summarize(values);
      return [name, format(summary.median), formatQuartiles(summary), `${values.length}`];
    }),
  );
}

/** @param {string} table */
export function mark(table) {
  return `${BEGIN}\n${table}\n${END}`;
}

/**
 * A page with another table between the marks.
 *
 * @param {string} page
 * @param {string} table
 */
export function replaceMarked(page, table) {
  const [before, rest] = splitOnce(page, BEGIN);
  const [, after] = splitOnce(rest, END);
  return before + mark(table) + after;
}

/**
 * The rows between the marks, cell by cell.
 *
 * @param {string} page
 */
export function parseMarked(page) {
  const [table] = splitOnce(splitOnce(page, BEGIN)[1], END);
  return parseTable(table);
}

/**
 * The rows of all tables in a text, without heads.
 *
 * @param {string} text
 */
export function parseTable(text) {
  const rows = text.split("\n").map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const isRule = (/** @type {string[] | undefined} */ row) => row?.[0]?.startsWith("---");
  return rows.filter((row, index) => row.length > 0 && !isRule(row) && !isRule(rows[index + 1]));
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function buildTable(head, rows) {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/**
 * @param {string} text
 * @param {string} separator
 * @returns {[before: string, after: string]}
 */
function splitOnce(text, separator) {
  const parts = text.split(separator);
  const [before, after] = parts;
  if (parts.length !== 2 || before === undefined || after === undefined) {
    throw new Error(`expected one "${separator}", got ${parts.length - 1}`);
  }
  return [before, after];
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
