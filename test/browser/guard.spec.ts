import { button, expect, expectSent, LISTEN, pageWith, seen, test } from "./pages";

const EXTRA = "name=홍길동&tel=010-1234-5678&order=1234";
const MASKED = "name=홍길동&tel=*************&order=1234";
const LINE = "[kakao-chat] KC221 extra: expected no personal data, got mobile number";

for (const method of ["get", "post"]) {
  for (const [mode, sent] of [
    ["", { uuid: "@shop", extra: EXTRA }],
    ["warn", { uuid: "@shop", extra: EXTRA }],
    ["mask", { uuid: "@shop", extra: MASKED }],
    ["omit", { uuid: "@shop" }],
  ] as const) {
    test(`privacy="${mode}" by ${method}`, async ({ page, standIn, visit }) => {
      const said =
        `data-kakao-chat-method="${method}" data-kakao-chat-privacy="${mode}" ` +
        `data-kakao-chat-extra="${EXTRA.replaceAll("&", "&amp;")}"`;
      await visit(pageWith(button("shop", said), { head: LISTEN }));
      await page.hover("#shop");
      // Whether it will be sent is not known before the click.
      expect(await page.console()).toEqual([]);
      await page.click("#shop");
      await expectSent(standIn, sent as Record<string, string>);
      expect((await standIn.only()).method).toBe(method.toUpperCase());
      const lines = (await page.console()).map(({ text }) => text);
      expect(lines).toEqual([expect.stringContaining(LINE)]);
      const problems = (await seen(page, "problem")).flatMap(({ problems }) => problems);
      expect(problems).toEqual([
        expect.objectContaining({ code: "KC221", field: "extra", level: "warning" }),
      ]);
      expect(JSON.stringify(problems)).not.toContain("1234");
    });
  }
}

test("the guard reads what a handler and its promise have made of the extra", async ({
  page,
  standIn,
  visit,
}) => {
  const head = `<script>addEventListener("kakao-chat:before", (e) => {
    e.detail.options.privacy = "mask";
    e.detail.waitUntil(Promise.resolve({ extra: "user@example.com" }));
  })</script>`;
  await visit(pageWith(button("shop"), { head }));
  await page.click("#shop");
  await expectSent(standIn, { uuid: "@shop", extra: "*".repeat(16) });
});
