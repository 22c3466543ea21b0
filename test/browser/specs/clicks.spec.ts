/** Which clicks and keys start a chat, and which stay the page's and the browser's. */

import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "../harness/engine";
import {
  allEnginesIf,
  button,
  expect,
  expectNothing,
  expectSent,
  expectSentFrom,
  LATER,
  LISTEN,
  ONE_ENGINE,
  OPEN,
  pageWith,
  SIZES,
  seen,
  test,
  WRITE,
} from "../harness/pages";

test.describe("elements", () => {
  test("a native button starts the chat", ONE_ENGINE, async ({ page, shop, standIn, visit }) => {
    await visit(pageWith(button("shop")));
    await page.click("#shop");
    await expectSent(standIn, { uuid: "@shop" });
    await page.waitForWindows(1);
    expect(await page.url()).toBe(shop.url("/"));
  });

  test(
    "a marked link to anywhere starts the chat, and the shop stays",
    ONE_ENGINE,
    async ({ page, shop, network, standIn, visit }) => {
      await visit(pageWith(`<a href="/contact" data-kakao-chat="@shop">상담하기</a>`));
      await page.click("a");
      await expectSent(standIn, { uuid: "@shop" });
      await page.waitForWindows(1);
      expect(await page.url()).toBe(shop.url("/"));
      expect(network.siteRequests.map(({ url }) => url)).not.toContain("/contact");
    },
  );

  test(
    "a div starts the chat by a click, by Enter and by Space",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const ids = ["click", "enter", "space"];
      const divs = ids.map((id) => `<div id="${id}" data-kakao-chat="@${id}">상담</div>`);
      await visit(pageWith(divs.join("")));
      await page.click("#click");
      await standIn.arrived(1);
      await page.focus("#enter");
      await page.press("Enter");
      await standIn.arrived(2);
      await page.focus("#space");
      await page.press("Space");
      await expectSentFrom(standIn, ids);
      await page.waitForWindows(3);
    },
  );

  test(
    "what is no native button gets a role and a place in the tab order, and keeps its own",
    ONE_ENGINE,
    async ({ page, visit }) => {
      await visit(
        pageWith(`
          <div data-kakao-chat="@a">상담</div>
          <span data-kakao-chat="@b" role="link" tabindex="-1">상담</span>
          <a data-kakao-chat="@c">상담</a>
          <button data-kakao-chat="@d">상담</button>
          <a href="/contact" data-kakao-chat="@e">상담</a>
          <input type="button" value="상담" data-kakao-chat="@f">`),
      );
      await expect
        .poll(() =>
          page.evaluate(() =>
            [...document.querySelectorAll("[data-kakao-chat]")].map((element) => [
              element.getAttribute("role"),
              element.getAttribute("tabindex"),
            ]),
          ),
        )
        .toEqual([
          ["button", "0"],
          ["link", "-1"],
          ["button", "0"],
          [null, null],
          [null, null],
          [null, null],
        ]);
    },
  );

  test("Space on a div does not scroll the page", async ({ page, standIn, visit }) => {
    await visit(pageWith(`<div data-kakao-chat="@shop">상담</div><p style="height:9000px">`));
    await page.focus("div");
    await page.press("Space");
    await expectSent(standIn, { uuid: "@shop" });
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test("a key held on a div sends once", async ({ engine, page, standIn, visit }) => {
    test.skip(engine.name === "webkit", "its driver cannot hold a key until it repeats");
    await visit(pageWith(`<div data-kakao-chat="@shop">상담</div>`, { head: LISTEN }));
    await page.focus("div");
    await page.press("Enter", { repeats: 3 });
    await expectSent(standIn, { uuid: "@shop" });
    expect(await seen(page, "before")).toHaveLength(1);
  });

  test("keys in a field inside a div are the field's", async ({ page, standIn, visit }) => {
    await visit(
      pageWith(
        `<form action="/search"><div data-kakao-chat="@shop">상담 <input name="q"></div></form>`,
      ),
    );
    await page.focus("input");
    await page.press("Space");
    expect(await page.evaluate(() => document.querySelector("input")?.value)).toBe(" ");
    await page.press("Enter");
    await page.waitForUrl(/\/search\?q=\+$/);
    await expectNothing(page, standIn);
  });

  test("a click on the icon in a button counts", ONE_ENGINE, async ({ page, standIn, visit }) => {
    const icon = `<svg width="40" height="40"><g><path d="M0 0h40v40H0z"/></g></svg>`;
    await visit(
      pageWith(`<button data-kakao-chat="@native">${icon}</button>
          <div data-kakao-chat="@div">${icon}</div>`),
    );
    await page.click("button path");
    await standIn.arrived(1);
    await page.click("div path");
    await expectSentFrom(standIn, ["native", "div"]);
  });

  test("an SVG element is a button too", async ({ page, standIn, visit }) => {
    await visit(
      pageWith(`<svg width="90" height="40"><title>상담</title>
          <g data-kakao-chat="@shop"><rect width="90" height="40"/></g></svg>`),
    );
    await page.click("g");
    await expectSent(standIn, { uuid: "@shop" });
  });

  test("of nested buttons the innermost is meant", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(
      pageWith(`<div data-kakao-chat="@outer"><p>상담</p>${button("inner")}
          <div id="key" tabindex="0" data-kakao-chat="@key">상담</div></div>`),
    );
    await page.click("#inner");
    await standIn.arrived(1);
    await page.focus("#key");
    await page.press("Enter");
    await expectSentFrom(standIn, ["inner", "key"]);
  });

  test("the keyboard alone starts every kind of button", async ({ page, standIn, visit }) => {
    await visit(
      pageWith(`<input id="first">
          <button data-kakao-chat="@native">상담</button>
          <a href="/contact" data-kakao-chat="@link">상담</a>
          <div data-kakao-chat="@div">상담</div>
          <span data-kakao-chat="@span">상담</span>`),
    );
    await page.focus("#first");
    const keys = { native: "Space", link: "Enter", div: "Enter", span: "Space" } as const;
    for (const key of Object.values(keys)) {
      await page.press("Tab");
      await page.press(key);
    }
    // Two windows that load at once arrive in either order.
    const sent = (await standIn.settled(4)).map(({ fields }) => fields[0]?.[1]);
    expect(sent.sort()).toEqual(["@div", "@link", "@native", "@span"]);
  });
});

