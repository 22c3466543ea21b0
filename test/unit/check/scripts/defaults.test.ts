import { describe, expect, it } from "vitest";
import { checkOf, codesOf } from "../check-of";

const SCRIPT = '<script src="/1.0.0/kakao-chat.js" data-uuid="@shop" defer></script>';
const BARE = "<button type=button data-kakao-chat>상담</button>";

const codesWith = (code: string, type = "") =>
  codesOf(`<script ${type}>${code}</script>${SCRIPT}${BARE}`);

describe("findDefaults", () => {
  it.each([
    'var s = "KakaoChatDefaults";',
    "var s = `window.KakaoChatDefaults = {}`;",
    "var s = /KakaoChatDefaults/;",
    'console.log("KakaoChatDefaults is not set");',
    "var help = { KakaoChatDefaults: 'the settings' };",
    "if (window.KakaoChatDefaults) track('old settings');",
    "if (typeof KakaoChatDefaults === 'undefined') track('none');",
    "var old = window.KakaoChatDefaults;",
    "function setUp() { var KakaoChatDefaults = make(); }",
  ])("takes this for no settings: %s", (code) => {
    expect(codesWith(code)).toEqual([]);
    expect(codesWith(code, 'type="module"')).toEqual([]);
  });

  it.each(["alert('KakaoChatDefaults')", "/* KakaoChatDefaults = a */ go()"])(
    "takes this in a handler for no settings: %s",
    (code) => {
      expect(codesOf(`<p onclick="${code}">a</p>${SCRIPT}${BARE}`)).toEqual([]);
    },
  );

  it.each([
    "KakaoChatDefaults = make();",
    "window.KakaoChatDefaults ??= make();",
    'window["KakaoChatDefaults"] = make();',
    "(function (w) { w.KakaoChatDefaults = make(); })(window);",
    "window.KakaoChatDefaults.bot = make();",
    "var KakaoChatDefaults = make();",
    "const { KakaoChatDefaults } = shop;",
    "if (!window.KakaoChatDefaults) { var KakaoChatDefaults = make(); }",
    'Object.defineProperty(window, "KakaoChatDefaults", { get: make });',
    'Reflect.set(window, "KakaoChatDefaults", make());',
    "Object.assign(window, { KakaoChatDefaults: make() });",
    "Object.assign(window.KakaoChatDefaults, make());",
    "jQuery.extend(true, KakaoChatDefaults, make());",
    "KakaoChatDefaults = shop..uuid; start();",
  ])("knows that this sets them: %s", (code) => {
    expect(codesWith(code)).toContain("KC922");
  });

  it("knows that a handler sets them", () => {
    expect(codesOf(`<p onclick="KakaoChatDefaults = make()">a</p>${SCRIPT}${BARE}`)).toContain(
      "KC922",
    );
  });

  it("knows that a script sets them that is too long to be read", () => {
    const code = `KakaoChatDefaults = make();${"a = 1;\n".repeat(100_000)}`;
    expect(codesWith(code)).toContain("KC922");
  });

  it("shows what a click sends where a text has their name", () => {
    const { buttons } = checkOf(`<script>var s = "KakaoChatDefaults";</script>${SCRIPT}${BARE}`);
    expect(buttons[0]?.request?.url).toContain("uuid=%40shop");
  });

  it("knows that a policy forbids nothing of them in a script with their name in a text alone", () => {
    const set = `<script nonce="n">KakaoChatDefaults = { bot: "auto" }</script>`;
    const named = `<script>var s = "KakaoChatDefaults";</script>`;
    const policy = { "content-security-policy": "script-src 'self' 'nonce-n'" };
    expect(codesOf(set + named + SCRIPT + BARE, policy)).toEqual([]);
    expect(codesOf(set.replace(' nonce="n"', "") + SCRIPT + BARE, policy)).toEqual(["KC916"]);
  });
});
