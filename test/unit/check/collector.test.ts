import { describe, expect, it } from "vitest";
import { createCollector } from "../../../src/check/collector";
import type { Problem } from "../../../src/problems";

const PROBLEM: Problem = {
  code: "KC112",
  level: "warning",
  field: "uu\u202eid",
  message: "expected a,\ngot b",
};

describe("a collector", () => {
  const place = { line: 1, column: 8 };
  const create = () =>
    createCollector((offset) => (offset < 0 ? null : { line: 1, column: offset }));

  it("quotes all that a finding says of a page", () => {
    const collector = create();
    collector.add("KC981", { label: "a\u001b[31m\nb", what: "x".repeat(100) }, 8);
    const values = { label: "a[31m b", what: `${"x".repeat(59)}…` };
    expect(collector.found).toEqual([
      { code: "KC981", level: "warning", group: "page", values, place },
    ]);
  });

  it("leaves whole what the package says itself", () => {
    const collector = create();
    const hash = "x".repeat(100);
    collector.add("KC906", { hash: { whole: hash } });
    expect(collector.found).toMatchObject([{ values: { hash }, place: null }]);
  });

  it("quotes all that a problem says, its label and its further values among it", () => {
    const collector = create();
    const values = { entry: "c\u202ed" };
    collector.addProblems([PROBLEM], { label: "a\u001bb", element: 8, values });
    expect(collector.found).toEqual([
      {
        code: "KC112",
        level: "warning",
        group: "buttons",
        values: { label: "ab", field: "uuid", entry: "cd" },
        message: "expected a, got b",
        place,
      },
    ]);
  });

  it("leaves out fields that are known at the click alone", () => {
    const collector = create();
    collector.addProblems([PROBLEM], { label: "", element: 8, later: [PROBLEM.field] });
    expect(collector.found).toEqual([]);
  });
});