test.describe("what is the browser's", () => {
  for (const modifier of ["Control", "Meta", "Shift"] as const) {
    test(`a click with ${modifier} on a link`, async ({
      engine,
      page,
      shop,
      network,
      standIn,
      visit,
    }) => {
      shop.page("/contact", "<!doctype html><title>contact</title>");
      const link = `<a href="/contact" data-kakao-chat="@shop">상담하기</a>`;
      await visit(pageWith(link));
      await page.click("a", { modifiers: [modifier] });
      // In a tab, a window or in place: as this browser does on this system. With Meta, Firefox on
      // Linux does nothing at all.
      if (modifier !== "Meta" || engine.name !== "firefox") {
        await expect.poll(() => network.siteRequests.map(({ url }) => url)).toContain("/contact");
      }
      expect(await standIn.settled()).toEqual([]);
    });
  }

  test("a click with the middle button on a link", async ({
    engine,
    page,
    shop,
    network,
    standIn,
    visit,
  }) => {
    test.skip(engine.name === "webkit", "its driver has the left button only");
    shop.page("/contact", "<!doctype html><title>contact</title>");
    const link = `<a href="/contact" data-kakao-chat="@shop">상담하기</a>`;
    await visit(pageWith(link));
    await page.click("a", { button: "middle" });
    await expect.poll(() => network.siteRequests.map(({ url }) => url)).toContain("/contact");
    expect(await standIn.settled()).toEqual([]);
  });

  test("not a click with Ctrl on a button", async ({ page, standIn, visit }) => {
    await visit(pageWith(button("shop")));
    await page.click("#shop", { modifiers: ["Control"] });
    await expectSent(standIn, { uuid: "@shop" });
  });

  test(
    "an unmarked link to Kakao is none of ours",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(pageWith(`<a href="${OPEN}/@plain?extra=a">상담하기</a>`, { head: LISTEN }));
      await page.click("a");
      await page.waitForUrl(/^https:\/\/bizmessage\.kakao\.com\/chat\/open\/@plain\?extra=a$/);
      expect(await page.windows()).toEqual([]);
      expect(await standIn.settled(1)).toHaveLength(1);
    },
  );
});

