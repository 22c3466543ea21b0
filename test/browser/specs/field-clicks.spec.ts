/** Clicks that real pages take away, take over or send in odd ways: the chat starts, or the page is told why not. */

import type { Page } from "../harness/engine";
import type { StandIn } from "../harness/network";
import {
  ACTING,
  allEnginesIf,
  BOX,
  button,
  expect,
  expectChatsAlone,
  expectNothing,
  expectSent,
  expectSentFrom,
  LATER,
  LISTEN,
  ONE_ENGINE,
  pageWith,
  SCRIPT,
  seen,
  test,
} from "../harness/pages";

// Many clicks in one page: a start of a browser takes longer than most of them.
test.describe.configure({ timeout: 90_000 });

const link = (id: string, href: string | null, attributes = "") =>
  `<a id="${id}" ${href === null ? "" : `href="${href}"`} data-kakao-chat="@${id}" ${BOX} ${attributes}>상담</a>`;
const div = (id: string, attributes = "") =>
  `<div id="${id}" data-kakao-chat="@${id}" ${BOX} ${attributes}>상담</div>`;

/** Clicks on each, and waits until its chat has arrived. */
async function clickEach(page: Page, standIn: StandIn, ids: readonly string[]): Promise<void> {
  const before = standIn.requests.length;
  for (const [index, id] of ids.entries()) {
    await page.click(`#${id}`);
    await standIn.arrived(before + index + 1);
  }
}

/** What a page that prevents a click is told: one line in the console, a problem at each click. */
async function expectPrevented(page: Page, clicks: Record<string, number>): Promise<void> {
  const problems = await seen(page, "problem");
  const codes = problems.flatMap(({ on, problems }) =>
    (problems as { code: string; level: string }[]).map(({ code, level }) => [on, level, code]),
  );
  const prevented = expect.stringMatching(/^KC5\d\d$/);
  expect(codes).toEqual(
    Object.entries(clicks).flatMap(([id, count]) => Array(count).fill([id, "error", prevented])),
  );
  const [code] = new Set(codes.map(([, , code]) => code));
  const lines = (await page.console()).filter(({ level }) => level === "error");
  expect(lines.map(({ text }) => text)).toEqual(
    Object.keys(clicks).map(() =>
      expect.stringMatching(new RegExp(`^\\[kakao-chat\\] ${code} .*kakao-chat:before`)),
    ),
  );
}

test.describe("a placeholder link that the page prevents", () => {
  const HREFS = [
    "#",
    "",
    " ",
    "#top",
    "#!/",
    "/#",
    "https://shop.test/#chat",
    "javascript:",
    "javascript:;",
    "javascript:void(0)",
    "JavaScript:void(0);",
    " javascript:void(0)",
    "java\nscript:void(0)",
    null,
  ];
  const HABITS: Record<string, string> = {
    "the document's listener": `document.addEventListener("click", (e) => e.target.closest("a") && e.preventDefault());`,
    "the document's listener in capture": `document.addEventListener("click", (e) => e.target.closest("a") && e.preventDefault(), true);`,
    "the link's own listener, which stops it too": `for (const a of document.querySelectorAll("a"))
      a.addEventListener("click", (e) => { e.preventDefault(); e.stopPropagation(); });`,
    "an inline handler": `for (const a of document.querySelectorAll("a"))
      a.setAttribute("onclick", "return false");`,
  };
  for (const [habit, script] of Object.entries(HABITS)) {
    test(
      `starts its chat all the same: ${habit}`,
      ONE_ENGINE,
      async ({ page, shop, standIn, visit }) => {
        const ids = HREFS.map((_, index) => `a${index}`);
        const links = HREFS.map((href, index) => link(`a${index}`, href));
        await visit(pageWith(`${links.join("")}<script>${script}</script>`, { head: LISTEN }));
        await clickEach(page, standIn, ids);
        await expectSentFrom(standIn, ids);
        expect(await seen(page, "problem")).toEqual([]);
        expect(await page.url()).toBe(shop.url("/"));
      },
    );
  }

  test("may be an area of an image map, or a link in a drawing", async ({
    page,
    standIn,
    visit,
  }) => {
    const body = `<img usemap="#map" width="120" height="40" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" alt="">
      <map name="map"><area id="area" shape="rect" coords="0,0,120,40" href="#" alt="상담" data-kakao-chat="@area" onclick="return false"></map>
      <svg width="60" height="40"><a id="drawn" href="#" data-kakao-chat="@drawn"><rect class="drawn" width="60" height="40"/></a></svg>
      <script>document.getElementById("drawn").onclick = (e) => e.preventDefault();</script>`;
    await visit(pageWith(body, { head: LISTEN }));
    await page.click("img", { position: { x: 20, y: 20 } });
    await standIn.arrived(1);
    await page.click(".drawn");
    await expectSentFrom(standIn, ["area", "drawn"]);
    expect(await seen(page, "problem")).toEqual([]);
  });

  test(
    "starts it by Enter and by a click on the icon in it",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const icon = `<a id="icon" href="#" data-kakao-chat="@icon"><svg width="40" height="40"><path d="M0 0h40v40H0z"/></svg></a>`;
      const prevent = `<script>document.onclick = (e) => { if (e.target.closest("a")) return false; };</script>`;
      await visit(pageWith(link("key", "#") + icon + prevent));
      await page.focus("#key");
      await page.press("Enter");
      await standIn.arrived(1);
      await page.click("path");
      await expectSentFrom(standIn, ["key", "icon"]);
    },
  );

  test("goes nowhere itself, prevented or not", async ({ page, shop, standIn, visit }) => {
    await visit(
      pageWith(
        `<p style="height:3000px"></p>${link("hash", "#")}${link("named", "#top")}${link("script", "javascript:void(ran = true)")}`,
      ),
    );
    const ids = ["hash", "named", "script"];
    await clickEach(page, standIn, ids);
    await expectSentFrom(standIn, ids);
    expect(await page.url()).toBe(shop.url("/"));
    expect(await page.evaluate(() => Reflect.has(window, "ran"))).toBe(false);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  });
});

