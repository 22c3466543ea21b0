// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { READERS } from "../../../src/input/token-values";
import { TOKENS, type TokenName } from "../../../src/options/token-syntax";

function read(name: TokenName, argument = "", element: Element | null = null): string {
  return READERS[name](argument, { element });
}

function go(address: string): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(address);
}

beforeEach(() => go("https://shop.example/"));

afterEach(() => {
  document.head.innerHTML = "";
  document.body.innerHTML = "";
  for (const element of [document.documentElement, document.body]) {
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  }
  vi.restoreAllMocks();
});

describe("the tokens", () => {
  it("are nine, four of them with an argument", () => {
    const tokens = Object.entries(TOKENS);
    expect(tokens.map(([name, hasArgument]) => (hasArgument ? `${name}:` : name))).toEqual([
      "path",
      "url",
      "title",
      "lang",
      "referrer",
      "query:",
      "meta:",
      "data:",
      "text:",
    ]);
  });
});

describe("path and url", () => {
  it("are decoded, without query and hash", () => {
    go("https://shop.example:8443/%EC%83%81%ED%92%88/1%20a?member=1#me");
    expect(read("path")).toBe("/상품/1 a");
    expect(read("url")).toBe("https://shop.example:8443/상품/1 a");
  });

  it("keep what cannot be decoded", () => {
    go("https://shop.example/%C7%D1/100%25");
    expect(read("path")).toBe("/%C7%D1/100%");
  });
});

describe("title and lang", () => {
  it("are the document's title and the nearest lang", () => {
    document.title = "상품 1";
    document.documentElement.lang = "ko";
    document.body.innerHTML = `<p lang="en"><b></b></p>`;
    expect(read("title")).toBe("상품 1");
    expect(read("lang", "", document.querySelector("b"))).toBe("en");
    expect(read("lang")).toBe("ko");
  });
});

describe("referrer", () => {
  it("is its origin and path", () => {
    let owner: object = document;
    while (!Object.hasOwn(owner, "referrer")) owner = Object.getPrototypeOf(owner);
    const referrer = vi.spyOn(owner as Document, "referrer", "get");
    referrer.mockReturnValue("https://search.example/%EA%B0%80?q=secret#x");
    expect(read("referrer")).toBe("https://search.example/가");
  });
});

describe("query", () => {
  it("keeps what is not UTF-8 as it stands in the address", () => {
    go("https://shop.example/s?a=&keyword=&keyword=%B8%B0%B3%D9&%EA%B0%80=%B0%A1+%B3%AA");
    expect(read("query", "keyword")).toBe("%B8%B0%B3%D9");
    expect(read("query", "가")).toBe("%B0%A1+%B3%AA");
  });

  it.each([
    ["utm_source", "네이버"],
    ["UTM_SOURCE", ""],
    ["a", "2"],
    ["b", "1 2+"],
    ["none", ""],
    ["hash", ""],
  ])("%s is %j: exact case, the first that is not empty", (name, value) => {
    go(
      "https://shop.example/?utm_source=%EB%84%A4%EC%9D%B4%EB%B2%84&a=&a=+&a=2&a=3&b=1+2%2B#hash=1",
    );
    expect(read("query", name)).toBe(value);
  });
});

describe("meta", () => {
  it.each([
    ["product:retailer_item_id", "P1"],
    ["keywords", "second"],
    ["Keywords", ""],
    ["none", ""],
  ])("%s is %j: of the first that is not empty", (name, value) => {
    document.head.innerHTML = `<meta charset="utf-8"><meta property="product:retailer_item_id" content="P1">
      <meta name="keywords"><meta name="keywords" content=" "><meta name="keywords" content="second">
      <meta name="keywords" content="third">`;
    expect(read("meta", name)).toBe(value);
  });
});

describe("data", () => {
  const html = `<ul data-id="list"><li data-id="1"><b></b></li><li data-id=""><i></i></li></ul>`;

  it("is of the nearest element that has it", () => {
    document.body.innerHTML = html;
    expect(read("data", "id", document.querySelector("b"))).toBe("1");
    expect(read("data", "id", document.querySelector("i"))).toBe("");
    expect(read("data", "id", document.querySelector("ul"))).toBe("list");
    expect(read("data", "other", document.querySelector("b"))).toBe("");
  });

  it("goes up through open shadow roots", () => {
    document.body.innerHTML = `<div data-id="host"></div>`;
    const button = document.createElement("b");
    document.querySelector("div")?.attachShadow({ mode: "open" }).append(button);
    expect(read("data", "id", button)).toBe("host");
  });

  it("is of body, then html, for a call and for what stands beside the body", () => {
    document.documentElement.setAttribute("data-id", "html");
    document.documentElement.setAttribute("data-shop", "html");
    document.body.setAttribute("data-id", "body");
    const beside = document.createElement("kakao-chat-launcher");
    document.documentElement.append(beside);
    for (const element of [null, beside, document.createElement("b")]) {
      expect(read("data", "id", element)).toBe("body");
      expect(read("data", "shop", element)).toBe("html");
    }
    beside.setAttribute("data-id", "own");
    expect(read("data", "id", beside)).toBe("own");
    beside.remove();
  });
});

describe("text", () => {
  it.each([
    [`<p id="x">a<br>b <b>c</b></p>`, "a b c"],
    [
      `<p id="x">a<script type="text/plain">s</script><style>s</style><template>s</template>b</p>`,
      "ab",
    ],
    [
      `<p id="x">a<input value="s"><textarea>s</textarea><select><option>s</option></select>b</p>`,
      "ab",
    ],
    [`<textarea id="x">secret</textarea>`, ""],
    [`<div id="x" contenteditable>secret</div>`, ""],
    [
      `<div id="x">a <p contenteditable="true">secret</p><b contenteditable="false">b</b></div>`,
      "a b",
    ],
    [`<div id="x"><p role="textbox">secret</p>c</div>`, "c"],
    [`<input id="x" value="secret">`, ""],
    [`<select><option id="x">secret</option></select>`, ""],
    [`<style id="x">secret</style>`, ""],
    [`<p id="x"> \n a \t b </p>`, "a b "],
    // The fields of a form hide its own properties.
    [
      `<div id="x">a<form><input name="matches"><input name="nodeType"><input name="nodeName">b</form>c</div>`,
      "abc",
    ],
    [`<form id="x"><input name="closest">a</form>`, "a"],
    ["", ""],
  ])("of %s is %j", (html, text) => {
    document.body.innerHTML = html;
    expect(read("text", "#x")).toBe(text);
  });

  it("is of the first that the selector finds", () => {
    document.body.innerHTML = "<p>a</p><p>b</p>";
    expect(read("text", "p")).toBe("a");
    expect(read("text", "p:nth-of-type(2)")).toBe("b");
  });

  it("is read as far as a value reaches", () => {
    document.body.innerHTML = `<p id="x">${"<b>0123456789</b>".repeat(1000)}</p>`;
    const { length } = read("text", "#x");
    expect(length).toBeGreaterThanOrEqual(200);
    expect(length).toBeLessThan(1000);
  });
});
