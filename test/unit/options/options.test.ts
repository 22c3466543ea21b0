import { describe, expect, it } from "vitest";
import { parseOptions } from "../../../src/options/options";
import type { Problem } from "../../../src/problems";

function read(input: Record<string, unknown>) {
  const problems: Problem[] = [];
  const options = parseOptions(input, problems);
  return { options, problems };
}

const DEFAULTS = {
  uuid: "@channel",
  extra: "",
  bot: "",
  event: "",
  appOpenType: "",
  method: "auto",
  target: "auto",
  width: 1024,
  height: 800,
  reuse: "false",
  endpoint: "write",
  via: "",
  privacy: "warn",
};

describe("parseOptions", () => {
  it("gives every field its default", () => {
    expect(read({ uuid: "@channel" })).toEqual({ options: DEFAULTS, problems: [] });
  });

  it.each(["", " \t\n", "\u3000", null, undefined])("takes %j for absent", (nothing) => {
    const input = Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, nothing]));
    expect(read({ ...input, uuid: "@channel" })).toEqual({ options: DEFAULTS, problems: [] });
  });

  it("takes numbers and booleans for their text", () => {
    const input = {
      uuid: "@channel",
      extra: 1234,
      bot: true,
      width: 1200,
      height: 900,
      reuse: true,
    };
    expect(read(input)).toEqual({
      options: {
        ...DEFAULTS,
        extra: "1234",
        bot: "true",
        width: 1200,
        height: 900,
        reuse: "true",
      },
      problems: [],
    });
  });

  it.each([
    [{ extra: 0 }, { extra: "0" }],
    [{ bot: false }, { bot: "false" }],
    [{ reuse: false }, { reuse: "false" }],
  ])("takes %j for a value, not for none", (input, options) => {
    expect(read({ uuid: "@channel", ...input })).toEqual({
      options: { ...DEFAULTS, ...options },
      problems: [],
    });
  });

  it.each([
    ["method", "put", "auto|get|post"],
    ["target", "_blank", "auto|popup|tab|self"],
    ["reuse", "yes", "false|true"],
    ["endpoint", "read", "write|open"],
    ["appOpenType", "sheet", "direct|modal"],
    ["bot", "yes", "true|false|auto"],
  ])("takes the default for an unknown %s, with a warning", (field, value, known) => {
    expect(read({ uuid: "@channel", [field]: value })).toEqual({
      options: DEFAULTS,
      problems: [
        {
          code: "KC311",
          field,
          level: "warning",
          message: `expected ${known}, got "${value}"`,
        },
      ],
    });
  });

  it.each([
    ["width", "350", 1024],
    ["height", "550", 800],
  ])("raises a small %s, with a warning", (field, value, least) => {
    expect(read({ uuid: "@channel", [field]: value })).toEqual({
      options: DEFAULTS,
      problems: [
        {
          code: "KC312",
          field,
          level: "warning",
          message: `expected whole pixels from ${least}, got "${value}"`,
        },
      ],
    });
  });

  it.each([
    ["extras", "extra"],
    ["widht", "width"],
    ["app-open-typ", "app-open-type"],
    ["appOpenTyp", "appOpenType"],
    ["app-open-type", "appOpenType"],
    // As an attribute in capitals, and by Kakao's own name, arrive.
    ["appopentype", "app-open-type"],
    ["app_open_type", "app-open-type"],
    ["UUID", "uuid"],
  ])("warns about the unknown %s, with the nearest known", (field, nearest) => {
    const { options, problems } = read({ uuid: "@channel", [field]: "1" });
    expect(options).toEqual(DEFAULTS);
    expect(problems).toEqual([
      { code: "KC314", field, level: "warning", message: `expected ${nearest}, got ${field}` },
    ]);
  });

  it("takes an unknown privacy for the strictest: a slip must not send what was to be kept", () => {
    const { options, problems } = read({ uuid: "@channel", privacy: "masked", extra: "a@b.kr" });
    expect(options).toEqual({ ...DEFAULTS, privacy: "omit" });
    expect(problems).toMatchObject([
      { code: "KC311", field: "privacy", message: 'expected warn|mask|omit, got "masked"' },
      { code: "KC221", field: "extra" },
    ]);
  });

  it.each([[["mask"]], [{ mask: true }], [Object.create(null)]])(
    "takes the privacy %j for the strictest, too",
    (privacy) => {
      const { options, problems } = read({ uuid: "@channel", privacy });
      expect(options).toEqual({ ...DEFAULTS, privacy: "omit" });
      expect(problems).toMatchObject([{ code: "KC315", field: "privacy" }]);
    },
  );

  it("reads own properties alone, whatever a page has added to Object.prototype", () => {
    const input = Object.assign(Object.create({ uuid: "@evil", extras: "1" }), { extra: "a" });
    const { options, problems } = read(input);
    expect(options).toEqual({ ...DEFAULTS, uuid: "", extra: "a" });
    expect(problems.map(({ code }) => code)).toEqual(["KC101"]);
  });

  it("does not change what it is given", () => {
    const input = Object.freeze({ uuid: " @channel", extra: "a\nb" });
    expect(read(input).options).toMatchObject({ uuid: "@channel", extra: "a\r\nb" });
    expect(input).toEqual({ uuid: " @channel", extra: "a\nb" });
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "takes %s for an unknown name",
    (field) => {
      const input = Object.create(null);
      Object.defineProperty(input, field, { value: "@evil", enumerable: true });
      input.uuid = "@channel";
      const { options, problems } = read(input);
      expect(options).toEqual(DEFAULTS);
      expect(problems.map(({ code }) => code)).toEqual(["KC314"]);
    },
  );

  it("has the event's bot by then, in whatever order they are given", () => {
    expect(read({ event: "시작", uuid: "@channel", bot: "auto" }).problems).toEqual([]);
  });

  it("says why there is no value, and does without", () => {
    expect(read({ uuid: "@channel", extra: Error("the key could not be loaded") })).toEqual({
      options: DEFAULTS,
      problems: [
        {
          code: "KC315",
          field: "extra",
          level: "warning",
          message: "expected text, got the key could not be loaded",
        },
      ],
    });
  });

  const thrower = new Proxy(
    {},
    {
      get() {
        throw Error("thrown by the value");
      },
    },
  );

  it.each([
    ["an object", { order: 1 }],
    ["an array", ["order"]],
    ["a function", () => "order"],
    ["a date", new Date(0)],
    ["an object without a prototype", Object.create(null)],
    ["an object with a symbol for a message", { message: Symbol("order") }],
    ["an object whose text throws", { message: thrower }],
    ["an object that throws", thrower],
  ])("does without %s, with a warning", (_, extra) => {
    const { options, problems } = read({ uuid: "@channel", extra });
    expect(options).toEqual(DEFAULTS);
    expect(problems).toMatchObject([{ code: "KC315", field: "extra", level: "warning" }]);
  });

  // Only an Error's message is meant for the console.
  it("does not tell what an extra that is no text says", () => {
    const { problems } = read({ uuid: "@channel", extra: { message: "홍길동 010-1234-5678" } });
    expect(JSON.stringify(problems)).not.toContain("홍길동");
  });

  it("misses an id that is no text", () => {
    const { options, problems } = read({ uuid: { id: "@channel" } });
    expect(options.uuid).toBe("");
    expect(problems.map(({ code }) => code)).toEqual(["KC315", "KC101"]);
  });

  it.each([
    ["a symbol", Symbol("x")],
    ["a bigint", 12n],
    ["a number that is none", Number.NaN],
  ])("does not throw at %s", (_, value) => {
    const input = Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, value]));
    expect(() => read(input)).not.toThrow();
  });
});
