/** Elements of which a page makes something else, and controls inside a link that do nothing by themselves. */

import type { Page } from "../harness/engine";
import {
  allEnginesIf,
  BOX,
  expect,
  expectNothing,
  expectSentFrom,
  LISTEN,
  ONE_ENGINE,
  pageWith,
  seen,
  test,
} from "../harness/pages";

/** An order form whose sending shows in the page's title. */
const form = (inner: string) =>
  `<form id="order" onsubmit="document.title = 'sent'; return false"><input id="field" name="a" value="b">${inner}</form>`;

/** Waits until the attributes that an element was given are off it again. */
async function expectPlain(page: Page, id: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        (id) => document.getElementById(id)?.getAttributeNames().sort().join(" ") ?? "",
        id,
      ),
    )
    .toBe("id style");
}

test.describe("an element that is no button any more", () => {
  const WAYS: Record<string, (id: string) => void> = {
    "loses its mark": (id) => document.getElementById(id)?.removeAttribute("data-kakao-chat"),
    "is marked as none": (id) =>
      document.getElementById(id)?.setAttribute("data-kakao-chat", "false"),
  };
  for (const [way, change] of Object.entries(WAYS)) {
    test(
      `${way}: its form is sent by it and by Enter`,
      allEnginesIf(way === "loses its mark"),
      async ({ page, visit, standIn }) => {
        await visit(
          pageWith(form(`<button id="next" data-kakao-chat="@a" ${BOX}>a</button>`), {
            head: LISTEN,
          }),
        );
        await page.click("#next");
        await standIn.only();
        await page.evaluate(change, "next");
        await page.focus("#field");
        await page.press("Enter");
        await expect.poll(() => page.evaluate(() => document.title)).toBe("sent");
        await page.evaluate(() => {
          document.title = "";
        });
        await page.click("#next");
        await expect.poll(() => page.evaluate(() => document.title)).toBe("sent");
        expect(standIn.requests).toHaveLength(1);
      },
    );
  }

  test(
    "has nothing left of what it was given, and is one again",
    ONE_ENGINE,
    async ({ page, visit, standIn }) => {
      await visit(
        pageWith(
          `<div id="div" data-kakao-chat="@div" ${BOX}>a</div><a id="link" href="/x" data-kakao-chat="@link" ${BOX}>a</a>`,
          { head: LISTEN },
        ),
      );
      await page.evaluate(() => {
        for (const one of document.querySelectorAll("[data-kakao-chat]"))
          one.removeAttribute("data-kakao-chat");
        document.querySelector("#link")?.removeAttribute("href");
      });
      for (const id of ["link", "div"]) {
        await page.hover(`#${id}`);
        await expectPlain(page, id);
      }
      await page.click("#div");
      await expectNothing(page, standIn);
      await page.evaluate(() =>
        document.querySelector("#div")?.setAttribute("data-kakao-chat", "@b"),
      );
      await page.click("#div");
      await expectSentFrom(standIn, ["b"]);
      expect(
        await page.evaluate(() => document.querySelector("#div")?.getAttribute("role") ?? ""),
      ).toBe("button");
    },
  );

  test("a handler of the click itself takes the mark off: the form is not sent", async ({
    page,
    visit,
    standIn,
  }) => {
    const once = `onclick="this.removeAttribute('data-kakao-chat')"`;
    await visit(pageWith(form(`<button id="next" data-kakao-chat="@a" ${once} ${BOX}>a</button>`)));
    await page.click("#next");
    await expectNothing(page, standIn);
    expect(await page.evaluate(() => document.title)).not.toBe("sent");
  });

  test("what a page has changed since is the page's", ONE_ENGINE, async ({ page, visit }) => {
    await visit(pageWith(`<div id="div" data-kakao-chat="@a" ${BOX}>a</div>`));
    await page.evaluate(() => {
      const div = document.querySelector("#div");
      div?.setAttribute("role", "link");
      div?.setAttribute("title", "mine");
      div?.removeAttribute("data-kakao-chat");
    });
    await page.hover("#div");
    await expect
      .poll(() =>
        page.evaluate(() => {
          const div = document.querySelector("#div");
          return ["role", "title", "tabindex"].map((name) => div?.getAttribute(name) ?? "").join();
        }),
      )
      .toBe("link,mine,");
  });
});