test.describe("a disabled button", () => {
  test("opens nothing while it is disabled, and does afterwards", async ({
    page,
    standIn,
    visit,
  }) => {
    const icon = `<svg id="icon" width="40" height="40"><rect width="40" height="40"/></svg>`;
    await visit(
      pageWith(
        `${button("native", "disabled")}
          <button disabled data-kakao-chat="@icon">${icon}</button>
          ${button("aria", `aria-disabled="true"`)}
          <fieldset disabled>${button("fieldset")}</fieldset>`,
        { head: LISTEN },
      ),
    );
    const ids = ["native", "icon", "aria", "fieldset"];
    for (const id of ids) await page.click(`#${id}`);
    await expectNothing(page, standIn);
    expect(await seen(page)).toEqual([]);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll("*")) {
        element.removeAttribute("disabled");
        element.removeAttribute("aria-disabled");
      }
    });
    for (const id of ids) await page.click(`#${id}`);
    await expectSentFrom(standIn, ids);
  });

  test(
    "opens nothing where it is a div, by the mouse or by the keyboard",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(pageWith(`<div aria-disabled="true" data-kakao-chat="@shop">상담</div>`));
      await page.click("div");
      await page.focus("div");
      await page.press("Enter");
      await page.press("Space");
      await expectNothing(page, standIn);
    },
  );

  test(
    "is not one in the legend of a disabled fieldset, as HTML has it",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(pageWith(`<fieldset disabled><legend>${button("shop")}</legend></fieldset>`));
      await page.click("#shop");
      await expectSent(standIn, { uuid: "@shop" });
    },
  );

  test("opens once its handler has enabled it, or disables it against a second click", async ({
    page,
    standIn,
    visit,
  }) => {
    await visit(
      pageWith(
        button("enabled", `aria-disabled="true" onclick="this.ariaDisabled = false"`) +
          button("disabled", `onclick="this.disabled = true"`) +
          button("once", `onclick="this.setAttribute('aria-disabled', 'true')"`),
      ),
    );
    const ids = ["enabled", "disabled", "once"];
    for (const [index, id] of ids.entries()) {
      await page.click(`#${id}`);
      await standIn.arrived(index + 1);
    }
    for (const id of ["disabled", "once"]) await page.click(`#${id}`);
    await expectSentFrom(standIn, ids);
  });
});

test("a button in the page's own form does not submit it", async ({
  page,
  network,
  standIn,
  visit,
}) => {
  const ids = ["untyped", "submit", "input", "image"];
  await visit(
    pageWith(`<form action="/order" onsubmit="submitted = true"><input name="q" value="1">
        <button id="untyped" data-kakao-chat="@untyped">상담</button>
        <button type="submit" id="submit" data-kakao-chat="@submit"><b>상담</b></button>
        <input type="submit" id="input" data-kakao-chat="@input">
        <input type="image" id="image" alt="상담" data-kakao-chat="@image" style="width:90px">
      </form>`),
  );
  for (const [index, id] of ids.entries()) {
    await page.click(`#${id}`);
    await standIn.arrived(index + 1);
  }
  await expectSentFrom(standIn, ids);
  expect(await page.evaluate(() => Reflect.has(window, "submitted"))).toBe(false);
  expect(network.siteRequests.map(({ url }) => url)).not.toContain("/order?q=1");
});

/** Where a page may listen: for each, a section with a button of each kind, and the listener. */
const PLACES = {
  button: `for (const b of place.querySelectorAll("[id]")) b.addEventListener("click", act);`,
  ancestor: `place.addEventListener("click", act);`,
  document: `document.addEventListener("click", (e) => place.contains(e.target) && act(e), true);`,
  window: `window.addEventListener("click", (e) => place.contains(e.target) && act(e), true);`,
};

