import { describe, expect, it } from "vitest";
import { parseOptions } from "../../../src/options/options";
import type { Problem } from "../../../src/problems";
import { buildFallbackAddress, buildRequest } from "../../../src/request/request";
import type { ChatInput } from "../../../src/types";

const WRITE = "https://bizmessage.kakao.com/v1/chat/write";
const OPEN = "https://bizmessage.kakao.com/chat/open";
const VIA = "https://partner.example/start";

function optionsOf(input: ChatInput) {
  return parseOptions({ uuid: "@channel", ...input }, []);
}

function requestOf(input: ChatInput) {
  return buildRequest(optionsOf(input), []);
}

/** An extra that makes the address by GET so long. */
function extraFor(length: number, input: ChatInput = {}): string {
  const left = length - requestOf({ ...input, extra: "a" }).url.length + 1;
  return "가".repeat(Math.floor(left / 9)) + "a".repeat(left % 9);
}

const ALL = { extra: "a=1&b=2 +%/#?", bot: "auto", event: "시작" } as const;
const QUERY = "extra=a%3D1%26b%3D2%20%2B%25%2F%23%3F&bot=auto&event=%EC%8B%9C%EC%9E%91";

describe("buildRequest", () => {
  it.each<[string, ChatInput, string]>([
    ["write, the id alone", {}, `${WRITE}?uuid=%40channel`],
    ["write, everything", ALL, `${WRITE}?uuid=%40channel&${QUERY}`],
    ["open, the id alone", { endpoint: "open" }, `${OPEN}/%40channel`],
    ["open, everything", { ...ALL, endpoint: "open" }, `${OPEN}/%40channel?${QUERY}`],
    ["open, bot alone", { endpoint: "open", bot: false }, `${OPEN}/%40channel?bot=false`],
    ["via, everything", { ...ALL, via: VIA }, `${VIA}?uuid=%40channel&${QUERY}`],
    ["via with a query", { via: `${VIA}?shop=1` }, `${VIA}?shop=1&uuid=%40channel`],
    ["via before open", { via: VIA, endpoint: "open" }, `${VIA}?uuid=%40channel`],
    ["get", { method: "get" }, `${WRITE}?uuid=%40channel`],
  ])("goes by GET: %s", (_, input, url) => {
    expect(requestOf(input)).toMatchObject({ method: "GET", url });
  });

  it.each<[string, ChatInput, string]>([
    ["write", {}, WRITE],
    ["open", { endpoint: "open" }, OPEN],
    ["via", { via: `${VIA}?shop=1` }, `${VIA}?shop=1`],
  ])("goes by POST where it is told to: %s", (_, input, url) => {
    expect(requestOf({ ...input, method: "post" })).toEqual({
      method: "POST",
      url,
      fields: { uuid: "@channel" },
    });
  });

  it.each(["get", "post"] as const)("has the fields in their order, by %s", (method) => {
    const { fields } = buildRequest(
      parseOptions({ event: "시작", bot: "auto", extra: "a", uuid: "@channel", method }, []),
      [],
    );
    expect(Object.entries(fields)).toEqual([
      ["uuid", "@channel"],
      ["extra", "a"],
      ["bot", "auto"],
      ["event", "시작"],
    ]);
  });

  it("has app_open_type last, under Kakao's name", () => {
    const { url, fields } = requestOf({ appOpenType: "modal", event: "a", bot: true });
    expect(Object.keys(fields)).toEqual(["uuid", "bot", "event", "app_open_type"]);
    expect(url).toBe(`${WRITE}?uuid=%40channel&bot=true&event=a&app_open_type=modal`);
    expect(requestOf({ appOpenType: "direct", method: "post" }).fields).toEqual({
      uuid: "@channel",
      app_open_type: "direct",
    });
  });

  it("leaves out what is absent", () => {
    expect(Object.keys(requestOf({ event: "a" }).fields)).toEqual(["uuid", "event"]);
  });

  it.each<[string, ChatInput]>([
    ["write", {}],
    ["open", { endpoint: "open" }],
    ["via", { via: VIA }],
    ["with an event", { bot: true, event: "시작" }],
  ])("goes by GET up to 2,000 characters, above by POST: %s", (_, input) => {
    const whole = requestOf({ ...input, extra: extraFor(2000, input) });
    expect(whole.method).toBe("GET");
    expect(whole.url).toHaveLength(2000);
    const longer = requestOf({ ...input, extra: extraFor(2001, input) });
    expect(longer.method).toBe("POST");
    expect(longer.url).not.toMatch(/uuid|extra|channel/);
  });

  it.each<[string, ChatInput]>([
    ["write", { method: "get" }],
    ["open", { method: "get", endpoint: "open" }],
  ])("goes by GET up to 7,000 characters where it is told to: %s", (_, input) => {
    const problems: Problem[] = [];
    const extra = extraFor(7000, input);
    const { method, url } = buildRequest(optionsOf({ ...input, extra }), problems);
    expect([method, url.length]).toEqual(["GET", 7000]);
    expect(problems).toEqual([]);
  });

  it("goes by POST above 7,000 characters, with a warning", () => {
    const problems: Problem[] = [];
    const extra = extraFor(7001, { method: "get" });
    expect(buildRequest(optionsOf({ method: "get", extra }), problems)).toEqual({
      method: "POST",
      url: WRITE,
      fields: { uuid: "@channel", extra },
    });
    expect(problems).toEqual([
      {
        code: "KC316",
        field: "method",
        level: "warning",
        message: "expected at most 7000 characters, got 7001",
      },
    ]);
  });

  it("warns about the length only where GET was asked for", () => {
    const problems: Problem[] = [];
    buildRequest(optionsOf({ extra: extraFor(7001) }), problems);
    expect(problems).toEqual([]);
  });
});

