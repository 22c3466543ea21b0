import { describe, expect, it } from "vitest";
import { buildPlan } from "../../../src/chat/plan";
import type { ChatInput } from "../../../src/options/fields";
import type { Target } from "../../../src/window/target";

const plan = (input: ChatInput, usual: Target = "popup") =>
  buildPlan({ uuid: "@channel", ...input }, usual);

describe("buildPlan", () => {
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
      links: "all" as "true",
      ...{ extras: "1" },
    });
    expect(problems.map(({ level }) => level)).toEqual(problems.map(() => "warning"));
    expect(request?.fields).toEqual({ uuid: "@KCar", extra: "x".repeat(1000), event: "시작" });
  });
});