/** A page that does something to every click, in each of the places; its listeners come before the script. */
function actingPage(act: string): string {
  const sections = Object.entries(PLACES).map(
    ([place, listen]) => `<section id="${place}">${button(`${place}-native`)}
      <div id="${place}-div" data-kakao-chat="@${place}-div">상담</div>
      <a id="${place}-link" href="/contact" data-kakao-chat="@${place}-link">상담</a></section>
      <script>{
        const place = document.querySelector("#${place}");
        const act = (e) => { ${act} };
        ${listen}
      }</script>`,
  );
  return pageWith(sections.join(""), { head: LISTEN });
}

/** No chat was asked for; the page was told of each of these buttons that it has prevented the click. */
async function expectPrevented(page: Page, ids: readonly string[]): Promise<void> {
  expect((await seen(page)).map(({ name, on, problems }) => [name, on, problems])).toEqual(
    ids.map((id) => ["problem", id, [expect.objectContaining({ code: "KC501", level: "error" })]]),
  );
}

test.describe("a handler of the page that prevents the click", () => {
  test("cancels the opening, wherever it is", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(actingPage("e.preventDefault()"));
    for (const place of Object.keys(PLACES)) {
      await page.click(`#${place}-native`);
      await page.click(`#${place}-link`);
      await page.focus(`#${place}-div`);
      await page.press("Enter");
    }
    const ids = Object.keys(PLACES).flatMap((place) =>
      ["native", "link", "div"].map((kind) => `${place}-${kind}`),
    );
    await expectPrevented(page, ids);
    await expectNothing(page, standIn);
  });

  test(
    "cancels the opening by its return value, and as the last on the window",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(
          `${button("attribute", `onclick="return false"`)}${button("window")}
          <script>
            addEventListener("load", () => {
              addEventListener("click", (e) => e.target.id === "window" && e.preventDefault());
            });
          </script>`,
          { head: LISTEN },
        ),
      );
      await page.click("#attribute");
      await page.click("#window");
      await expectPrevented(page, ["attribute", "window"]);
      await expectNothing(page, standIn);
    },
  );
});

test.describe("a handler of the page that clicks on something else", () => {
  const other = `<button type="button" id="other">close the menu</button>`;
  const acting = (act: string) =>
    `${button("chat")}${other}<script>chat.onclick = (e) => { other.click(); ${act} };</script>`;

  test(
    "and then prevents the click, cancels the opening",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(pageWith(acting("e.preventDefault();"), { head: LISTEN }));
      await page.click("#chat");
      await expectPrevented(page, ["chat"]);
      await expectNothing(page, standIn);
    },
  );

  test(
    "and then changes the button, has the change sent",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(pageWith(acting(`chat.dataset.kakaoChatExtra = "order";`)));
      await page.click("#chat");
      await expectSent(standIn, { uuid: "@chat", extra: "order" });
      await page.waitForWindows(1);
    },
  );
});

const STOPS = ["e.stopPropagation()", "e.stopImmediatePropagation()", "e.cancelBubble = true"];
/** Nobody can hear of an event that an earlier listener on the same target has ended. */
const isHeard = (place: string, stop: string) => place !== "window" || !/Immediate/.test(stop);

