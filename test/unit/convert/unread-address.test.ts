import { describe, expect, it } from "vitest";
import { readPaste } from "../../../src/convert/read/read.js";
import { findUnreadAddress } from "../../../src/convert/unread-address.js";

const OPEN = "https://bizmessage.kakao.com/chat/open";
const WRITE = "https://bizmessage.kakao.com/v1/chat/write";
const LINK = `<a href="${OPEN}/@shop" target="_blank">상담</a>`;
const FORM = `<form action="${WRITE}" method="post" target="_blank"><input type="hidden" name="uuid" value="@shop"><button>상담</button></form>`;

describe("findUnreadAddress", () => {
  it.each([
    ["a helper's form", `<%= form_with url: "${WRITE}" do |f| %>`],
    ["a helper's link", `{!! Html::link('${OPEN}/@other', '상담') !!}`],
    ["an address without its id", `{!! link_to("${OPEN}/" . $id, '상담') !!}`],
    ["an encoded id", `{{ button_link("${OPEN}/%40other") }}`],
    [
      "an object for somebody else's script",
      `<script>vendor.push({ url: "${OPEN}/@other" });</script>`,
    ],
  ])("says that this was not read, beside a link: %s", (_, line) => {
    expect(findUnreadAddress(readPaste(`${LINK}\n${line}\n${LINK}`))).toBe(line);
  });

  it("counts what has no id of its own", () => {
    const helper = `<%= form_with url: "${WRITE}" do |f| %>`;
    expect(findUnreadAddress(readPaste(`${FORM}\n${helper}\n`))).toBe(helper);
    expect(findUnreadAddress(readPaste(`${FORM}\n${FORM}\n`))).toBeUndefined();
  });

  it.each([
    ["the same address", `<meta property="og:url" content="${OPEN}/@shop">`],
    ["a comment of the markup", `<!-- <a href="${OPEN}/@old">상담</a> -->`],
    ["a comment of a script", `<script>\n// ${OPEN}/@old\n/* ${OPEN}/@older */\n</script>`],
    ["comments of templates", `<%-- ${OPEN}/@a --%>{{-- ${OPEN}/@b --}}{# ${OPEN}/@c #}`],
    [
      "both of two addresses",
      `<script>function go() { open(m ? "${OPEN}/@a" : "${OPEN}/@b"); }</script>`,
    ],
    ["other addresses of Kakao's", `<a href="https://pf.kakao.com/_abc">채널</a>`],
  ])("says nothing of %s", (_, line) => {
    expect(findUnreadAddress(readPaste(`${LINK}\n${line}`))).toBeUndefined();
  });

  it("takes what only begins a comment for none", () => {
    const line = `{#if open}{{-- @* /* <%-- <%= form_with url: "${OPEN}/@other" do |f| %>`;
    expect(findUnreadAddress(readPaste(`${LINK}\n${line}\n${LINK}`))).toBe(line);
  });

  it("reads a large page that begins a comment at each word in one pass", () => {
    const words = "{#if x} /* ".repeat(60_000);
    expect(findUnreadAddress(readPaste(`${LINK}\n<p>${words}</p>`))).toBeUndefined();
  });

  it("says nothing of code of which it is said already", () => {
    const code = `function go( { open("${OPEN}/@other"); }`;
    expect(findUnreadAddress(readPaste(`${LINK}<script>${code}</script>`), code)).toBeUndefined();
  });

  it("says nothing where the address comes from a list", () => {
    const list = `const LINKS = [{ url: "${OPEN}/@a" }, { url: "${OPEN}/@b" }];
export default () => LINKS.map((one) => <a key={one.url} href={one.url}>상담</a>);`;
    expect(findUnreadAddress(readPaste(list))).toBeUndefined();
  });
});
