/** A page in EUC-KR, and a script that comes without a charset: all that is sent is UTF-8. */

import iconv from "iconv-lite";
import type { Received, Site } from "../harness/network";
import { allEnginesIf, expect, KAKAO, pageWith, test } from "../harness/pages";

/** As the page's author writes it: EUC-KR has no emoji, and an attribute's line ends are references. */
const EXTRA_HTML =
  "상담 문의 &#128512; &quot;A&quot; &amp; 'B' +1 100% a=b&#10;둘째 줄&#13;&#10;끝~!*()";
const EXTRA_QUERY =
  "%EC%83%81%EB%8B%B4%20%EB%AC%B8%EC%9D%98%20%F0%9F%98%80%20%22A%22%20%26%20%27B%27%20%2B1%20100%25%20a%3Db" +
  "%0D%0A%EB%91%98%EC%A7%B8%20%EC%A4%84%0D%0A%EB%81%9D~!*()";
const EXTRA_FORM =
  "%EC%83%81%EB%8B%B4+%EB%AC%B8%EC%9D%98+%F0%9F%98%80+%22A%22+%26+%27B%27+%2B1+100%25+a%3Db" +
  "%0D%0A%EB%91%98%EC%A7%B8+%EC%A4%84%0D%0A%EB%81%9D%7E%21*%28%29";
const UUID = "%40%EC%83%81%EB%8B%B4%ED%86%A1";
const EVENT = "%EC%8B%9C%EC%9E%91";
const FIELDS = [
  ["uuid", "@상담톡"],
  ["extra", "상담 문의 😀 \"A\" & 'B' +1 100% a=b\r\n둘째 줄\r\n끝~!*()"],
  ["bot", "true"],
  ["event", "시작"],
];

function button(method: string, endpoint: string): string {
  return `<button type="button" data-kakao-chat="@상담톡" data-kakao-chat-extra="${EXTRA_HTML}"
    data-kakao-chat-bot="true" data-kakao-chat-event="시작" data-kakao-chat-method="${method}"
    data-kakao-chat-endpoint="${endpoint}">상담하기</button>`;
}

/** The page as an old shop serves it. */
function serve(shop: Site, body: string): string {
  const html = pageWith(body, { charset: "euc-kr" }).replace("<title>shop", "<title>쇼핑몰");
  return shop.page("/", {
    body: iconv.encode(html, "euc-kr"),
    headers: { "content-type": "text/html; charset=euc-kr" },
  });
}

function decodeQuery(request: Received): string {
  return decodeURIComponent(request.url.split("?")[1] ?? "");
}

test.beforeEach(({ network }) => {
  network.scriptType = "text/javascript";
});

for (const [endpoint, query, form] of [
  ["write", `/v1/chat/write?uuid=${UUID}&`, "/v1/chat/write"],
  ["open", `/chat/open/${UUID}?`, "/chat/open"],
] as const) {
  const engines = allEnginesIf(endpoint === "write");
  test(
    `an EUC-KR page sends UTF-8 by GET and POST to ${endpoint}`,
    engines,
    async ({ page, shop, standIn }) => {
      await page.goto(serve(shop, button("get", endpoint) + button("post", endpoint)));
      expect(await page.evaluate(() => document.characterSet)).toBe("EUC-KR");
      await page.click("[data-kakao-chat-method=get]");
      const get = await standIn.only();
      expect(get.method).toBe("GET");
      expect(get.url).toBe(`${query}extra=${EXTRA_QUERY}&bot=true&event=${EVENT}`);
      expect(get.fields).toEqual(FIELDS);

      await page.click("[data-kakao-chat-method=post]");
      const post = await standIn.only(1);
      expect([post.method, post.url]).toEqual(["POST", form]);
      expect(post.body.toString("latin1")).toBe(
        `uuid=${UUID}&extra=${EXTRA_FORM}&bot=true&event=${EVENT}`,
      );
      expect(post.fields).toEqual(FIELDS);
    },
  );
}

