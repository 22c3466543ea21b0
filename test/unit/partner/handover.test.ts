import { describe, expect, it } from "vitest";
import { FIELDS } from "../../../src/options/fields";
import { readHandover } from "../../../src/partner/handover";
import { type Problem, reporterFor } from "../../../src/problems";

/** The request for a tag's attributes and a query string, and what is noted. */
function hand(tag: Record<string, string>, search = "") {
  const problems: Problem[] = [];
  const { request } = readHandover((name) => tag[name] ?? null, search, problems);
  return { request, reported: problems.map(({ code, message }) => `${code} ${message}`) };
}

const LISTED = { channels: " @channel,\n@other " };

describe("readHandover", () => {
  it("takes the tag's own id without a list, and nothing from the query string then", () => {
    const tag = { uuid: "@own", extra: "a\nb" };
    expect(hand(tag, "?uuid=@evil&bot=true&event=evil")).toEqual({
      request: {
        method: "GET",
        url: "https://bizmessage.kakao.com/v1/chat/write?uuid=%40own&extra=a%0D%0Ab",
        fields: { uuid: "@own", extra: "a\r\nb" },
      },
      reported: [],
    });
  });

  it("takes a listed id and its parameters from the query string", () => {
    const search = "?uuid=%40other&extra=%ED%95%9C+%EA%B8%80&bot=auto&event=%EC%8B%9C%EC%9E%91";
    const { request, reported } = hand(LISTED, search);
    expect(request?.fields).toEqual({ uuid: "@other", extra: "한 글", bot: "auto", event: "시작" });
    expect(reported).toEqual([]);
  });

  it("compares ids as they would be sent", () => {
    expect(hand({ channels: "channel" }, "?uuid=channel").request?.fields).toEqual({
      uuid: "@channel",
    });
  });

  it.each(["@evil", "@channel2", "@Channel", "@chan", "@ch annel"])("refuses %j", (uuid) => {
    expect(hand(LISTED, `?uuid=${encodeURIComponent(uuid)}`).request).toBeNull();
  });

  it("says which id is not listed", () => {
    expect(hand(LISTED, "?uuid=@evil").reported).toEqual([
      'KC802 expected an id in data-channels, got "@evil"',
    ]);
  });

  it.each([
    ["omit", { uuid: "@channel" }],
    ["mask", { uuid: "@channel", extra: "*".repeat(13) }],
  ])("does with personal data as its tag says: %s", (privacy, fields) => {
    const { request, reported } = hand({ uuid: "@channel", extra: "010-1234-5678", privacy });
    expect(request?.fields).toEqual(fields);
    expect(reported.join()).toContain("KC221");
  });

  it("says which field it is about", () => {
    const problems: Problem[] = [];
    readHandover((name) => LISTED[name as keyof typeof LISTED] ?? null, "?uuid=@evil", problems);
    expect(problems).toMatchObject([{ code: "KC802", field: "uuid", level: "error" }]);
  });

  it.each([{}, { channels: "" }, { channels: "@" }])("refuses all with the list %j", (tag) => {
    expect(hand(tag, "?uuid=@channel").request).toBeNull();
    expect(hand(tag, "?uuid=@").request).toBeNull();
    expect(hand(tag).request).toBeNull();
  });

  it.each([
    ["bot", ["true", "false", "auto"]],
    ["method", ["auto", "get", "post"]],
    ["endpoint", ["write", "open"]],
  ] as const)("knows the values of %s that a button knows", (field, values) => {
    for (const value of [...values, "TRUE", "put", "read", "x"]) {
      const problems: Problem[] = [];
      const preset = FIELDS[field](value, reporterFor(problems, field, value));
      const { request, reported } = hand({ uuid: "@own", [field]: value });
      expect(reported).toEqual(problems.map(({ code, message }) => `${code} ${message}`));
      if (field === "bot") expect(request?.fields.bot ?? "").toBe(preset);
    }
  });

  it("takes the last of several: the shop's stand behind those of the partner's own address", () => {
    expect(hand(LISTED, "?uuid=@other&uuid=@channel").request?.fields).toEqual({
      uuid: "@channel",
    });
  });

  it("reads a query that an EUC-KR page's link has made", () => {
    const { request, reported } = hand(
      LISTED,
      "?uuid=@other&extra=%BB%F3%B4%E3 1&bot=true&event=%ED%95%9C",
    );
    expect(request?.fields).toEqual({ uuid: "@other", extra: "상담 1", bot: "true", event: "한" });
    expect(reported).toEqual([]);
  });

  it("reads a query whose ampersands an editor has escaped, and says so", () => {
    const { request, reported } = hand(LISTED, "?uuid=@other&amp;extra=a&amp;bot=true");
    expect(request?.fields).toEqual({ uuid: "@other", extra: "a", bot: "true" });
    expect(reported).toEqual(['KC318 expected "&", got "&amp;"']);
  });

  it("says nothing of a query that does not count", () => {
    expect(hand({ uuid: "@own" }, "?a=1&amp;b=2").reported).toEqual([]);
  });

  it("lets the tag alone say the method, the endpoint and the list", () => {
    const search = "?uuid=@channel&method=post&endpoint=open&via=https://evil.test&channels=@evil";
    expect(hand(LISTED, search).request?.url).toBe(
      "https://bizmessage.kakao.com/v1/chat/write?uuid=%40channel",
    );
    expect(hand({ ...LISTED, method: "post", endpoint: "open" }, search).request).toMatchObject({
      method: "POST",
      url: "https://bizmessage.kakao.com/chat/open",
    });
    expect(hand({ ...LISTED, via: "https://evil.test" }, search).request?.url).not.toContain(
      "evil",
    );
  });

  it("prefers the tag's own parameters", () => {
    expect(
      hand({ ...LISTED, extra: "own", bot: "false" }, "?uuid=@channel&extra=evil&bot=true").request
        ?.fields,
    ).toEqual({ uuid: "@channel", extra: "own", bot: "false" });
  });

  it("starts the chat with a slip in the meta information, and says so", () => {
    const { request, reported } = hand(LISTED, "?uuid=@channel&bot=maybe");
    expect(request?.fields).toEqual({ uuid: "@channel" });
    expect(reported).toEqual(['KC311 expected true|false|auto, got "maybe"']);
  });

  it("passes on app_open_type, by Kakao's name in the query and by ours on the tag", () => {
    expect(hand(LISTED, "?uuid=@channel&app_open_type=modal").request?.fields).toEqual({
      uuid: "@channel",
      app_open_type: "modal",
    });
    const tag = { ...LISTED, "app-open-type": "direct" };
    expect(hand(tag, "?uuid=@channel&app_open_type=modal").request?.fields.app_open_type).toBe(
      "direct",
    );
  });

  it("takes white space alone on the tag for nothing", () => {
    const tag = { ...LISTED, uuid: " ", extra: "\n" };
    expect(hand(tag, "?uuid=@channel&extra=a").request?.fields).toEqual({
      uuid: "@channel",
      extra: "a",
    });
    expect(hand(tag, "?uuid=@evil").request).toBeNull();
  });
});
