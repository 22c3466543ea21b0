/** What `convert` gives, put into the page as it says: the new button asks what the old one asked. */

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import type { TestInfo } from "@playwright/test";
import type { Page } from "../harness/engine";
import { expect, expectNothing, expectSent, ONE_ENGINE, pageWith, test } from "../harness/pages";

/** The new button in place of the old, beside what the page keeps. */
function replace(kept: string, old: string, info: TestInfo): string {
  const { code, script } = convert(kept + old, info);
  return pageWith(kept + code + script);
}

function convert(pasted: string, info: TestInfo): { code: string; script: string } {
  const file = info.outputPath("old.html");
  writeFileSync(file, pasted);
  const json = execFileSync("node", ["dist/cli.mjs", "convert", "--json", file], {
    encoding: "utf8",
  });
  return JSON.parse(json).converted;
}

const AGREE = `<label><input type="checkbox" id="agree"> 동의</label>`;

test("an agreement is asked for first", ONE_ENGINE, async ({ page, standIn, visit }, info) => {
  const old = `<button type="button" id="talk">상담</button>
    <script>document.querySelector("#talk").onclick = function () {
      if (!document.querySelector("#agree").checked) { document.title = "동의해 주세요"; return; }
      window.open("https://bizmessage.kakao.com/chat/open/@agree?extra=" + encodeURIComponent(document.title), "talk");
    };</script>`;
  await visit(replace(AGREE, old, info));
  await page.click("#talk");
  await expect.poll(() => page.evaluate(() => document.title)).toBe("동의해 주세요");
  await expectNothing(page, standIn);
  await page.click("#agree");
  await page.click("#talk");
  await expectSent(standIn, { uuid: "@agree", extra: "동의해 주세요" });
});

test("what asks and is gone costs no chat", ONE_ENGINE, async ({ page, standIn, visit }, info) => {
  const old = `<a href="#" id="talk" onclick="if (!isMember()) { location.href = '/login'; return false; } window.open('https://bizmessage.kakao.com/chat/open/@member'); return false;">상담</a>`;
  await visit(replace("", old, info));
  await page.click("#talk");
  await expectSent(standIn, { uuid: "@member" });
});

test(
  "a form's own button asks what a browser asks",
  ONE_ENGINE,
  async ({ page, standIn, visit }, info) => {
    const fields = `<input id="memo" name="memo" required>`;
    const old = `<form id="ask">${fields}<button class="ask">상담 신청</button></form>
    <script>document.querySelector("#ask").addEventListener("submit", function (event) {
      event.preventDefault();
      window.open("https://bizmessage.kakao.com/chat/open/@form?extra=" + encodeURIComponent(this.memo.value), "talk");
    });</script>`;
    const { code, script } = convert(old, info);
    // As KC992 says it.
    const listener = `<script>document.querySelector("#ask").addEventListener("submit", function (event) {
    event.preventDefault();
    KakaoChat.open(document.querySelector(".ask"));
  });</script>`;
    await visit(pageWith(`<form id="ask">${fields}${code}</form>${script}${listener}`));
    await page.click(".ask");
    await page.focus("#memo");
    await page.press("Enter");
    await expectNothing(page, standIn);
    const write = (value: string) =>
      page.evaluate((text) => {
        document.querySelector("#memo")?.setAttribute("value", text);
      }, value);
    await write("배송 문의");
    await page.press("Enter");
    await expectSent(standIn, { uuid: "@form", extra: "배송 문의" });
  },
);

