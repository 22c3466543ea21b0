import { describe, expect, it } from "vitest";
import { decode, parseChatAddress } from "../../src/kakao";

const OPEN = "https://bizmessage.kakao.com/chat/open";
const WRITE = "https://bizmessage.kakao.com/v1/chat/write";

/** What a link says, without what it leaves out. */
function said(href: string | null) {
  const address = parseChatAddress(href);
  expect(address).not.toBeNull();
  return Object.fromEntries(Object.entries(address ?? {}).filter(([, value]) => value));
}

describe("parseChatAddress", () => {
  it.each<[string, Record<string, string>]>([
    [`${OPEN}/@channel`, { uuid: "@channel", endpoint: "open" }],
    [`${OPEN}/%40channel`, { uuid: "@channel", endpoint: "open" }],
    [`${OPEN}/@channel/`, { uuid: "@channel", endpoint: "open" }],
    [`${OPEN}/@channel?`, { uuid: "@channel", endpoint: "open" }],
    [`${OPEN}/@channel/?extra=a`, { uuid: "@channel", extra: "a", endpoint: "open" }],
    [`${OPEN}/@상담`, { uuid: "@상담", endpoint: "open" }],
    [`${OPEN}/%40%EC%83%81%EB%8B%B4`, { uuid: "@상담", endpoint: "open" }],
    [
      `${OPEN}/@channel?event=시작&bot=auto&extra=주문 1`,
      { uuid: "@channel", extra: "주문 1", bot: "auto", event: "시작", endpoint: "open" },
    ],
    [
      `${OPEN}/@channel?extra=a+b%2Bc%26d`,
      { uuid: "@channel", extra: "a b+c&d", endpoint: "open" },
    ],
    [`${OPEN}/@channel#top`, { uuid: "@channel", endpoint: "open" }],
    [`${OPEN}/@channel?extra=a#top?extra=b`, { uuid: "@channel", extra: "a", endpoint: "open" }],
    [`${OPEN}/@channel?extra=a/b?c`, { uuid: "@channel", extra: "a/b?c", endpoint: "open" }],
    [`${WRITE}?uuid=@channel`, { uuid: "@channel", endpoint: "write" }],
    [`${WRITE}/?uuid=%40channel`, { uuid: "@channel", endpoint: "write" }],
    [
      `${WRITE}?uuid=%40channel&extra=%EC%A3%BC%EB%AC%B8%0D%0A1&bot=true&event=start#top`,
      { uuid: "@channel", extra: "주문\r\n1", bot: "true", event: "start", endpoint: "write" },
    ],
    [`${WRITE}?extra=a`, { extra: "a", endpoint: "write" }],
    [WRITE, { endpoint: "write" }],
    [OPEN, { endpoint: "open" }],
    [`${WRITE}?uuid=@channel&other=1`, { uuid: "@channel", endpoint: "write" }],
    [
      `${WRITE}?uuid=@channel&app_open_type=modal`,
      { uuid: "@channel", appOpenType: "modal", endpoint: "write" },
    ],
    // The id in the path is the one that Kakao's server goes by.
    [`${OPEN}/@channel?uuid=@other`, { uuid: "@channel", endpoint: "open" }],
    [`${OPEN}?uuid=@channel`, { uuid: "@channel", endpoint: "open" }],
    [`${OPEN}/?uuid=@channel`, { uuid: "@channel", endpoint: "open" }],
    [
      "https://bizmessage.kakao.com/chat/write?uuid=@channel",
      { uuid: "@channel", endpoint: "write" },
    ],
    ["//bizmessage.kakao.com/chat/open/@channel", { uuid: "@channel", endpoint: "open" }],
    ["HTTPS://Bizmessage.Kakao.com:443/chat/open/@Ch", { uuid: "@Ch", endpoint: "open" }],
    // Browsers leave out tabs and line ends, wherever they are.
    [
      `${OPEN}/@chan\n\tnel?extra=a%0A\n&bot=true`,
      { uuid: "@channel", extra: "a\n", bot: "true", endpoint: "open" },
    ],
    // White space around an address is none of it, says HTML.
    [` ${OPEN}/@channel\n`, { uuid: "@channel", endpoint: "open" }],
    // Whatever else browsers read as the same address.
    [String.raw`https:\\bizmessage.kakao.com\chat\open\@a`, { uuid: "@a", endpoint: "open" }],
    [String.raw`\\bizmessage.kakao.com/chat/open/@a`, { uuid: "@a", endpoint: "open" }],
    ["https:///bizmessage.kakao.com/chat/open/@a", { uuid: "@a", endpoint: "open" }],
    ["http://bizmessage.kakao.com:80/chat/open/@a", { uuid: "@a", endpoint: "open" }],
    ["https://bizmessage.kakao.com/x/../chat/./open/@a", { uuid: "@a", endpoint: "open" }],
    ["https://bizmessage%2Ekakao.com/chat/open/@a", { uuid: "@a", endpoint: "open" }],
    ["https://ｂｉｚｍｅｓｓａｇｅ.kakao.com/chat/open/@a", { uuid: "@a", endpoint: "open" }],
    [`${OPEN}/@상담 센터`, { uuid: "@상담 센터", endpoint: "open" }],
    // Pages from before all was https.
    [`${OPEN.replace("https:", "HTTP:")}/@channel`, { uuid: "@channel", endpoint: "open" }],
  ])("reads %j", (href, fields) => {
    expect(said(href)).toEqual(fields);
  });

  it.each([
    [`${OPEN}/@channel?extra=%`, "%"],
    [`${OPEN}/@channel?extra=%zz`, "%zz"],
    [`${OPEN}/@channel?extra=100%&bot=`, "100%"],
    [`${OPEN}/@channel?extra=%EC%83`, "\ufffd"],
    [`${OPEN}/@channel?extra=%C7%D1`, "한"],
    [`${OPEN}/@channel?extra=%BB%F3%B4%E3%20a%3D1`, "상담 a=1"],
    [`${OPEN}/@channel?extra=%EC%83%81+%BB%F3`, "상 상"],
  ])("does not mind the encoding of %s", (href, extra) => {
    expect(said(href)).toEqual({ uuid: "@channel", extra, endpoint: "open" });
  });

  it("does not mind the encoding of the id", () => {
    expect(said(`${OPEN}/%40%EC%83`)).toEqual({ uuid: "%40%EC%83", endpoint: "open" });
  });

  // Toast UI escapes `&` twice.
  it.each(["&amp;", "&amp;amp;", "&#38;", "&#038;", "&#x26;", "&AMP;"])("reads %s as &", (sign) => {
    expect(said(`${WRITE}?uuid=%40a${sign}extra=order%3D1${sign}bot=auto`)).toEqual({
      uuid: "@a",
      extra: "order=1",
      bot: "auto",
      endpoint: "write",
      hasEscapedAmpersands: true,
    });
  });

  it.each([`${WRITE}?uuid=@a&extra=amp;`, `${WRITE}?uuid=@a&extra=%26amp;b`])(
    "does not see &amp; in %s",
    (href) => {
      expect(said(href)).not.toHaveProperty("hasEscapedAmpersands");
    },
  );

  it.each([
    null,
    "",
    "#",
    "null",
    "/chat/open/@channel",
    "javascript:void(0)",
    "http://bizmessage.kakao.com:8080/chat/open/@channel",
    "https://bizmessage.kakao.com",
    "https://bizmessage.kakao.com/",
    "https://bizmessage.kakao.com/chat/aBcD/eFgH",
    "https://bizmessage.kakao.com/chat/includeScript",
    "https://bizmessage.kakao.com/chat/opened/@channel",
    "https://bizmessage.kakao.com/v1/chat/writer?uuid=@channel",
    "https://bizmessage.kakao.com/other/chat/open/@channel",
    "https://bizmessage.kakao.com.evil.test/chat/open/@channel",
    "https://bizmessage.kakao.com@evil.test/chat/open/@channel",
    "https://bizmessage.kakao.com:8443/chat/open/@channel",
    "https://evilbizmessage.kakao.com/chat/open/@channel",
    "https://evil.test/https://bizmessage.kakao.com/chat/open/@channel",
    "https://evil.test/?to=https://bizmessage.kakao.com/chat/open/@channel",
    "https://evil.test/#https://bizmessage.kakao.com/chat/open/@channel",
    "https://pf.kakao.com/_mHvbs/chat",
  ])("says nothing of %j", (href) => {
    expect(parseChatAddress(href)).toBeNull();
  });
});

describe("decode", () => {
  it.each([
    ["/%EC%83%81%ED%92%88/1", "/상품/1"],
    ["100%", "100%"],
    ["%zz%41", "%zzA"],
    ["%EC%83", "%EC%83"],
    ["%41%EC", "%41%EC"],
    ["a%2541", "a%41"],
    ["%C7%D1 %41", "%C7%D1 A"],
  ])("decodes what is valid in %s", (text, decoded) => {
    expect(decode(text)).toBe(decoded);
  });
});
