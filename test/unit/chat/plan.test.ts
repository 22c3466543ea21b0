import { describe, expect, it } from "vitest";
import { planChat } from "../../../src/chat/plan";
import type { Problem } from "../../../src/problems";
import type { ChatInput, Target } from "../../../src/types";

const plan = (input: ChatInput, usual: Target = "popup") =>
  planChat({ uuid: "@channel", ...input }, usual);

describe("planChat", () => {
  it("says all of what a click would do", () => {
    expect(plan({ extra: "a", uuid: "channel" })).toEqual({
      options: expect.objectContaining({ uuid: "@channel", extra: "a", target: "auto" }),
      problems: [
        {
          code: "KC111",
          field: "uuid",
          level: "warning",
          message: 'expected @channel, got "channel"',
        },
      ],
      target: "popup",
      request: {
        method: "GET",
        url: "https://bizmessage.kakao.com/v1/chat/write?uuid=%40channel&extra=a",
        fields: { uuid: "@channel", extra: "a" },
      },
    });
  });

  it.each(["popup", "tab", "self"] as const)("opens where the device does: %s", (usual) => {
    expect(plan({}, usual).target).toBe(usual);
    expect(plan({ target: "auto" }, usual).target).toBe(usual);
  });

  it.each(["popup", "tab", "self"] as const)("opens where it is told to: %s", (target) => {
    expect(plan({ target }, "tab").target).toBe(target);
  });

  it("warns about an extra in the page's own window on a PC", () => {
    const { problems, request } = plan({ target: "self", extra: "a" });
    expect(problems).toEqual([
      {
        code: "KC317",
        field: "target",
        level: "warning",
        message: 'expected popup|tab, got "self"',
      },
    ]);
    expect(request).not.toBeNull();
  });

  it.each<[string, ChatInput, Target]>([
    ["on a phone", { target: "self", extra: "a" }, "tab"],
    ["in an app", { target: "self", extra: "a" }, "self"],
    ["without an extra", { target: "self" }, "popup"],
    ["in a tab on a PC", { target: "tab", extra: "a" }, "popup"],
  ])("has no such warning %s", (_, input, usual) => {
    expect(plan(input, usual).problems).toEqual([]);
  });

  it.each<[string, ChatInput, string]>([
    ["uuid", { uuid: "" }, "KC101"],
    ["uuid", { uuid: "_mHvbs" }, "KC106"],
    ["via", { via: "http://partner.example/" }, "KC801"],
  ])("has no request where %s has an error: %j", (field, input, code) => {
    const { problems, request } = plan(input);
    expect(request).toBeNull();
    expect(problems).toMatchObject([{ code, field, level: "error" }]);
  });

  it("starts a chat in spite of every slip but those", () => {
    const { problems, request } = plan({
      uuid: " KCar ",
      extra: "x".repeat(1001),
      bot: "yes" as "true",
      event: "시작",
      method: "put" as "get",
      target: "_blank" as "tab",
      width: 350,
      height: "550px",
      reuse: "si" as "true",
      endpoint: "read" as "open",
      privacy: "no" as "omit",
      appOpenType: "sheet" as "modal",
      ...{ extras: "1" },
    });
    expect(problems.map(({ level }) => level)).toEqual(problems.map(() => "warning"));
    expect(request?.fields).toEqual({ uuid: "@KCar", extra: "x".repeat(1000), event: "시작" });
  });

  it("keeps what was wrong with how it was said, and counts an error among it", () => {
    const earlier: Problem = { code: "KC318", field: "href", level: "warning", message: "a" };
    expect(planChat({ uuid: "@channel" }, "popup", null, [earlier]).problems).toEqual([earlier]);
    const error: Problem = { ...earlier, level: "error" };
    expect(planChat({ uuid: "@channel" }, "popup", null, [error]).request).toBeNull();
    expect(earlier.code).toBe("KC318");
  });

  it("has no request for an id or a partner outside the page's limits", () => {
    const limits = { channels: ["@channel"], partners: ["https://partner.example"] };
    const codes = (input: ChatInput) => {
      const { request, problems } = planChat({ uuid: "@channel", ...input }, "popup", limits);
      return [request === null, ...problems.map(({ code }) => code)];
    };
    expect(codes({})).toEqual([false]);
    expect(codes({ uuid: "channel" })).toEqual([false, "KC111"]);
    expect(codes({ uuid: "@evil" })).toEqual([true, "KC108"]);
    expect(codes({ via: "https://partner.example/start" })).toEqual([false]);
    expect(codes({ via: "https://evil.test/start" })).toEqual([true, "KC803"]);
  });

  it("reports what is too long for GET", () => {
    const { problems, request } = plan({ method: "get", extra: "가".repeat(1000) });
    expect(problems.map(({ code }) => code)).toEqual(["KC316"]);
    expect(request?.method).toBe("POST");
  });
});
