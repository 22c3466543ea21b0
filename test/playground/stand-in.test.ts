import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { findProblems } from "../../demo/stand-in/problems.mjs";
import { findLanguage, TEXTS, textIn } from "../../demo/stand-in/texts.mjs";
import { receive, renderPage, renderPartner } from "../../demo/stand-in/request.mjs";
import { buildPlan } from "../../src/chat/plan";

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const isPersonal = (text: string) =>
  buildPlan({ extra: text }, "popup").problems.some(({ code }) => code === "KC221");

function request(url: string, { method = "GET", headers = {}, body = "" } = {}) {
  const stream = Object.assign(Readable.from(body ? [Buffer.from(body, "latin1")] : []), {
    method,
    url,
    headers,
  });
  return receive(stream as unknown as Parameters<typeof receive>[0]);
}

async function problemsOf(...given: Parameters<typeof request>): Promise<string[]> {
  const received = await request(...given);
  return findProblems(received, isPersonal).map(({ level, key }) => `${level} ${key}`);
}

describe("findProblems", () => {
  it("finds nothing in what the product sends", async () => {
    expect(await problemsOf("/v1/chat/write?uuid=%40shop&extra=a&bot=auto&event=x")).toEqual([]);
    expect(await problemsOf("/chat/open/%40shop?extra=a")).toEqual([]);
    const post = { method: "POST", headers: FORM, body: "uuid=%40shop&extra=a" };
    expect(await problemsOf("/chat/open", post)).toEqual([]);
  });

  it.each([
    ["/chat/else?uuid=%40a", {}, ["error wrong.endpoint"]],
    ["/v1/chat/write?uuid=%40a", { method: "PUT" }, ["error wrong.method"]],
    [
      "/chat/open",
      { method: "POST", headers: { "content-type": "text/plain" }, body: "uuid=%40a" },
      ["error wrong.type"],
    ],
    ["/v1/chat/write", {}, ["error wrong.missing"]],
    ["/v1/chat/write?uuid=_a", {}, ["error wrong.public"]],
    ["/v1/chat/write?uuid=a", {}, ["error wrong.at"]],
    [`/v1/chat/write?uuid=%40a&extra=${"a".repeat(1001)}`, {}, ["warning wrong.long"]],
    ["/v1/chat/write?uuid=%40a&extra=010-1234-5678", {}, ["warning wrong.personal"]],
    ["/v1/chat/write?uuid=%40a&bot=TRUE", {}, ["warning wrong.capital"]],
    ["/v1/chat/write?uuid=%40a&bot=yes", {}, ["warning wrong.bot"]],
    ["/v1/chat/write?uuid=%40a&event=x", {}, ["warning wrong.event"]],
    ["/v1/chat/write?uuid=%40a&extra=", {}, ["warning wrong.empty"]],
    ["/v1/chat/write?uuid=%40a&extra=%C0%CC", {}, ["warning wrong.garbled"]],
    ["/v1/chat/write?uuid=%40a&x=1", {}, ["warning wrong.unknown"]],
    ["/v1/chat/write?uuid=%40a&extra=1&extra=2", {}, ["warning wrong.twice"]],
  ])("finds what is wrong with %s %j", async (url, options, problems) => {
    expect(await problemsOf(url, options)).toEqual(problems);
  });
});

describe("TEXTS", () => {
  it.each(Object.entries(TEXTS))("says %s in both languages, with the same parts", (_, pair) => {
    const parts = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(pair).toHaveLength(2);
    for (const text of pair) expect(text).not.toBe("");
    expect(parts(pair[1])).toEqual(parts(pair[0]));
  });

  it("has a text for every problem", () => {
    expect(() => textIn("ko")("nobody")).toThrow("no text is called nobody");
  });
});

describe("findLanguage", () => {
  it.each([
    [undefined, "ko"],
    ["ko-KR,ko;q=0.9,en;q=0.8", "ko"],
    ["en-US,ko;q=0.5", "en"],
    ["*", "ko"],
  ] as const)("answers %s in %s", (accepted, language) => {
    expect(findLanguage(accepted)).toBe(language);
  });
});

describe("renderPage", () => {
  it("shows what arrived as text, and never as markup", async () => {
    const evil = encodeURIComponent(`"><script>alert(1)</script>`);
    for (const language of ["ko", "en"]) {
      const headers = { "accept-language": language, host: "h", referer: "<script>" };
      const url = `/chat/open/${evil}?extra=${evil}&event=${evil}&bot=${evil}&${evil}=1`;
      const html = renderPage(await request(url, { headers }), isPersonal);
      expect(html).toContain(`<html lang="${language}">`);
      expect(html.match(/<script>/g)).toHaveLength(1);
      expect(html).not.toMatch(/\{(?:uuid|event|name|bot)\}/);
    }
  });

  it("says it in words", async () => {
    const url = "/v1/chat/write?uuid=%40shop&extra=%EA%B0%80&bot=auto&event=x";
    const html = renderPage(await request(url), isPersonal);
    expect(html).toContain("<strong>@shop</strong> 채널과 상담을 시작해 달라는 요청이에요.");
    expect(html).toContain("<strong>x</strong> 블록을 실행해요.");
    expect(html).toContain("메타 정보 1자(3바이트)를");
  });
});

describe("renderPartner", () => {
  it("writes the parameters into the tag, as a partner's server would", async () => {
    const body = `uuid=%40shop&extra=${encodeURIComponent('"><b>')}&x=1`;
    const html = renderPartner(await request("/partner", { method: "POST", headers: FORM, body }));
    expect(html).toContain(' data-uuid="@shop" data-extra="&quot;&gt;&lt;b&gt;" defer>');
    expect(html).not.toContain("data-x");
  });
});
