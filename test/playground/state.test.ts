import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeId, toTyped, toUuid } from "../../demo/playground/form/channel-id.js";
import { buildHash, parseHash } from "../../demo/playground/settings-link.js";
import { DEFAULTS, type State, toInput } from "../../demo/playground/state.js";
import { planChat } from "../../src/chat/plan";
import { FIELD_NAMES } from "../../src/options/fields.js";

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
  look: "launcher",
  hide: "/cart /my/*",
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
    expect(
      parseHash(
        "#bot=maybe&method=&reuse=TRUE&look=red&tab=nobody&constructor=1&__proto__=2&nobody=3&preview",
      ),
    ).toEqual(DEFAULTS);
  });

  it("leaves what is typed as it was written, whatever the product says of it", () => {
    expect(parseHash("#uuid=_abc&width=350&via=nowhere")).toEqual({
      ...DEFAULTS,
      uuid: "_abc",
      width: "350",
      via: "nowhere",
    });
  });

  it("takes the defaults for an empty address", () => {
    expect(parseHash("")).toEqual(DEFAULTS);
  });
});

describe("toInput", () => {
  it("has a setting for every field of the product that a button can have", () => {
    expect(Object.keys(DEFAULTS)).toEqual(expect.arrayContaining(FIELD_NAMES));
  });

  it("says nothing with the defaults", () => {
    const plan = planChat(toInput({ ...DEFAULTS, uuid: "@shop" }), "popup");
    expect(plan).toEqual(planChat({ uuid: "@shop" }, "popup"));
  });

  it.each(["bot", "method", "target", "reuse", "endpoint", "privacy", "appOpenType"] as const)(
    "begins with the product's default for %s",
    (name) => {
      expect(DEFAULTS[name]).toBe(planChat({ uuid: "@shop" }, "popup").options[name]);
    },
  );
});

describe("takeId", () => {
  it.each([
    ["mystore", "mystore"],
    ["@mystore", "mystore"],
    [" @mystore ", "mystore"],
    ["\uff20mystore", "mystore"],
    ["%40mystore", "mystore"],
    ["https://bizmessage.kakao.com/chat/open/@mystore", "mystore"],
    ["https://bizmessage.kakao.com/chat/open/%40mystore?extra=a%40b", "mystore"],
    ["https://bizmessage.kakao.com/v1/chat/write?uuid=%40my_store.1&bot=auto", "my_store.1"],
    ["https://bizmessage.kakao.com/chat/open/%40%EC%83%81%EB%8B%B4%ED%86%A1", "상담톡"],
    ["https://plus.kakao.com/home/@shop", "shop"],
    ['<button data-kakao-chat="@국민톡110" data-kakao-chat-bot="true">', "국민톡110"],
    ["검색용 아이디: @상담데모 입니다", "상담데모"],
    ["상담데모", "상담데모"],
    ["_mHvbs", "_mHvbs"],
    ["@_mHvbs", "_mHvbs"],
    ["https://pf.kakao.com/_mHvbs", "https://pf.kakao.com/_mHvbs"],
    ["kim@example.com", "kim@example.com"],
    ["", ""],
    ["%", "%"],
    ["%E0%A4%A", "%E0%A4%A"],
  ])("takes out of %j the id %j", (pasted, id) => {
    expect(takeId(pasted)).toBe(id);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const taken = takeId(text);
        expect(takeId(takeId(taken))).toBe(takeId(taken));
      }),
    );
  });
});

describe("toUuid", () => {
  it.each([
    ["mystore", "@mystore"],
    ["", ""],
    [" ", ""],
    ["_mHvbs", "_mHvbs"],
    ["https://pf.kakao.com/_mHvbs", "https://pf.kakao.com/_mHvbs"],
  ])("makes of %j the id %j", (typed, uuid) => {
    expect(toUuid(typed)).toBe(uuid);
    expect(toTyped(uuid)).toBe(typed.trim());
  });

  it("has nothing to note about a bare id", () => {
    expect(planChat({ uuid: toUuid("mystore") }, "popup").problems).toEqual([]);
  });
});
