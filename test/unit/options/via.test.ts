import { describe, expect, it } from "vitest";
import { parseVia } from "../../../src/options/via";
import { readWith } from "../read-field";

describe("parseVia", () => {
  it.each([
    ["", ""],
    ["https://partner.example", "https://partner.example/"],
    ["https://partner.example/start", "https://partner.example/start"],
    ["https://partner.example:8443/start?shop=1", "https://partner.example:8443/start?shop=1"],
    ["https:partner.example", "https://partner.example/"],
    ["http://localhost", "http://localhost/"],
    ["http://localhost/start", "http://localhost/start"],
    ["http://localhost:8080/start", "http://localhost:8080/start"],
    ["https://partner.example/a b", "https://partner.example/a%20b"],
    // Parsed here it is UTF-8 on any page; an EUC-KR page would send the query in its own bytes.
    ["https://partner.example/시작?가", "https://partner.example/%EC%8B%9C%EC%9E%91?%EA%B0%80"],
    ["https://파트너.example", "https://xn--h50bv25dgha.example/"],
  ])("takes %j as %j", (text, value) => {
    expect(readWith(parseVia, text)).toEqual({ value, notes: [] });
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
    "https://partner.example/#part",
  ])("rejects %j", (text) => {
    const shown = JSON.stringify(text);
    const { value, notes } = readWith(parseVia, text);
    expect(value || "").toBe("");
    expect(notes).toEqual([["KC801", "error", `expected an https address, got ${shown}`]]);
  });
});