test("a marked link with raw Hangul on an EUC-KR page sends UTF-8 by GET and POST", async ({
  page,
  shop,
  standIn,
}) => {
  const href =
    "https://bizmessage.kakao.com/chat/open/@상담톡?extra=상담 문의&#128512;&amp;event=시작&amp;bot=true";
  const links = ["get", "post"].map(
    (method) =>
      `<a id="${method}" data-kakao-chat data-kakao-chat-method="${method}" href="${href}">상담하기</a>`,
  );
  await page.goto(serve(shop, links.join(" ")));
  for (const [before, method] of ["get", "post"].entries()) {
    await page.click(`#${method}`);
    const request = await standIn.only(before);
    expect([request.method, request.endpoint]).toEqual([method.toUpperCase(), "open"]);
    expect(request.fields).toEqual([
      ["uuid", "@상담톡"],
      ["extra", "상담 문의😀"],
      ["bot", "true"],
      ["event", "시작"],
    ]);
    const raw = method === "get" ? request.url : request.body.toString("latin1");
    expect(raw).toContain("%EC%83%81%EB%8B%B4");
  }
});

test("an EUC-KR page in the same window sends UTF-8 too", async ({ page, shop, standIn }) => {
  const attributes = `data-kakao-chat-target="self" data-kakao-chat-event="시작"`;
  await page.goto(serve(shop, `<button data-kakao-chat="@상담톡" ${attributes}>상담하기</button>`));
  await page.click("button");
  await page.waitForUrl(KAKAO);
  expect(decodeQuery(await standIn.only())).toBe("uuid=@상담톡&event=시작");
});

test("a partner's address with Hangul on an EUC-KR page is UTF-8 by GET and POST", async ({
  network,
  page,
  shop,
}) => {
  const partner = network.site("partner.test");
  partner.page("/start", "<!doctype html><title>partner</title>");
  const partners = `<script>KakaoChatDefaults = { partners: "https://partner.test" }</script>`;
  const buttons = ["get", "post"].map(
    (method) =>
      `<button id="${method}" data-kakao-chat="@상담톡" data-kakao-chat-method="${method}" data-kakao-chat-via="https://partner.test/start?shop=상점">상담하기</button>`,
  );
  await page.goto(serve(shop, partners + buttons.join("")));
  const asked = () => network.siteRequests.filter(({ host }) => host === "partner.test");
  const start = "/start?shop=%EC%83%81%EC%A0%90";
  const get = { method: "GET", url: `${start}&uuid=${UUID}` };
  await page.click("#get");
  await expect.poll(asked).toMatchObject([get]);
  await page.click("#post");
  await expect.poll(asked).toMatchObject([get, { method: "POST", url: start }]);
});

test("what the script says on an EUC-KR page is readable", async ({ page, shop }) => {
  await page.goto(serve(shop, `<button data-kakao-chat="@상담톡">상담하기</button>`));
  const title = () => document.querySelector("button")?.title;
  await expect.poll(() => page.evaluate(title)).toBe("새 창으로 열림");
  await page.evaluate(() =>
    addEventListener("kakao-chat:before", (event) =>
      event.detail.waitUntil(new Promise(() => undefined)),
    ),
  );
  await page.click("button");
  const [waiting] = await page.waitForWindows(1);
  await expect.poll(async () => (await waiting?.state())?.text).toBe("상담으로 연결하고 있습니다");
});

test("a link of an EUC-KR page to a partner's page sends what it says", async ({
  network,
  page,
  shop,
  standIn,
}) => {
  const tag = `<script src="/kakao-chat-partner.js" data-channels="@channel" defer></script>`;
  const partner = network.site("partner.test").page("/start", pageWith("", { script: tag }));
  // A script of nothing, in place of Kakao's on that page.
  standIn.respond = ({ url }) => (url.startsWith("/chat/includeScript") ? { body: "" } : undefined);
  const query = "?uuid=@channel&amp;amp;extra=상담&amp;amp;bot=auto";
  await page.goto(serve(shop, `<a href="${partner}${query}">상담</a>`));
  await page.click("a");
  await page.waitForUrl(KAKAO);
  expect((await standIn.settled()).map(({ fields }) => fields)).toContainEqual([
    ["uuid", "@channel"],
    ["extra", "상담"],
    ["bot", "auto"],
  ]);
});
