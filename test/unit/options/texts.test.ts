import { describe, expect, it } from "vitest";
import { cutAt } from "../../../src/options/cut";
import { parseEvent, parseExtra, toFormText } from "../../../src/options/texts";
import { readWith } from "../read-field";

const tooLong = (limit: number, got: number) => `expected at most ${limit} characters, got ${got}`;

describe("parseExtra", () => {
  // What integrations in production send: machines parse it at the other end.
  it.each([
    "TCK_M",
    "k=v,k=v",
    "loginYn=Y&token=a+b/c==",
    '[{"a":{"b":[]}}, {"c":1}]',
    "  two spaces, \ttab  ",
    "100% & <b>'\"\\</b> #1?",
    "주문번호 1234 👩‍👩‍👧",
    "한".normalize("NFD"),
    "＠\u200b\ufeff\u00a0",
    "nullable=1",
    "status=undefinedish",
    "this is null",
    "costs $5 {each}",
    "a={b}",
    "ISNULL=1",
    "a=nullb",
    "\0\u0001\u007f",
  ])("sends %j as it is", (text) => {
    expect(readWith(parseExtra, text)).toEqual({ value: text, reported: [] });
  });

  it.each([
    ["a\nb", "a\r\nb"],
    ["a\rb", "a\r\nb"],
    ["a\r\nb", "a\r\nb"],
    ["\n\r\r\n\n", "\r\n\r\n\r\n\r\n"],
    ["\u2028\u2029\u0085\v\f", "\u2028\u2029\u0085\v\f"],
  ])("makes the line ends of %j CRLF", (text, value) => {
    expect(readWith(parseExtra, text)).toEqual({ value, reported: [] });
  });

  it.each([
    ["\ud800", "\ufffd"],
    ["\udc00", "\ufffd"],
    ["\ude00\ud83d", "\ufffd\ufffd"],
    ["a\ud83db", "a\ufffdb"],
    ["\ud83d\ud83d\ude00", "\ufffd😀"],
    ["😀", "😀"],
  ])("replaces the lone surrogates of %j", (text, value) => {
    expect(readWith(parseExtra, text)).toEqual({ value, reported: [] });
  });

  it.each([999, 1000])("sends %i characters whole", (length) => {
    const text = "가".repeat(length);
    expect(readWith(parseExtra, text)).toEqual({ value: text, reported: [] });
  });

  it.each([
    ["1,001 characters", "가".repeat(1001), 1000, 1001],
    ["a surrogate pair after 999", `${"a".repeat(999)}😀b`, 999, 1002],
    ["a surrogate pair after 998, and one more", `${"a".repeat(998)}😀b`, 1000, 1001],
    ["a line end after 999", `${"a".repeat(999)}\nb`, 999, 1002],
    ["a line end after 998, and one more", `${"a".repeat(998)}\nb`, 1000, 1001],
    ["line ends that grow", "\n".repeat(501), 1000, 1002],
    ["line ends that grow, off by one", `a${"\n".repeat(500)}`, 999, 1001],
    ["pairs, off by one", `a${"😀".repeat(500)}`, 999, 1001],
  ])("is to be cut: %s, with a warning", (_, text, length, got) => {
    const { value, reported } = readWith(parseExtra, text);
    expect(cutAt(value, 1000)).toBe(text.replace(/\n/g, "\r\n").slice(0, length));
    expect(reported).toEqual([["KC212", "warning", tooLong(1000, got)]]);
  });

  it.each([
    ["a resident number", "900101-1234568"],
    ["a phone number", "010-1234-5678"],
    ["an e-mail address", "hong.gildong@example.co.kr"],
  ])("does not cut %s in two: without its end, nothing would know it", (_, data) => {
    for (let kept = 1; kept < data.length; kept++) {
      const text = `${"x".repeat(999 - kept)} ${data} and more`;
      expect(cutAt(text, 1000)).toBe(`${"x".repeat(999 - kept)} `);
    }
  });

  it("replaces a lone surrogate where it cuts", () => {
    const { value } = readWith(parseExtra, `${"a".repeat(999)}\ud83d${"b".repeat(9)}`);
    expect(cutAt(value, 1000)).toBe(`${"a".repeat(999)}\ufffd`);
  });

  it.each([
    "undefined",
    "null",
    "NaN",
    "order=undefined",
    "a=1,order=null",
    "price=NaN",
    "order=undefined&page=2",
    "order=null,page=2",
    "order={{order}}",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the left-over itself
    "order=${order}",
    "order=#{order}",
    "order={$product_no}",
    "{$order.id}",
    "null&a=1",
    "a=NaN;b=1",
    "{% if order %}",
    "order=<%= order %>",
    "order=<?= $order ?>",
    "[object Object]",
    "order=[object Object]",
  ])("warns about the left-over in %j, without its text, and sends it", (text) => {
    expect(readWith(parseExtra, text)).toEqual({
      value: text,
      reported: [["KC211", "warning", "expected text, got a left-over"]],
    });
  });
});

describe("parseEvent", () => {
  it.each(["시작", "hello_store", "WEB_WELCOME", "a b"])("keeps %s as it is", (text) => {
    expect(readWith(parseEvent, text)).toEqual({ value: text, reported: [] });
  });

  it.each([
    ["  시작\n", "시작"],
    ["\u3000a b\u00a0", "a b"],
    [" \t ", ""],
  ])("trims %j", (text, value) => {
    expect(readWith(parseEvent, text)).toEqual({ value, reported: [] });
  });

  it("makes line ends and surrogates what a form would", () => {
    expect(readWith(parseEvent, "a\nb\ud800").value).toBe("a\r\nb\ufffd");
  });

  it("takes 100 characters", () => {
    const text = "가".repeat(100);
    expect(readWith(parseEvent, ` ${text} `)).toEqual({ value: text, reported: [] });
  });

  it("warns over 100 characters and sends them all", () => {
    const text = "가".repeat(101);
    expect(readWith(parseEvent, text)).toEqual({
      value: text,
      reported: [["KC411", "warning", tooLong(100, 101)]],
    });
  });
});

describe("toFormText", () => {
  // A server's view of a form and of an address is the same for what it returns.
  it.each(["a\nb\rc\r\nd", "\ud800a\udc00", "😀\ud83d", "\r\r\n\n"])("is stable: %j", (text) => {
    const once = toFormText(text);
    expect(toFormText(once)).toBe(once);
    expect(decodeURIComponent(encodeURIComponent(once))).toBe(once);
  });
});

describe("cutAt", () => {
  it.each([
    ["abc", 3, "abc"],
    ["abc", 2, "ab"],
    ["a😀", 2, "a"],
    ["a😀b", 3, "a😀"],
    ["a\r\n", 2, "a"],
    ["a\r\nb", 3, "a\r\n"],
    ["abc", 0, ""],
    // At its end a text keeps what it ends in.
    ["a\r", 2, "a\r"],
    // Personal data before the cut stays, as what is cut off behind it is none.
    ["010-1234-5678 xyz", 13, "010-1234-5678"],
    ["010-1234-5678 xyz", 15, "010-1234-5678 x"],
    ["a 010-1234-5678 xyz", 14, "a "],
  ])("cuts %j at %i", (text, limit, cut) => {
    expect(cutAt(text, limit)).toBe(cut);
  });
});
