import { describe, expect, it } from "vitest";
import { findFileName, servesButtons } from "../../../src/check/product-files";

describe("findFileName", () => {
  it.each([
    ["kakao-chat.js", "kakao-chat.js"],
    ["/1.0.0/kakao-chat.js?v=1", "kakao-chat.js"],
    ["https://shop.example/js/kakao-chat-launcher.js#a", "kakao-chat-launcher.js"],
    ["/kakao-chat-partner.js", "kakao-chat-partner.js"],
    ["/kakao-chat-seal.js", "kakao-chat-seal.js"],
    ["/my-kakao-chat.js", null],
    ["/kakao-chat.js/", null],
    ["/kakao-chat.mjs", null],
    ["/load?file=/kakao-chat.js", null],
    ["", null],
  ])("finds in %j %j", (address, file) => {
    expect(findFileName(address)).toBe(file);
  });
});

it.each([
  ["kakao-chat.js", true],
  ["kakao-chat-launcher.js", true],
  ["kakao-chat-partner.js", false],
  ["kakao-chat-seal.js", false],
] as const)("knows whether %s serves buttons: %s", (file, isServing) => {
  expect(servesButtons(file)).toBe(isServing);
});
