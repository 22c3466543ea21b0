import { describe, expect, it } from "vitest";
import { codesOf } from "../check-of";

const SCRIPT = '<script src="/1.0.0/kakao-chat.js" data-uuid="@shop" defer></script>';
const csp = { "content-security-policy": "script-src 'self' 'nonce-n'" };

describe("a script", () => {
  it.each([
    "// call KakaoChat.open() from a button, one day",
    "/* KakaoChat.open() */ start();",
    'var s = "KakaoChat.open()";',
    "var s = `KakaoChat.open`;",
    "if (KakaoChat.version !== '1.0.0') console.log('KakaoChat.open() may differ');",
  ])("calls nothing by a text or a comment: %s", (code) => {
    expect(codesOf(`<p>상담</p><script>${code}</script>${SCRIPT}`)).toEqual(["KC903"]);
  });

  it.each([
    "talk.onclick = () => window.KakaoChat?.open({ uuid });",
    "talk.onclick = KakaoChat.open;",
    "talk.onclick = () => KakaoChat['open']();",
    "talk.onclick = () => window?.KakaoChat.open();",
    "(function (w) { talk.onclick = function () { w.KakaoChat . open(); }; })(window);",
    "talk.onclick = () => KakaoChat.open(shop..uuid);",
    `talk.onclick = () => KakaoChat.open();${"a = 1;\n".repeat(100_000)}`,
  ])("calls: %#", (code) => {
    expect(codesOf(`<p>상담</p><script>${code}</script>${SCRIPT}`)).not.toContain("KC903");
  });
});

describe("code in an attribute", () => {
  it.each([
    `onclick="alert('KakaoChat.open()')"`,
    `onclick="/* KakaoChat.open() */ go()"`,
    `@click="log('KakaoChat.open()')"`,
    'href="/help?of=KakaoChat.open"',
    'href="/help#KakaoChat.open()"',
  ])("calls nothing by a text or a comment: %s", (attribute) => {
    const link = `<a ${attribute}>상담</a>`;
    expect(codesOf(link + SCRIPT)).toEqual(["KC903"]);
    expect(codesOf(link + SCRIPT, csp)).not.toContain("KC994");
    expect(codesOf(link)).not.toContain("KC901");
  });

  it.each([
    'onclick="KakaoChat.open()"',
    'onclick="return KakaoChat.open(), false"',
    'href="javascript:void KakaoChat.open()"',
    'href=" JavaScript:KakaoChat.open()"',
    "href=\"javascript:KakaoChat.open(%7B uuid: '@a' %7D)\"",
  ])("calls: %s", (attribute) => {
    const link = `<a ${attribute}>상담</a>`;
    expect(codesOf(link + SCRIPT)).not.toContain("KC903");
    expect(codesOf(link + SCRIPT, csp)).toContain("KC994");
    expect(codesOf(link)).toContain("KC901");
  });

  it.each(['@click="KakaoChat.open()"', 'v-on:click="() => $window.KakaoChat.open({ uuid })"'])(
    "calls in a framework: %s",
    (attribute) => {
      expect(codesOf(`<a ${attribute}>상담</a>${SCRIPT}`)).not.toContain("KC903");
    },
  );
});