test.describe("a click that a handler of the page prevents", () => {
  const ELEMENTS: Record<string, string> = {
    native: button("native"),
    div: div("div"),
    link: link("link", "/contact"),
    input: `<input type="button" id="input" value="chat" data-kakao-chat="@input">`,
  };
  const HOW: Record<string, string> = {
    "preventDefault()": `addEventListener("click", (e) => e.preventDefault());`,
    "preventDefault() through the prototype": `addEventListener("click", (e) => Event.prototype.preventDefault.call(e));`,
    "returnValue = false": `addEventListener("click", (e) => { e.returnValue = false; });`,
    "return false": `document.body.setAttribute("onclick", "return false");`,
    "preventDefault() and a stop": `document.body.addEventListener("click", (e) => { e.stopPropagation(); e.preventDefault(); });`,
  };
  for (const [how, script] of Object.entries(HOW)) {
    test(
      `opens nothing, and never in silence: ${how}`,
      allEnginesIf(how === "return false"),
      async ({ page, standIn, visit }) => {
        const body = Object.values(ELEMENTS).join("");
        await visit(pageWith(`${body}<script>${script}</script>`, { head: LISTEN }));
        const ids = Object.keys(ELEMENTS);
        for (const id of ids) {
          await page.click(`#${id}`);
          await page.click(`#${id}`);
        }
        await expectNothing(page, standIn);
        expect(await seen(page, "before")).toEqual([]);
        await expectPrevented(page, Object.fromEntries(ids.map((id) => [id, 2])));
      },
    );
  }

  test("by a key is said as well", ONE_ENGINE, async ({ page, standIn, visit }) => {
    const prevent = `<script>addEventListener("click", (e) => e.preventDefault());</script>`;
    await visit(pageWith(div("div") + button("native") + prevent, { head: LISTEN }));
    for (const id of ["div", "native"]) {
      await page.focus(`#${id}`);
      await page.press("Enter");
    }
    await expectNothing(page, standIn);
    await expectPrevented(page, { div: 1, native: 1 });
  });

  test(
    "cancels in silence only by kakao-chat:before",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const cancel = `<script>addEventListener("kakao-chat:before", (e) => e.preventDefault());</script>`;
      await visit(pageWith(button("native") + link("link", "#") + cancel, { head: LISTEN }));
      for (const id of ["native", "link"]) await page.click(`#${id}`);
      await expectNothing(page, standIn);
      expect(await seen(page, "problem")).toEqual([]);
      expect(await page.console()).toEqual([]);
    },
  );
});

test.describe("a script that takes over outbound links", () => {
  const TRACK = `const track = (e) => {
    const a = e.target.closest("a");
    if (!a || a.target && !/^_(self|parent|top)$/i.test(a.target) || a.host === location.host) return;
    if (e.ctrlKey || e.shiftKey || e.metaKey || e.defaultPrevented) return;
    e.preventDefault();
    setTimeout(() => { location.href = a.href; }, 150);
  };`;
  const WHERE: Record<string, string> = {
    "on the document": `document.addEventListener("click", track);`,
    "on the document in capture": `document.addEventListener("click", track, true);`,
    "on each link at DOMContentLoaded": `addEventListener("DOMContentLoaded", () => {
      for (const a of document.links) a.addEventListener("click", track);
    });`,
  };
  for (const [where, listen] of Object.entries(WHERE)) {
    test(
      `leaves a button that is a link alone: ${where}`,
      ONE_ENGINE,
      async ({ page, shop, standIn, visit }) => {
        const kakao = (id: string) => `href="https://bizmessage.kakao.com/chat/open/@${id}" ${BOX}`;
        await visit(
          pageWith(
            `<a id="marked" ${kakao("marked")} data-kakao-chat>상담</a>
          <a id="plain" ${kakao("plain")}>상담</a>
          <a id="via" href="https://other.test/" data-kakao-chat="@via" ${BOX}>상담</a>`,
            {
              head: `${LISTEN}<script>${TRACK}${listen}</script>`,
              script: `<script src="/kakao-chat.js" data-links="true" defer></script>`,
            },
          ),
        );
        const ids = ["marked", "plain", "via"];
        await clickEach(page, standIn, ids);
        await expectSentFrom(standIn, ids);
        expect(await page.url()).toBe(shop.url("/"));
        expect(await seen(page, "problem")).toEqual([]);
      },
    );
  }

  test(
    "sees target=_blank where a new window opens, and the page's own target elsewhere",
    ONE_ENGINE,
    async ({ page, visit }) => {
      await visit(
        pageWith(
          `${link("none", "/contact")}${link("own", "/contact", `target="shop"`)}
        ${link("self", "/contact", `data-kakao-chat-target="self"`)}${button("native")}${div("div")}`,
        ),
      );
      const targets = () =>
        page.evaluate(() =>
          [...document.querySelectorAll("[data-kakao-chat]")].map((e) => e.getAttribute("target")),
        );
      await page.hover("#none");
      await expect.poll(targets).toEqual(["_blank", "shop", null, null, null]);
    },
  );
});

test.describe("what the page reads of a click on a button that is a link", () => {
  test(
    "is prevented from the start, and nothing is left on the event",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const record = `<script>
      events = [];
      read = [];
      for (const type of ["click"]) for (const capture of [true, false])
        document.addEventListener(type, (e) => { events.push(e); read.push([e.target.id, capture, e.defaultPrevented]); }, capture);
    </script>`;
      await visit(pageWith(link("link", "/contact") + button("native") + record));
      await clickEach(page, standIn, ["link", "native"]);
      await expectSentFrom(standIn, ["link", "native"]);
      expect(await page.evaluate(() => Reflect.get(window, "read"))).toEqual([
        ["link", true, true],
        ["link", false, true],
        ["native", true, false],
        ["native", false, false],
      ]);
      const left = await page.evaluate(() =>
        (Reflect.get(window, "events") as Event[]).map((event) => [
          Object.getOwnPropertyNames(event).filter((name) => name !== "isTrusted"),
          Object.getOwnPropertySymbols(event).length,
          event.defaultPrevented,
        ]),
      );
      expect(left).toEqual(Array(4).fill([[], 0, true]));
    },
  );
});

