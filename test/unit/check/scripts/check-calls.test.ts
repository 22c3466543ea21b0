// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { planChat } from "../../../../src/chat/plan";
import { readInput } from "../../../../src/input/input";
import { setScriptTag } from "../../../../src/input/own-tag";
import { elementOf } from "../../element-of";
import { checkOf, codesOf } from "../check-of";

afterEach(() => setScriptTag(null));

/** What `explain()` says on a page with these settings. */
function explain(settings: string, options: object | null | undefined): string[] {
  setScriptTag(elementOf(`<script type="text/plain" ${settings}></script>`));
  const { input, problems, limits } = readInput(options ?? undefined);
  return planChat(input, "popup", limits, problems).problems.map(({ code }) => code);
}

/** The page that calls with these options. */
const call = (settings: string, options: string, more = "") =>
  `<script src="/1.0.0/kakao-chat.js" ${settings} defer></script><b ${more} onclick='KakaoChat.open(${options})'>상담</b>`;

const SHOP = 'data-uuid="@shop" data-channels="@shop"';
const VIA = '{ "uuid": "@shop", "via": "https://partner.example/go" }';

describe("checkCalls", () => {
  it.each([
    // The page's own code may lead anywhere.
    [SHOP, '{ "uuid": "@other" }'],
    ['data-uuid="@shop"', VIA],
    ['data-uuid="@shop" data-partners="https://other.example"', VIA],
    ['data-via="https://other.example/"', VIA],
    // It may carry what the page shows, and what the page says for all its chats.
    [SHOP, '{ "uuid": "@other", "extra": "q={query:a}" }'],
    ['data-uuid="@shop"', '{ "uuid": "@other", "extra": "{data:id} {meta:a} {text:#b}" }'],
    ['data-uuid="@shop" data-extra="q={query:a}"', '{ "uuid": "@other" }'],
    ['data-uuid="@shop" data-bot="true"', '{ "uuid": "@other", "event": "order" }'],
    ['data-uuid="@shop"', '{ "uuid": "@other", "event": "order" }'],
    // It may be less strict than the page.
    [
      'data-uuid="@shop" data-privacy="omit"',
      '{ "privacy": "warn", "extra": "tel=010-1234-5678" }',
    ],
    ['data-uuid="@shop"', '{ "privacy": "omit", "extra": "tel=010-1234-5678" }'],
    // What says nothing leaves it to the page.
    ['data-uuid="@shop"', '{ "uuid": "", "extra": " " }'],
    ['data-uuid="@shop"', '{ "uuid": null }'],
    ['data-uuid="@shop"', '{ "uuid": true }'],
    ["", '{ "uuid": "" }'],
    ["", '{ "uuid": null, "extra": "a" }'],
    ["", "{}"],
    ["", "null"],
    ["", ""],
    ['data-uuid="@shop"', ""],
    // What is wrong all the same.
    [SHOP, '{ "uuid": "_abc" }'],
    [SHOP, '{ "uuid": "@other", "extra": "{nope} {text:..}" }'],
    [SHOP, '{ "uuid": "@other", "via": "http://partner.example" }'],
    [SHOP, '{ "channels": "@other" }'],
  ])("says with %s of KakaoChat.open(%s) what it says itself", (settings, options) => {
    const said = explain(settings, options === "" ? undefined : JSON.parse(options));
    expect(codesOf(call(settings, options)).sort()).toEqual(said.sort());
  });

  it("takes no id of the address of the link that it stands in", () => {
    const link = 'href="https://pf.kakao.com/_abc/chat"';
    const codes = codesOf(call("", '{ "extra": "a" }', link));
    expect(codes).toContain("KC101");
    expect(codes).not.toContain("KC106");
  });

  it("takes `undefined` for nothing said", () => {
    expect(codesOf(call('data-uuid="@shop"', "{ uuid: undefined, extra: void 0 }"))).toEqual([]);
    expect(codesOf(call("", "{ uuid: undefined }"))).toEqual(["KC101"]);
    expect(codesOf(call("", "undefined"))).toEqual(["KC101"]);
  });

  it("holds a marked button beside it to the page's limits", () => {
    const button = '<b data-kakao-chat="@other" data-kakao-chat-extra="{query:a}">상담</b>';
    expect(codesOf(call(SHOP, '{ "uuid": "@other" }') + button)).toEqual(["KC108", "KC215"]);
  });

  it("says what is wrong with the page's own settings where they are said, once", () => {
    const html = call('data-uuid="@shop" data-bot="yes"', "{}");
    const { found } = checkOf(html + html.slice(html.indexOf("<b")));
    expect(found.map(({ code, values }) => [code, values.label, values.cause])).toEqual([
      ["KC311", "kakao-chat.js", undefined],
    ]);
  });
});