test.describe("a handler of the page that stops the click", () => {
  for (const stop of STOPS) {
    const places = Object.keys(PLACES).filter((place) => isHeard(place, stop));

    test(`does not cancel the opening: ${stop}`, ONE_ENGINE, async ({ page, standIn, visit }) => {
      await visit(actingPage(stop));
      for (const [index, place] of places.entries()) {
        await page.click(`#${place}-native`);
        await standIn.arrived(2 * index + 1);
        await page.focus(`#${place}-div`);
        await page.press("Enter");
        await standIn.arrived(2 * index + 2);
      }
      const ids = places.flatMap((place) => [`${place}-native`, `${place}-div`]);
      await expectSentFrom(standIn, ids);
      await page.waitForWindows(ids.length);
    });

    test(
      `does not lose the shop to a marked link: ${stop}`,
      allEnginesIf(stop.includes("Immediate")),
      async ({ page, shop, standIn, visit }) => {
        await visit(actingPage(stop));
        for (const [index, place] of places.entries()) {
          await page.click(`#${place}-link`);
          await standIn.arrived(index + 1);
          expect(await page.url(), place).toBe(shop.url("/"));
        }
        await expectSentFrom(
          standIn,
          places.map((place) => `${place}-link`),
        );
        expect(await page.url()).toBe(shop.url("/"));
        await page.waitForWindows(places.length);
      },
    );
  }

  // Svelte 5 and Solid hand a click on to the ancestors themselves, as long as it is not stopped.
  test("can be read from the click itself", async ({ page, standIn, visit }) => {
    const buttons = STOPS.map((stop, index) =>
      button(`b${index}`, `onclick="const e = event; ${stop}; isStopped = e.cancelBubble"`),
    );
    await visit(pageWith(buttons.join("")));
    for (const [index, stop] of STOPS.entries()) {
      await page.click(`#b${index}`);
      await standIn.arrived(index + 1);
      expect(await page.evaluate(() => Reflect.get(window, "isStopped")), stop).toBe(true);
      await page.evaluate(() => Reflect.set(window, "isStopped", false));
    }
    await expectSentFrom(
      standIn,
      STOPS.map((_, index) => `b${index}`),
    );
  });

  test("stops nothing by cancelBubble = false", ONE_ENGINE, async ({ page, standIn, visit }) => {
    const act = `onclick="event.cancelBubble = false"`;
    await visit(pageWith(`<p onclick="isHeard = true">${button("chat", act)}</p>`));
    await page.click("#chat");
    await expectSentFrom(standIn, ["chat"]);
    expect(await page.evaluate(() => Reflect.get(window, "isHeard"))).toBe(true);
  });

  test(
    "by Event.prototype does not cancel it, and starts nothing at the next click elsewhere",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const stop = `onclick="Event.prototype.stopPropagation.call(event)"`;
      const body = `${button("chat", stop)}<b id="elsewhere">elsewhere</b>`;
      await visit(pageWith(body, { head: LISTEN }));
      await page.click("#chat");
      await page.click("#elsewhere");
      await expectSentFrom(standIn, ["chat"]);
      expect((await seen(page)).map(({ name }) => name)).toEqual(["before", "open"]);
    },
  );

  test(
    "by stopImmediatePropagation in capture at the window, after the script, neither",
    ONE_ENGINE,
    async ({ page, shop, standIn, visit }) => {
      await visit(
        pageWith(
          `${button("native")}<a id="link" href="/contact" data-kakao-chat="@link">상담</a>
          <script type="module">
            addEventListener("click", (e) => e.stopImmediatePropagation(), true);
          </script>`,
        ),
      );
      await page.click("#native");
      await standIn.arrived(1);
      await page.click("#link");
      await expectSentFrom(standIn, ["native", "link"]);
      expect(await page.url()).toBe(shop.url("/"));
    },
  );

  test(
    "and then prevents it, cancels the opening",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(
          STOPS.map((stop, index) =>
            button(`b${index}`, `onclick="const e = event; ${stop}; e.preventDefault()"`),
          ).join(""),
        ),
      );
      for (const index of STOPS.keys()) await page.click(`#b${index}`);
      await expectNothing(page, standIn);
    },
  );

  test(
    "leaves a stopped event as stopped for the page's other handlers",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(
          `${button("shop")}<script>
            heard = [];
            shop.addEventListener("click", (e) => { heard.push("first"); e.stopImmediatePropagation(); });
            shop.addEventListener("click", () => heard.push("second"));
            addEventListener("click", () => heard.push("window"));
          </script>`,
        ),
      );
      await page.click("#shop");
      await expectSent(standIn, { uuid: "@shop" });
      expect(await page.evaluate(() => Reflect.get(window, "heard"))).toEqual(["first"]);
    },
  );
});

