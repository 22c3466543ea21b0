import { describe, expect, it } from "vitest";
import { parseVia } from "../../src/parse-via";
import { readWith } from "./read-field";

describe("parseVia", () => {
  it.each([
    "",
    "https://partner.example",
    "https://partner.example/start",
    "https://partner.example:8443/start?shop=1",
    "https://파트너.example/시작",
    "http://localhost",
    "http://localhost/",
    "http://localhost/start",
    "http://localhost:8080/start",
  ])("takes %j", (text) => {
    expect(readWith(parseVia, text)).toEqual({ value: text, notes: [] });
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
    "https:partner.example",
    "https://",
    "javascript:alert(1)",
    "javascript:alert(1)//https://partner.example",
    " javascript:alert(1)",
    "data:text/html,<b>",
    "ftp://partner.example/",
    "https://partner.example/a b",
    "https://partner.example/\tjavascript:",
    "https://partner.example/#part",
  ])("rejects %j", (text) => {
    const shown = JSON.stringify(text);
    const { value, notes } = readWith(parseVia, text);
    expect(value || "").toBe("");
    expect(notes).toEqual([["KC801", "error", `expected an https address, got ${shown}`]]);
  });
});
