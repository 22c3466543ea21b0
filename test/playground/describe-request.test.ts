import { describe, expect, it } from "vitest";
import {
  countAddress,
  countExtra,
  explainMethod,
} from "../../demo/playground/preview/describe-request";
import { buildWebhook } from "../../demo/playground/preview/webhook.js";
import { planChat } from "../../src/chat/plan";
import type { ChatInput, ChatRequest } from "../../src/index";

function planOf(input: ChatInput) {
  const { request, options } = planChat({ uuid: "@shop", ...input }, "popup");
  if (!request) throw new Error("expected a request, got none");
  return { request, options };
}

describe("countAddress", () => {
  it.each([
    {},
    { extra: "상담 a&b", bot: "auto", event: "시작" },
    { endpoint: "open" },
    { endpoint: "open", extra: "상담".repeat(30), event: "x" },
    { via: "https://partner.example/start?a=1", extra: "b" },
    { via: "https://partner.example/chat/open", endpoint: "open" },
  ] as ChatInput[])("is by POST what GET would need: %j", (input) => {
    const { request, options } = planOf({ ...input, method: "post" });
    const get = planOf({ ...input, method: "get" }).request;
    expect(request.method).toBe("POST");
    expect(countAddress(request, options.endpoint === "open" && !options.via)).toBe(get.url.length);
    expect(countAddress(get, false)).toBe(get.url.length);
  });
});

describe("explainMethod", () => {
  const why = (input: ChatInput) => {
    const { request, options } = planOf(input);
    return explainMethod(request, options);
  };

  it("says why it is GET or POST", () => {
    expect(why({}).key).toBe("request.why.get");
    expect(why({ extra: "상담".repeat(200) })).toEqual({
      key: "request.why.post",
      values: { count: "3,662" },
    });
    expect(why({ method: "post" })).toEqual({
      key: "request.why.chosen",
      values: { method: "POST" },
    });
    expect(why({ method: "get", extra: "상담".repeat(500) }).key).toBe("request.why.long");
  });
});

describe("countExtra", () => {
  it.each(["", "a\nb\r\nc\rd", "😀", "가".repeat(999), `${"가".repeat(998)}\n`])(
    "counts %j as it is sent",
    (extra) => {
      expect(countExtra(extra)).toBe((planOf({ extra }).request.fields.extra ?? "").length);
    },
  );

  it("passes 1,000 where the product begins to cut", () => {
    for (const extra of [
      "a".repeat(1000),
      `${"a".repeat(998)}\n`,
      "a".repeat(1001),
      `${"a".repeat(999)}\n`,
    ]) {
      const { problems } = planChat({ uuid: "@shop", extra }, "popup");
      expect(problems.some(({ code }) => code === "KC212")).toBe(countExtra(extra) > 1000);
    }
  });
});

describe("buildWebhook", () => {
  const WORDS = { time: "the time", last: "the last one" };
  const build = (fields: ChatRequest["fields"]) =>
    JSON.parse(buildWebhook({ method: "GET", url: "", fields }, WORDS));

  it("has what was sent under the dealer's names", () => {
    expect(build({ uuid: "@shop", extra: "a=1", bot: "auto", event: "시작" })).toEqual({
      reference: { extra: "a=1" },
      last_reference: { extra: "a=1", bot: "auto", bot_event: "시작", created_at: "(the time)" },
    });
  });

  it("has the last one again where nothing was sent", () => {
    expect(build({ uuid: "@shop" })).toEqual({
      reference: { extra: "(the last one)" },
      last_reference: {
        extra: "(the last one)",
        bot: "false",
        bot_event: null,
        created_at: "(the time)",
      },
    });
  });
});
