// @vitest-environment happy-dom
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { READERS } from "../../../src/input/token-values";
import { replaceTokens, type TokenContext } from "../../../src/input/tokens";
import { PERSONAL_DATA } from "../../../src/options/personal-data";
import { TOKENS, type TokenName } from "../../../src/options/token-syntax";
import { type Problem, reporterFor } from "../../../src/problems";

const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = { numRuns: Number(process.env.FUZZ ?? 1000), seed };
console.log(`tokens: ${runs.numRuns} runs, FUZZ_SEED=${seed}`);
vi.setConfig({ testTimeout: 60_000 });

const ALLOWED: TokenContext = { element: null, mayReadPage: true, isPreview: false };

function replace(extra: string, context: Partial<TokenContext> = {}) {
  const problems: Problem[] = [];
  const result = replaceTokens(extra, { ...ALLOWED, ...context }, reporterFor(problems, "extra"));
  return { result, codes: problems.map(({ code }) => code), problems };
}

/** The page says this, by `{data:v}` and `{title}`. */
function say(value: string): void {
  document.body.setAttribute("data-v", value);
}

afterEach(() => {
  document.body.removeAttribute("data-v");
  document.body.innerHTML = "";
  vi.restoreAllMocks();
});

describe("replaceTokens", () => {
  it("replaces every token, and nothing else", () => {
    say("값");
    expect(replace("{data:v} a {data:v}{data:v} {data:none}.")).toEqual({
      result: "값 a 값값 .",
      codes: [],
      problems: [],
    });
  });

  it("gives no value a place in what is too long by itself", () => {
    say("value");
    const long = "x".repeat(1000);
    expect(replace(`{data:v}${long}y`).result).toBe(`${long}y`);
    expect(replace(`{data:v}${long}`).result).toBe(long);
  });

  it("cuts no personal data of a value in two", () => {
    say(`${"x".repeat(190)} 900101-1234568`);
    expect(replace("{data:v}").result).toBe(`${"x".repeat(190)} `);
  });

  it("escapes for JSON on a page whose JSON parses nothing, as MooTools 1.2's", () => {
    say('a "b" \\');
    vi.stubGlobal("JSON", {});
    const { result } = replace('{"t":"{data:v}"}');
    vi.unstubAllGlobals();
    expect(JSON.parse(result)).toEqual({ t: 'a "b" \\' });
  });

  it.each([
    "",
    "order=1234",
    '{"a":{"b":[]}}',
    "{}",
    "{ path }",
    "{1}",
    "{path",
    "path}",
    "{{path}}",
    "{{ data:v }}",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the left-over itself
    "${path}",
    "#{path}",
    "{%path%}",
    "{$path}",
  ])("leaves %j as written, without a word", (extra) => {
    expect(replace(extra)).toEqual({ result: extra, codes: [], problems: [] });
  });

  it.each([
    "{name:홍길동,tel:010-1234-5678}",
    "[{rrn:900101-1234568}]",
    "{data:900101-1234568}",
    "{text:010-1234-5678 ,}",
  ])("says nothing of what stands in %s", (extra) => {
    for (const more of [{ mayReadPage: true }, { mayReadPage: false }]) {
      const said = replace(extra, more)
        .problems.map(({ message }) => message)
        .join(" ");
      expect(said).not.toMatch(/홍길동|\d{3}/);
    }
  });

  it.each([
    ["{order}", "{order}", "{referrer}"],
    ["{paht}", "{paht}", "{path}"],
    ["{Path}", "{Path}", "{path}"],
    ["{qurey:a}", "{qurey:...}", "{query:...}"],
    ["{query}", "{query}", "{query:...}"],
    ["{path:a}", "{path:...}", "{path}"],
    ["{constructor}", "{constructor}", ""],
  ])(
    "leaves the unknown %s as written, with a warning that names the nearest",
    (extra, got, nearest) => {
      const { result, problems } = replace(`a=1&b=${extra}`);
      expect(result).toBe(`a=1&b=${extra}`);
      expect(problems).toMatchObject([{ code: "KC213", level: "warning", field: "extra" }]);
      expect(problems[0]?.message).toContain(`got "${got}"`);
      expect(problems[0]?.message).toContain(`expected ${nearest}`);
    },
  );

  it("takes an argument as long as an extra may be", () => {
    const long = "a".repeat(980);
    expect(replace(`{qurey:${long}}`).codes).toEqual(["KC213"]);
    expect(replace(`{query:${long}}`)).toMatchObject({ result: "", codes: [] });
  });

  it.each(["{text:[}", "{text:a >}", "{text::nonsense(}"])(
    "leaves %s as written if the browser does not parse it, with a warning",
    (extra) => {
      vi.spyOn(DocumentFragment.prototype, "querySelector").mockImplementation(() => {
        throw new SyntaxError("no selector");
      });
      expect(replace(`a ${extra}`)).toMatchObject({ result: `a ${extra}`, codes: ["KC214"] });
      expect(replace(`a ${extra}`, { isPreview: true }).codes).toEqual(["KC214"]);
    },
  );

  it.each(["query:a", "meta:a", "data:v", "text:b"])(
    "leaves {%s} as written for an id that is not named page-wide, with a warning",
    (name) => {
      say("secret");
      const extra = `a={${name}}`;
      for (const isPreview of [true, false]) {
        expect(replace(extra, { mayReadPage: false, isPreview })).toMatchObject({
          result: extra,
          codes: ["KC215"],
        });
      }
    },
  );

  it("takes an argument outside JSON as it is written, with its backslashes", () => {
    document.body.innerHTML = `<b id="a:b">말</b>`;
    expect(replace(String.raw`t={text:#a\:b}`)).toMatchObject({ result: "t=말", codes: [] });
  });

  it.each(["path", "url", "title", "lang", "referrer"])("replaces {%s} for every id", (name) => {
    expect(replace(`{${name}}`, { mayReadPage: false })).toMatchObject({ codes: [] });
    expect(replace(`{${name}}`, { mayReadPage: false }).result).not.toContain("{");
  });

  it("reads nothing of the page before the click", () => {
    const names = Object.keys(READERS) as TokenName[];
    for (const name of names) vi.spyOn(READERS, name).mockReturnValue("secret");
    const all = names.map((name) => (TOKENS[name] ? `{${name}:a}` : `{${name}}`));
    expect(replace(all.join(" "), { isPreview: true })).toMatchObject({ codes: [] });
    expect(replace(all.join(" "), { isPreview: true }).result.trim()).toBe("");
    for (const name of names) expect(READERS[name]).not.toHaveBeenCalled();
    expect(replace(all.join(" ")).result).toContain("secret");
  });

  it("takes what throws for the empty text", () => {
    vi.spyOn(READERS, "title").mockImplementation(() => {
      throw Error("thrown by the page");
    });
    expect(replace("a{title}b")).toEqual({ result: "ab", codes: [], problems: [] });
  });

  it.each([
    ["  a \n\t b\u00a0 ", "a b"],
    ["a\u202eb\u2066c\u200fd\u061ce", "abcde"],
    ["a\0b\u0007c\u007fd\u0085e", "abcde"],
    ["a\u2028b\u2029c", "a b c"],
    ["a\ud800b", "a\ufffdb"],
    ["{path}", "{path}"],
    ["가".repeat(201), "가".repeat(200)],
    [`${"a".repeat(199)}😀`, "a".repeat(199)],
    [`${"a".repeat(198)}😀b`, `${"a".repeat(198)}😀`],
  ])("tidies the value %j", (value, tidy) => {
    say(value);
    expect(replace("{data:v}").result).toBe(tidy);
  });

  it.each([
    ["a={data:v}", "a=%25 %26 %3D %2B %23 %2C %3B %7C / ?"],
    ["{data:v};b=1", "%25 %26 %3D %2B %23 %2C %3B %7C / ?;b=1"],
    ["a {data:v}", "a % & = + # , ; | / ?"],
    ["{data:v}{text:a[href='x']}", "% & = + # , ; | / ?"],
    ['"{data:v}"', '"% & = + # , ; | / ?"'],
    ['{"a=":"{data:v}"}', '{"a=":"% & = + # , ; | / ?"}'],
  ])("encodes a value for what is around it: %s", (extra, result) => {
    say("% & = + # , ; | / ?");
    expect(replace(extra).result).toBe(result);
  });

  it("escapes a value for JSON, and reads the escaped quotes of a selector", () => {
    document.body.innerHTML = `<b id="x" title='q"'>말 "인용" \\</b>`;
    const { result, codes } = replace(
      JSON.stringify({ name: '{text:b[id="x"]}', path: "{data:none}", n: 1 }),
    );
    expect(codes).toEqual([]);
    expect(JSON.parse(result)).toEqual({ name: '말 "인용" \\', path: "", n: 1 });
  });

  it.each(['{"a":"{data:v","b":"c}"}', '["{text:a","b}"]', '{"a":"{data:v","b":{"c":1}}'])(
    "does not take what reaches over the end of a string for a token: %s",
    (extra) => {
      say("값");
      expect(replace(extra).result).toBe(extra);
    },
  );

  it("cuts the values, never what is around them, until all fits", () => {
    say("가".repeat(200));
    const { result } = replace(`${"{data:v}|".repeat(7)}${"x".repeat(300)}`);
    expect(result.length).toBeLessThanOrEqual(1000);
    // Each value has the same limit, the largest that fits.
    expect(result).toBe(`${`${"가".repeat(99)}|`.repeat(7)}${"x".repeat(300)}`);
  });

  it("looks at each different value a few times, however often it stands there", () => {
    say("가".repeat(400));
    const looks = vi.spyOn(RegExp.prototype, "exec");
    replace("{data:v}".repeat(2000));
    const ofGuard = looks.mock.contexts.filter(
      (one) => (one as RegExp).source === PERSONAL_DATA.source,
    );
    looks.mockRestore();
    // One in eight halvings of 200, and the first.
    expect(ofGuard.length).toBeLessThanOrEqual(9);
  });

  it("leaves the values out if what is around them is too long already", () => {
    say("가");
    expect(replace(`${"x".repeat(1001)}{data:v}`).result).toBe("x".repeat(1001));
  });
});

