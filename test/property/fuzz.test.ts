import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { planChat } from "../../src/chat/plan";
import { parseChatAddress } from "../../src/kakao";
import { FIELD_NAMES } from "../../src/options/fields";
import { parseOptions } from "../../src/options/options";
import type { Problem } from "../../src/problems";
import { buildFallbackAddress } from "../../src/request/request";
import type { ChatInput } from "../../src/types";

const ORIGIN = "https://bizmessage.kakao.com/";
/** A fresh seed each time, which repeats the run: `FUZZ_SEED=123 npx vitest run test/property`. */
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** `FUZZ=10000` for the long run. */
const runs = { numRuns: Number(process.env.FUZZ ?? 1000), seed };
console.log(`fuzz: ${runs.numRuns} runs, FUZZ_SEED=${seed}`);
// The long run on a slow machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

/** Any UTF-16 at all: lone surrogates and controls as likely as letters. */
const utf16 = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.integer({ min: 0xd800, max: 0xdfff }),
      fc.integer({ min: 0, max: 0x7f }),
    ),
  )
  .map((units) => String.fromCharCode(...units));

/** What means something to one of the parsers. */
const telling = fc.constantFrom(
  ..."@ %40 ＠ %2540 %E0%A4 \u200b \r \n \r\n \ud83d \ude00 😀 undefined null {{x}} <%= :// / ? # & + \" ' 가 true"
    .split(" ")
    .filter(Boolean),
  " ",
);

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  utf16,
  fc.array(fc.oneof(telling, utf16)).map((parts) => parts.join("")),
);

/** Up to a good deal more than any limit. */
const longText = fc
  .tuple(text, text, fc.integer({ min: 0, max: 1200 }))
  .map(([start, part, length]) => start + part.repeat(length).slice(0, 3 * length));

const anyText = fc.oneof(text, longText);

const fields: string[] = FIELD_NAMES;

/** Any text in any field, and in some of no name. */
const anyInput = fc
  .tuple(
    fc.record(Object.fromEntries(fields.map((name) => [name, anyText])), { requiredKeys: [] }),
    fc.dictionary(text, text, { maxKeys: 1 }),
  )
  .map(([known, unknown]) => Object.assign(Object.create(null), unknown, known) as ChatInput);

/** Such as starts a chat, with any text in the fields that are sent. */
const goodInput = fc.record(
  {
    uuid: fc.oneof(
      fc.constantFrom("@channel", "@상담"),
      longText.map((rest) => `@a${rest.replace(/[\s/:?#&<>"'\\{[=]|kakao/g, "-")}b`),
    ),
    extra: anyText,
    bot: fc.constantFrom("true", "false", "auto"),
    event: anyText,
    method: fc.constantFrom("auto", "get", "post"),
    endpoint: fc.constantFrom("write", "open"),
  },
  { requiredKeys: ["uuid"] },
) as fc.Arbitrary<ChatInput>;

/** What a server reads from a form's body: https://url.spec.whatwg.org/#concept-urlencoded */
function postOf(sent: Record<string, string>): Record<string, string> {
  const asForm = Object.entries(sent).map(([name, value]): [string, string] => [
    name,
    value.replace(/\r\n|\r|\n/g, "\r\n"),
  ]);
  return Object.fromEntries(new URLSearchParams(new URLSearchParams(asForm).toString()));
}

/** What a server reads from an address. */
function getOf(address: string): Record<string, string> {
  const url = new URL(address);
  const id = url.pathname.split("/chat/open/")[1];
  return {
    ...(id && { uuid: decodeURIComponent(id) }),
    ...Object.fromEntries(url.searchParams),
  };
}

const EXTRA_MESSAGE =
  /^expected (text, got a left-over|at most 1000 characters, got \d+|no personal data, got [a-z -]+)$/;

/** A stable code, a level, one line; and never an extra's value. */
function isAsPromised({ code, field, level, message }: Problem): boolean {
  const isLine = !fields.includes(field) || /^expected [^\r\n\u2028\u2029]+$/.test(message);
  const isSilent = field !== "extra" || EXTRA_MESSAGE.test(message);
  return isLine && isSilent && /^KC\d{3}$/.test(code) && /^(error|warning)$/.test(level);
}

const isWellFormed = (value: string) => !/[\ud800-\udfff]/u.test(value);