test.describe("Enter in a form's field", () => {
  test("goes to the form's own button, not to a chat, though that came late or belongs by form=", async ({
    page,
    shop,
    standIn,
  }) => {
    shop.page("/search", "<!doctype html><title>search</title>");
    const forms: Record<string, string> = {
      plain: `<form action="/search"><input name="q">
        <button data-kakao-chat="@shop">상담</button><button name="go" value="1">검색</button></form>`,
      late: `<form action="/search"><input name="q"><span></span><button name="go" value="1">검색</button></form>
        <script type="module">document.querySelector("span").innerHTML = '<button data-kakao-chat="@shop">상담</button>';</script>`,
      named: `<button form="f" data-kakao-chat="@shop">상담</button>
        <form id="f" action="/search"><input name="q"><button name="go" value="1">검색</button></form>`,
    };
    for (const [name, form] of Object.entries(forms)) {
      await page.goto(shop.page(`/${name}`, pageWith(form)));
      await page.focus("input");
      await page.press("Enter");
      await page.waitForUrl(/\/search\?q=&go=1$/);
    }
    await expectNothing(page, standIn);
  });

  test("goes to a submit button that is marked as such to its form", async ({
    page,
    shop,
    standIn,
    visit,
  }) => {
    shop.page("/search", "<!doctype html><title>search</title>");
    await visit(
      pageWith(`<form action="/search"><input name="q">
        <button type="submit" id="shop" data-kakao-chat="@shop">상담</button></form>`),
    );
    await page.click("#shop");
    await expectSent(standIn, { uuid: "@shop" });
    expect(await page.url()).toBe(shop.url("/"));
    await page.focus("input");
    await page.press("Enter");
    await page.waitForUrl(/\/search\?q=$/);
    expect(await standIn.settled(1)).toHaveLength(1);
  });

  test(
    "leaves the types alone that the page has given, and buttons without a form",
    ONE_ENGINE,
    async ({ page, visit }) => {
      await visit(
        pageWith(`<form><button data-kakao-chat="@a">상담</button>
        <button type="submit" data-kakao-chat="@b">상담</button>
        <button type="" data-kakao-chat="@d">상담</button></form><button data-kakao-chat="@c">상담</button>`),
      );
      await page.hover("button");
      await expect
        .poll(() =>
          page.evaluate(() =>
            [...document.querySelectorAll("button")].map((b) => b.getAttribute("type")),
          ),
        )
        .toEqual(["button", "submit", "button", null]);
    },
  );
});

test.describe("an interactive element inside a marked one", () => {
  const INNER: Record<string, string> = {
    button: `<button type="button" class="in">닫기</button>`,
    "an icon in a button": `<button type="button"><svg class="in" width="30" height="30"><rect width="30" height="30"/></svg></button>`,
    link: `<a class="in" href="/other" onclick="event.preventDefault()" ${BOX}>링크</a>`,
    field: `<input class="in">`,
    checkbox: `<input type="checkbox" class="in">`,
    select: `<select class="in" size="2" ${BOX}><option>1</option></select>`,
    textarea: `<textarea class="in"></textarea>`,
    label: `<label class="in" ${BOX}>동의 <input type="checkbox"></label>`,
    summary: `<details><summary class="in" style="height:30px;width:120px">더보기</summary></details>`,
    tabindex: `<span class="in" tabindex="0" ${BOX}>탭</span>`,
    "role=button": `<span class="in" role="button" ${BOX}>닫기</span>`,
    "role=checkbox": `<span class="in" role="checkbox" ${BOX}>동의</span>`,
    "role=link": `<span class="in" role="link" ${BOX}>링크</span>`,
    "role=switch, of several": `<span class="in" role="switch checkbox" ${BOX}>켜기</span>`,
    contenteditable: `<span class="in" contenteditable ${BOX}>쓰기</span>`,
    "a button in a shadow root": `<x-close class="in" ${BOX}></x-close>`,
  };
  const DEFINE = `<script>
    customElements.define("x-close", class extends HTMLElement {
      constructor() {
        super();
        this.attachShadow({ mode: "open" }).innerHTML =
          '<button style="width:120px;height:30px">x</button>';
      }
    });
    clicked = [];
    addEventListener("click", (e) => {
      const case_ = e.target.closest("[data-kakao-chat]");
      if (case_ && e.target.closest(".in")) clicked.push(case_.id);
    });
  </script>`;

  test("keeps its own clicks", async ({ page, standIn, visit }) => {
    const cases = Object.values(INNER).map((inner, index) =>
      div(`c${index}`, "").replace("상담", inner),
    );
    await visit(
      pageWith(cases.join("").replaceAll('height:30px"', 'min-height:30px"'), {
        head: LISTEN + DEFINE,
      }),
    );
    for (const index of Object.keys(INNER).keys()) await page.click(`#c${index} .in`);
    await expectNothing(page, standIn);
    expect(await seen(page)).toEqual([]);
    const clicked = await page.evaluate(() => [
      ...new Set(Reflect.get(window, "clicked") as string[]),
    ]);
    expect(clicked).toEqual(Object.keys(INNER).map((_, index) => `c${index}`));
    expect(
      await page.evaluate(() => [
        document.querySelectorAll<HTMLInputElement>("input[type=checkbox].in:checked").length,
        document.querySelectorAll("details[open]").length,
      ]),
    ).toEqual([1, 1]);
  });

  test(
    "that removes the banner around it starts no chat",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const close = (how: string) =>
        `<div data-kakao-chat="@shop">상담 <button type="button" onclick="${how}">닫기</button></div>`;
      await visit(
        pageWith(
          close("event.stopPropagation();this.parentNode.remove()") +
            close("this.parentNode.remove()"),
          { head: LISTEN },
        ),
      );
      await page.click("div button");
      await page.click("div button");
      await expectNothing(page, standIn);
      expect(await seen(page)).toEqual([]);
      expect(await page.evaluate(() => document.querySelectorAll("div").length)).toBe(0);
    },
  );

  test("keeps its keys", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(
      pageWith(
        `<div data-kakao-chat="@shop"><button type="button" onclick="this.title += 1">닫기</button>
        <span id="tab" tabindex="0">탭</span></div>`,
        { head: LISTEN },
      ),
    );
    for (const selector of ["div button", "#tab"]) {
      await page.focus(selector);
      await page.press("Enter");
      await page.press("Space");
    }
    await expectNothing(page, standIn);
    expect(await page.evaluate(() => document.querySelector("button")?.title)).toBe("11");
  });

  test(
    "is the marked one's where it is a placeholder, an icon or plain text",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const inner: Record<string, string> = {
        hash: `<a href="#" class="in" ${BOX}>상담</a>`,
        script: `<a href="javascript:void(0)" class="in" ${BOX}>상담</a>`,
        bare: `<a class="in" ${BOX}>상담</a>`,
        image: `<img class="in" alt="" width="40" height="40">`,
        role: `<span class="in" role="img" ${BOX}>상담</span>`,
        text: `<b class="in" ${BOX}>상담</b>`,
      };
      const cases = Object.entries(inner).map(
        ([id, inner]) => `<div id="${id}" data-kakao-chat="@${id}">${inner}</div>`,
      );
      await visit(pageWith(cases.join("")));
      const ids = Object.keys(inner);
      for (const [index, id] of ids.entries()) {
        await page.click(`#${id} .in`);
        await standIn.arrived(index + 1);
      }
      await expectSentFrom(standIn, ids);
    },
  );
});

