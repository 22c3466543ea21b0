import { describe, expect, it } from "vitest";
import { choice, parsePrivacy, parseVia, pixels } from "../../../src/options/values";
import { readWith } from "../read-field";

describe("choice", () => {
  const method = choice("auto", "get", "post");
  const orNone = choice("", "true", "false", "auto");
  const known = "expected auto|get|post, got ";
  const knownOrNone = "expected true|false|auto, got ";

  it.each(["auto", "get", "post"])("knows %s", (text) => {
    expect(readWith(method, text)).toEqual({ value: text, reported: [] });
  });

  it("takes the first where there is none, without a warning", () => {
    expect(readWith(method, "")).toEqual({ value: "auto", reported: [] });
    expect(readWith(orNone, "")).toEqual({ value: "", reported: [] });
  });

  it.each([
    ["POST", "post", '"POST"'],
    [" get\t", "get", '" get\\t"'],
    ["Auto ", "auto", '"Auto "'],
  ])("tidies %j, with a warning", (text, value, got) => {
    expect(readWith(method, text)).toEqual({
      value,
      reported: [["KC311", "warning", known + got]],
    });
  });

  it.each(["put", "true", "1", "pоst", "get post", "constructor", " "])(
    "takes the first in place of %j, with a warning",
    (text) => {
      const shown = text.replace(/[^ -~]/g, "?");
      expect(readWith(method, text)).toEqual({
        value: "auto",
        reported: [["KC311", "warning", `${known}"${shown}"`]],
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
      reported: [["KC311", "warning", `${knownOrNone}"${text}"`]],
    });
  });
});

describe("pixels", () => {
  const width = pixels(1024);

  it.each([
    ["1024", 1024],
    ["1025", 1025],
    ["3840", 3840],
    ["01200", 1200],
    ["+1200", 1200],
    ["1e4", 10000],
    ["", 1024],
  ])("reads %j", (text, value) => {
    expect(readWith(width, text)).toEqual({ value, reported: [] });
  });

  it("leaves out parts of a pixel, with a warning", () => {
    expect(readWith(width, "1200.5")).toEqual({
      value: 1200,
      reported: [["KC312", "warning", 'expected whole pixels from 1024, got "1200.5"']],
    });
  });

  it.each([
    "1023",
    "1024.5e-9",
    "9007199254740993",
    "1e15",
    "2147483648",
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
      reported: [["KC312", "warning", `expected whole pixels from 1024, got "${text}"`]],
    });
  });
});

describe("parsePrivacy", () => {
  it.each(["warn", "mask", "omit"])("knows %s", (text) => {
    expect(readWith(parsePrivacy, text)).toEqual({ value: text, reported: [] });
  });

  it("is a warning if nothing is said", () => {
    expect(readWith(parsePrivacy, "")).toEqual({ value: "warn", reported: [] });
  });

  it.each([
    ["MASK", "mask"],
    [" Warn ", "warn"],
    [" ", "warn"],
    ["masked", "omit"],
    ["none", "omit"],
    ["true", "omit"],
    ["constructor", "omit"],
  ])("reads %j as %s, with a warning", (text, value) => {
    expect(readWith(parsePrivacy, text)).toEqual({
      value,
      reported: [["KC311", "warning", `expected warn|mask|omit, got ${JSON.stringify(text)}`]],
    });
  });
});

describe("parseVia", () => {
  it.each([
    ["", ""],
    [" ", ""],
    ["https://partner.example", "https://partner.example/"],
    ["https://partner.example/start", "https://partner.example/start"],
    ["https://partner.example:8443/start?shop=1", "https://partner.example:8443/start?shop=1"],
    ["https:partner.example", "https://partner.example/"],
    ["HTTPS://PARTNER.example/Start", "https://partner.example/Start"],
    [" https://partner.example/start#x\n", "https://partner.example/start"],
    ["https://partner.example/?shop=1#", "https://partner.example/?shop=1"],
    ["https://partner.example?shop#?b", "https://partner.example/?shop"],
    ["http://localhost", "http://localhost/"],
    ["http://localhost/start", "http://localhost/start"],
    ["http://localhost:8080/start", "http://localhost:8080/start"],
    ["https://partner.example/a b", "https://partner.example/a%20b"],
    // Parsed here it is UTF-8 on any page; an EUC-KR page would send the query in its own bytes.
    ["https://partner.example/시작?가", "https://partner.example/%EC%8B%9C%EC%9E%91?%EA%B0%80"],
    ["https://파트너.example", "https://xn--h50bv25dgha.example/"],
  ])("takes %j as %j", (text, value) => {
    expect(readWith(parseVia, text)).toEqual({ value, reported: [] });
  });

  it.each([
    "http://partner.example/start",
    "http://localhost.evil.test/",
    "http://localhost-evil.test/",
    "http://localhost@evil.test/",
    "http://127.0.0.1/",
    "//partner.example/start",
    "/start",
    "partner.example",
    "https://",
    "https://[",
    "https://partner.example:99999/",
    "https://%",
    "https://partner example/",
    "httpsx://partner.example/",
    "javascript:alert(1)",
    "javascript:alert(1)//https://partner.example",
    " javascript:alert(1)",
    "data:text/html,<b>",
    "ftp://partner.example/",
    "http://localhost:80@evil.test",
    "http://localhost:80:80@evil.test",
    "https://user@partner.example/",
    "https://:secret@partner.example/",
    "https://partner.example@evil.test/",
    "http://sub.localhost/",
    "http://[::1]/",
    "wss://partner.example/",
    "blob:https://partner.example/1",
  ])("rejects %j", (text) => {
    const shown = JSON.stringify(text);
    const { value, reported } = readWith(parseVia, text);
    expect(value || "").toBe("");
    expect(reported).toEqual([["KC801", "error", `expected an https address, got ${shown}`]]);
  });
});