test.describe("attributes", () => {
  test(
    "that a handler has changed in this click are honoured",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(
          `${button("own", `onclick="this.dataset.kakaoChatExtra = 'own'"`)}
          ${button("stops", `onclick="event.stopPropagation(); this.dataset.kakaoChatExtra = 'stops'"`)}
          ${button("window")}
          <script>
            addEventListener("click", (e) => {
              if (e.target.id === "window") e.target.dataset.kakaoChatExtra = "window";
            });
          </script>`,
        ),
      );
      const ids = ["own", "stops", "window"];
      for (const [index, id] of ids.entries()) {
        await page.click(`#${id}`);
        await standIn.arrived(index + 1);
      }
      expect((await standIn.settled()).map(({ fields }) => fields)).toEqual(
        ids.map((id) => [
          ["uuid", `@${id}`],
          ["extra", id],
        ]),
      );
    },
  );

  test("changed between clicks are read again", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(pageWith(button("shop", `data-kakao-chat-extra="one"`)));
    await page.click("#shop");
    await standIn.arrived(1);
    await page.evaluate(() => {
      const { dataset } = document.querySelector("button") as HTMLElement;
      dataset.kakaoChat = "@other";
      dataset.kakaoChatExtra = "";
      dataset.kakaoChatEvent = "시작";
    });
    await new Promise((resolve) => setTimeout(resolve, LATER));
    await page.click("#shop");
    expect((await standIn.arrived(2))[1]?.fields).toEqual([
      ["uuid", "@other"],
      ["event", "시작"],
    ]);
  });
});

test.describe("a button added later", () => {
  test("is served where it is a native one", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(pageWith(""));
    await page.evaluate((html) => {
      document.body.innerHTML = html;
    }, button("shop"));
    await page.click("#shop");
    await expectSent(standIn, { uuid: "@shop" });
  });

  for (const [name, act] of [
    ["pointer", "hover"],
    ["focus", "focus"],
    ["key", "press"],
  ] as const) {
    test(
      `gets its role and tabindex at the next ${name} activity`,
      ONE_ENGINE,
      async ({ page, visit }) => {
        await visit(pageWith(`<input><main></main>`));
        await page.hover("input");
        // After a search there is none for 200 times as long as it took, for a second at most.
        await wait(LATER);
        await page.evaluate((isKey) => {
          if (isKey) document.querySelector("input")?.focus();
          const div = document.createElement("div");
          div.dataset.kakaoChat = "@shop";
          div.textContent = "상담";
          document.querySelector("main")?.append(div);
        }, act === "press");
        if (act === "hover") await page.hover("main");
        if (act === "focus") await page.focus("input");
        if (act === "press") await page.press("ArrowDown");
        expect(
          await page.evaluate(() => {
            const div = document.querySelector("main > div");
            return [div?.getAttribute("role"), div?.getAttribute("tabindex")];
          }),
        ).toEqual(["button", "0"]);
      },
    );
  }

  test("is reached by the very next Tab", async ({ page, standIn, visit }) => {
    await visit(pageWith(`<input><main></main><input>`));
    await page.focus("input");
    await page.evaluate(() => {
      const div = document.createElement("div");
      div.dataset.kakaoChat = "@shop";
      div.textContent = "상담";
      document.querySelector("main")?.append(div);
    });
    await page.press("Tab");
    await page.press("Enter");
    await expectSent(standIn, { uuid: "@shop" });
  });

  test(
    "is served at once where a mark is put on an element",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(pageWith(`<div>상담</div>`));
      await page.hover("div");
      await page.evaluate(() =>
        document.querySelector("div")?.setAttribute("data-kakao-chat", "@a"),
      );
      await page.click("div");
      await expectSent(standIn, { uuid: "@a" });
    },
  );
});

/** A custom element whose open shadow root holds the content. */
function shadow(content: string, slotted = ""): string {
  return `<x-card>${slotted}</x-card><script>
    customElements.define("x-card", class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = ${JSON.stringify(SIZES + content)}; }
    });
  </script>`;
}