test.describe("what a button is made of", () => {
  test(
    "counts as the button, in whatever way it is made",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const inner = (id: string, html: string) =>
        html.replace("MARK", `id="${id}" data-kakao-chat="@${id}"`);
      const made: Record<string, string> = {
        wrapped: `<a MARK href="#"><span><button type="button" class="in">상담</button></span></a>`,
        form: `<form><a MARK href="#"><button type="button" class="in">상담</button></a></form>`,
        role: `<a MARK href="#"><span role="button" class="in" ${BOX}>상담</span></a>`,
        decorated: `<button MARK><span class="in" tabindex="-1" ${BOX}>상담</span></button>`,
        named: `<button MARK type="button"><label for="named" class="in" ${BOX}>상담</label></button>`,
      };
      const ids = Object.keys(made);
      await visit(pageWith(ids.map((id) => inner(id, made[id] ?? "")).join("")));
      for (const [index, id] of ids.entries()) {
        await page.click(`#${id} .in`);
        await standIn.arrived(index + 1);
      }
      await expectSentFrom(standIn, ids);
    },
  );

  test(
    "may be a control in its shadow tree, for a key and for a router",
    ONE_ENGINE,
    async ({ page, shop, standIn, visit }) => {
      const define = `<script>
      const define = (name, html) => customElements.define(name, class extends HTMLElement {
        constructor() { super(); this.attachShadow({ mode: "open" }).innerHTML = html; }
      });
      define("x-role", '<div role="button" tabindex="0" ${BOX}><slot></slot></div>');
      define("x-link", '<a href="/contact" ${BOX}><slot></slot></a>');
      document.addEventListener("click", (event) => {
        if (event.defaultPrevented) return;
        const link = event.composedPath().find((node) => node.matches && node.matches("a[href]"));
        if (!link) return;
        event.preventDefault();
        location.href = link.href;
      });
    </script>`;
      const body = `<x-role id="role" data-kakao-chat="@role">상담</x-role><x-link id="link" data-kakao-chat="@link">상담</x-link>`;
      await visit(pageWith(body, { head: define }));
      await page.evaluate(() =>
        document.querySelector("#role")?.shadowRoot?.querySelector("div")?.focus(),
      );
      await page.press("Enter");
      await standIn.arrived(1);
      await page.click("#link");
      await expectSentFrom(standIn, ["role", "link"]);
      expect(await page.url()).toBe(shop.url("/"));
    },
  );
});

test("a place that is not edited, in a text that is, has buttons that work", async ({
  page,
  standIn,
  visit,
}) => {
  const body = `<div contenteditable="true">쓰기 <span contenteditable="false">${button("island")}</span></div>
    <div contenteditable="FALSE">${button("upper")}</div>
    <div contenteditable="inherit">${button("invalid")}</div>
    <div contenteditable="TRUE">${button("edited")}</div>`;
  await visit(pageWith(body));
  const ids = ["island", "upper", "invalid"];
  await clickEach(page, standIn, ids);
  await page.click("#edited");
  await expectSentFrom(standIn, ids);
  await page.evaluate(() => {
    document.designMode = "on";
  });
  await page.click("#invalid");
  await expectSentFrom(standIn, ids);
});

test(
  "a summary without its details is a button for the keyboard too",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    await visit(pageWith(`<summary id="shop" data-kakao-chat="@shop" ${BOX}>상담</summary>`));
    await page.press("Tab");
    await page.press("Enter");
    await expectSent(standIn, { uuid: "@shop" });
  },
);

test("KakaoChat.open() in the button's own handler is the click's one chat", async ({
  page,
  shop,
  standIn,
  visit,
}) => {
  const call = (id: string, more = "") =>
    button(id, `onclick="KakaoChat.open({ uuid: '@${id}', extra: 'order=1' })" ${more}`);
  await visit(pageWith(call("own") + call("later"), { head: LISTEN }));
  await page.click("#own");
  await standIn.arrived(1);
  await page.evaluate(() => {
    addEventListener("kakao-chat:before", (event) => {
      (event as CustomEvent).detail.waitUntil(new Promise((resolve) => setTimeout(resolve, 200)));
    });
  });
  await page.click("#later");
  const requests = await standIn.settled(2);
  expect(requests.map(({ fields }) => fields)).toEqual(
    ["own", "later"].map((id) => [
      ["uuid", `@${id}`],
      ["extra", "order=1"],
    ]),
  );
  expect(await page.url()).toBe(shop.url("/"));
  expect(await seen(page, "blocked")).toEqual([]);
});

// Firefox runs microtasks within window.open(): the rest of the stopped click comes while its chat is starting.
test("KakaoChat.open() in a handler that stops the click for good is its one chat", async ({
  page,
  shop,
  standIn,
  visit,
}) => {
  const stopped = (id: string, call: string, more = "") =>
    button(id, `onclick="event.stopImmediatePropagation(); ${call}" ${more}`);
  const wait = `<script>addEventListener("kakao-chat:before", (event) => {
    if (event.target.id === "wait") event.detail.waitUntil(new Promise((resolve) => setTimeout(resolve, 200)));
  })</script>`;
  const body = [
    stopped("get", "KakaoChat.open(this)"),
    stopped("post", "KakaoChat.open(this)", `data-kakao-chat-method="post"`),
    stopped("reuse", "KakaoChat.open(this)", `data-kakao-chat-reuse="true"`),
    stopped("wait", "KakaoChat.open(this)"),
    stopped("options", "KakaoChat.open({ uuid: '@options' })"),
    stopped("again", "if (event.isTrusted) this.click()"),
    button("later"),
    `<b id="promise" onclick="Promise.resolve().then(() => KakaoChat.open(later)); later.click()">상담</b>`,
  ].join("");
  await visit(pageWith(body, { head: wait + LISTEN }));
  await clickEach(page, standIn, ["get", "post", "reuse", "wait", "options", "again", "promise"]);
  await expectSentFrom(standIn, ["get", "post", "reuse", "wait", "options", "again", "later"]);
  expect(await page.url()).toBe(shop.url("/"));
  expect(await seen(page, "blocked")).toEqual([]);
});

