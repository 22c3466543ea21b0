/** From the click to the request's arrival at Kakao's stand-in, in every engine: run by `run.mjs`. */

import { performance } from "node:perf_hooks";
import { exportJWK, generateKeyPair } from "jose";
import type { Page } from "../test/browser/harness/engine";
import { test } from "../test/browser/harness/fixtures";
import type { Site, StandIn } from "../test/browser/harness/network";
import { buildPage } from "./pages.mjs";
import { interleave } from "./statistics.mjs";

const ROUNDS = Number(process.env.BENCH_ROUNDS);
const WRITE = "https://bizmessage.kakao.com/v1/chat/write";
const POPUP = "'chat','popup,width=1024,height=800'";
const EXTRA = "order=1234";

/** When the browser saw the click, and how long its own cryptography took, by the clock that all share. */
const NOTE = `<script>
  crypted = 0;
  addEventListener("click", (event) => { clicked = performance.timeOrigin + event.timeStamp; }, true);
  for (const name of ["importKey", "generateKey", "exportKey", "deriveBits", "encrypt"]) {
    const run = crypto.subtle[name];
    crypto.subtle[name] = async function (...args) {
      const begin = performance.now();
      try { return await run.apply(this, args); } finally { crypted += performance.now() - begin; }
    };
  }
</script>`;

const SCRIPT = '<script src="/kakao-chat.js" defer></script>';

const button = (attributes: string) =>
  `<button type="button" id="chat" ${attributes}>Chat</button>`;

/** What a shop writes by hand where it has no script: the least that opens a chat in a popup. */
const BY_HAND = {
  get: button(`onclick="window.open('${WRITE}?uuid=%40channel',${POPUP})"`),
  post: `<form action="${WRITE}" method="post" target="chat" id="form">
    <input type="hidden" name="uuid" value="@channel"></form>
    ${button(`onclick="window.open('',${POPUP}); document.getElementById('form').submit()"`)}`,
};

test("from the click to the arrival", async ({ engine, page, shop, standIn }) => {
  const ours = `data-kakao-chat="@channel"`;
  const withExtra = button(`${ours} data-kakao-chat-extra="${EXTRA}"`);
  const pages = {
    get: buildPage(NOTE + SCRIPT, button(ours)),
    getByHand: buildPage(NOTE, BY_HAND.get),
    post: buildPage(NOTE + SCRIPT, button(`${ours} data-kakao-chat-method="post"`)),
    postByHand: buildPage(NOTE, BY_HAND.post),
    unsealed: buildPage(NOTE + SCRIPT, withExtra),
    sealed: buildPage(NOTE + (await sealTag()) + SCRIPT, withExtra),
  };
  const names = Object.keys(pages) as (keyof typeof pages)[];
  // The first round pays for what the browser does once.
  const samples = await interleave(names, ROUNDS + 1, (name) =>
    measure(page, shop, standIn, pages[name]),
  );
  for (const values of Object.values(samples)) values.shift();
  const body = JSON.stringify({ version: engine.version, samples });
  await test.info().attach("arrivals", { body, contentType: "application/json" });
});

async function sealTag(): Promise<string> {
  const { publicKey } = await generateKeyPair("ECDH-ES", { extractable: true });
  const key = JSON.stringify(await exportJWK(publicKey));
  return `<script src="/kakao-chat-seal.js" data-key='${key}' defer></script>`;
}

/** Milliseconds from the first click on a fresh page; `crypted` are those of the browser's cryptography. */
async function measure(page: Page, shop: Site, standIn: StandIn, html: string) {
  const arrival = new Promise<number>((resolve) => {
    standIn.respond = () => {
      resolve(performance.timeOrigin + performance.now());
      return undefined;
    };
  });
  await page.goto(shop.page("/", html));
  await page.click("#chat");
  const arrived = await arrival;
  const { clicked, crypted } = await page.evaluate(() => ({
    clicked: Number(Reflect.get(window, "clicked")),
    crypted: Number(Reflect.get(window, "crypted")),
  }));
  for (const window of await page.waitForWindows(1)) await window.close();
  return { time: arrived - clicked, crypted };
}