/** An old button `#talk`, what of its page stays, and what a visitor does before the click. */
const OLD: [name: string, kept: string, old: string, before: (page: Page) => Promise<unknown>][] = [
  [
    "a radio's own data, as it is chosen",
    `<input type="radio" name="kind" value="10" data-ev="join" checked><input type="radio" name="kind" value="20" data-ev="claim" id="claim">`,
    `<button type="button" id="talk">상담</button><script>document.getElementById("talk").onclick = () => {
      const picked = document.querySelector("input[name=kind]:checked");
      open("https://bizmessage.kakao.com/v1/chat/write?uuid=@a&bot=true&event=" + picked.dataset.ev);
    };</script>`,
    (page) => page.click("#claim"),
  ],
  [
    "the channel of the tab that is open",
    `<b class="tab active" data-ch="@one">1</b><b class="tab" data-ch="@two">2</b>`,
    `<button type="button" id="talk">상담</button><script>document.getElementById("talk").onclick = () =>
      open("https://bizmessage.kakao.com/chat/open/" + document.querySelector(".tab.active").dataset.ch);</script>`,
    (page) =>
      page.evaluate(() => {
        for (const tab of document.querySelectorAll(".tab")) tab.classList.toggle("active");
      }),
  ],
  ...[false, true].map((isNight): (typeof OLD)[number] => [
    `a form whose fields a helper adds, ${isNight ? "also those of a branch" : "without those of a branch"}`,
    "",
    `<button type="button" id="talk">상담</button><script>document.getElementById("talk").onclick = () => {
      const form = document.createElement("form");
      form.method = "post"; form.target = "_blank"; form.action = "https://bizmessage.kakao.com/v1/chat/write";
      const add = (name, value) => {
        const field = document.createElement("input");
        field.type = "hidden"; field.name = name; field.value = value;
        form.appendChild(field);
      };
      add("uuid", "@a"); add("extra", "order=1");
      if (window.isNight) { add("bot", "true"); add("event", "night"); }
      document.body.appendChild(form);
      form.submit();
    };</script>`,
    (page) => page.evaluate((is) => Reflect.set(window, "isNight", is), isNight),
  ]),
  [
    "a form that is made in a branch",
    "",
    `<button type="button" id="talk">상담</button><script>document.getElementById("talk").onclick = () => {
      if (window.isVip) {
        const form = document.createElement("form");
        form.method = "post"; form.target = "_blank"; form.action = "https://bizmessage.kakao.com/v1/chat/write";
        form.innerHTML = '<input type="hidden" name="uuid" value="@a"><input type="hidden" name="extra" value="vip">';
        document.body.append(form);
        form.submit();
      } else document.title = "no";
    };</script>`,
    (page) => page.evaluate(() => Reflect.set(window, "isVip", true)),
  ],
  [
    "an object with members of the page's own",
    "",
    `<button type="button" id="talk">상담</button><script>document.getElementById("talk").onclick = () => {
      const sent = { cta: "hero", ...window.utm };
      open("https://bizmessage.kakao.com/chat/open/@a?extra=" + encodeURIComponent(Object.keys(sent).map((key) => key + "=" + sent[key]).join("&")));
    };</script>`,
    (page) => page.evaluate(() => Reflect.set(window, "utm", { utm_source: "naver" })),
  ],
  [
    "an id by the page's language, and one for all others",
    "",
    `<button type="button" id="talk">상담</button><script>
      const ids = new Map([["ko", "@ko"], ["ja", "@ja"]]);
      document.getElementById("talk").onclick = () => {
        const uuid = ids.get(document.documentElement.lang) ?? ids.get("ko");
        open("https://bizmessage.kakao.com/v1/chat/write?" + new URLSearchParams({ uuid, extra: "x" }));
      };</script>`,
    (page) => page.evaluate(() => document.documentElement.setAttribute("lang", "ja")),
  ],
  [
    "an answer of which two members are sent",
    "",
    `<button type="button" id="talk">상담</button><script>document.getElementById("talk").onclick = async () => {
      const answer = await fetch("data:application/json,{%22no%22:7,%22total%22:900}");
      if (!answer.ok) { document.title = "no"; return; }
      const order = await answer.json();
      open("https://bizmessage.kakao.com/chat/open/@a?extra=" + encodeURIComponent(order.no + "/" + order.total));
    };</script>`,
    async () => undefined,
  ],
];

for (const [name, kept, old, before] of OLD) {
  test(
    `sends what the old button sent: ${name}`,
    ONE_ENGINE,
    async ({ page, standIn, visit }, info) => {
      const click = async (earlier: number) => {
        await before(page);
        await page.click("#talk");
        return (await standIn.only(earlier)).fields;
      };
      await visit(pageWith(kept + old, { script: "" }));
      const sent = await click(0);
      await visit(replace(kept, old, info));
      expect(await click(1)).toEqual(sent);
    },
  );
}
