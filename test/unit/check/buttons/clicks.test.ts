import { describe, expect, it } from "vitest";
import { codesOf } from "../check-of";

const SCRIPT = '<script src="/1.0.0/kakao-chat.js" defer></script>';

const codesOfHandler = (code: string) =>
  codesOf(`${SCRIPT}<b data-kakao-chat="@shop" onclick="${code}">상담</b>`);
const codesOfScript = (body: string) =>
  codesOf(
    `${SCRIPT}<b id="talk" data-kakao-chat="@shop">상담</b><script>document.getElementById("talk").onclick = function (event) { ${body} };</script>`,
  );

describe.each([
  ["the code of an onclick", codesOfHandler],
  ["a script's handler", codesOfScript],
])("%s", (_, codes) => {
  it.each([
    "var a = 1; return false",
    "track({ a: 1 }); return false;",
    "/* c */ f(); return false",
    "/* do not return */ track('(a)'); return false",
    "if (x) track(); else y(); event.preventDefault()",
    "return track(), false",
    "return track(), !1",
    "return void event.preventDefault()",
    "track(), event.preventDefault()",
    "event && event.preventDefault();",
    "window.event.preventDefault(); go()",
    "event.returnValue = false;",
    "{ track(); return false }",
    "try { track() } catch (e) {} return false",
    "try { event.preventDefault(); track() } catch (e) {}",
    "items.forEach(function (i) { return i }); return false",
  ])("prevents each click: %s", (code) => {
    expect(codes(code)).toEqual(["KC501"]);
  });

  it.each([
    "// return false",
    "/* event.preventDefault() */ track()",
    "track('return false')",
    "track('event.preventDefault()')",
    "if (isClosed()) return false",
    "if (isOpen()) return; event.preventDefault()",
    "if (isClosed()) { event.preventDefault(); }",
    "isClosed() && event.preventDefault()",
    "items.forEach(function (i) { return false })",
    "setTimeout(() => event.preventDefault())",
    "event.returnValue = true",
    "other.preventDefault()",
    "return track(false)",
    "return false, track()",
    // The chat is the handler's own.
    "KakaoChat.open(this); return false",
    "if (a) { window.KakaoChat.open({ uuid: '@shop' }) } return false",
  ])("prevents none, or not for sure: %s", (code) => {
    expect(codes(code)).toEqual([]);
  });
});

describe("an onclick", () => {
  it("may begin with javascript:, which is a label there", () => {
    expect(codesOfHandler("javascript:return false")).toEqual(["KC501"]);
    expect(codesOfHandler(" javascript: track(); return false")).toEqual(["KC501"]);
  });

  it("does nothing if it does not parse", () => {
    expect(codesOfHandler("track(; return false")).toEqual([]);
    expect(codesOfHandler("track(); return false }")).toEqual([]);
    expect(codesOfHandler("if (a) { return false")).toEqual([]);
  });
});
