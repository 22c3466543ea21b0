import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ENGINES } from "../find-browsers.mjs";
import { findFault, findTable, HEADS, type Run, renderTable } from "../tested-in.mjs";

const RUN: Run = {
  system: "Debian 12",
  isWhole: true,
  engines: [
    { engine: "Chromium", version: "156.0", kind: "system", passed: 9, skipped: 0, failed: 0 },
    { engine: "WebKit", version: "26.5", kind: "playwright", passed: 8, skipped: 1, failed: 0 },
  ],
};

describe("renderTable", () => {
  it("has a row for each engine", () => {
    expect(renderTable(["engine", "version", "build", "passed", "left out"], RUN)).toBe(
      `| engine | version | build | passed | left out |
| --- | --- | --- | --- | --- |
| Chromium | 156.0 | Debian 12 | 9 | 0 |
| WebKit | 26.5 | Playwright | 8 | 1 |
`,
    );
  });
});

describe("findFault", () => {
  it("finds none in a whole run without a failure", () => {
    expect(findFault(RUN)).toBe(undefined);
  });

  it("refuses a run that left something out, or failed", () => {
    expect(findFault({ ...RUN, isWhole: false })).toBe("it left out an engine or a file");
    const failing = RUN.engines.map((tested) => ({ ...tested, failed: 2 }));
    expect(findFault({ ...RUN, engines: failing })).toBe("2 test(s) failed in Chromium");
  });
});

describe("the table in docs/browsers.md", () => {
  const tables = Object.entries(HEADS).map(([name, head]) => {
    const text = readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
    return { head, table: findTable(text) };
  });

  it.each(tables)("is in the form of the command: $head", ({ head, table }) => {
    const cells = table.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
    const engines = cells
      .slice(2, -1)
      .map(([, engine = "", version = "", build, passed, skipped]) => ({
        engine,
        version,
        kind: build === "Playwright" ? ("playwright" as const) : ("system" as const),
        passed: Number(passed),
        skipped: Number(skipped),
        failed: 0,
      }));
    const system = cells.slice(2).find(([, , , build]) => build !== "Playwright")?.[3] ?? "";
    expect(renderTable(head, { system, isWhole: true, engines })).toBe(table);
    expect(engines.map(({ engine }) => engine)).toEqual(
      Object.values(ENGINES).map(({ label }) => label),
    );
    for (const { version, passed } of engines) {
      expect(version).toMatch(/^\d+(\.\d+)+$/);
      expect(passed).toBeGreaterThan(0);
    }
  });

  it("says the same in both languages", () => {
    const rows = tables.map(({ table }) => table.split("\n").slice(1));
    expect(rows[1]).toEqual(rows[0]);
  });
});
