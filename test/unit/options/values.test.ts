import { describe, expect, it } from "vitest";
import { oneOf, pixelsFrom } from "../../../src/options/values";
import { readWith } from "../read-field";

describe("oneOf", () => {
  const choice = oneOf("auto", "get", "post");
  const orNone = oneOf("", "true", "false", "auto");
  const known = "expected auto|get|post, got ";
  const knownOrNone = "expected |true|false|auto, got ";

  it.each(["auto", "get", "post"])("knows %s", (text) => {
    expect(readWith(choice, text)).toEqual({ value: text, notes: [] });
  });

  it("takes the first where there is none, without a warning", () => {
    expect(readWith(choice, "")).toEqual({ value: "auto", notes: [] });
    expect(readWith(orNone, "")).toEqual({ value: "", notes: [] });
  });

  it.each([
    ["POST", "post", '"POST"'],
    [" get\t", "get", '" get\\t"'],
    ["Auto ", "auto", '"Auto "'],
  ])("tidies %j, with a warning", (text, value, got) => {
    expect(readWith(choice, text)).toEqual({
      value,
      notes: [["KC311", "warning", known + got]],
    });
  });

  it.each(["put", "true", "1", "pоst", "get post", "constructor", " "])(
    "takes the first in place of %j, with a warning",
    (text) => {
      const shown = text.replace(/[^ -~]/g, "?");
      expect(readWith(choice, text)).toEqual({
        value: "auto",
        notes: [["KC311", "warning", `${known}"${shown}"`]],
      });
    },
  );

  // Kakao does not recognise capitals.
  it.each([
    ["TRUE", "true"],
    ["True", "true"],
    ["FALSE", "false"],
    [" auto", "auto"],
    ["yes", ""],
    ["1", ""],
    ["  ", ""],
  ])("reads %j as %j where there may be none, and names the values only", (text, value) => {
    expect(readWith(orNone, text)).toEqual({
      value,
      notes: [["KC311", "warning", `${knownOrNone}"${text}"`]],
    });
  });
});

describe("pixelsFrom", () => {
  const width = pixelsFrom(1024);

  it.each([
    ["1024", 1024],
    ["1025", 1025],
    ["3840", 3840],
    ["01200", 1200],
    ["+1200", 1200],
    ["1e4", 10000],
    ["", 1024],
  ])("reads %j", (text, value) => {
    expect(readWith(width, text)).toEqual({ value, notes: [] });
  });

  it("leaves out parts of a pixel, with a warning", () => {
    expect(readWith(width, "1200.5")).toEqual({
      value: 1200,
      notes: [["KC312", "warning", 'expected whole pixels from 1024, got "1200.5"']],
    });
  });

  it.each([
    "1023",
    "0",
    "-1200",
    "1200px",
    "100%",
    "auto",
    "NaN",
    "Infinity",
    "1,200",
    "1200 1200",
  ])("takes the least in place of %j, with a warning", (text) => {
    expect(readWith(width, text)).toEqual({
      value: 1024,
      notes: [["KC312", "warning", `expected whole pixels from 1024, got "${text}"`]],
    });
  });
});
