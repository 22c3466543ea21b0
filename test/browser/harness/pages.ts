/** Ordinary small pages of a shop, and what most scenarios ask of them. */

import { ONE_ENGINE_TAG } from "../../find-browsers.mjs";
import type { Frame, Page } from "./engine";
import { expect, test as plain } from "./fixtures";
import type { Network, StandIn } from "./network";

export { expect } from "./fixtures";

export const WRITE = "https://bizmessage.kakao.com/v1/chat/write";
export const OPEN = "https://bizmessage.kakao.com/chat/open";

/** Wherever at Kakao. */
export const KAKAO = /^https:\/\/bizmessage\.kakao\.com\//;

/** Milliseconds: a click so long after the last is no double click any more. */
export const LATER = 1100;

/** A size for one element. */
export const BOX = `style="display:inline-block;width:120px;height:30px"`;

/** As the README has it. */
export const SCRIPT = `<script src="/kakao-chat.js" defer></script>`;

/**
 * For a test whose outcome no engine can change, since it is plain reading and reckoning: it runs in the
 * first engine alone (`playwright.config.ts`).
 */
export const ONE_ENGINE = { tag: ONE_ENGINE_TAG };

/** For the rows of a table that are of one kind: those that stand for it run in all engines, the others in the first. */
export const allEnginesIf = (standsForAll: boolean) => (standsForAll ? {} : ONE_ENGINE);

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

/**
 * A size for whatever may be clicked: the browsers' fonts have no Hangul (`fonts.ts`), and an element
 * whose text has no glyph has no width in WebKit.
 */
export const SIZES = `<style>
  :where(a, b, i, span) { display: inline-block }
  :where(a, b, button, div, i, p, span) { min-width: 64px; min-height: 24px }
</style>`;

/** All of a page that a test may want otherwise; each has a default. */
interface PageParts {
  /** Goes before the script. */
  head?: string;
  /** `lang` of the page; none if it is "". */
  lang?: string;
  /** The tag that loads the product. */
  script?: string;
  /** "" if the page's policy refuses it. */
  style?: string;
  /** What the page says of itself. */
  charset?: string;
}

/** The shop's page: what all specs put their buttons into. */
export function pageWith(
  body: string,
  { head = "", lang = "ko", script = SCRIPT, style = SIZES, charset = "utf-8" }: PageParts = {},
): string {
  return `<!doctype html><html${lang && ` lang="${lang}"`}><head><meta charset="${charset}">
<title>shop</title>${style}${head}${script}</head><body>${body}</body></html>`;
}

/** A native button with an id, by which a test clicks on it, and further attributes. */
export function button(id: string, attributes = ""): string {
  return `<button type="button" id="${id}" data-kakao-chat="@${id}" ${attributes}>상담하기</button>`;
}

/**
 * For `head`: takes down the product's events, for {@link seen} and {@link eventsOf}. It has a nonce, so
 * that no policy of these tests needs `unsafe-inline` for it.
 */