describe("parseOptions", () => {
  it("takes any text in any field", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const problems: Problem[] = [];
        const { uuid, extra, event, bot, width, height } = parseOptions(input, problems);
        expect(extra.length).toBeLessThanOrEqual(1000);
        expect([uuid, extra, event].every(isWellFormed)).toBe(true);
        expect(extra + event).not.toMatch(/\r(?!\n)|(?<!\r)\n/);
        expect(["", "true", "false", "auto"]).toContain(bot);
        expect(width).toBeGreaterThanOrEqual(1024);
        expect(height).toBeGreaterThanOrEqual(800);
        expect(problems.filter((problem) => !isAsPromised(problem))).toEqual([]);
      }),
      runs,
    );
  });

  it("takes any value in any field", () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withTypedArray: true,
      withBoxedValues: true,
      key: fc.oneof(fc.string(), fc.constantFrom("message", "toString", "valueOf")),
    });
    const input = fc.record(Object.fromEntries(fields.map((name) => [name, anything])));
    fc.assert(
      fc.property(input, (values) => {
        parseOptions(values as ChatInput, []);
      }),
      runs,
    );
  });
});

describe("planChat", () => {
  it("takes any text in any field, and goes to Kakao or to via", () => {
    fc.assert(
      fc.property(anyInput, fc.constantFrom("popup", "tab", "self"), (input, usual) => {
        const { options, problems, request } = planChat(input, usual);
        expect(!request).toBe(problems.some(({ level }) => level === "error"));
        expect(request?.url.startsWith(options.via || ORIGIN) ?? true).toBe(true);
      }),
      runs,
    );
  });

  it("sends what arrives as the same strings, by GET and by POST", () => {
    let [gets, posts] = [0, 0];
    fc.assert(
      fc.property(goodInput, (input) => {
        const { options, request } = planChat(input, "popup");
        if (!request) throw Error(`an id that is none: ${JSON.stringify(input.uuid)}`);
        const { method, url, fields: sent } = request;
        expect(url.startsWith(ORIGIN)).toBe(true);
        expect(url).toMatch(/^[!-~]+$/);
        expect(Object.keys(sent)).toEqual(
          (["uuid", "extra", "bot", "event"] as const).filter((name) => options[name]),
        );
        expect(postOf(sent)).toEqual(sent);
        if (method === "GET") {
          gets++;
          expect(getOf(url)).toEqual(sent);
          expect(url).not.toContain("+");
          expect(url.length).toBeLessThanOrEqual(input.method === "get" ? 7000 : 2000);
        } else {
          posts++;
          expect(new URL(url).search).toBe("");
        }
      }),
      runs,
    );
    // Neither branch is tested by accident only.
    expect(Math.min(gets, posts)).toBeGreaterThan(runs.numRuns / 10);
  });
});

describe("buildFallbackAddress", () => {
  it("keeps the id, and everything that fits", () => {
    fc.assert(
      fc.property(goodInput, (input) => {
        const { options, request } = planChat(input, "popup");
        const problems: Problem[] = [];
        const url = buildFallbackAddress(options, problems);
        const { extra: _, ...rest } = request?.fields ?? {};
        const arrived = getOf(url);
        expect(url.startsWith(ORIGIN)).toBe(true);
        expect(arrived.uuid).toBe(options.uuid);
        if (arrived.extra) expect(arrived).toEqual(request?.fields);
        const hasRoom = encodeURIComponent(options.uuid + options.event).length < 6900;
        if (hasRoom) {
          expect(url.length).toBeLessThanOrEqual(7000);
          expect(arrived).toMatchObject(rest);
        }
        const isDropped = !!options.extra && !arrived.extra;
        if (isDropped) expect(problems.map(({ code }) => code)).toEqual(["KC316"]);
      }),
      runs,
    );
  });
});

describe("parseChatAddress", () => {
  it("takes any text", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          "",
          ...["chat/open", "chat/open/", "v1/chat/write?"].map((p) => ORIGIN + p),
        ),
        anyText,
        (start, rest) => {
          const said = parseChatAddress(start + rest);
          parseOptions({ ...said }, []);
          if (!start) expect(said).toBe(null);
        },
      ),
      runs,
    );
  });

  it("says of a request's address what the request does", () => {
    fc.assert(
      fc.property(goodInput, (input) => {
        const { options, request } = planChat({ ...input, method: "auto" }, "popup");
        if (request?.method !== "GET") return;
        const said = Object.entries(parseChatAddress(request.url) ?? {});
        expect(Object.fromEntries(said.filter(([, value]) => value))).toEqual({
          ...request.fields,
          endpoint: options.endpoint,
        });
      }),
      runs,
    );
  });
});
