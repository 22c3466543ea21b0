import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { addAllTexts } from "../../demo/playground/texts/all-texts.js";
import { renderPartner } from "../../demo/stand-in/partner.mjs";
import { describeFinding, findProblems, findReason } from "../../demo/stand-in/problems.js";
import { receive } from "../../demo/stand-in/request.mjs";
import {
  answer,
  describe as describeArrival,
  findLanguage,
  renderPage,
} from "../../demo/stand-in/server.mjs";

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const POST = { method: "POST", headers: FORM };

function makeRequest(url: string, { method = "GET", headers = {}, body = "" } = {}) {
  const stream = Object.assign(Readable.from(body ? [Buffer.from(body, "latin1")] : []), {
    method,
    url,
    headers,
  });
  return stream as unknown as Parameters<typeof receive>[0];
}

async function findAll(...given: Parameters<typeof makeRequest>) {
  return findProblems(describeArrival(await receive(makeRequest(...given))));
}

addAllTexts();

describe("findProblems", () => {
  it("finds nothing in what the product sends", async () => {
    expect(await findAll("/v1/chat/write?uuid=%40shop&extra=a&bot=auto&event=x")).toEqual([]);
    expect(await findAll("/chat/open/%40shop?extra=a")).toEqual([]);
    expect(await findAll("/chat/open", { ...POST, body: "uuid=%40shop&extra=a" })).toEqual([]);
  });

  it.each([
    ["/chat/else?uuid=%40a", {}, ["error endpoint "]],
    ["/v1/chat/write?uuid=%40a", { method: "PUT" }, ["error method "]],
    [
      "/chat/open",
      { method: "POST", headers: { "content-type": "text/plain" }, body: "uuid=%40a" },
      ["error type "],
    ],
    ["/v1/chat/write", {}, ["error KC101 uuid"]],
    ["/v1/chat/write?uuid=%24%7Bid%7D", {}, ["error KC102 uuid"]],
    ["/v1/chat/write?uuid=_a", {}, ["error KC106 uuid"]],
    ["/v1/chat/write?uuid=a", {}, ["error KC111 uuid"]],
    ["/v1/chat/write?uuid=%40a%20b", {}, ["error KC107 uuid"]],
    [`/v1/chat/write?uuid=%40a&extra=${"a".repeat(1001)}`, {}, ["warning KC212 extra"]],
    ["/v1/chat/write?uuid=%40a&extra=010-1234-5678", {}, ["warning KC221 extra"]],
    ["/v1/chat/write?uuid=%40a&extra=%24%7Bid%7D", {}, ["warning KC211 extra"]],
    ["/v1/chat/write?uuid=%40a&bot=TRUE", {}, ["warning KC311 bot"]],
    ["/v1/chat/write?uuid=%40a&bot=yes", {}, ["warning KC311 bot"]],
    ["/v1/chat/write?uuid=%40a&event=x", {}, ["warning KC412 event"]],
    ["/v1/chat/write?uuid=%40a&extra=", {}, ["warning empty extra"]],
    ["/v1/chat/write?uuid=%40a&extra=%C0%CC", {}, ["warning garbled extra"]],
    ["/v1/chat/write?uuid=%40a&x=1", {}, ["warning name x"]],
    ["/v1/chat/write?uuid=%40a&constructor=1", {}, ["warning name constructor"]],
    ["/v1/chat/write?uuid=%40a&extra=1&extra=2", {}, ["warning twice extra"]],
  ])("finds what is wrong with %s %j", async (url, options, expected) => {
    const found = await findAll(url, options);
    expect(found.map(({ level, code, field }) => `${level} ${code} ${field}`)).toEqual(expected);
    for (const finding of found) {
      for (const language of ["ko", "en"] as const) {
        expect(describeFinding(finding, language)).not.toMatch(/\{\w+\}|undefined|``/);
      }
    }
  });
});

describe("findReason", () => {
  it.each([
    ["/v1/chat/write?uuid=%40a&x=1", null],
    ["/v1/chat/write", "reason.missing"],
    ["/v1/chat/write?uuid=_a", "reason.uuid"],
    ["/chat/opem/%40a", "reason.endpoint"],
  ])("of %s is %s", async (url, reason) => {
    expect(findReason(await findAll(url))).toBe(reason);
  });
});

describe("answer", () => {
  const statusOf = async (path: string) => (await answer(makeRequest(path)))?.status;

  it("takes what is Kakao's, and says of a wrong path that it is wrong", async () => {
    expect(await statusOf("/chat/open/%40a")).toBe(200);
    expect(await statusOf("/v1/chat/write?uuid=%40a")).toBe(200);
    expect(await statusOf("/chat/opem")).toBe(404);
    expect(await statusOf("/v1")).toBe(404);
    expect(await answer(makeRequest("/playground.js"))).toBeNull();
    expect(await answer(makeRequest("/chatter"))).toBeNull();
  });
});

describe("renderPage", () => {
  it("carries what arrived as data, and never as markup", async () => {
    const evil = encodeURIComponent(`"></script><script>alert(1)</script><!--`);
    const headers = { "accept-language": "en", host: "h", referer: "<script>" };
    const url = `/chat/open/${evil}?extra=${evil}&${evil}=1`;
    const received = await receive(makeRequest(url, { headers }));
    const html = renderPage(received);
    expect(html).toContain('<html lang="en">');
    expect(html.match(/<script/g)).toHaveLength(2);
    const data = /id="arrival">(.*)<\/script>/.exec(html)?.[1] ?? "";
    expect(JSON.parse(data).fields).toEqual(received.fields);
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

describe("renderPartner", () => {
  it("writes the parameters into the tag, as a partner's server would", async () => {
    const body = `uuid=%40shop&extra=${encodeURIComponent('"><b>')}&x=1`;
    const html = renderPartner(await receive(makeRequest("/partner", { ...POST, body })));
    expect(html).toContain(' data-uuid="@shop" data-extra="&quot;&gt;&lt;b&gt;" defer>');
    expect(html).not.toContain("data-x");
  });
});
