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
  ])("takes the extra out of %s", (query, left, extra) => {
    const link = linkTo(OPEN + query);
    clearLink(link);
    expect(state(link)).toEqual([OPEN + left, extra]);
  });

  it.each([
    `${OPEN}?bot=auto`,
    OPEN,
    `${OPEN}?extra=`,
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

describe("clearLinks", () => {
  it("clears buttons alone", () => {
    const link = linkTo(`${OPEN}?extra=a`, "");
    clearLinks();
    expect(state(link)).toEqual([`${OPEN}?extra=a`, null]);
    page.KakaoChatDefaults = { links: true };
    clearLinks();
    expect(state(link)).toEqual([OPEN, "a"]);
  });
});
