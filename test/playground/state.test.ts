import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildHash,
  CHAT_FIELDS,
  CHOICES,
  DEFAULTS,
  parseHash,
  type State,
  toInput,
} from "../../demo/playground/state";
import { buildPlan } from "../../src/chat/plan";
import { FIELDS } from "../../src/options/fields";

const FULL: State = {
  ...DEFAULTS,
  uuid: "@상담 & 문의#1",
  extra: "order=1\nname=값",
  bot: "auto",
  event: "시작",
  method: "post",
  target: "tab",
  width: "1200",
  via: "https://partner.example/?a=1",
  look: "floating",
  tab: "gtm",
  share: "true",
};

describe("buildHash", () => {
  it("is empty where nothing differs from the defaults", () => {
    expect(buildHash(DEFAULTS)).toBe("");
  });

  it("says what differs, the id readable", () => {
    expect(buildHash({ ...DEFAULTS, uuid: "@shop", bot: "auto" })).toBe("uuid=@shop&bot=auto");
  });

  it("has no extra unless that is asked for", () => {
    expect(buildHash({ ...FULL, share: "" })).not.toMatch(/extra|order/);
    expect(buildHash(FULL)).toContain("extra=order");
  });
});

describe("parseHash", () => {
  it("reads what buildHash writes", () => {
    expect(parseHash(`#${buildHash(FULL)}`)).toEqual(FULL);
  });

  it("reads any texts that buildHash writes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (uuid, via) => {
        const state = { ...DEFAULTS, uuid, via };
        expect(parseHash(buildHash(state))).toEqual(state);
      }),
    );
  });

  it("leaves out unknown names and choices", () => {
    expect(parseHash("#bot=maybe&look=red&constructor=1&__proto__=2&nobody=3&preview")).toEqual(
      DEFAULTS,
    );
  });

  it("takes the defaults for an empty address", () => {
    expect(parseHash("")).toEqual(DEFAULTS);
  });
});

describe("toInput", () => {
  it("says every field of the product that a button can have", () => {
    const fields = Object.keys(FIELDS).filter((name) => name !== "links");
    expect([...CHAT_FIELDS].sort()).toEqual(fields.sort());
  });

  it("says nothing with the defaults", () => {
    const plan = buildPlan(toInput({ ...DEFAULTS, uuid: "@shop" }), "popup");
    expect(plan).toEqual(buildPlan({ uuid: "@shop" }, "popup"));
  });

  it.each(["bot", "method", "target", "reuse", "endpoint", "privacy"] as const)(
    "has choices of %s that the product knows, its default first",
    (name) => {
      const { options } = buildPlan({ uuid: "@shop" }, "popup");
      expect(CHOICES[name][0]).toBe(options[name]);
      for (const value of CHOICES[name]) {
        const plan = buildPlan({ uuid: "@shop", [name]: value }, "popup");
        expect(plan.problems).toEqual([]);
        expect(plan.options[name]).toBe(value);
      }
    },
  );
});
