import { describe, expect, it } from "vitest";
import { drawCurves } from "../../bench/growth.mjs";
import { findOutermost } from "../../bench/lab.mjs";
import {
  findGrowth,
  findQuantile,
  findRatios,
  interleave,
  summarize,
} from "../../bench/statistics.mjs";

describe("findQuantile", () => {
  it("takes the middle value, whatever the order", () => {
    expect(findQuantile([30, 10, 20], 0.5)).toBe(20);
  });

  it("takes what lies between two values in proportion", () => {
    expect(findQuantile([10, 20, 30, 40], 0.5)).toBe(25);
    expect(findQuantile([10, 20], 0.25)).toBe(12.5);
  });

  it("refuses no values", () => {
    expect(() => findQuantile([], 0.5)).toThrow("expected a value, got none");
  });
});

describe("summarize", () => {
  it("is the median between its quartiles", () => {
    expect(summarize([5, 1, 2, 3, 4])).toEqual({ low: 2, median: 3, high: 4, count: 5 });
  });
});

describe("findRatios", () => {
  it("divides pair by pair", () => {
    expect(findRatios([2, 9], [1, 3])).toEqual([2, 3]);
  });

  it("refuses what are no pairs", () => {
    expect(() => findRatios([1], [])).toThrow("expected pairs, got 1 and 0 values");
  });
});

describe("interleave", () => {
  it("takes turns, each round beginning with the next", async () => {
    const order: string[] = [];
    const samples = await interleave(["a", "b"], 3, async (name, round) =>
      order.push(name + round),
    );
    expect(order).toEqual(["a0", "b0", "b1", "a1", "a2", "b2"]);
    expect(samples).toEqual({ a: [1, 4, 5], b: [2, 3, 6] });
  });
});

describe("findGrowth", () => {
  it.each([
    ["flat", 0, [3, 3, 3]],
    ["linear", 1, [1, 10, 100]],
    ["square", 2, [1, 100, 10_000]],
    ["linear at the end, whatever it was before", 1, [9, 10, 100]],
  ])("knows what is %s", (_, power, ys) => {
    const points = ys.map((y, index) => ({ x: 10 ** index, y }));
    expect(findGrowth(points)).toBeCloseTo(power);
  });
});

describe("drawCurves", () => {
  it("puts each point where the logarithm of its value is", () => {
    const points = [
      { x: 1, y: 0.1 },
      { x: 10, y: 1 },
      { x: 100, y: 10 },
    ];
    const svg = drawCurves([{ name: "load", points }], "buttons");
    expect(svg).toContain('d="M48 252L240 150L432 48"');
    expect(svg).toContain(">load (power 1.00)</text>");
  });
});

describe("findOutermost", () => {
  it("leaves out what is inside another of the same thread", () => {
    const event = (ts: number, dur: number, tid = 1) => ({
      ...{ name: "FunctionCall", pid: 1, tid, ts, dur },
      args: {},
    });
    const outer = event(0, 9);
    const other = event(1, 2, 2);
    expect(findOutermost([outer, event(1, 2), other])).toEqual([outer, other]);
  });
});