test(
  "the module's open() in a marked button's handler is the click's one chat, beside the script's tag",
  ONE_ENGINE,
  async ({ page, shop, standIn, visit }) => {
    const call = `<script type="module">
    import { open } from "/kakao-chat.mjs";
    for (const button of document.querySelectorAll("button"))
      button.addEventListener("click", (event) => open(event.currentTarget));
  </script>`;
    await visit(pageWith(button("get") + button("post", `data-kakao-chat-method="post"`) + call));
    await clickEach(page, standIn, ["get", "post"]);
    await expectSentFrom(standIn, ["get", "post"]);
    expect(await page.url()).toBe(shop.url("/"));
  },
);

test(
  "a button that its handler moves into a frame is still heard of in its page",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const move = `onclick="frames[0].document.body.append(this)"`;
    await visit(
      pageWith(`<iframe srcdoc="<p>frame"></iframe>${button("shop", move)}`, { head: LISTEN }),
    );
    await page.click("#shop");
    await expectSent(standIn, { uuid: "@shop" });
    expect((await seen(page)).map(({ name, on }) => [name, on])).toEqual([
      ["before", "#document"],
      ["open", "#document"],
    ]);
  },
);

test.describe("a click by script", () => {
  test("on a link whose handler stops it starts the chat alone", async ({
    engine,
    page,
    network,
    shop,
    standIn,
    visit,
  }) => {
    const clicks: Record<string, string> = {
      click: "l.click()",
      later: "setTimeout(() => l.click())",
      bubbling: `l.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))`,
      still: `l.dispatchEvent(new MouseEvent("click", { cancelable: true }))`,
      old: `const e = document.createEvent("MouseEvents"); e.initMouseEvent("click", true, true, window, 1, 0, 0, 0, 0, false, false, false, false, 0, null); l.dispatchEvent(e)`,
    };
    const stops: Record<string, string> = {
      stop: "event.stopPropagation()",
      immediate: "event.stopImmediatePropagation()",
      bubble: "event.cancelBubble = true",
      none: "",
    };
    // In the other engines each click once, and each way to stop it.
    const isEnough = (click: string, stop: string) =>
      engine.name === "chromium" || click === "click" || stop === "stop";
    const cases = Object.entries(clicks).flatMap(([click, code]) =>
      Object.entries(stops)
        .filter(([stop]) => isEnough(click, stop))
        .map(([stop, act]) => ({ id: `${click}-${stop}`, code, act })),
    );
    const body = cases.map(
      ({ id, code, act }) =>
        `<button id="on-${id}">${id}</button>${link(id, "/contact", `onclick="${act}"`)}
        <script>document.getElementById("on-${id}").onclick = () => { const l = document.getElementById("${id}"); ${code} };</script>`,
    );
    await visit(pageWith(body.join("")));
    for (const [index, { id }] of cases.entries()) {
      await page.click(`#on-${id}`);
      await standIn.arrived(index + 1);
    }
    await expectSentFrom(
      standIn,
      cases.map(({ id }) => id),
    );
    expect(await page.url()).toBe(shop.url("/"));
    expect(network.siteRequests.map(({ url }) => url)).not.toContain("/contact");
  });

  test(
    "that does not bubble starts the chat, at this click",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const body = ["native", "div"].map((id) => (id === "div" ? div(id) : button(id)));
      await visit(
        pageWith(`${body.join("")}<button id="go">go</button><script>
        const dispatch = (id, init) => document.getElementById(id).dispatchEvent(new MouseEvent("click", init));
        go.onclick = () => dispatch(go.dataset.id, {});
      </script>`),
      );
      for (const [index, id] of ["native", "div"].entries()) {
        await page.evaluate((id) => {
          (document.querySelector("#go") as HTMLElement).dataset.id = id;
        }, id);
        await page.click("#go");
        await standIn.arrived(index + 1);
      }
      await expectSentFrom(standIn, ["native", "div"]);
    },
  );
});

test.describe("a click stopped through the prototype", () => {
  const STOPS: Record<string, string> = {
    stopPropagation: "Event.prototype.stopPropagation.call(e)",
    stopImmediatePropagation: "Event.prototype.stopImmediatePropagation.call(e)",
    cancelBubble: `Object.getOwnPropertyDescriptor(Event.prototype, "cancelBubble").set.call(e, true)`,
  };
  const PLACES: Record<string, string> = {
    own: `place.firstElementChild.addEventListener("click", act);`,
    parent: `place.addEventListener("click", act);`,
    parentCapture: `place.addEventListener("click", act, true);`,
    document: `document.addEventListener("click", (e) => place.contains(e.target) && act(e));`,
    documentCapture: `document.addEventListener("click", (e) => place.contains(e.target) && act(e), true);`,
  };
  for (const [name, stop] of Object.entries(STOPS)) {
    test(
      `starts the chat, at this click: ${name}`,
      allEnginesIf(name === "cancelBubble"),
      async ({ engine, page, shop, standIn, visit }) => {
        const kinds: Record<string, (id: string) => string> = {
          native: button,
          div,
          // A link that is stopped so for its later listeners too cannot be helped.
          ...(name !== "stopImmediatePropagation" && {
            link: (id: string) => link(id, "/contact"),
          }),
        };
        // In the other engines each place once, and each kind.
        const isEnough = (place: string, kind: string) =>
          engine.name === "chromium" || place === "own" || kind === "link";
        const cases = Object.entries(PLACES).flatMap(([place, listen]) =>
          Object.entries(kinds)
            .filter(([kind]) => isEnough(place, kind))
            .map(([kind, make]) => ({ id: `${place}-${kind}`, listen, make })),
        );
        const body = cases.map(
          ({ id, listen, make }) => `<section id="p-${id}">${make(id)}</section><script>{
          const place = document.getElementById("p-${id}");
          const act = (e) => { ${stop}; };
          ${listen}
        }</script>`,
        );
        await visit(pageWith(body.join("")));
        const ids = cases.map(({ id }) => id);
        await clickEach(page, standIn, ids);
        await expectSentFrom(standIn, ids);
        expect(await page.url()).toBe(shop.url("/"));
      },
    );
  }
});

