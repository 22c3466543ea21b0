import { describe, expect, it } from "vitest";
import { checkTarget, checkTogether, type Limits } from "../../../src/options/cross-checks";
import { parseOptions } from "../../../src/options/options";
import type { Problem } from "../../../src/problems";
import type { ChatInput, Target } from "../../../src/types";

function check(input: ChatInput, limits: Partial<Limits> | null = null) {
  const problems: Problem[] = [];
  const options = parseOptions({ uuid: "@channel", ...input }, []);
  const checked = checkTogether(
    options,
    limits && { channels: null, partners: null, ...limits },
    problems,
  );
  return {
    checked,
    options,
    problems: problems.map(({ code, field, level, message }) => [code, field, level, message]),
  };
}

describe("event and bot", () => {
  it.each([
    ["", "none"],
    ["false", "false"],
  ] as const)("warns of an event with bot %j, and keeps it", (bot, got) => {
    const { checked, problems } = check({ event: "시작", bot });
    expect(problems).toEqual([["KC412", "event", "warning", `expected bot true|auto, got ${got}`]]);
    expect(checked.event).toBe("시작");
  });

  it.each(["true", "auto"] as const)("has no warning with bot %s", (bot) => {
    expect(check({ event: "시작", bot }).problems).toEqual([]);
  });

  it("has no warning without an event", () => {
    expect(check({ bot: "false" }).problems).toEqual([]);
  });
});

describe("the limits of the page", () => {
  const outsider = 'expected an id that the page\'s channels list, got "@channel"';
  const stranger = "expected an origin that the page's partners list, got ";

  it.each<[string, ChatInput, Partial<Limits> | null, string[][]]>([
    ["none for a call", { via: "https://p.example/" }, null, []],
    ["none if the page says nothing", { via: "https://p.example/" }, {}, []],
    ["a listed id", {}, { channels: ["@other", "@channel"] }, []],
    [
      "an id that is not listed",
      {},
      { channels: ["@Channel", "@chan"] },
      [["KC108", "uuid", "error", outsider]],
    ],
    ["an empty list", {}, { channels: [] }, [["KC108", "uuid", "error", outsider]]],
    ["no id, which has an error of its own", { uuid: "" }, { channels: ["@a"] }, []],
    ["a listed partner", { via: "https://p.example/x" }, { partners: ["https://p.example"] }, []],
    ["no partner", {}, { partners: [] }, []],
    [
      "a partner that is not listed",
      { via: "https://p.example/x" },
      { partners: ["https://p.example:8443"] },
      [["KC803", "via", "error", `${stranger}"https://p.example/x"`]],
    ],
  ])("%s", (_, input, limits, problems) => {
    expect(check(input, limits).problems).toEqual(problems);
  });

  it("changes nothing of the options", () => {
    const { checked, options } = check({ extra: "a", via: "https://p.example/" }, { partners: [] });
    expect(checked).toEqual(options);
  });
});

describe("extra and privacy", () => {
  it("guards the extra by then", () => {
    const options = parseOptions({ uuid: "@channel", extra: "a@b.kr" }, []);
    const problems: Problem[] = [];
    expect(checkTogether({ ...options, privacy: "mask" }, null, problems).extra).toBe("******");
    expect(checkTogether({ ...options, privacy: "omit" }, null, []).extra).toBe("");
    expect(options.extra).toBe("a@b.kr");
    expect(problems.map(({ code, field }) => [code, field])).toEqual([["KC221", "extra"]]);
  });
});

describe("checkTarget", () => {
  it.each<[Target, Target, string, boolean]>([
    ["self", "popup", "a", true],
    ["self", "popup", "", false],
    ["self", "tab", "a", false],
    ["self", "self", "a", false],
    ["tab", "popup", "a", false],
    ["popup", "popup", "a", false],
  ])("%s on a device of %s with the extra %j: warning %s", (target, device, extra, warns) => {
    const problems: Problem[] = [];
    checkTarget(target, device, extra, problems);
    expect(problems.map(({ code }) => code)).toEqual(warns ? ["KC317"] : []);
  });
});
