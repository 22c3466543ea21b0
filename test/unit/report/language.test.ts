// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { findLanguage, pickLanguage } from "../../../src/report/language";

const korean = "상담";
const english = "Help";

afterEach(() => {
  document.documentElement.removeAttribute("lang");
  document.body.innerHTML = "";
});

it("is the body's, if the document has none", () => {
  document.documentElement.removeAttribute("lang");
  document.body.lang = "en";
  expect(findLanguage(null)).toBe("en");
  expect(pickLanguage("가", "a", document.documentElement)).toBe("a");
  document.body.removeAttribute("lang");
});

describe("pickLanguage", () => {
  it.each([
    ["<b></b>", korean],
    [`<b lang="ko"></b>`, korean],
    [`<b lang="ko-KR"></b>`, korean],
    [`<b lang="KO"></b>`, korean],
    [`<b lang="ko_KR"></b>`, korean],
    [`<b lang="ko-Kore-KR"></b>`, korean],
    // Konkani, and no language at all.
    [`<b lang="kok"></b>`, english],
    [`<b lang="kor"></b>`, english],
    [`<b lang="x-ko"></b>`, english],
    // The country's code.
    [`<b lang="kr"></b>`, korean],
    [`<b lang="kri"></b>`, english],
    [`<b lang=""></b>`, korean],
    [`<b lang="en"></b>`, english],
    [`<b lang="en-GB"></b>`, english],
    [`<b lang="ja"></b>`, english],
    [`<div lang="en"><b></b></div>`, english],
    [`<div lang="en"><p lang="ko"><b></b></p></div>`, korean],
    [`<div lang="ko"><p lang="en"><b></b></p></div>`, english],
  ])("reads the nearest lang of %s", (html, text) => {
    document.body.innerHTML = html;
    expect(pickLanguage(korean, english, document.querySelector("b") as Element)).toBe(text);
  });

  it.each([
    ["ko", korean],
    ["en", english],
  ])("reads the page's lang %s where there is no button", (lang, text) => {
    document.documentElement.lang = lang;
    expect(pickLanguage(korean, english, null)).toBe(text);
  });

  it("says what is written", () => {
    document.documentElement.lang = "en";
    document.body.innerHTML = `<p lang="ko_KR"><b></b></p>`;
    expect(findLanguage(document.querySelector("b"))).toBe("ko_KR");
    expect(findLanguage(null)).toBe("en");
    document.documentElement.removeAttribute("lang");
    expect(findLanguage(null)).toBe("");
  });

  it("reads the lang around a shadow root", () => {
    document.documentElement.lang = "en";
    const host = document.body.appendChild(document.createElement("div"));
    const button = document.createElement("b");
    host.attachShadow({ mode: "open" }).append(button);
    expect(pickLanguage(korean, english, button)).toBe(english);
  });
});