test(
  "a handler that stops the click hides no later handler of the same element",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const STOPS = {
      own: "e.stopPropagation()",
      bubble: "e.cancelBubble = true",
      prototype: "Event.prototype.stopPropagation.call(e)",
    };
    const cases = Object.entries(STOPS).flatMap(([stop, act]) =>
      ["own", "parent"].map((on) => ({ id: `${stop}-${on}`, act, on })),
    );
    const body = (prefix: string, then: string) =>
      cases.map(
        ({ id, act, on }) => `<p id="p-${prefix}-${id}">${button(`${prefix}-${id}`)}</p><script>{
        const place = document.getElementById("${on === "own" ? "" : "p-"}${prefix}-${id}");
        const chat = document.getElementById("${prefix}-${id}");
        place.addEventListener("click", (e) => { ${act}; });
        place.addEventListener("click", (e) => { ${then}; });
      }</script>`,
      );
    await visit(
      pageWith(
        [
          ...body("prevent", "e.preventDefault()"),
          ...body("change", `chat.dataset.kakaoChatExtra = "changed"`),
        ].join(""),
        { head: LISTEN },
      ),
    );
    for (const { id } of cases) await page.click(`#prevent-${id}`);
    await expectNothing(page, standIn);
    await expectPrevented(page, Object.fromEntries(cases.map(({ id }) => [`prevent-${id}`, 1])));
    await clickEach(
      page,
      standIn,
      cases.map(({ id }) => `change-${id}`),
    );
    expect((await standIn.settled()).map(({ fields }) => fields)).toEqual(
      cases.map(({ id }) => [
        ["uuid", `@change-${id}`],
        ["extra", "changed"],
      ]),
    );
  },
);

test.describe("the mark", () => {
  test(
    `"false" is no button, "true" is the page's channel`,
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(
          `<div id="no" data-kakao-chat="false" ${BOX}>상담</div><button id="none" data-kakao-chat="false">상담</button>
        <div id="yes" data-kakao-chat="true" ${BOX}>상담</div>`,
          { head: LISTEN, script: `<script src="/kakao-chat.js" data-uuid="@tag" defer></script>` },
        ),
      );
      await page.click("#no");
      await page.click("#none");
      await page.click("#yes");
      await expectSent(standIn, { uuid: "@tag" });
      expect(await seen(page, "problem")).toEqual([]);
      expect(
        await page.evaluate(() => document.querySelector("#no")?.getAttributeNames()),
      ).not.toContain("role");
    },
  );

  test(
    "on the script's own tag makes no button of it, and its defaults count",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const script = `<script src="/kakao-chat.js" data-kakao-chat data-uuid="@tag" data-extra="of the tag" defer></script>`;
      await visit(pageWith(`<button data-kakao-chat>상담</button>`, { script, head: LISTEN }));
      await page.click("button");
      await expectSent(standIn, { uuid: "@tag", extra: "of the tag" });
      expect(await page.console()).toEqual([]);
      expect(await seen(page, "problem")).toEqual([]);
      const names = await page.evaluate(() =>
        document.querySelector("script[data-kakao-chat]")?.getAttributeNames(),
      );
      expect(names).toEqual(["src", "data-kakao-chat", "data-uuid", "data-extra", "defer"]);
    },
  );
});

test(
  "a clock that is set back an hour holds no click back",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const clock = `<script>
    shift = 0;
    for (const clock of [Date, performance]) {
      const now = clock.now.bind(clock);
      clock.now = () => now() - shift;
    }
    Date = new Proxy(Date, { construct: (D, args) => args.length ? new D(...args) : new D(D.now()) });
  </script>`;
    await visit(pageWith(button("shop"), { head: clock }));
    await page.click("#shop");
    await standIn.arrived(1);
    await page.evaluate(() => Reflect.set(window, "shift", 3_600_000));
    await new Promise((resolve) => setTimeout(resolve, LATER));
    await page.click("#shop");
    await expectSentFrom(standIn, ["shop", "shop"]);
  },
);

test.describe("elements of another document", () => {
  test("that were moved into the page are buttons like others", async ({
    page,
    standIn,
    visit,
  }) => {
    const fill = `<script>
      const frame = document.createElement("iframe");
      document.body.append(frame);
      const other = frame.contentDocument;
      const parsed = new DOMParser().parseFromString("<i></i>", "text/html");
      for (const [name, source] of [["frame", other], ["parsed", parsed]]) {
        for (const kind of ["button", "div", "a"]) {
          const element = source.createElement(kind);
          element.id = name + "-" + kind;
          element.dataset.kakaoChat = "@" + element.id;
          if (kind === "a") element.href = "/contact";
          element.style.cssText = "display:inline-block;width:120px;height:30px";
          element.innerHTML = "<b>chat</b>";
          document.body.append(element);
        }
      }
      frame.remove();
    </script>`;
    await visit(pageWith(fill, { head: LISTEN }));
    const ids = ["frame", "parsed"].flatMap((name) =>
      ["button", "div", "a"].map((kind) => `${name}-${kind}`),
    );
    await clickEach(page, standIn, ids);
    await expectSentFrom(standIn, ids);
    expect(await seen(page, "problem")).toEqual([]);
    expect(
      await page.evaluate(() => document.querySelector("#frame-div")?.getAttribute("role")),
    ).toBe("button");
  });

  test(
    "a page's own class Element takes no button away",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      const head = `${LISTEN}<script>
      class Element {}
      class HTMLElement {}
      class Node {}
      class Event {}
      class MouseEvent {}
      class CustomEvent {}
      class KeyboardEvent {}
      class ShadowRoot {}
    </script>`;
      await visit(pageWith(button("native") + div("div") + link("link", "/contact"), { head }));
      await clickEach(page, standIn, ["native", "div", "link"]);
      await page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), LATER);
      await page.focus("#div");
      await page.press("Enter");
      await expectSentFrom(standIn, ["native", "div", "link", "div"]);
      expect(await seen(page, "problem")).toEqual([]);
      expect(await seen(page, "open")).toHaveLength(4);
    },
  );
});