test.describe("in an open shadow root", () => {
  test("native buttons, divs, links, slotted buttons and marked hosts start the chat", async ({
    page,
    shop,
    standIn,
    visit,
  }) => {
    const content = `${button("native")}<div id="div" data-kakao-chat="@div">상담</div>
      <a id="link" href="/contact" data-kakao-chat="@link"><b>상담</b></a>
      <div data-kakao-chat="@slot"><slot></slot></div>`;
    await visit(
      pageWith(
        `${shadow(content, `<i id="slot">상담</i>${button("slotted")}`)}
          <x-card data-kakao-chat="@host"></x-card>`,
      ),
    );
    const ids = ["native", "div", "link", "slot", "slotted"];
    for (const [index, id] of ids.entries()) {
      await page.click(`#${id}`);
      await standIn.arrived(index + 1);
    }
    await expectSentFrom(standIn, ids);
    expect(await page.url()).toBe(shop.url("/"));
  });

  test(
    "a marked host is the button for what is in its shadow",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(shadow("<p>상담</p>").replace("<x-card>", `<x-card data-kakao-chat="@host">`)),
      );
      await page.click("p");
      await expectSent(standIn, { uuid: "@host" });
    },
  );

  test(
    "a div answers Enter once the pointer or the focus has been there",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(pageWith(shadow(`<input><div data-kakao-chat="@shop">상담</div>`)));
      await page.focus("input");
      await page.press("Tab");
      await page.press("Enter");
      await expectSent(standIn, { uuid: "@shop" });
    },
  );

  test(
    "a div gets its role and title from a pointer that comes quickly from elsewhere",
    ONE_ENGINE,
    async ({ page, visit }) => {
      await visit(pageWith(`<p>상담</p>${shadow(`<div data-kakao-chat="@shop">상담</div>`)}`));
      await page.hover("p");
      await page.hover("div");
      const div = () =>
        page.evaluate(() => {
          const inside = document.querySelector("x-card")?.shadowRoot?.querySelector("div");
          return [inside?.getAttribute("role"), inside?.title];
        });
      expect(await div()).toEqual(["button", "새 창으로 열림"]);
    },
  );

  test("a div is reached by Tab alone", async ({ page, standIn, visit }) => {
    await visit(pageWith(`<input>${shadow(`<div data-kakao-chat="@shop">상담</div>`)}<input>`));
    await page.focus("input");
    await page.press("Tab");
    await page.press("Enter");
    await expectSent(standIn, { uuid: "@shop" });
  });
});

test.describe("the title of a button", () => {
  const titles = (page: { evaluate(run: () => unknown): Promise<unknown> }) =>
    page.evaluate(() =>
      [...document.querySelectorAll("[data-kakao-chat]")].map((b) => b.getAttribute("title")),
    );

  test("says in the nearest language that a window opens", ONE_ENGINE, async ({ page, visit }) => {
    await visit(
      pageWith(
        `${button("a")}
          <p lang="en-US">${button("b")}<span lang="ko-KR">${button("c")}</span></p>
          <p lang="ja">${button("d")}</p>
          <p lang="en">${button("e", `lang="ko"`)}</p>`,
        { lang: "" },
      ),
    );
    const [korean, english] = ["새 창으로 열림", "Opens in a new window"];
    await expect.poll(() => titles(page)).toEqual([korean, english, korean, english, korean]);
  });

  test("is in the page's language in a shadow root too", ONE_ENGINE, async ({ page, visit }) => {
    await visit(pageWith(shadow(button("shop")), { lang: "en" }));
    await page.focus("#shop");
    expect(
      await page.evaluate(
        () => document.querySelector("x-card")?.shadowRoot?.querySelector("button")?.title,
      ),
    ).toBe("Opens in a new window");
  });

  test(
    "stays the page's own, and is none where the text says it or no window opens",
    ONE_ENGINE,
    async ({ page, visit }) => {
      await visit(
        pageWith(
          `${button("a", `title="카카오톡 상담"`)}
          <button data-kakao-chat="@b">상담 (새 창)</button>
          <button data-kakao-chat="@c">Chat <small>opens in a new window</small></button>
          ${button("d", `aria-label="상담, 새창 열림"`)}
          ${button("e", `data-kakao-chat-target="self"`)}
          <button data-kakao-chat="@f"><img alt="Chat (new window)"></button>
          ${button("last")}`,
        ),
      );
      await expect
        .poll(() => titles(page))
        .toEqual(["카카오톡 상담", null, null, null, null, null, "새 창으로 열림"]);
    },
  );

  test.describe("in an in-app browser", () => {
    test.use({
      profile: {
        userAgent:
          "Mozilla/5.0 (Linux; Android 14; SM-S918N; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36 KAKAOTALK 10.9.5",
      },
    });
    test("is none: the same window is used", ONE_ENGINE, async ({ page, visit }) => {
      await visit(pageWith(`<div data-kakao-chat="@a">상담</div>${button("b")}`));
      await expect
        .poll(() => page.evaluate(() => document.querySelector("div")?.getAttribute("role")))
        .toBe("button");
      expect(await titles(page)).toEqual([null, null]);
    });
  });
});

