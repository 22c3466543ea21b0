/**
 * The table "Tested in" of docs/browsers.md in both languages, from what the browser tests of the last run have written to
 * `test-results/engines.json`: `npm run tested-in` puts it there, `npm run tested-in -- --print` only
 * prints it.
 *
 * @typedef {object} Tested
 * @property {string} engine
 * @property {string} version as the browser says it
 * @property {"playwright" | "system"} kind whose build it is
 * @property {number} passed
 * @property {number} skipped
 * @property {number} failed
 *
 * @typedef {object} Run
 * @property {string} system the operating system
 * @property {boolean} isWhole with no engine and no file left out
 * @property {Tested[]} engines
 */

import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../", import.meta.url);
/** Where the reporter of the browser tests leaves the run. */
export const RUN = new URL("test-results/engines.json", ROOT);

/** Each page, and the table's head in its language. */
export const HEADS = {
  "docs/browsers.md": ["engine", "version", "build", "tests passed", "left out"],
  "docs/browsers.ko.md": ["엔진", "버전", "빌드", "통과한 테스트", "제외한 테스트"],
};

const PLACE = /(?<=<!-- npm run tested-in -->\n).*?(?=<!-- end -->)/s;

/**
 * @param {string[]} head
 * @param {Run} run
 */
export function renderTable(head, { system, engines }) {
  const rows = engines.map(({ engine, version, kind, passed, skipped }) => [
    engine,
    version,
    kind === "system" ? system : "Playwright",
    passed,
    skipped,
  ]);
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |\n`);
  return lines.join("");
}

/**
 * The table in the text of a page.
 *
 * @param {string} text
 */
export function findTable(text) {
  const table = PLACE.exec(text)?.[0];
  if (table === undefined) throw new Error("expected the two marks of the table, got none");
  return table;
}

/**
 * Why a run's figures must not stand there; undefined where they may.
 *
 * @param {Run} run
 */
export function findFault({ isWhole, engines }) {
  if (!isWhole) return "it left out an engine or a file";
  const failed = engines.find((tested) => tested.failed > 0);
  return failed && `${failed.failed} test(s) failed in ${failed.engine}`;
}

function run() {
  /** @type {Run} */
  const last = JSON.parse(readFileSync(RUN, "utf8"));
  if (process.argv.includes("--print")) {
    process.stdout.write(renderTable(HEADS["docs/browsers.md"], last));
    return;
  }
  const fault = findFault(last);
  if (fault) throw new Error(`the last run of the browser tests is of no use here: ${fault}`);
  for (const [name, head] of Object.entries(HEADS)) {
    const file = new URL(name, ROOT);
    const text = readFileSync(file, "utf8");
    findTable(text);
    writeFileSync(
      file,
      text.replace(PLACE, () => renderTable(head, last)),
    );
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
