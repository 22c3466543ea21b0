// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { isDisabled, isInteractive, isNative, isPlaceholder } from "../../../src/page/controls";

function first(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild as Element;
}

describe("isNative", () => {
  it.each([
    ["<button></button>", true],
    [`<a href="#"></a>`, true],
    [`<a href=""></a>`, true],
    [`<input type="button">`, true],
    ["<a></a>", false],
    ["<div></div>", false],
    ["<img>", false],
  ])("%s", (html, is) => {
    expect(isNative(first(html))).toBe(is);
  });
});

describe("what an element is", () => {
  it("a placeholder is a link alone", () => {
    expect(isPlaceholder(first(`<b href="#"></b>`))).toBe(false);
    expect(isInteractive(first(`<a href="#"></a>`))).toBe(false);
    expect(isInteractive(first(`<p contenteditable="false"></p>`))).toBe(false);
  });

  it.each([
    ["<button disabled></button>", true],
    ["<div disabled></div>", true],
    [`<div aria-disabled="true"></div>`, true],
    [`<div aria-disabled="false"></div>`, false],
    ["<button></button>", false],
  ])("disabled: %s %s", (html, is) => {
    expect(isDisabled(first(html))).toBe(is);
  });

  it("is disabled in a part of the page that is", () => {
    first(`<div aria-disabled="true"><b></b></div>`);
    expect(isDisabled(document.querySelector("b") as Element)).toBe(true);
  });
});
