import { describe, expect, it } from "vitest";
import {
  isMajor,
  isOfPackages,
  isRelease,
  parsePackageAddress,
} from "../../../../src/check/script-tags/package-address";

const JSDELIVR = "https://cdn.jsdelivr.net/npm/kakao-chat-button";
const UNPKG = "https://unpkg.com/kakao-chat-button";
const FILE = "/dist/kakao-chat.js";

describe("parsePackageAddress", () => {
  it.each([
    [JSDELIVR, { isCdn: true, version: "", path: "" }],
    [`${JSDELIVR}@1.0.0`, { isCdn: true, version: "1.0.0", path: "" }],
    [`${JSDELIVR}@1.0.0${FILE}`, { isCdn: true, version: "1.0.0", path: FILE }],
    [`${JSDELIVR}@1${FILE}`, { isCdn: true, version: "1", path: FILE }],
    [`${UNPKG}@latest/kakao-chat.js`, { isCdn: true, version: "latest", path: "/kakao-chat.js" }],
    [`${UNPKG.replace("https", "http")}/`, { isCdn: true, version: "", path: "/" }],
    [
      `https://cdn.jsdelivr.net/gh/me/kakao-chat-button@1.0.0${FILE}`,
      { version: "1.0.0", path: FILE },
    ],
    [`https://shop.example/kakao-chat-button${FILE}`, { version: "", path: FILE }],
    [`/node_modules/kakao-chat-button${FILE}`, { version: "", path: FILE }],
    [`//unpkg.com/kakao-chat-button${FILE}`, { version: "", path: FILE }],
    ["kakao-chat-button", { isBare: true, version: "", path: "" }],
    ["kakao-chat-button/launcher", { isBare: true, version: "", path: "/launcher" }],
    [`kakao-chat-button@1.0.0${FILE}`, { isBare: true, version: "1.0.0", path: FILE }],
    // The last of several.
    [
      `https://cdn.jsdelivr.net/combine/npm/kakao-chat-button@1${FILE},npm/kakao-chat-button@1.0.0${FILE}`,
      { version: "1.0.0", path: FILE },
    ],
  ])("parses %s", (address, expected) => {
    expect(parsePackageAddress(address)).toEqual({ isCdn: false, isBare: false, ...expected });
  });

  it.each([
    "",
    "/kakao-chat.js",
    "/my-kakao-chat-button/kakao-chat.js",
    "/kakao-chat-button-2/kakao-chat.js",
    "https://unpkg.com/other@1.0.0/kakao-chat-button.js",
    `${UNPKG}@/kakao-chat.js`,
  ])("knows that %j names no package", (address) => {
    expect(parsePackageAddress(address)).toBeNull();
  });
});

it.each([
  ["1.0.0", true, false],
  ["1.0.0-beta.1", true, false],
  ["1", false, true],
  ["1.2", false, true],
  ["latest", false, false],
  ["^1.0.0", false, false],
  ["", false, false],
])("takes the version %j for a release: %s, for a major one: %s", (version, release, major) => {
  expect([isRelease(version), isMajor(version)]).toEqual([release, major]);
});

it.each([
  ["https://cdn.jsdelivr.net/npm/jquery@3", true],
  ["//unpkg.com/vue", true],
  ["http://cdnjs.cloudflare.com/ajax/libs/jquery/3.7.1/jquery.min.js", true],
  ["https://cdn.jsdelivr.net/gh/me/shop/app.js", false],
  ["https://shop.example/npm/a.js", false],
  ["/npm/a.js", false],
])("knows whether there are only packages at %s: %s", (address, isPackage) => {
  expect(isOfPackages(address)).toBe(isPackage);
});