describe("buildFallbackAddress", () => {
  it.each(["auto", "get", "post"] as const)(
    "has the same parameters by GET, after %s",
    (method) => {
      const problems: Problem[] = [];
      const extra = extraFor(7000);
      const url = buildFallbackAddress(optionsOf({ ...ALL, extra: "가", method }), problems);
      expect(url).toBe(
        `${WRITE}?uuid=%40channel&extra=%EA%B0%80&bot=auto&event=%EC%8B%9C%EC%9E%91`,
      );
      expect(buildFallbackAddress(optionsOf({ extra, method }), problems)).toHaveLength(7000);
      expect(problems).toEqual([]);
    },
  );

  it.each<[string, ChatInput, string]>([
    ["write", {}, `${WRITE}?uuid=%40channel&bot=auto`],
    ["open", { endpoint: "open" }, `${OPEN}/%40channel?bot=auto`],
  ])("leaves out an extra that does not fit, and says so: %s", (_, input, url) => {
    const problems: Problem[] = [];
    const extra = extraFor(7001, { ...input, bot: "auto" });
    expect(buildFallbackAddress(optionsOf({ ...input, bot: "auto", extra }), problems)).toBe(url);
    expect(problems).toEqual([
      {
        code: "KC316",
        field: "method",
        level: "warning",
        message: "expected at most 7000 characters, got 7001",
      },
    ]);
  });

  it("leaves out the event too if the address is still too long", () => {
    const problems: Problem[] = [];
    const input = { bot: true, event: "가".repeat(1000), extra: "가".repeat(1000) };
    const url = buildFallbackAddress(optionsOf(input), problems);
    expect(url).toBe(`${WRITE}?uuid=%40channel&bot=true`);
    expect(problems.map(({ code }) => code)).toEqual(["KC316"]);
    expect(buildFallbackAddress(optionsOf({ ...input, event: "a" }), [])).toBe(`${url}&event=a`);
  });

  it.each<[string, ChatInput]>([
    ["an event", { bot: true, event: "가".repeat(900) }],
    ["an id", { uuid: `@${"가".repeat(900)}` }],
  ])("still says whom to reach where %s alone does not fit", (_, input) => {
    const url = buildFallbackAddress(optionsOf({ ...input, extra: "a" }), []);
    expect(new URL(url).searchParams.get("uuid")).toBe(optionsOf(input).uuid);
  });
});