/** Any UTF-16: surrogates, controls, bidi, separators and quotes as likely as letters. */
const value = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 0xffff }),
        fc.integer({ min: 0xd800, max: 0xdfff }),
        fc.integer({ min: 0, max: 0x9f }),
        fc.constantFrom(0x200e, 0x202e, 0x2066, 0x2028, 0x26, 0x3d, 0x25, 0x22, 0x5c, 0x7b, 0x7d),
      ),
      { maxLength: 400 },
    )
    .map((units) => String.fromCharCode(...units)),
);

const isTidy = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
  !/[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/.test(text) &&
  !/[\ud800-\udfff]/u.test(text);

const TOKEN = "{data:v}";
/** Texts around tokens, without braces of their own. */
const around = fc.array(fc.constantFrom("상담", "a", " ", "/", "?", "100", TOKEN), {
  maxLength: 6,
});
const literal = (parts: string[]) => parts.filter((part) => part !== TOKEN).join("").length;

describe("replaceTokens of any value", () => {
  it("leaves JSON JSON, of the same form", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("a", "b=", TOKEN), around),
        value,
        (parts, text) => {
          say(text);
          const object = Object.fromEntries(
            Object.entries(parts).map(([name, each]) => [name, [each.join(""), 1]]),
          );
          const { result } = replace(JSON.stringify(object));
          const parsed: Record<string, [string, number]> = JSON.parse(result);
          expect(Object.values(parsed).every(([, one]) => one === 1)).toBe(true);
          expect(Object.values(parsed).every(([each]) => isTidy(each))).toBe(true);
          expect(Object.keys(parsed).length).toBeLessThanOrEqual(Object.keys(object).length);
          expect(result.length).toBeLessThanOrEqual(1000);
        },
      ),
      runs,
    );
  });

  it("leaves pairs pairs, each with its value", () => {
    const pairs = fc.array(around, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(pairs, value, (parts, text) => {
        say(text);
        const { result } = replace(parts.map((each, at) => `n${at}=${each.join("")}`).join("&"));
        const read = [...new URLSearchParams(result)];
        expect(read.map(([name]) => name)).toEqual(parts.map((_, at) => `n${at}`));
        expect(read.every(([, each]) => isTidy(each))).toBe(true);
        expect(result.length).toBeLessThanOrEqual(1000);
      }),
      runs,
    );
  });

  it("never exceeds 1,000 while what is around the values fits", () => {
    fc.assert(
      fc.property(
        around,
        value,
        fc.nat({ max: 990 }),
        fc.constantFrom("", "k="),
        (parts, text, length, key) => {
          say(text);
          const all = [key, "x".repeat(Math.max(0, length - literal(parts))), ...parts];
          const { result } = replace(all.join(""));
          expect(result.length).toBeLessThanOrEqual(1000);
          expect(isTidy(result)).toBe(true);
          expect(result.startsWith(all[0] as string)).toBe(true);
        },
      ),
      runs,
    );
  });

  it("takes any text for an extra, and throws nothing", () => {
    const anything = fc
      .array(
        fc.oneof(value, fc.constantFrom("{", "}", ":", "{text:", "{data:v}", '"', "=", "${", "{{")),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(anything, value, fc.boolean(), (extra, text, mayReadPage) => {
        say(text);
        const { result, problems } = replace(extra, { mayReadPage });
        expect(typeof result).toBe("string");
        for (const { message } of problems)
          expect(message).toMatch(/^expected [^\r\n\u2028\u2029]+$/);
      }),
      runs,
    );
  });
});