test.describe("a link to Kakao", () => {
  test("is its own configuration", ONE_ENGINE, async ({ page, shop, standIn, visit }) => {
    const addresses = [
      `${OPEN}/@link0?extra=a%20b&amp;bot=true&amp;event=%EC%8B%9C%EC%9E%91`,
      `${OPEN}/%40link1/?extra=a+b&amp;bot=true&amp;event=시작#top`,
      `${WRITE}?uuid=@link2&amp;extra=a%20b&amp;bot=true&amp;event=시작`,
    ];
    const links = addresses.map(
      (href, index) => `<a id="link${index}" data-kakao-chat href="${href}">상담하기</a>`,
    );
    await visit(pageWith(links.join(" ")));
    for (const index of addresses.keys()) {
      await page.click(`#link${index}`);
      await standIn.arrived(index + 1);
    }
    const requests = await standIn.settled();
    expect(requests.map(({ endpoint }) => endpoint)).toEqual(["open", "open", "write"]);
    for (const [index, { fields }] of requests.entries()) {
      expect(fields).toEqual([
        ["uuid", `@link${index}`],
        ["extra", "a b"],
        ["bot", "true"],
        ["event", "시작"],
      ]);
    }
    await page.waitForWindows(3);
    expect(await page.url()).toBe(shop.url("/"));
  });

  test(
    "is below the button's attributes and above the page's defaults",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(
          `<a data-kakao-chat href="${OPEN}/@link?extra=link&bot=auto"
            data-kakao-chat-extra="attribute">상담하기</a>`,
          {
            head: `<script>KakaoChatDefaults = { uuid: "@default", channels: ["@link"],
              extra: "default", bot: "true", event: "default", endpoint: "write" }</script>`,
          },
        ),
      );
      await page.click("a");
      const request = await standIn.only();
      expect(request.url).toBe("/chat/open/%40link?extra=attribute&bot=auto&event=default");
    },
  );

  for (const [how, parts] of [
    [
      "the script's tag",
      { script: `<script src="/kakao-chat.js" data-links="true" defer></script>` },
    ],
    ["KakaoChatDefaults", { head: `<script>KakaoChatDefaults = { links: true }</script>` }],
  ] as const) {
    test(
      `is a button without any attribute with links on, by ${how}`,
      ONE_ENGINE,
      async ({ page, shop, network, standIn, visit }) => {
        shop.page("/contact", "<!doctype html><title>contact</title>");
        await visit(
          pageWith(
            `<a id="one" href="${OPEN}/@open?extra=a" target="_blank">상담하기</a>
            <a id="two" href="${WRITE}?uuid=@write&extra=b">상담하기</a>
            <a id="three" href="/contact">문의</a>`,
            parts,
          ),
        );
        await page.click("#one");
        await standIn.arrived(1);
        await page.click("#two");
        expect((await standIn.arrived(2)).map(({ url }) => url)).toEqual([
          "/chat/open/%40open?extra=a",
          "/v1/chat/write?uuid=%40write&extra=b",
        ]);
        const windows = await page.waitForWindows(2);
        for (const popup of windows) {
          await popup.waitForUrl(/^https:\/\/bizmessage\.kakao\.com\//);
          expect(await popup.state()).toMatchObject({ innerWidth: 1024, hasOpener: false });
        }
        await page.click("#three");
        await page.waitForUrl(/\/contact$/);
        expect(network.siteRequests.map(({ url }) => url)).toContain("/contact");
      },
    );
  }
});
