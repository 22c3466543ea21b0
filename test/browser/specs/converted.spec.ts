/** What `convert` gives, put into the page as it says: the new button asks what the old one asked. */

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import type { TestInfo } from "@playwright/test";
import { expect, expectNothing, expectSent, ONE_ENGINE, pageWith, test } from "../harness/pages";

/** The new button in place of the old, beside what the page keeps. */
function replace(kept: string, old: string, info: TestInfo): string {
  const file = info.outputPath("old.html");
  writeFileSync(file, kept + old);
  const json = execFileSync("node", ["dist/cli.mjs", "convert", "--json", file], {
    encoding: "utf8",
  });
  const { code, script } = JSON.parse(json).converted;
  return pageWith(kept + code + script);
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