test.describe("keys", () => {
  test("Alt+Space on a marked div is the window manager's", async ({ page, standIn, visit }) => {
    await visit(pageWith(div("div"), { head: LISTEN }));
    await page.focus("#div");
    await page.press("Space", { modifiers: ["Alt"] });
    await expectNothing(page, standIn);
    expect(await seen(page)).toEqual([]);
  });

  test("Enter held where the window is blocked, and that is prevented, is one event", async ({
    engine,
    page,
    shop,
    standIn,
    visit,
  }) => {
    test.skip(engine.name === "webkit", "its driver cannot hold a key until it repeats");
    const prevent = `<script>addEventListener("kakao-chat:blocked", (e) => e.preventDefault());</script>`;
    shop.page("/frame", pageWith(div("div") + button("native"), { head: LISTEN + prevent }));
    await visit(
      `<!doctype html><iframe sandbox="allow-scripts allow-same-origin" src="/frame" width="600" height="300"></iframe>`,
    );
    const frame = await page.frame("iframe");
    for (const id of ["div", "native"]) {
      await frame.focus(`#${id}`);
      await page.press("Enter", { repeats: 5 });
    }
    await expectNothing(page, standIn);
    const blocked = await frame.evaluate(() =>
      (Reflect.get(window, "seen") as { name: string; on: string }[])
        .filter(({ name }) => name === "blocked")
        .map(({ on }) => on),
    );
    expect(blocked.filter((on) => on === "div")).toHaveLength(1);
    expect(blocked.filter((on) => on === "native")).toHaveLength(1);
  });
});

test.describe("a page written anew by document.open()", () => {
  for (const [name, script] of Object.entries({
    deferred: SCRIPT,
    "at once": `<script src="/kakao-chat.js"></script>`,
  })) {
    test(
      `has working buttons, and the second copy's API: ${name}`,
      allEnginesIf(name === "deferred"),
      async ({ page, standIn, visit }) => {
        await visit(pageWith(button("old"), { script }));
        await page.click("#old");
        await standIn.arrived(1);
        await page.evaluate(
          (html) => {
            Reflect.set(window, "first", window.KakaoChat);
            document.open();
            document.write(html);
            document.close();
          },
          script + button("native") + div("div"),
        );
        await expect
          .poll(() => page.evaluate(() => window.KakaoChat === Reflect.get(window, "first")))
          .toBe(false);
        await clickEach(page, standIn, ["native"]);
        await page.focus("#div");
        await page.press("Enter");
        await expectSentFrom(standIn, ["old", "native", "div"]);
      },
    );
  }

  test("several times, and a frame that is written twice", async ({ page, standIn, visit }) => {
    await visit(pageWith(`<iframe width="500" height="200"></iframe>`));
    await page.evaluate(
      ({ script, first, second }) => {
        const write = (document: Document, html: string) => {
          document.open();
          document.write(script + html);
          document.close();
        };
        const inner = document.querySelector("iframe")?.contentDocument as Document;
        write(inner, first);
        return new Promise((resolve) =>
          setTimeout(() => {
            write(inner, second);
            setTimeout(resolve, 300);
          }, 300),
        );
      },
      {
        script: `<script src="https://shop.test/kakao-chat.js"></script>`,
        first: button("first"),
        second: button("second"),
      },
    );
    const frame = await page.frame("iframe");
    await frame.click("#second");
    await standIn.arrived(1);
    for (const id of ["third", "fourth"]) {
      await page.evaluate((html) => {
        document.open();
        document.write(html);
        document.close();
      }, SCRIPT + button(id));
      // The script is there when it has prepared the button.
      await expect
        .poll(() => page.evaluate((id) => document.getElementById(id)?.title, id))
        .toBe("새 창으로 열림");
      await page.click(`#${id}`);
      await standIn.arrived(id === "third" ? 2 : 3);
    }
    await expectSentFrom(standIn, ["second", "third", "fourth"]);
  });
});

test(
  "a script loaded twice serves once, and the first one stays",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const twice = `${SCRIPT}<script defer src="/kakao-chat.js?2" onload="second = KakaoChat"></script>`;
    const between = `<script defer src="data:text/javascript,first=KakaoChat"></script>`;
    await visit(pageWith(button("shop"), { script: SCRIPT + between + twice }));
    await page.click("#shop");
    await expectSentFrom(standIn, ["shop"]);
    expect(await page.evaluate(() => Reflect.get(window, "first") === window.KakaoChat)).toBe(true);
  },
);

test.describe("no second tab stop", () => {
  /** A custom element that is a button of its own, and hands the focus on to it. */
  const DEFINE = `<script>
    customElements.define("x-button", class extends HTMLElement {
      constructor() {
        super();
        this.attachShadow({ mode: "open", delegatesFocus: true }).innerHTML =
          '<button style="width:120px;height:30px"><slot></slot></button>';
      }
    });
  </script>`;

  test(
    "on what holds a control, delegates focus, or is native",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(
          `<x-button id="custom" data-kakao-chat="@custom">상담</x-button>
        <li id="li" data-kakao-chat="@li"><a href="#" ${BOX}>상담</a></li>
        <p id="holds" data-kakao-chat="@holds">상담 <input></p>
        <details><summary id="summary" data-kakao-chat="@summary" style="width:120px;height:30px">상담</summary></details>
        <img usemap="#map" width="120" height="40" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" alt="">
        <map name="map"><area id="area" shape="rect" coords="0,0,120,40" href="/contact" alt="상담" data-kakao-chat="@area"></map>
        <div id="plain" data-kakao-chat="@plain">상담</div>`,
          { head: DEFINE },
        ),
      );
      await page.hover("#plain");
      const added = () =>
        page.evaluate(() =>
          [...document.querySelectorAll("[data-kakao-chat]")].map((element) => [
            element.id,
            element.getAttribute("role"),
            element.getAttribute("tabindex"),
          ]),
        );
      await expect.poll(async () => (await added()).at(-1)).toEqual(["plain", "button", "0"]);
      expect(await added()).toEqual([
        ["custom", null, null],
        ["li", null, null],
        ["holds", null, null],
        ["summary", null, null],
        ["area", null, null],
        ["plain", "button", "0"],
      ]);
      await page.click("#li a");
      await standIn.arrived(1);
      await page.click("#summary");
      await standIn.arrived(2);
      await page.click("img", { position: { x: 20, y: 20 } });
      await expectSentFrom(standIn, ["li", "summary", "area"]);
    },
  );

  test("and a custom element that delegates focus starts its chat by mouse and key", async ({
    page,
    standIn,
    visit,
  }) => {
    await visit(
      pageWith(
        `<x-button id="mouse" data-kakao-chat="@mouse">상담</x-button><x-button id="key" data-kakao-chat="@key">상담</x-button>`,
        { head: DEFINE },
      ),
    );
    await page.evaluate(() => document.querySelector<HTMLElement>("#key")?.focus());
    // Before the mouse: once a popup has been opened, Enter under Firefox's driver makes no clicks any more.
    await page.press("Enter");
    await standIn.arrived(1);
    await page.click("#mouse");
    await expectSentFrom(standIn, ["key", "mouse"]);
  });
});

