/** Writes down which engines have run how many tests, for the table "Tested in" of docs/browsers.md. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { FullConfig, Reporter, Suite, TestCase } from "@playwright/test/reporter";
import { ENGINE_NAMES, ENGINES, findBrowser } from "../../find-browsers.mjs";
import { HEADS, RUN, type Run, renderTable, type Tested } from "../../tested-in.mjs";
import type { EngineName } from "./engine";

/** The annotation by which a test says the version of its browser. */
export const VERSION = "browser version";

export default class EngineReporter implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(): void {
    const tests = this.#suite?.allTests() ?? [];
    const engines = ENGINE_NAMES.flatMap((name) => {
      const own = tests.filter((test) => test.parent.project()?.name === name);
      return own.length > 0 ? [summarise(name, own)] : [];
    });
    const files = new Set(tests.map(({ location }) => basename(location.file)));
    const run: Run = {
      system: findSystem(),
      isWhole: engines.length === ENGINE_NAMES.length && findSpecs().every(has(files)),
      engines,
    };
    mkdirSync(new URL(".", RUN), { recursive: true });
    writeFileSync(RUN, `${JSON.stringify(run, null, 2)}\n`);
    console.log(`\n${renderTable(HEADS["docs/browsers.md"], run)}`);
  }

  printsToStdio(): boolean {
    return false;
  }
}

function summarise(name: EngineName, tests: TestCase[]): Tested {
  const count = (outcomes: ReturnType<TestCase["outcome"]>[]) =>
    tests.filter((test) => outcomes.includes(test.outcome())).length;
  const said = tests.flatMap(({ annotations }) => annotations);
  const version = said.find(({ type }) => type === VERSION)?.description ?? "";
  return {
    engine: ENGINES[name].label,
    version: version.replace(/^\D+/, ""),
    kind: findBrowser(name)?.kind ?? "system",
    passed: count(["expected", "flaky"]),
    skipped: count(["skipped"]),
    failed: count(["unexpected"]),
  };
}

function findSpecs(): string[] {
  return readdirSync(new URL("../specs/", import.meta.url)).filter((name) =>
    name.endsWith(".spec.ts"),
  );
}

function has(files: Set<string>): (name: string) => boolean {
  return (name) => files.has(name);
}

function findSystem(): string {
  try {
    const text = readFileSync("/etc/os-release", "utf8");
    const find = (key: string) => new RegExp(`^${key}="?([^"\\n]*)`, "m").exec(text)?.[1] ?? "";
    return `${find("NAME").replace(" GNU/Linux", "")} ${find("VERSION_ID")}`.trim();
  } catch {
    return process.platform;
  }
}
