// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { findButtonSelector, isButton, isLink } from "../../../src/input/mark";
import { setScriptTag } from "../../../src/input/own-tag";
import { elementOf } from "../element-of";

const OPEN = "https://bizmessage.kakao.com/chat/open";
const page = window as { KakaoChatDefaults?: unknown };
const link = `<a href="${OPEN}/@channel"></a>`;

afterEach(() => {
  setScriptTag(null);
  delete page.KakaoChatDefaults;
  document.body.innerHTML = "";
});

describe("isButton", () => {
  it.each([
    ["an element that is marked", "<div data-kakao-chat></div>", true],
    ["a link that is marked", `<a data-kakao-chat href="/help"></a>`, true],
    ["the bare mark as React writes it", `<b data-kakao-chat="true"></b>`, true],
    ["a false mark", `<b data-kakao-chat="false"></b>`, false],
    ["a false mark in white space", `<b data-kakao-chat=" false "></b>`, false],
    ["the script's own tag", `<script type="text/plain" data-kakao-chat="@a"></script>`, false],
    ["a link to Kakao", link, false],
    ["an element with another attribute of ours", `<p data-kakao-chat-status></p>`, false],
  ])("%s", (_, html, is) => {
    expect(isButton(elementOf(html))).toBe(is);
  });

  it.each<string | boolean>(["true", true])("a link to Kakao if links is %j", (links) => {
    page.KakaoChatDefaults = { links };
    expect(isButton(elementOf(link))).toBe(true);
    expect(isButton(elementOf(`<area href="${OPEN}/@channel">`))).toBe(true);
    expect(isButton(elementOf(`<b href="${OPEN}/@channel"></b>`))).toBe(false);
    expect(isButton(elementOf(`<a href="https://pf.kakao.com/_a/chat"></a>`))).toBe(false);
    expect(isButton(elementOf(`<a data-kakao-chat="false" href="${OPEN}/@a"></a>`))).toBe(false);
    expect(isButton(elementOf("<a></a>"))).toBe(false);
  });

  it("a link to Kakao if the script's tag says data-links", () => {
    setScriptTag(elementOf(`<script type="text/plain" data-links="true"></script>`));
    expect(isButton(elementOf(link))).toBe(true);
  });

  it("leaves a link to a channel that the page does not list to the browser", () => {
    page.KakaoChatDefaults = { links: true, uuid: "@own", channels: "channel" };
    expect(isButton(elementOf(link))).toBe(true);
    expect(isButton(elementOf(`<a href="${OPEN}/@own"></a>`))).toBe(true);
    expect(isButton(elementOf(`<a href="${OPEN}/@stranger"></a>`))).toBe(false);
    // Marked, it is a button with an error, so that the page's owner hears of it.
    expect(isButton(elementOf(`<a data-kakao-chat href="${OPEN}/@stranger"></a>`))).toBe(true);
  });

  it("takes nothing that a page has added to Object.prototype", () => {
    const polluted = Object.prototype as { links?: string };
    polluted.links = "true";
    try {
      expect(isButton(elementOf(link))).toBe(false);
      page.KakaoChatDefaults = { uuid: "@a" };
      expect(isButton(elementOf(link))).toBe(false);
    } finally {
      delete polluted.links;
    }
  });

  it("is not misled by the fields of a form", () => {
    const form = elementOf(
      `<form data-kakao-chat="@a"><input name="getAttribute"><input name="matches"></form>`,
    );
    expect(isButton(form)).toBe(true);
    expect(isLink(form)).toBe(false);
  });
});

describe("findButtonSelector", () => {
  const html = `<p><b data-kakao-chat id="a"></b><a id="b" href="${OPEN}/@c"></a>
    <a id="c" href="https://evil.test/?to=${OPEN}/@c"></a><a id="d"></a><i data-kakao-chat id="e"></i></p>`;
  const ids = () =>
    [...document.querySelectorAll(findButtonSelector())].filter(isButton).map(({ id }) => id);

  it("finds what is marked", () => {
    elementOf(html);
    expect(ids()).toEqual(["a", "e"]);
  });

  it("finds links to Kakao too if links is on", () => {
    elementOf(html);
    page.KakaoChatDefaults = { links: "true" };
    expect(ids()).toEqual(["a", "b", "e"]);
  });
});
