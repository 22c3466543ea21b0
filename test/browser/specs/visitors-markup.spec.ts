/** Markup that a visitor wrote and a sanitiser let through leads to no channel and no partner but the page's. */

import type { Problem } from "../../../src/index";
import type { Page } from "../harness/engine";
import {
  expect,
  expectNothing,
  expectSent,
  LISTEN,
  ONE_ENGINE,
  OPEN,
  pageWith,
  seen,
  test,
} from "../harness/pages";

/** The shop's own settings, with what must not get out. */
const SETTINGS = `data-uuid="@shop" data-extra="member=123" data-bot="true" data-event="secret"`;
const TAG = `<script src="/kakao-chat.js" ${SETTINGS} defer></script>`;
const LISTED = TAG.replace(" defer", ` data-channels="@shop @other" data-links="true" defer`);
const PRIVATE = '<address id="address">서울시</address>';

async function reportedCodes(page: Page): Promise<string[]> {
  const reports = await seen(page, "problem");
  return reports.flatMap(({ problems }) => (problems as Problem[]).map(({ code }) => code));
}

for (const [name, markup] of [
  ["a button with another id", '<b id="review" data-kakao-chat="@evil">x</b>'],
  [
    "a button with a list of its own",
    '<b id="review" data-kakao-chat="@evil" data-kakao-chat-channels="@evil">x</b>',
  ],
  ["a marked link", `<a id="review" data-kakao-chat href="${OPEN}/@evil">x</a>`],
] as const) {
  test(
    `where the page names its channels, ${name} opens nothing`,
    ONE_ENGINE,
    async ({ page, visit, standIn }) => {
      await visit(pageWith(markup, { head: LISTEN, script: LISTED }));
      await page.click("#review");
      await expect.poll(() => reportedCodes(page)).toContain("KC108");
      await expectNothing(page, standIn);
    },
  );
}

test(
  "an unmarked link to another channel is left to the browser",
  ONE_ENGINE,
  async ({ page, visit, standIn }) => {
    const link = `<a id="review" href="${OPEN}/@evil?extra=hello">x</a>`;
    await visit(pageWith(link, { head: LISTEN, script: LISTED }));
    await page.click("#review");
    const { url } = await standIn.only();
    expect(url).toBe("/chat/open/@evil?extra=hello");
  },
);

test(
  "an element with another id takes nothing page-wide",
  ONE_ENGINE,
  async ({ page, visit, standIn }) => {
    await visit(pageWith('<b id="review" data-kakao-chat="@evil">x</b>', { script: TAG }));
    await page.click("#review");
    await expectSent(standIn, { uuid: "@evil" });
  },
);

test(
  "the page's own channels take what is page-wide",
  ONE_ENGINE,
  async ({ page, visit, standIn }) => {
    await visit(pageWith('<b id="own" data-kakao-chat="@shop">x</b>', { script: LISTED }));
    await page.click("#own");
    await expectSent(standIn, { uuid: "@shop", extra: "member=123", bot: "true", event: "secret" });
  },
);

test(
  "a partner that the page does not name gets nothing",
  ONE_ENGINE,
  async ({ page, visit, standIn }) => {
    const button =
      '<b id="review" data-kakao-chat="@shop" data-kakao-chat-via="https://evil.test/c">x</b>';
    const script = TAG.replace(" defer", ' data-partners="https://partner.test" defer');
    await visit(pageWith(button, { head: LISTEN, script }));
    await page.click("#review");
    await expect.poll(() => reportedCodes(page)).toContain("KC803");
    await expectNothing(page, standIn);
  },
);

test(
  "tokens that read the page stay as written for another channel",
  ONE_ENGINE,
  async ({ page, visit, standIn }) => {
    const extra = "{text:#address} {query:key} {meta:author} {data:member} {title}";
    const button = `<p data-member="9"><b id="review" data-kakao-chat="@evil" data-kakao-chat-extra="${extra}">x</b></p>`;
    await visit(pageWith(PRIVATE + button, { head: LISTEN, script: TAG }));
    await page.click("#review");
    await expectSent(standIn, { uuid: "@evil", extra: extra.replace("{title}", "shop") });
    expect(await reportedCodes(page)).toContain("KC215");
  },
);

test("the stricter privacy counts", ONE_ENGINE, async ({ page, visit, standIn }) => {
  const button =
    '<b id="review" data-kakao-chat="@shop" data-kakao-chat-extra="tel 010-1234-5678" data-kakao-chat-privacy="warn">x</b>';
  const script =
    '<script src="/kakao-chat.js" data-uuid="@shop" data-privacy="omit" defer></script>';
  await visit(pageWith(button, { script }));
  await page.click("#review");
  await expectSent(standIn, { uuid: "@shop" });
});
