// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { isWhole, prepareButton } from "../../../src/page/buttons";

const TITLE = "새 창으로 열림";
const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
const error = vi.spyOn(console, "error").mockImplementation(() => {});

/** The first marked element of some HTML, prepared. */
function prepared(html: string): Element {
  document.body.innerHTML = html;
  const button = document.querySelector("[data-kakao-chat]") as Element;
  prepareButton(button);
  return button;
}

/** Its role, tabindex and title. */
const traits = (button: Element) =>
  ["role", "tabindex", "title"].map((name) => button.getAttribute(name));

afterEach(() => {
  vi.clearAllMocks();
});

describe("prepareButton", () => {
  const mark = `data-kakao-chat="@channel"`;

  it.each([
    ["a div", `<div ${mark}>상담</div>`, ["button", "0", TITLE]],
    ["an image", `<img ${mark} alt="상담">`, ["button", "0", TITLE]],
    ["a link without an address", `<a ${mark}>상담</a>`, ["button", "0", TITLE]],
    ["a button", `<button ${mark}>상담</button>`, [null, null, TITLE]],
    ["a link", `<a href="/help" ${mark}>상담</a>`, [null, null, TITLE]],
    ["a role of its own", `<div role="link" ${mark}>상담</div>`, ["link", "0", TITLE]],
    ["a tabindex of its own", `<div tabindex="-1" ${mark}>상담</div>`, ["button", "-1", TITLE]],
    ["a title of its own", `<button title="상담" ${mark}>상담</button>`, [null, null, "상담"]],
    ["an empty title", `<button title="" ${mark}>상담</button>`, [null, null, ""]],
    [
      "its language",
      `<button lang="en" ${mark}>Help</button>`,
      [null, null, "Opens in a new window"],
    ],
    [
      "the language around it",
      `<p lang="en"><button ${mark}>Help</button></p>`,
      [null, null, "Opens in a new window"],
    ],
    [
      "an extra that speaks of windows",
      `<button data-kakao-chat-extra="새 창을 보고 문의" ${mark}>상담</button>`,
      [null, null, TITLE],
    ],
    ["a shop that sells windows", `<button ${mark}>새 창호 상담</button>`, [null, null, TITLE]],
    [
      "a value that says it",
      `<input type="button" value="상담 (새 창)" ${mark}>`,
      [null, null, null],
    ],
    [
      "a title within that says it",
      `<button ${mark}><svg><title>새 창으로 열림</title></svg></button>`,
      [null, null, null],
    ],
    ["a text that says it", `<button ${mark}>상담 (새 창)</button>`, [null, null, null]],
    [
      "a text that says it in one word",
      `<button ${mark}>상담 새창열기</button>`,
      [null, null, null],
    ],
    [
      "a text that says it in English",
      `<button lang="en" ${mark}>Help (New Window)</button>`,
      [null, null, null],
    ],
    [
      "an image that says it",
      `<button ${mark}><img alt="상담, 새 창으로 열림"></button>`,
      [null, null, null],
    ],
    [
      "a label that says it",
      `<button aria-label="상담, 새 창" ${mark}></button>`,
      [null, null, null],
    ],
    [
      "the same window",
      `<button data-kakao-chat-target="self" ${mark}>상담</button>`,
      [null, null, null],
    ],
    [
      "a new tab",
      `<button data-kakao-chat-target="tab" ${mark}>상담</button>`,
      [null, null, TITLE],
    ],
  ])("%s", (_, html, expected) => {
    expect(traits(prepared(html))).toEqual(expected);
  });

  it("gives no title in an in-app browser, which opens no window", () => {
    const userAgent = vi.spyOn(navigator, "userAgent", "get");
    userAgent.mockReturnValue("Mozilla/5.0 (iPhone) KAKAOTALK");
    expect(traits(prepared(`<div ${mark}>상담</div>`))).toEqual(["button", "0", null]);
    userAgent.mockRestore();
  });

  it("gives back what a morph takes away, but no title: a tooltip may have taken that", () => {
    const button = prepared(`<div ${mark}>상담</div>`);
    for (const name of ["title", "tabindex", "role"]) button.removeAttribute(name);
    expect(isWhole(button)).toBe(false);
    prepareButton(button);
    expect(traits(button)).toEqual(["button", "0", null]);
    expect(isWhole(button)).toBe(true);
  });

  it("gives a link its target again, and a button its type once it is in a form", () => {
    const link = prepared(`<a href="/help" ${mark}>상담</a>`);
    link.removeAttribute("target");
    prepareButton(link);
    expect(link.getAttribute("target")).toBe("_blank");
    const button = prepared(`<button ${mark}>상담</button>`);
    expect(button.hasAttribute("type")).toBe(false);
    document.body.appendChild(document.createElement("form")).append(button);
    prepareButton(button);
    expect(button.getAttribute("type")).toBe("button");
  });

  it.each([
    `<input type="hidden" name="no">`,
    `<button disabled></button>`,
    `<button hidden></button>`,
    `<i tabindex="-1"></i>`,
    `<label>상담</label>`,
    `<p hidden><a href="/">a</a></p>`,
  ])("makes a tab stop of what holds only %s", (html) => {
    expect(traits(prepared(`<div ${mark}>${html}</div>`))[1]).toBe("0");
  });

  it("takes an empty target for none", () => {
    const link = prepared(`<a href="/help" target="" ${mark}>상담</a>`);
    expect(link.getAttribute("target")).toBe("_blank");
  });

  it("changes no attribute of a native button but its title", () => {
    const html = `<button type="button" ${mark} class="help"><svg></svg>상담</button>`;
    const before = document.createElement("div");
    before.innerHTML = html;
    const button = prepared(html);
    button.removeAttribute("title");
    expect(button.outerHTML).toBe(before.innerHTML);
  });

  it("says what is wrong already, once, with the element", () => {
    const button = prepared(
      `<button data-kakao-chat="_mHvbs" data-kakao-chat-bot="TRUE">상담</button>`,
    );
    prepareButton(button);
    expect(error.mock.calls).toEqual([
      ['[kakao-chat] KC106 uuid: expected the channel\'s search id, got "_mHvbs"', button],
    ]);
    expect(warn.mock.calls).toEqual([
      ['[kakao-chat] KC311 bot: expected true|false|auto, got "TRUE"', button],
    ]);
  });

  it("sends no event", () => {
    const heard = vi.fn();
    document.addEventListener("kakao-chat:problem", heard);
    prepared("<button data-kakao-chat></button>");
    document.removeEventListener("kakao-chat:problem", heard);
    expect(heard).not.toHaveBeenCalled();
  });
});
