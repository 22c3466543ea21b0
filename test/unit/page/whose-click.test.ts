// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { readNative } from "../../../src/natives";
import {
  findClickedButton,
  findFormButtons,
  isBrowsersOwn,
  standForPrevented,
} from "../../../src/page/whose-click";

/** Whose click it is on the element of the id `x`; the marked one has `b`. */
function clicked(html: string) {
  document.body.innerHTML = html;
  const path: EventTarget[] = [];
  for (let each = document.querySelector("#x"); each; each = each.parentElement) path.push(each);
  return findClickedButton([...path, document, window]);
}

const mark = `id="b" data-kakao-chat="@a"`;

describe("findClickedButton", () => {
  it.each([
    ["itself", `<div id="x" data-kakao-chat="@a"></div>`],
    ["an icon", `<button ${mark}><svg id="x"></svg></button>`],
    ["a placeholder link inside", `<div ${mark}><a href="#" id="x">상담</a></div>`],
    ["a link without an address inside", `<div ${mark}><a id="x">상담</a></div>`],
    ["a script's link inside", `<div ${mark}><a href="javascript:void(0)" id="x">상담</a></div>`],
    ["text in a link around it", `<a href="/"><b ${mark}><i id="x"></i></b></a>`],
  ])("finds the button: %s", (_, html) => {
    expect(clicked(html)?.button.hasAttribute("data-kakao-chat")).toBe(true);
  });

  it.each([
    `<button id="x"></button>`,
    `<a href="/contact"><i id="x"></i></a>`,
    `<input id="x">`,
    `<label><input><i id="x"></i></label>`,
    `<details><summary id="x"></summary></details>`,
    `<i tabindex="0" id="x"></i>`,
    `<i role="link" id="x"></i>`,
    `<i role="checkbox"><u id="x"></u></i>`,
    `<p contenteditable><u id="x"></u></p>`,
    `<button data-kakao-chat="false" id="x"></button>`,
  ])("leaves to itself what has clicks of its own: %s", (inner) => {
    expect(clicked(`<div ${mark}>${inner}</div>`)).toBeNull();
  });

  it("finds the innermost of two, and none outside", () => {
    expect(
      clicked(`<div data-kakao-chat="@o"><b ${mark}><i id="x"></i></b></div>`)?.button.id,
    ).toBe("b");
    expect(clicked(`<p id="x"></p><div ${mark}></div>`)).toBeNull();
  });

  it.each([
    [`<a href="#" id="x" data-kakao-chat></a>`, true, true],
    [`<a href=" #top" id="x" data-kakao-chat></a>`, true, true],
    [`<a href="JavaScript:;" id="x" data-kakao-chat></a>`, true, true],
    [`<a href="/help" id="x" data-kakao-chat></a>`, false, true],
    [`<button id="x" data-kakao-chat></button>`, false, false],
    [`<div data-kakao-chat><a href="#" id="x"></a></div>`, true, true],
    [`<a href="/"><b id="x" data-kakao-chat></b></a>`, false, true],
    // A placeholder around it is no reason to let its handlers cancel the click in silence.
    [`<a href="#"><b id="x" data-kakao-chat></b></a>`, false, true],
  ])("%s: placeholder %s, in a link %s", (html, isPlaceholder, isInLink) => {
    expect(clicked(html)).toMatchObject({ isPlaceholder, isInLink });
  });
});

describe("isBrowsersOwn", () => {
  it.each([
    [`<a href="/"></a>`, { ctrlKey: true }, true],
    [`<a href="/"></a>`, { metaKey: true }, true],
    [`<a href="/"></a>`, { shiftKey: true }, true],
    [`<a href="/"></a>`, { altKey: true }, false],
    [`<a href="/"></a>`, {}, false],
    ["<a></a>", { ctrlKey: true }, false],
    ["<button></button>", { ctrlKey: true }, false],
  ])("%s with %j: %s", (html, keys, is) => {
    document.body.innerHTML = html;
    const element = document.body.firstElementChild as Element;
    expect(isBrowsersOwn(new MouseEvent("click", keys), element)).toBe(is);
  });
});

describe("standForPrevented", () => {
  it("reads as prevented until it is taken off, and hides nothing from the browser's own getter", () => {
    const event = new Event("click", { cancelable: true });
    const showAsItIs = standForPrevented(event);
    expect(event.defaultPrevented).toBe(true);
    expect(readNative(event, "defaultPrevented")).toBe(false);
    showAsItIs();
    expect(event.defaultPrevented).toBe(false);
    event.preventDefault();
    expect(event.defaultPrevented).toBe(true);
  });
});

describe("findFormButtons", () => {
  it("finds all buttons of the field's form: one may have lost its mark", () => {
    document.body.innerHTML = `<form><input id="x"><button data-kakao-chat id="b"></button><button id="c"></button></form><p></p>`;
    const ids = (selector: string) =>
      findFormButtons(document.querySelector(selector) as Element).map(({ id }) => id);
    expect(ids("#x")).toEqual(["b", "c"]);
    expect(ids("p")).toEqual([]);
  });
});