test("a click that cannot be cancelled does nothing but start the chat", async ({
  network,
  page,
  standIn,
  visit,
}) => {
  const press = (id: string) =>
    `<button type="button" id="press-${id}" onclick='document.getElementById("${id}").dispatchEvent(new MouseEvent("click", { bubbles: true }))'>x</button>`;
  await visit(pageWith(Object.values(ACTING).join("") + Object.keys(ACTING).map(press).join("")));
  await expectChatsAlone({ network, page, standIn }, (id) => page.click(`#press-${id}`));
});

test(
  "a chat that the button's own handler starts is no click that was kept from one",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const own = button("own", `onclick="KakaoChat.open(this); return false"`);
    await visit(pageWith(own, { head: LISTEN }));
    await page.click("#own");
    await expectSent(standIn, { uuid: "@own" });
    expect(await seen(page, "problem")).toEqual([]);
  },
);

test(
  "a handler of the page's keys that keeps Enter from a button is not silent",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const head = `${LISTEN}<script>document.onkeydown = (e) => e.keyCode !== 13;</script>`;
    const handled = `<div id="handled" tabindex="0" data-kakao-chat="@handled" onkeydown="this.click()">a</div>`;
    await visit(
      pageWith(`<div id="a" tabindex="0" data-kakao-chat="@a">a</div>${handled}`, { head }),
    );
    await page.focus("#a");
    await page.press("Enter");
    // As the key ends: until then the page may make the click itself.
    await expect
      .poll(async () => (await seen(page, "problem")).map(({ on, problems }) => [on, problems]))
      .toEqual([["a", [expect.objectContaining({ code: "KC501" })]]]);
    await page.focus("#handled");
    await page.press("Enter");
    await expectSent(standIn, { uuid: "@handled" });
    expect(await seen(page, "problem")).toHaveLength(1);
  },
);

test("a button that is no form's default one is clicked though a field has the focus", async ({
  page,
  standIn,
  visit,
}) => {
  const html = `<form action="/search"><input id="q"><label id="label" for="b" onmousedown="return false">상담</label>
    <input type="button" id="b" value="a" data-kakao-chat="@b"></form>`;
  await visit(pageWith(html));
  await page.focus("#q");
  await page.click("#label", { position: { x: 5, y: 5 } });
  await expectSent(standIn, { uuid: "@b" });
});

test(
  "an element that Vue writes as not disabled is a button",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    await visit(pageWith(`<a href="#" id="a" disabled="false" data-kakao-chat="@a">상담</a>`));
    await page.click("#a");
    await expectSent(standIn, { uuid: "@a" });
  },
);

test("a window is no options", ONE_ENGINE, async ({ page, standIn, visit }) => {
  const head = `${LISTEN}<script>var extra = "of the page"; function chat() { KakaoChat.open(this); }</script>`;
  const script = `<script src="/kakao-chat.js" defer data-uuid="@page"></script>`;
  await visit(pageWith(`<button id="a" onclick="chat()">a</button>`, { head, script }));
  await page.click("#a");
  await expectSent(standIn, { uuid: "@page" });
  expect(await seen(page, "problem")).toEqual([]);
});

test(
  "options with a name of the window's or an event's are options all the same, and a symbol is no text",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const CALLS = [
      `{ uuid: "@window", extra: "a", window: "tab" }`,
      `{ uuid: "@prevent", extra: "a", preventDefault: true }`,
      `{ uuid: "@symbol", extra: Symbol("y") }`,
    ];
    const calls = CALLS.map(
      (call, at) => `<button id="c${at}" onclick='KakaoChat.open(${call})'>a</button>`,
    );
    await visit(pageWith(calls.join(""), { head: LISTEN }));
    for (const at of CALLS.keys()) {
      await page.click(`#c${at}`);
      await standIn.arrived(at + 1);
    }
    const sent = (await standIn.settled(3)).map(({ fields }) => fields.map(([, value]) => value));
    expect(sent).toEqual([["@window", "a"], ["@prevent", "a"], ["@symbol"]]);
    const told = (await seen(page, "problem")).flatMap(
      ({ problems }) => problems as { code: string; field?: string }[],
    );
    expect(told.map(({ code, field }) => [code, field])).toEqual([
      ["KC314", "window"],
      ["KC314", "preventDefault"],
      ["KC315", "extra"],
    ]);
  },
);

test(
  "a setting of the script's tag that is named as a button's own is told",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const script = `<script src="/kakao-chat.js" data-kakao-chat-privacy="omit" defer></script>`;
    await visit(pageWith(button("a"), { head: LISTEN, script }));
    await page.click("#a");
    await expectSent(standIn, { uuid: "@a" });
    const told = (await seen(page, "problem")).flatMap(
      ({ problems }) => problems as { code: string; field?: string }[],
    );
    expect(told).toEqual([
      expect.objectContaining({ code: "KC314", field: "data-kakao-chat-privacy" }),
    ]);
  },
);