test(
  "a custom element that is defined late has one tab stop",
  ONE_ENGINE,
  async ({ page, visit }) => {
    await visit(pageWith(`<x-button id="host" data-kakao-chat="@a" ${BOX}>a</x-button>`));
    await page.evaluate(() => {
      customElements.define(
        "x-button",
        class extends HTMLElement {
          constructor() {
            super();
            this.attachShadow({ mode: "open" }).innerHTML =
              "<button type=button><slot></slot></button>";
          }
        },
      );
    });
    await page.hover("#host");
    await expect
      .poll(() =>
        page.evaluate(() => document.querySelector("#host")?.getAttribute("tabindex") ?? "none"),
      )
      .toBe("none");
  },
);

test.describe("a control inside a marked link", () => {
  const INNER: Record<string, string> = {
    "a drawing and a button": `<svg width="9" height="9"></svg><button class="in" type="button">a</button>`,
    "words and a button": `go <button class="in" type="button">a</button>`,
    "a tab stop": `<span class="in" tabindex="0">a</span>`,
    "a role": `go <span class="in" role="button" tabindex="0">a</span>`,
  };
  test("that browsers follow: the click is the link's", async ({ page, visit, standIn }) => {
    const links = Object.values(INNER).map(
      (inner, index) =>
        `<a id="l${index}" href="/contact" data-kakao-chat="@l${index}" data-kakao-chat-extra="k=1" ${BOX}>${inner}</a>`,
    );
    await visit(pageWith(links.join(" "), { head: LISTEN }));
    const ids = links.map((_, index) => `l${index}`);
    for (const [index, id] of ids.entries()) {
      await page.click(`#${id} .in`);
      const sent = await standIn.arrived(index + 1);
      expect(sent[index]?.fields).toEqual([
        ["uuid", `@${id}`],
        ["extra", "k=1"],
      ]);
    }
    expect(await page.url()).toBe("https://shop.test/");
  });

  test(
    "whose handler prevents the click keeps it, in silence",
    ONE_ENGINE,
    async ({ page, visit, standIn }) => {
      const close = `<button class="in" type="button" onclick="this.parentNode.title = 'closed'; event.preventDefault()">X</button>`;
      await visit(
        pageWith(`<a id="banner" href="/contact" data-kakao-chat="@a" ${BOX}>상담 ${close}</a>`, {
          head: LISTEN,
        }),
      );
      await page.click("#banner .in");
      await expectNothing(page, standIn);
      expect(await page.evaluate(() => document.querySelector("a")?.title)).toBe("closed");
      expect(await seen(page)).toEqual([]);
    },
  );

  test("of a placeholder opens no second page", ONE_ENGINE, async ({ page, visit, standIn }) => {
    const close = `<button class="in" type="button" onclick="this.title = 'closed'">X</button>`;
    const links = ["#", "javascript:;", "#none"].map(
      (href, index) =>
        `<a id="l${index}" href="${href}" data-kakao-chat="@a" ${BOX}>상담 ${close}</a>`,
    );
    await visit(pageWith(links.join(" "), { head: LISTEN }));
    for (const index of links.keys()) await page.click(`#l${index} .in`);
    await expectNothing(page, standIn);
    expect(await page.evaluate(() => document.querySelectorAll("[title=closed]").length)).toBe(3);
  });

  test(
    "of a custom element that is all of it: the click is the link's",
    ONE_ENGINE,
    async ({ page, visit, standIn }) => {
      await visit(
        pageWith(`<a id="l" href="#" data-kakao-chat="@l" ${BOX}><x-button>상담</x-button></a>`, {
          head: `<script>customElements.define("x-button", class extends HTMLElement {
          connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = "<button type=button style='width:90px;height:24px'><slot></slot></button>"; }
        });</script>`,
        }),
      );
      await page.click("#l");
      await expectSentFrom(standIn, ["l"]);
    },
  );
});
