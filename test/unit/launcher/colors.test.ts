import { describe, expect, it } from "vitest";
import { parseComputedColor, pickInk, type Rgb } from "../../../src/launcher/colors.js";

describe("parseComputedColor", () => {
  it.each([
    ["rgb(1, 2, 3)", [1, 2, 3]],
    ["rgba(0, 0, 0, 0.5)", [128, 128, 128]],
    ["rgba(0, 0, 0, 0)", [255, 255, 255]],
    ["color(srgb 1 0.5 0)", [255, 128, 0]],
    ["color(srgb 0 0 1 / 0.2)", [204, 204, 255]],
    ["color(srgb 1.2 -0.1 2.5e-05)", [255, 0, 0]],
    ["color(srgb none 1 0)", [0, 255, 0]],
    ["oklch(0.5 0.1 30)", null],
    ["color(display-p3 1 0 0)", null],
    ["", null],
  ])("reads %s as %j", (text, color) => {
    expect(parseComputedColor(text)).toEqual(color);
  });
});

describe("pickInk", () => {
  it("picks the better of black and white by WCAG's contrast, for every grey", () => {
    for (let grey = 0; grey < 256; grey++) {
      const luminance =
        grey / 255 <= 0.04045 ? grey / 255 / 12.92 : ((grey / 255 + 0.055) / 1.055) ** 2.4;
      const isBlackBetter = (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05);
      expect([grey, pickInk([grey, grey, grey])]).toEqual([grey, isBlackBetter ? "#000" : "#fff"]);
    }
  });

  it.each<[Rgb, string]>([
    [[255, 214, 51], "#000"],
    [[0, 0, 255], "#fff"],
    [[255, 0, 0], "#000"],
    [[0, 128, 0], "#fff"],
    [[0, 255, 0], "#000"],
  ])("picks for %j %s", (color, ink) => {
    expect(pickInk(color)).toBe(ink);
  });
});
