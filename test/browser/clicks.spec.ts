/** Which clicks and keys start a chat, and which stay the page's and the browser's (contract, section 2). */

import {
  button,
  expect,
  expectNothing,
  expectSent,
  LISTEN,
  OPEN,
  pageWith,
  seen,
  sentFrom,
  test,
  WRITE,
} from "./pages";

test.describe("elements", () => {
  test("a native button starts the chat", async ({ page, shop, standIn }) => {
    await page.goto(shop.page("/", pageWith(button("shop"))));
    await page.click("#shop");
    await expectSent(standIn, { uuid: "@shop" });
    expect(await page.windows()).toHaveLength(1);
    expect(await page.url()).toBe(shop.url("/"));
  });

  test("a marked link to anywhere starts the chat, and the shop stays", async ({
    page,
    shop,
    network,
    standIn,
  }) => {
    await page.goto(
      shop.page("/", pageWith(`<a href="/contact" data-kakao-chat="@shop">상담하기</a>`)),
    );
    await page.click("a");
    await expectSent(standIn, { uuid: "@shop" });
    expect(await page.windows()).toHaveLength(1);
    expect(await page.url()).toBe(shop.url("/"));
    expect(network.siteRequests.map(({ url }) => url)).not.toContain("/contact");
  });

  for (const tag of ["div", "span"]) {
    test(`a ${tag} starts the chat by a click, by Enter and by Space`, async ({
      page,
      shop,
      standIn,
    }) => {
      const ids = ["click", "enter", "space"];
      await page.goto(
        shop.page(
          "/",
          pageWith(
            ids.map((id) => `<${tag} id=${id} data-kakao-chat=@${id}>상담</${tag}><br>`).join(""),
          ),
        ),
      );
      await page.click("#click");
      await standIn.arrived(1);
      await page.focus("#enter");
      await page.press("Enter");
      await standIn.arrived(2);
      await page.focus("#space");
      await page.press("Space");
      expect(await sentFrom(standIn)).toEqual(ids);
      expect(await page.windows()).toHaveLength(3);
    });
  }

  test("what is no native button gets a role and a place in the tab order, and keeps its own", async ({
    page,
    shop,
  }) => {
    await page.goto(
      shop.page(
        "/",
        pageWith(`
          <div data-kakao-chat="@a">상담</div>
          <span data-kakao-chat="@b" role="link" tabindex="-1">상담</span>
          <a data-kakao-chat="@c">상담</a>
          <button data-kakao-chat="@d">상담</button>
          <a href="/contact" data-kakao-chat="@e">상담</a>
          <input type="button" value="상담" data-kakao-chat="@f">`),
      ),
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
  });

  test("Space on a div does not scroll the page", async ({ page, shop, standIn }) => {
    await page.goto(
      shop.page("/", pageWith(`<div data-kakao-chat="@shop">상담</div><p style="height:9000px">`)),
    );
    await page.focus("div");
    await page.press("Space");
    await expectSent(standIn, { uuid: "@shop" });
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test("a key held on a div sends once", async ({ engine, page, shop, standIn }) => {
    test.skip(engine.name === "webkit", "its driver cannot hold a key until it repeats");
    await page.goto(
      shop.page("/", pageWith(`<div data-kakao-chat="@shop">상담</div>`, { head: LISTEN })),
    );
    await page.focus("div");
    await page.press("Enter", { repeats: 3 });
    await expectSent(standIn, { uuid: "@shop" });
    expect(await seen(page, "before")).toHaveLength(1);
  });

  test("keys in a field inside a div are the field's", async ({ page, shop, standIn }) => {
    await page.goto(
      shop.page(
        "/",
        pageWith(
          `<form action="/search"><div data-kakao-chat="@shop">상담 <input name="q"></div></form>`,
        ),
      ),
    );
    await page.focus("input");
    await page.press("Space");
    expect(await page.evaluate(() => document.querySelector("input")?.value)).toBe(" ");
    await page.press("Enter");
    await page.waitForUrl(/\/search\?q=\+$/);
    await expectNothing(page, standIn);
  });

  test("a click on the icon in a button counts", async ({ page, shop, standIn }) => {
    const icon = `<svg width="40" height="40"><g><path d="M0 0h40v40H0z"/></g></svg>`;
    await page.goto(
      shop.page(
        "/",
        pageWith(`<button data-kakao-chat="@native">${icon}</button>
          <div data-kakao-chat="@div">${icon}</div>`),
      ),
    );
    await page.click("button path");
    await standIn.arrived(1);
    await page.click("div path");
    expect(await sentFrom(standIn)).toEqual(["native", "div"]);
  });

  test("an SVG element is a button too", async ({ page, shop, standIn }) => {
    await page.goto(
      shop.page(
        "/",
        pageWith(`<svg width="90" height="40"><title>상담</title>
          <g data-kakao-chat="@shop"><rect width="90" height="40"/></g></svg>`),
      ),
    );
    await page.click("g");
    await expectSent(standIn, { uuid: "@shop" });
  });

  test("of nested buttons the innermost is meant", async ({ page, shop, standIn }) => {
    await page.goto(
      shop.page(
        "/",
        pageWith(`<div data-kakao-chat="@outer"><p>상담</p>${button("inner")}
          <div id="key" tabindex="0" data-kakao-chat="@key">상담</div></div>`),
      ),
    );
    await page.click("#inner");
    await standIn.arrived(1);
    await page.focus("#key");
    await page.press("Enter");
    expect(await sentFrom(standIn)).toEqual(["inner", "key"]);
  });

  test("the keyboard alone starts every kind of button", async ({ page, shop, standIn }) => {
    await page.goto(
      shop.page(
        "/",
        pageWith(`<input id="first">
          <button data-kakao-chat="@native">상담</button>
          <a href="/contact" data-kakao-chat="@link">상담</a>
          <div data-kakao-chat="@div">상담</div>
          <span data-kakao-chat="@span">상담</span>`),
      ),
    );
    await page.focus("#first");
    const keys = { native: "Space", link: "Enter", div: "Enter", span: "Space" } as const;
    for (const key of Object.values(keys)) {
      await page.press("Tab");
      await page.press(key);
    }
    expect(await sentFrom(standIn)).toEqual(Object.keys(keys));
  });
});

test.describe("what is the browser's", () => {
  for (const [name, click] of [
    ["Ctrl", { modifiers: ["Control"] }],
    ["Meta", { modifiers: ["Meta"] }],
    ["Shift", { modifiers: ["Shift"] }],
    ["the middle button", { button: "middle" }],
  ] as const) {
    test(`a click with ${name} on a link`, async ({ engine, page, shop, network, standIn }) => {
      test.skip(engine.name === "webkit" && name === "the middle button", "its driver has none");
      shop.page("/contact", "<!doctype html><title>contact</title>");
      await page.goto(
        shop.page("/", pageWith(`<a href="/contact" data-kakao-chat="@shop">상담하기</a>`)),
      );
      await page.click("a", {
        ...click,
        modifiers: [...("modifiers" in click ? click.modifiers : [])],
      });
      // In a tab, a window or in place: as this browser does on this system.
      await expect.poll(() => network.siteRequests.map(({ url }) => url)).toContain("/contact");
      expect(await standIn.settled()).toEqual([]);
    });
  }

  test("not a click with Ctrl on a button", async ({ page, shop, standIn }) => {
    await page.goto(shop.page("/", pageWith(button("shop"))));
    await page.click("#shop", { modifiers: ["Control"] });
    await expectSent(standIn, { uuid: "@shop" });
  });

  test("an unmarked link to Kakao is none of ours", async ({ page, shop, standIn }) => {
    await page.goto(
      shop.page("/", pageWith(`<a href="${OPEN}/@plain?extra=a">상담하기</a>`, { head: LISTEN })),
    );
    await page.click("a");
    await page.waitForUrl(/^https:\/\/bizmessage\.kakao\.com\/chat\/open\/@plain\?extra=a$/);
    expect(await page.windows()).toEqual([]);
    expect(await standIn.settled()).toHaveLength(1);
  });
});

test.describe("a disabled button", () => {
  for (const [kind, html] of [
    ["disabled", `<button id="b" disabled data-kakao-chat="@shop">상담</button>`],
    [
      "disabled, clicked on its icon",
      `<button disabled data-kakao-chat="@shop"><svg id="b" width="40" height="40"><rect width="40" height="40"/></svg></button>`,
    ],
    ["aria-disabled", `<button id="b" aria-disabled="true" data-kakao-chat="@shop">상담</button>`],
    ["in a disabled fieldset", `<fieldset disabled>${button("b")}</fieldset>`],
  ] as const) {
    test(`opens nothing while it is ${kind}, and does afterwards`, async ({
      page,
      shop,
      standIn,
    }) => {
      await page.goto(shop.page("/", pageWith(html, { head: LISTEN })));
      await page.click("#b");
      await expectNothing(page, standIn);
      expect(await seen(page)).toEqual([]);
      await page.evaluate(() => {
        for (const element of document.querySelectorAll("*")) {
          element.removeAttribute("disabled");
          element.removeAttribute("aria-disabled");
        }
      });
      await page.click("#b");
      await standIn.only();
    });
  }

  test("opens nothing where it is a div, by the mouse or by the keyboard", async ({
    page,
    shop,
    standIn,
  }) => {
    await page.goto(
      shop.page("/", pageWith(`<div aria-disabled="true" data-kakao-chat="@shop">상담</div>`)),
    );
    await page.click("div");
    await page.focus("div");
    await page.press("Enter");
    await page.press("Space");
    await expectNothing(page, standIn);
  });

  test("is not one in the legend of a disabled fieldset, as HTML has it", async ({
    page,
    shop,
    standIn,
  }) => {
    await page.goto(
      shop.page("/", pageWith(`<fieldset disabled><legend>${button("shop")}</legend></fieldset>`)),
    );
    await page.click("#shop");
    await expectSent(standIn, { uuid: "@shop" });
  });

  test("opens once its handler has enabled it, and not once it has disabled it", async ({
    page,
    shop,
    standIn,
  }) => {
    await page.goto(
      shop.page(
        "/",
        pageWith(
          button("enabled", `aria-disabled="true" onclick="this.ariaDisabled = false"`) +
            button("disabled", `onclick="this.disabled = true"`),
        ),
      ),
    );
    await page.click("#disabled");
    await page.click("#enabled");
    expect(await sentFrom(standIn)).toEqual(["enabled"]);
  });
});

test("a button in the page's own form does not submit it", async ({
  page,
  shop,
  network,
  standIn,
}) => {
  const ids = ["untyped", "submit", "input", "image"];
  await page.goto(
    shop.page(
      "/",
      pageWith(`<form action="/order" onsubmit="submitted = true"><input name="q" value="1">
        <button id="untyped" data-kakao-chat="@untyped">상담</button>
        <button type="submit" id="submit" data-kakao-chat="@submit"><b>상담</b></button>
        <input type="submit" id="input" data-kakao-chat="@input">
        <input type="image" id="image" alt="상담" data-kakao-chat="@image" style="width:90px">
      </form>`),
    ),
  );
  for (const [index, id] of ids.entries()) {
    await page.click(`#${id}`);
    await standIn.arrived(index + 1);
  }
  expect(await sentFrom(standIn)).toEqual(ids);
  expect(await page.evaluate(() => Reflect.has(window, "submitted"))).toBe(false);
  expect(network.siteRequests.map(({ url }) => url)).not.toContain("/order?q=1");
});

test.describe("a handler of the page that prevents the click", () => {
  for (const [place, attributes, script] of [
    ["on the button", `onclick="event.preventDefault()"`, ""],
    ["by its return value", `onclick="return false"`, ""],
    ["on an ancestor", "", `document.body.onclick = (e) => e.preventDefault()`],
    ["in capture", "", `document.addEventListener("click", (e) => e.preventDefault(), true)`],
    ["on the window", "", `setTimeout(() => addEventListener("click", (e) => e.preventDefault()))`],
    [
      "and stops it",
      `onclick="event.stopPropagation(); event.preventDefault(); event.stopImmediatePropagation()"`,
      "",
    ],
  ] as const) {
    test(`cancels the opening: ${place}`, async ({ page, shop, standIn }) => {
      await page.goto(
        shop.page(
          "/",
          pageWith(
            `${button("native", attributes)}<div id="div" data-kakao-chat="@div" ${attributes}>상담</div>
            <script>${script}</script>`,
            { head: LISTEN },
          ),
        ),
      );
      await page.click("#native");
      await page.focus("#div");
      await page.press("Enter");
      await expectNothing(page, standIn);
      expect(await seen(page)).toEqual([]);
    });
  }
});

/** Where a page may listen, with `stop` as the handler. */
const PLACES = {
  "on the button": `for (const b of document.querySelectorAll("[id]")) b.addEventListener("click", stop)`,
  "on an ancestor": `document.body.addEventListener("click", stop)`,
  "in capture at the document": `document.addEventListener("click", stop, true)`,
  "in capture at the window, before the script": `addEventListener("click", stop, true)`,
};

/** One button of each kind, on a page whose handler stops every click. */
function stoppingPage(stop: string, listen: string): string {
  return pageWith(`${button("native")}<div id="div" data-kakao-chat="@div">상담</div>
    <a id="link" href="/contact" data-kakao-chat="@link">상담</a>
    <script>const stop = (e) => { ${stop} }; ${listen}</script>`);
}

const STOPS = ["e.stopPropagation()", "e.stopImmediatePropagation()", "e.cancelBubble = true"];

test.describe("a handler of the page that stops the click", () => {
  for (const [place, listen] of Object.entries(PLACES)) {
    for (const stop of STOPS.slice(0, 2)) {
      // Nobody can hear of an event that a listener before one's own, on the same target, has ended.
      if (/window/.test(place) && /Immediate/.test(stop)) continue;
      test(`does not cancel the opening: ${stop} ${place}`, async ({ page, shop, standIn }) => {
        await page.goto(shop.page("/", stoppingPage(stop, listen)));
        await page.click("#native");
        await standIn.arrived(1);
        await page.focus("#div");
        await page.press("Enter");
        await standIn.arrived(2);
        await page.click("#link");
        expect(await sentFrom(standIn)).toEqual(["native", "div", "link"]);
        expect(await page.windows()).toHaveLength(3);
        expect(await page.url(), "the shop stays").toBe(shop.url("/"));
      });
    }
  }

  for (const [place, listen] of Object.entries(PLACES)) {
    test(`does not cancel the opening: e.cancelBubble = true ${place}`, async ({
      page,
      shop,
      standIn,
    }) => {
      await page.goto(shop.page("/", stoppingPage("e.cancelBubble = true", listen)));
      await page.click("#native");
      await standIn.arrived(1);
      await page.focus("#div");
      await page.press("Enter");
      expect(await sentFrom(standIn)).toEqual(["native", "div"]);
      expect(await page.windows()).toHaveLength(2);
    });
  }

  test("by e.cancelBubble = true on a marked link does not lose the shop", async ({
    page,
    shop,
    standIn,
  }) => {
    await page.goto(shop.page("/", stoppingPage("e.cancelBubble = true", PLACES["on the button"])));
    await page.click("#link");
    expect(await sentFrom(standIn)).toEqual(["link"]);
    expect(await page.windows()).toHaveLength(1);
    expect(await page.url(), "the shop stays").toBe(shop.url("/"));
  });

  test("by stopImmediatePropagation in capture at the window, after the script, neither", async ({
    page,
    shop,
    standIn,
  }) => {
    await page.goto(
      shop.page(
        "/",
        pageWith(
          `${button("native")}<a id="link" href="/contact" data-kakao-chat="@link">상담</a>
          <script type="module">
            addEventListener("click", (e) => e.stopImmediatePropagation(), true);
          </script>`,
        ),
      ),
    );
    await page.click("#native");
    await standIn.arrived(1);
    await page.click("#link");
    expect(await sentFrom(standIn)).toEqual(["native", "link"]);
    expect(await page.url()).toBe(shop.url("/"));
  });

  test("and then prevents it, cancels the opening", async ({ page, shop, standIn }) => {
    await page.goto(
      shop.page(
        "/",
        pageWith(
          STOPS.map((stop, index) =>
            button(`b${index}`, `onclick="const e = event; ${stop}; e.preventDefault()"`),
          ).join(""),
        ),
      ),
    );
    for (const index of STOPS.keys()) await page.click(`#b${index}`);
    await expectNothing(page, standIn);
  });

  test("leaves a stopped event as stopped for the page's other handlers", async ({
    page,
    shop,
    standIn,
  }) => {
    await page.goto(
      shop.page(
        "/",
        pageWith(
          `${button("shop")}<script>
            heard = [];
            shop.addEventListener("click", (e) => { heard.push("first"); e.stopImmediatePropagation(); });
            shop.addEventListener("click", () => heard.push("second"));
            addEventListener("click", () => heard.push("window"));
          </script>`,
        ),
      ),
    );
    await page.click("#shop");
    await expectSent(standIn, { uuid: "@shop" });
    expect(await page.evaluate(() => Reflect.get(window, "heard"))).toEqual(["first"]);
  });
});

test.describe("attributes", () => {
  test("that a handler has changed in this click are honoured", async ({ page, shop, standIn }) => {
    await page.goto(
      shop.page(
        "/",
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
  });

  test("changed between clicks are read again", async ({ page, shop, standIn }) => {
    await page.goto(shop.page("/", pageWith(button("shop", `data-kakao-chat-extra="one"`))));
    await page.click("#shop");
    await standIn.arrived(1);
    await page.evaluate(() => {
      const { dataset } = document.querySelector("button") as HTMLElement;
      dataset.kakaoChat = "@other";
      dataset.kakaoChatExtra = "";
      dataset.kakaoChatEvent = "시작";
    });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await page.click("#shop");
    expect((await standIn.arrived(2))[1]?.fields).toEqual([
      ["uuid", "@other"],
      ["event", "시작"],
    ]);
  });
});

test.describe("a button added later", () => {
  test("is served where it is a native one", async ({ page, shop, standIn }) => {
    await page.goto(shop.page("/", pageWith("")));
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
    test(`gets its role and tabindex at the next ${name} activity`, async ({ page, shop }) => {
      await page.goto(shop.page("/", pageWith(`<input><main></main>`)));
      await page.hover("input");
      // A pointer on its way is looked after ten times a second.
      await new Promise((resolve) => setTimeout(resolve, 120));
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
    });
  }

  test("is reached by the very next Tab", async ({ page, shop, standIn }) => {
    await page.goto(shop.page("/", pageWith(`<input><main></main><input>`)));
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

  test("is served at once where a mark is put on an element", async ({ page, shop, standIn }) => {
    await page.goto(shop.page("/", pageWith(`<div>상담</div>`)));
    await page.hover("div");
    await page.evaluate(() => document.querySelector("div")?.setAttribute("data-kakao-chat", "@a"));
    await page.click("div");
    await expectSent(standIn, { uuid: "@a" });
  });
});

/** A custom element whose open shadow root holds the content. */
function shadow(content: string, slotted = ""): string {
  return `<x-card>${slotted}</x-card><script>
    customElements.define("x-card", class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = ${JSON.stringify(content)}; }
    });
  </script>`;
}

test.describe("in an open shadow root", () => {
  test("native buttons, divs, links, slotted buttons and marked hosts start the chat", async ({
    page,
    shop,
    standIn,
  }) => {
    const content = `${button("native")}<div id="div" data-kakao-chat="@div">상담</div>
      <a id="link" href="/contact" data-kakao-chat="@link"><b>상담</b></a>
      <div data-kakao-chat="@slot"><slot></slot></div>`;
    await page.goto(
      shop.page(
        "/",
        pageWith(
          `${shadow(content, `<i id="slot">상담</i>${button("slotted")}`)}
          <x-card data-kakao-chat="@host"></x-card>`,
        ),
      ),
    );
    const ids = ["native", "div", "link", "slot", "slotted"];
    for (const [index, id] of ids.entries()) {
      await page.click(`#${id}`);
      await standIn.arrived(index + 1);
    }
    expect(await sentFrom(standIn)).toEqual(ids);
    expect(await page.url()).toBe(shop.url("/"));
  });

  test("a marked host is the button for what is in its shadow", async ({ page, shop, standIn }) => {
    await page.goto(
      shop.page(
        "/",
        pageWith(shadow("<p>상담</p>").replace("<x-card>", `<x-card data-kakao-chat="@host">`)),
      ),
    );
    await page.click("p");
    await expectSent(standIn, { uuid: "@host" });
  });

  test("a div answers Enter once the pointer or the focus has been there", async ({
    page,
    shop,
    standIn,
  }) => {
    await page.goto(
      shop.page("/", pageWith(shadow(`<input><div data-kakao-chat="@shop">상담</div>`))),
    );
    await page.focus("input");
    await page.press("Tab");
    await page.press("Enter");
    await expectSent(standIn, { uuid: "@shop" });
  });

  test("a div is reached by Tab alone", async ({ page, shop, standIn }) => {
    await page.goto(
      shop.page(
        "/",
        pageWith(`<input>${shadow(`<div data-kakao-chat="@shop">상담</div>`)}<input>`),
      ),
    );
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

  test("says in the nearest language that a window opens", async ({ page, shop }) => {
    await page.goto(
      shop.page(
        "/",
        pageWith(
          `${button("a")}
          <p lang="en-US">${button("b")}<span lang="ko-KR">${button("c")}</span></p>
          <p lang="ja">${button("d")}</p>
          <p lang="en">${button("e", `lang="ko"`)}</p>`,
          { lang: "" },
        ),
      ),
    );
    const [korean, english] = ["새 창으로 열림", "Opens in a new window"];
    await expect.poll(() => titles(page)).toEqual([korean, english, korean, english, korean]);
  });

  test("is in the page's language in a shadow root too", async ({ page, shop }) => {
    await page.goto(shop.page("/", pageWith(shadow(button("shop")), { lang: "en" })));
    await page.hover("#shop");
    expect(
      await page.evaluate(
        () => document.querySelector("x-card")?.shadowRoot?.querySelector("button")?.title,
      ),
    ).toBe("Opens in a new window");
  });

  test("stays the page's own, and is none where the text says it or no window opens", async ({
    page,
    shop,
  }) => {
    await page.goto(
      shop.page(
        "/",
        pageWith(
          `${button("a", `title="카카오톡 상담"`)}
          <button data-kakao-chat="@b">상담 (새 창)</button>
          <button data-kakao-chat="@c">Chat <small>opens in a new window</small></button>
          ${button("d", `aria-label="상담, 새창 열림"`)}
          ${button("e", `data-kakao-chat-target="self"`)}
          <button data-kakao-chat="@f"><img alt="Chat (new tab)"></button>
          ${button("last")}`,
        ),
      ),
    );
    await expect
      .poll(() => titles(page))
      .toEqual(["카카오톡 상담", null, null, null, null, null, "새 창으로 열림"]);
  });

  test.describe("in an in-app browser", () => {
    test.use({
      profile: {
        userAgent:
          "Mozilla/5.0 (Linux; Android 14; SM-S918N; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36 KAKAOTALK 10.9.5",
      },
    });
    test("is none: the same window is used", async ({ page, shop }) => {
      await page.goto(
        shop.page("/", pageWith(`<div data-kakao-chat="@a">상담</div>${button("b")}`)),
      );
      await expect
        .poll(() => page.evaluate(() => document.querySelector("div")?.getAttribute("role")))
        .toBe("button");
      expect(await titles(page)).toEqual([null, null]);
    });
  });
});

test.describe("a link to Kakao", () => {
  for (const [endpoint, href] of [
    ["open", `${OPEN}/@link?extra=a%20b&amp;bot=true&amp;event=%EC%8B%9C%EC%9E%91`],
    ["open", `${OPEN}/%40link?extra=a+b&amp;bot=true&amp;event=시작`],
    ["write", `${WRITE}?uuid=@link&amp;extra=a%20b&amp;bot=true&amp;event=시작`],
  ] as const) {
    test(`is its own configuration: ${href}`, async ({ page, shop, standIn }) => {
      await page.goto(shop.page("/", pageWith(`<a data-kakao-chat href="${href}">상담하기</a>`)));
      await page.click("a");
      const request = await standIn.only();
      expect(request.endpoint).toBe(endpoint);
      expect(request.fields).toEqual([
        ["uuid", "@link"],
        ["extra", "a b"],
        ["bot", "true"],
        ["event", "시작"],
      ]);
      expect(await page.windows()).toHaveLength(1);
      expect(await page.url()).toBe(shop.url("/"));
    });
  }

  test("is below the button's attributes and above the page's defaults", async ({
    page,
    shop,
    standIn,
  }) => {
    await page.goto(
      shop.page(
        "/",
        pageWith(
          `<a data-kakao-chat href="${OPEN}/@link?extra=link&bot=auto"
            data-kakao-chat-extra="attribute">상담하기</a>`,
          {
            head: `<script>KakaoChatDefaults = { uuid: "@default", extra: "default", bot: "true",
              event: "default", endpoint: "write" }</script>`,
          },
        ),
      ),
    );
    await page.click("a");
    const request = await standIn.only();
    expect(request.url).toBe("/chat/open/%40link?extra=attribute&bot=auto&event=default");
  });

  for (const [how, parts] of [
    [
      "the script's tag",
      { script: `<script src="/kakao-chat.js" data-links="true" defer></script>` },
    ],
    ["KakaoChatDefaults", { head: `<script>KakaoChatDefaults = { links: true }</script>` }],
    [
      "KakaoChatDefaults, as text",
      { head: `<script>KakaoChatDefaults = { links: "true" }</script>` },
    ],
  ] as const) {
    test(`is a button without any attribute with links on, by ${how}`, async ({
      page,
      shop,
      network,
      standIn,
    }) => {
      shop.page("/contact", "<!doctype html><title>contact</title>");
      await page.goto(
        shop.page(
          "/",
          pageWith(
            `<a id="one" href="${OPEN}/@open?extra=a" target="_blank">상담하기</a>
            <a id="two" href="${WRITE}?uuid=@write&extra=b">상담하기</a>
            <a id="three" href="/contact">문의</a>`,
            parts,
          ),
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
    });
  }
});
