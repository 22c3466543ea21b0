import {
  button,
  expect,
  expectSent,
  LISTEN,
  ONE_ENGINE,
  pageWith,
  seen,
  test,
} from "../harness/pages";

const EXTRA = "name=홍길동&tel=010-1234-5678&order=1234";
const MASKED = "name=홍길동&tel=*************&order=1234";
const LINE = "[kakao-chat] KC221 extra: expected no personal data, got phone";

const SENT = {
  absent: EXTRA,
  warn: EXTRA,
  mask: MASKED,
  omit: undefined,
};

for (const method of ["get", "post"]) {
  test(
    `privacy in each of its values, by ${method}`,
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const said =
        `data-kakao-chat-method="${method}" ` +
        `data-kakao-chat-extra="${EXTRA.replaceAll("&", "&amp;")}"`;
      const buttons = Object.keys(SENT).map((mode) =>
        button(mode, mode === "absent" ? said : `${said} data-kakao-chat-privacy="${mode}"`),
      );
      await visit(pageWith(buttons.join(""), { head: LISTEN }));
      await page.hover("#omit");
      // Whether it will be sent is not known before the click.
      expect(await page.console()).toEqual([]);
      for (const [index, [mode, extra]] of Object.entries(SENT).entries()) {
        await page.click(`#${mode}`);
        const request = (await standIn.arrived(index + 1)).at(-1);
        expect(request?.method).toBe(method.toUpperCase());
        const uuid = ["uuid", `@${mode}`];
        expect(request?.fields).toEqual(extra === undefined ? [uuid] : [uuid, ["extra", extra]]);
      }
      const count = Object.keys(SENT).length;
      expect(await standIn.settled()).toHaveLength(count);
      const lines = (await page.console()).map(({ text }) => text);
      expect(lines).toEqual(Array(count).fill(expect.stringContaining(LINE)));
      const problems = (await seen(page, "problem")).flatMap(({ problems }) => problems);
      expect(problems).toEqual(
        Array(count).fill(
          expect.objectContaining({ code: "KC221", field: "extra", level: "warning" }),
        ),
      );
      expect(JSON.stringify(problems)).not.toContain("1234");
    },
  );
}

test(
  "the guard reads what a handler and its promise have made of the extra",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const head = `<script>addEventListener("kakao-chat:before", (e) => {
    e.detail.options.privacy = "mask";
    e.detail.waitUntil(Promise.resolve({ extra: "user@example.com" }));
  })</script>`;
    await visit(pageWith(button("shop"), { head }));
    await page.click("#shop");
    await expectSent(standIn, { uuid: "@shop", extra: "*".repeat(16) });
  },
);