export const LISTEN = `<script nonce="test">
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
export async function seen(page: Frame, name?: string): Promise<Seen[]> {
  const all = await page.evaluate(() => Reflect.get(window, "seen") as Seen[]);
  return all.filter((event) => name === undefined || event.name === name);
}

/** What came of the clicks so far: each event but `before`, with its detail. */
export async function eventsOf(page: Frame): Promise<[name: string, detail: object][]> {
  const events = await seen(page);
  return events
    .filter(({ name }) => name !== "before")
    .map(({ name, on, cancelable, bubbles, composed, ...detail }) => [name, detail]);
}

/** What an element's attributes are, in no order. */
function readAttributes(page: Frame, id: string): Promise<[name: string, value: string][]> {
  return page.evaluate(
    (name) =>
      [...(document.getElementById(name)?.attributes ?? [])]
        .map((one): [string, string] => [one.name, one.value])
        .sort(),
    id,
  );
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

/**
 * For a page with {@link LISTEN}, a native button #native, a div #div and a link #link: by the mouse and by Enter,
 * each sends once.
 */
export async function expectEveryKindSends(page: Page, standIn: StandIn): Promise<void> {
  await page.click("#native");
  await standIn.arrived(1);
  await page.focus("#div");
  await page.press("Enter");
  await standIn.arrived(2);
  await page.click("#link");
  await expectSentFrom(standIn, ["native", "div", "link"]);
  expect(await seen(page, "before")).toHaveLength(3);
}

/** Buttons, by their ids, at whose click a browser would do something else than start a chat. */
export const ACTING: Readonly<Record<string, string>> = {
  self: `<a id="self" href="/contact" target="_self" data-kakao-chat="@self">a</a>`,
  tab: `<a id="tab" href="/contact" target="_blank" data-kakao-chat="@tab">a</a>`,
  kakao: `<a id="kakao" href="https://bizmessage.kakao.com/chat/open/@kakao" data-kakao-chat>a</a>`,
  inner: `<a id="inner" href="/contact" data-kakao-chat="@inner"><b>a</b></a>`,
  untyped: `<form action="/search"><button id="untyped" data-kakao-chat="@untyped">a</button></form>`,
  submit: `<form action="/search"><button id="submit" type="submit" data-kakao-chat="@submit">a</button></form>`,
  image: `<form action="/search"><input type="image" id="image" alt="chat" data-kakao-chat="@image"></form>`,
};

/**
 * For a page with {@link ACTING}: each sends once, and nothing else comes of it.
 *
 * @param press clicks the button
 * @param ids those of them that stand for all
 */
export async function expectChatsAlone(
  { network, page, standIn }: { network: Network; page: Page; standIn: StandIn },
  press: (id: string) => Promise<void>,
  ids: readonly string[] = Object.keys(ACTING),
): Promise<void> {
  const url = await page.url();
  for (const [index, id] of ids.entries()) {
    await page.hover(`#${id}`);
    const before = await readAttributes(page, id);
    await press(id);
    await page.waitForWindows(index + 1);
    await standIn.arrived(index + 1);
    expect(await readAttributes(page, id)).toEqual(before);
  }
  await expectSentFrom(standIn, ids);
  expect(await page.windows()).toHaveLength(ids.length);
  expect(await page.url()).toBe(url);
  const asked = network.siteRequests.map((request) => request.url.replace(/\?.*/, ""));
  expect(asked).not.toContain("/contact");
  expect(asked).not.toContain("/search");
}

/**
 * Runs each row of a table as a step by its name, all of them in one profile. A row begins with a clean record and
 * without any other window; it loads a page of its own, and that page may leave nothing that outlives it.
 */
export async function eachRow<Row>(
  rows: Readonly<Record<string, Row>>,
  { network, page }: { network: Network; page: Page },
  run: (row: Row, name: string) => Promise<void>,
): Promise<void> {
  for (const [name, row] of Object.entries(rows)) {
    await test.step(name, async () => {
      await run(row, name);
      // A driver may hear of a window after its request has arrived.
      await expect(async () => {
        for (const window of await page.windows()) await window.close();
        expect(await page.windows()).toEqual([]);
      }).toPass();
      expect(await page.errors()).toEqual([]);
      network.forget();
    });
  }
}

/** A long table in parts, each by a name for its title, so that they run beside each other. */
export function inParts<Row>(
  rows: Readonly<Record<string, Row>>,
  size = 8,
): [name: string, part: Record<string, Row>][] {
  const entries = Object.entries(rows);
  const count = Math.ceil(entries.length / size);
  return Array.from({ length: count }, (_, index) => {
    const part = entries.slice(index * size, (index + 1) * size);
    return [`${part[0]?.[0]} and ${part.length - 1} more`, Object.fromEntries(part)];
  });
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
