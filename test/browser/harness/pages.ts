/** Ordinary small pages of a shop, and what most scenarios ask of them. */

import type { Page } from "./engine";
import { expect, test as plain } from "./fixtures";
import type { StandIn } from "./network";

export { expect } from "./fixtures";

export const WRITE = "https://bizmessage.kakao.com/v1/chat/write";
export const OPEN = "https://bizmessage.kakao.com/chat/open";

/** Wherever at Kakao. */
export const KAKAO = /^https:\/\/bizmessage\.kakao\.com\//;

/** Milliseconds: a click so long after the last is no double click any more. */
export const LATER = 1100;

/** As the README has it. */
export const SCRIPT = `<script src="/kakao-chat.js" defer></script>`;

interface Visit {
  /** Serves the page as the shop's first, and goes there. */
  visit(html: string): Promise<void>;
}

/** Like `test` of the fixtures; at the end nothing may have been thrown into the page. */
export const test = plain.extend<Visit>({
  page: async ({ page }, use) => {
    await use(page);
    expect(await page.errors()).toEqual([]);
  },
  visit: ({ page, shop }, use) => use((html) => page.goto(shop.page("/", html))),
});

interface PageParts {
  /** Goes before the script. */
  head?: string;
  /** `lang` of the page; none without it. */
  lang?: string;
  /** The tag that loads the product. */
  script?: string;
}

export function pageWith(
  body: string,
  { head = "", lang = "ko", script = SCRIPT }: PageParts = {},
): string {
  return `<!doctype html><html${lang && ` lang="${lang}"`}><head><meta charset="utf-8">
<title>shop</title>${head}${script}</head><body>${body}</body></html>`;
}

/** A native button with an id, by which a test clicks on it, and further attributes. */
export function button(id: string, attributes = ""): string {
  return `<button type="button" id="${id}" data-kakao-chat="@${id}" ${attributes}>상담하기</button>`;
}

/** For `head`: takes down the product's events, for {@link seen}. */
export const LISTEN = `<script>
  seen = [];
  for (const name of ["before", "open", "blocked", "problem"]) {
    addEventListener("kakao-chat:" + name, (e) => {
      seen.push({ name, on: e.target.id || e.target.nodeName, cancelable: e.cancelable,
        bubbles: e.bubbles, composed: e.composed, ...e.detail });
    });
  }
</script>`;

export interface Seen {
  name: string;
  on: string;
  [detail: string]: unknown;
}

/** The product's events on the page so far, all of them or those of one name. */
export async function seen(page: Page, name?: string): Promise<Seen[]> {
  const all = await page.evaluate(() => Reflect.get(window, "seen") as Seen[]);
  return all.filter((event) => name === undefined || event.name === name);
}

/** The one window, once the chat has arrived in it. */
export async function findChat(page: Page): Promise<Page> {
  const [chat] = await page.waitForWindows(1);
  if (!chat) throw new Error("expected a window, got none");
  await chat.waitForUrl(KAKAO);
  return chat;
}

/** Requests of buttons with these ids have arrived, in this order, and no others. */
export async function expectSentFrom(standIn: StandIn, ids: readonly string[]): Promise<void> {
  const requests = await standIn.settled(ids.length);
  const sent = requests.map(({ fields }) => new Map(fields).get("uuid"));
  expect(sent).toEqual(ids.map((id) => `@${id}`));
}

/** One request has arrived, with these parameters. */
export async function expectSent(standIn: StandIn, fields: Record<string, string>): Promise<void> {
  expect((await standIn.only()).fields).toEqual(Object.entries(fields));
}

/** Nothing has arrived, no window has opened, the shop's page is still there. */
export async function expectNothing(page: Page, standIn: StandIn): Promise<void> {
  expect(await standIn.settled()).toEqual([]);
  expect(await page.windows()).toEqual([]);
  expect(await page.url()).toMatch(/^https:\/\/shop\.test\//);
}
