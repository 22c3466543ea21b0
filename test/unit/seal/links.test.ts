// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { clearLink, clearLinks } from "../../../src/seal/links";

const OPEN = "https://bizmessage.kakao.com/chat/open/@a";
const page = window as { KakaoChatDefaults?: unknown };

function linkTo(href: string, attributes = "data-kakao-chat"): Element {
  document.body.innerHTML = "<a></a>";
  const link = document.body.firstElementChild as Element;
  for (const name of attributes.split(" ")) {
    const [key = "", value = ""] = name.split("=");
    if (key) link.setAttribute(key, value);
  }
  link.setAttribute("href", href);
  return link;
}

const state = (link: Element) => [
  link.getAttribute("href"),
  link.getAttribute("data-kakao-chat-extra"),
];

afterEach(() => {
  delete page.KakaoChatDefaults;
});

describe("clearLink", () => {
  it.each([
    ["?extra=a", "", "a"],
    ["?extra=a%20b&bot=auto#x", "?bot=auto#x", "a b"],
    ["?bot=auto&extra=a+b&event=c", "?bot=auto&event=c", "a b"],
    ["?e%78tra=a", "", "a"],
    ["?extra=a&extra=b&bot=auto", "?bot=auto", "a"],
    ["?bot=auto&amp;extra=a&amp;amp;event=c", "?bot=auto&event=c", "a"],
    ["?bot=auto&#038;extra=a", "?bot=auto", "a"],
    ["?extras=1&extra=a", "?extras=1", "a"],
    ["?bot=auto&\nextra=a", "?bot=auto", "a"],
    ["?bot=auto&amp;\r\n\textra=a", "?bot=auto", "a"],
    ["?ex\ttra=a", "", "a"],
    ["?e%7\n8tra=a", "", "a"],
    ["?bot=auto&a\nmp;extra=a", "?bot=auto", "a"],
    ["?%65%78%74%72%61=a&EXTRA=1", "?EXTRA=1", "a"],
    ["??extra=a", "", "a"],
    ["?extra%3Db=1&extra=a", "?extra%3Db=1", "a"],
    ["?extra=&extra=a", "", null],
    ["?extra=", "", null],
  ])("takes the extra out of %j", (query, left, extra) => {
    const link = linkTo(OPEN + query);
    clearLink(link);
    expect(state(link)).toEqual([OPEN + left, extra]);
  });

  it.each([
    `${OPEN}?bot=auto`,
    OPEN,
    `${OPEN}?EXTRA=a`,
    `${OPEN}?bot=au\nto`,
    "/help?extra=a",
    "https://evil.test/?extra=a",
  ])("leaves %s alone", (href) => {
    const link = linkTo(href);
    clearLink(link);
    expect(state(link)).toEqual([href, null]);
  });

  it("keeps an attribute that is there, which has more weight", () => {
    const link = linkTo(`${OPEN}?extra=a`, "data-kakao-chat data-kakao-chat-extra=b");
    clearLink(link);
    expect(state(link)).toEqual([OPEN, "b"]);
  });
});

describe("clearLink", () => {
  it.each(["", " ", "\n"])("takes an attribute that is %j as absent", (value) => {
    const link = linkTo(`${OPEN}?extra=a`);
    link.setAttribute("data-kakao-chat-extra", value);
    clearLink(link);
    expect(state(link)).toEqual([OPEN, "a"]);
  });
});

describe("clearLinks", () => {
  it.each([
    ["an area", `<map><area data-kakao-chat href="${OPEN}?extra=a"></map>`, "href"],
    ["a link in a drawing", `<svg><a data-kakao-chat href="${OPEN}?extra=a"/></svg>`, "href"],
    [
      "one in an old drawing",
      `<svg><a data-kakao-chat xlink:href="${OPEN}?extra=a"/></svg>`,
      "xlink:href",
    ],
  ])("clears %s", (_, html, name) => {
    document.body.innerHTML = html;
    clearLinks();
    const link = document.querySelector("[data-kakao-chat]");
    expect(link?.getAttribute(name)).toBe(OPEN);
    expect(link?.getAttribute("data-kakao-chat-extra")).toBe("a");
  });

  it("clears buttons alone", () => {
    const link = linkTo(`${OPEN}?extra=a`, "");
    clearLinks();
    expect(state(link)).toEqual([`${OPEN}?extra=a`, null]);
    page.KakaoChatDefaults = { links: true };
    clearLinks();
    expect(state(link)).toEqual([OPEN, "a"]);
  });
});
