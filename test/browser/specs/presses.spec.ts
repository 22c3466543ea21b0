/** Clicks that are made of a press elsewhere, end a drag, or come of a field. */

import {
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
  seen,
  test,
} from "../harness/pages";

const BOX = `style="display:inline-block;width:240px;height:40px"`;

test("a press in a control of a banner, let go beside it, is no click on the banner", async ({
  page,
  standIn,
  visit,
}) => {
  const inner = [
    `<button type="button" class="in">닫기</button>`,
    `<a href="/contact" draggable="false" class="in">문의</a>`,
    `<input class="in" size="4">`,
  ];
  const banners = inner.map(
    (html, index) =>
      `<div id="d${index}" data-kakao-chat="@d${index}" ${BOX}>${html} <span class="text">상담</span></div>`,
  );
  await visit(pageWith(banners.join(""), { head: LISTEN }));
  for (const index of inner.keys()) await page.drag(`#d${index} .in`, `#d${index} .text`);
  await expectNothing(page, standIn);
  expect(await seen(page)).toEqual([]);
  await page.click("#d0 .text");
  await expectSentFrom(standIn, ["d0"]);
});

test("a swipe whose click the carousel refuses starts no chat, and is no mistake of the page's", async ({
  page,
  standIn,
  visit,
}) => {
  // As Swiper and slick do it: a click after a drag is prevented and stopped, in the capture phase.
  const carousel = `<script>
    addEventListener("DOMContentLoaded", () => {
      const slider = document.querySelector("#slider");
      let from = 0;
      slider.addEventListener("pointerdown", (e) => { from = e.clientX; });
      slider.addEventListener("click", (e) => {
        if (Math.abs(e.clientX - from) < 5) return;
        e.preventDefault();
        e.stopPropagation();
        e.stopImmediatePropagation();
      }, true);
    });
  </script>`;
  const slide = (id: string, href: string) =>
    `<a id="${id}" href="${href}" draggable="false" data-kakao-chat="@${id}" ${BOX}><span class="from">a</span> <span class="to">b</span></a>`;
  await visit(
    pageWith(`<div id="slider">${slide("empty", "#")}${slide("full", "/contact")}</div>`, {
      head: LISTEN + carousel,
    }),
  );
  for (const id of ["empty", "full"]) await page.drag(`#${id} .from`, `#${id} .to`);
  await expectNothing(page, standIn);
  expect(await seen(page)).toEqual([]);
  expect(await page.console()).toEqual([]);
  for (const [index, id] of ["empty", "full"].entries()) {
    await page.click(`#${id} .to`);
    await standIn.arrived(index + 1);
  }
  await expectSentFrom(standIn, ["empty", "full"]);
});

test("Enter in a field sends the form, also where a marked input comes first", async ({
  page,
  standIn,
  visit,
}) => {
  await visit(
    pageWith(
      `<form action="/contact"><input id="q" name="q"><input type="submit" id="in" data-kakao-chat="@in" value="상담">
        <input type="submit" value="찾기"></form>`,
    ),
  );
  await page.evaluate(() =>
    document.querySelector("form")?.addEventListener("submit", (e) => {
      e.preventDefault();
      Reflect.set(window, "isSent", true);
    }),
  );
  await page.focus("#q");
  await page.press("Enter");
  await expectNothing(page, standIn);
  expect(await page.evaluate(() => Reflect.get(window, "isSent"))).toBe(true);
  await page.click("#in");
  await expectSentFrom(standIn, ["in"]);
});

test("Enter in a field of a shadow tree sends the form", async ({ page, standIn, visit }) => {
  const SHADOW = `<script>
    addEventListener("DOMContentLoaded", () => {
      const root = document.querySelector("#host").attachShadow({ mode: "open" });
      root.innerHTML = '<form action="/contact"><input name="q"><button type="submit" data-kakao-chat="@in">상담</button></form>';
      root.querySelector("form").addEventListener("submit", (e) => { e.preventDefault(); isSent = true; });
      root.querySelector("input").focus();
    });
  </script>`;
  await visit(pageWith(`<div id="host"></div>`, { head: SHADOW }));
  await page.evaluate(() => {
    document.querySelector("#host")?.shadowRoot?.querySelector("input")?.focus();
  });
  await page.press("Enter");
  await expectNothing(page, standIn);
  expect(await page.evaluate(() => Reflect.get(window, "isSent"))).toBe(true);
});

test("a control of a banner that goes as it is pressed is not the banner", async ({
  page,
  standIn,
  visit,
}) => {
  const banners = ["pointerdown", "mousedown"].map(
    (type) =>
      `<div id="${type}" data-kakao-chat="@${type}" ${BOX}><button type="button" on${type}="this.remove()" ${BOX}>닫기</button></div>`,
  );
  await visit(pageWith(banners.join(""), { head: LISTEN }));
  for (const id of ["pointerdown", "mousedown"]) await page.click(`#${id} button`);
  await expectNothing(page, standIn);
  await page.click("#mousedown");
  await expectSentFrom(standIn, ["mousedown"]);
});

test("a button that is all of a marked link is the link", async ({ page, standIn, visit }) => {
  await visit(
    pageWith(
      `<a id="shop" href="#" data-kakao-chat="@shop"><button type="button" id="in">상담</button></a>
      <a href="#" data-kakao-chat="@more"><b>상담</b> <button type="button" id="close">닫기</button></a>
      <div data-kakao-chat="@label"><label id="label">카톡 상담</label></div>`,
    ),
  );
  await page.click("#in");
  await standIn.arrived(1);
  await page.click("#label");
  await expectSentFrom(standIn, ["shop", "label"]);
});

test("a link in a text that is being written is none of ours", async ({ page, standIn, visit }) => {
  await visit(
    pageWith(
      `<div contenteditable><p>상담은 <a id="in" href="/contact" data-kakao-chat="@in" ${BOX}>여기</a></p></div>`,
      { head: LISTEN },
    ),
  );
  await page.click("#in");
  await expectNothing(page, standIn);
  expect(await seen(page)).toEqual([]);
});

test("a link of an old drawing leads where its address says", async ({ page, standIn, visit }) => {
  const drawing = (id: string, attributes: string) =>
    `<svg width="120" height="40" xmlns:xlink="http://www.w3.org/1999/xlink"><a id="${id}" ${attributes}><rect width="120" height="40"/></a></svg>`;
  await visit(
    pageWith(
      `${drawing("kakao", `xlink:href="${OPEN}/@kakao?extra=svg" data-kakao-chat`)}
      ${drawing("prevented", `xlink:href="/contact" data-kakao-chat="@prevented" onclick="event.preventDefault()"`)}`,
      { head: LISTEN },
    ),
  );
  await page.click("#prevented rect");
  expect((await seen(page, "problem")).map(({ on }) => on)).toEqual(["prevented"]);
  await page.click("#kakao rect");
  await expectSent(standIn, { uuid: "@kakao", extra: "svg" });
});

test("a link that leads elsewhere leads there where no id is said", async ({
  network,
  page,
  standIn,
  visit,
}) => {
  const link = (id: string, href: string, attributes = "") =>
    `<a id="${id}" href="${href}" data-kakao-chat${attributes} ${BOX}>상담</a>`;
  const count = ` onmousedown="this.href = '/out?to=' + encodeURIComponent(this.href)"`;
  await visit(
    pageWith(
      link("said", "https://pf.kakao.com/_said/chat", '="@said"') +
        link("prevented", "/contact", ' onclick="return false"') +
        link("wrong", `${OPEN}/@_x`) +
        link("nowhere", "#") +
        link("channel", "https://pf.kakao.com/_channel/chat") +
        link("page", "/contact") +
        link("counted", `${OPEN}/@counted`, count),
      { head: LISTEN },
    ),
  );
  await page.click("#said");
  await expectSentFrom(standIn, ["said"]);
  for (const id of ["prevented", "wrong", "nowhere"]) await page.click(`#${id}`);
  expect(await page.windows()).toHaveLength(1);
  for (const [index, id] of ["channel", "page", "counted"].entries()) {
    await page.click(`#${id}`);
    await page.waitForWindows(2 + index);
  }
  expect(await page.url()).toMatch(/^https:\/\/shop\.test\/$/);
  await expect.poll(() => network.refused.join()).toContain("pf.kakao.com");
  const asked = () => network.siteRequests.map(({ url }) => url);
  await expect.poll(asked).toContain("/contact");
  await expect.poll(asked).toContain(`/out?to=${encodeURIComponent(`${OPEN}/@counted`)}`);
  await expectSentFrom(standIn, ["said"]);
  const told = await seen(page, "problem");
  const codes = (problems: unknown) => (problems as { code: string }[]).map(({ code }) => code);
  expect(told.map(({ on, problems }) => [on, codes(problems)])).toEqual([
    ["prevented", ["KC501"]],
    ["wrong", ["KC106"]],
    ["nowhere", ["KC101"]],
    ["channel", ["KC103"]],
    ["page", ["KC101"]],
    ["counted", ["KC101"]],
  ]);
});

test("what a morph takes away comes back", ONE_ENGINE, async ({ page, standIn, visit }) => {
  await visit(
    pageWith(`<div id="shop" data-kakao-chat="@shop" ${BOX}>상담</div>${button("other")}`),
  );
  await expect
    .poll(() => page.evaluate(() => document.querySelector("#shop")?.getAttribute("tabindex")))
    .toBe("0");
  await page.evaluate(() => {
    for (const name of ["tabindex", "role"]) document.querySelector("#shop")?.removeAttribute(name);
  });
  await page.hover("#other");
  await expect
    .poll(() => page.evaluate(() => document.querySelector("#shop")?.getAttribute("tabindex")))
    .toBe("0");
  await page.focus("#shop");
  await page.press("Enter");
  await expectSentFrom(standIn, ["shop"]);
});

test.describe("a key on a button of the browser's own", () => {
  const NATIVE: Record<string, string> = {
    button: `<button type="button" id="button" data-kakao-chat="@button" ${BOX}>a</button>`,
    link: `<a id="link" href="/contact" data-kakao-chat="@link" ${BOX}>a</a>`,
    summary: `<details><summary id="summary" data-kakao-chat="@summary" ${BOX}>a</summary>b</details>`,
  };
  const PREVENTING: Record<string, string> = {
    "its keydown": `document.onkeydown = (e) => e.keyCode !== 13;`,
    "its keypress": `addEventListener("keypress", (e) => e.preventDefault());`,
  };
  for (const [what, script] of Object.entries(PREVENTING)) {
    test(`whose page prevents ${what} is told so`, async ({ page, visit, standIn }) => {
      await visit(
        pageWith(Object.values(NATIVE).join(""), { head: `${LISTEN}<script>${script}</script>` }),
      );
      // Browsers differ in which keys they make clicks of all the same: then the chat has started.
      const chats = async () =>
        standIn.requests.map(({ fields }) => [fields[0]?.[1]?.slice(1), "chat"]);
      const told = async () =>
        (await seen(page, "problem")).flatMap(({ on, problems }) =>
          (problems as { code: string }[]).map(({ code }) => [on, code]),
        );
      const answered: string[] = [];
      for (const id of Object.keys(NATIVE)) {
        await page.focus(`#${id}`);
        await page.press("Enter");
        answered.push(id);
        // One key after the other: another's click in the same moment would count for this one.
        await expect
          .poll(async () => [...(await chats()), ...(await told())].map(([one]) => one).sort())
          .toEqual([...answered].sort());
      }
      const codes = (await told()).map(([, code]) => code);
      expect([...new Set(codes)]).toEqual(["KC501"]);
    });
  }

  test("that the browser clicks is no mistake, nor one whose page clicks itself", async ({
    page,
    visit,
    standIn,
  }) => {
    // Each key has an element of its own, since twice the same within a second is a double click.
    const native = (id: string) =>
      `<button type="button" id="${id}" data-kakao-chat="@${id}" ${BOX}>a</button>`;
    // As React Aria does: the key is the page's, and so is the click.
    const own = `<button type="button" id="own" data-kakao-chat="@own" onkeydown="event.preventDefault()" onkeyup="this.click()" ${BOX}>a</button>`;
    // No window opens, which would take the next key.
    const cancel = `<script>addEventListener("kakao-chat:before", (e) => e.preventDefault());</script>`;
    // As the W3C's pattern of a button and MUI do it.
    const div = (
      id: string,
    ) => `<div role="button" tabindex="0" id="${id}" data-kakao-chat="@${id}" ${BOX}
      onkeydown="if (event.key === ' ') event.preventDefault(); if (event.key === 'Enter') { event.preventDefault(); this.click(); }"
      onkeyup="if (event.key === ' ') this.click()">a</div>`;
    const keys = [
      ["button-enter", "Enter"],
      ["button-space", "Space"],
      ["own", "Enter"],
      ["div-space", "Space"],
      ["div-enter", "Enter"],
    ] as const;
    const body =
      native("button-enter") + native("button-space") + own + div("div-space") + div("div-enter");
    await visit(pageWith(body, { head: LISTEN + cancel }));
    for (const [index, [id, key]] of keys.entries()) {
      await page.focus(`#${id}`);
      await page.press(key);
      await expect.poll(async () => (await seen(page, "before")).length).toBe(index + 1);
    }
    await page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), LATER);
    expect((await seen(page)).map(({ on, name }) => [on, name])).toEqual(
      keys.map(([id]) => [id, "before"]),
    );
    await expectNothing(page, standIn);
  });
});

test.describe("a key that the page prevents", () => {
  const PREVENT = `onkeydown="if (event.key === 'Enter' || event.key === ' ') event.preventDefault()"`;

  test("on what is disabled is no mistake", async ({ page, standIn, visit }) => {
    const off = `aria-disabled="true" ${PREVENT}`;
    const kinds = [
      button("native", off),
      `<a id="link" href="/contact" data-kakao-chat="@link" ${BOX} ${off}>a</a>`,
      `<a id="empty" href="#" data-kakao-chat="@empty" ${BOX} ${off}>a</a>`,
      `<div id="div" data-kakao-chat="@div" ${BOX} ${off}>a</div>`,
      `<p aria-disabled="true">${button("outer", PREVENT)}</p>`,
    ];
    await visit(pageWith(kinds.join(""), { head: LISTEN }));
    for (const id of ["native", "link", "empty", "div", "outer"]) {
      await page.hover(`#${id}`);
      await page.focus(`#${id}`);
      await page.press("Enter");
      await page.press("Space");
    }
    await expectNothing(page, standIn);
    expect(await seen(page)).toEqual([]);
    expect(await page.console()).toEqual([]);
  });

  for (const type of ["keydown", "keypress"]) {
    test(`on a link that leads nowhere starts its chat: ${type}`, async ({
      page,
      standIn,
      visit,
    }) => {
      const prevent = `<script>addEventListener("${type}", (e) => { if (e.keyCode === 13) e.preventDefault(); });</script>`;
      const empty = `<a id="empty" href="#" data-kakao-chat="@empty" ${BOX}>a</a>`;
      await visit(pageWith(empty + prevent, { head: LISTEN }));
      await page.focus("#empty");
      await page.press("Enter");
      await expectSentFrom(standIn, ["empty"]);
      await page.waitForWindows(1);
      expect(await page.url()).toMatch(/^https:\/\/shop\.test\/#?$/);
      expect(await seen(page, "problem")).toEqual([]);
    });
  }

  // Firefox makes no click of a key that a page behind its own popup gets. By script, no engine makes one.
  test("is one of which no click comes only if it was prevented", async ({
    page,
    standIn,
    visit,
  }) => {
    await visit(pageWith(button("shop"), { head: LISTEN }));
    await page.evaluate(async () => {
      const shop = document.querySelector("#shop");
      for (const type of ["keydown", "keypress", "keyup"])
        shop?.dispatchEvent(
          new KeyboardEvent(type, { key: "Enter", bubbles: true, cancelable: true }),
        );
      await new Promise((done) => setTimeout(done, 50));
    });
    await expectNothing(page, standIn);
    expect(await seen(page)).toEqual([]);
  });
});

test.describe("a tap whose touches the page prevents", () => {
  test.use({ profile: { device: "Pixel 9" } });

  /** No browser makes a click of these. A slider, a fast-click or a drag script prevents them. */
  const PREVENTED = ["touchstart", "touchend"];
  const listen = (id: string, type: string, then = "") =>
    `document.getElementById("${id}").addEventListener("${type}", (event) => { event.preventDefault(); ${then} }, { passive: false });`;
  const box = (id: string, inner = "a") =>
    `<div id="${id}" data-kakao-chat="@${id}" ${BOX}>${inner}</div>`;

  // The drivers of the other engines make no touch events.
  test("is named, on a link that leads nowhere it starts the chat @one-engine", async ({
    page,
    visit,
    standIn,
  }) => {
    const link = (id: string) => `<a href="#" id="${id}" data-kakao-chat="@${id}" ${BOX}>a</a>`;
    const body = PREVENTED.map((type) => box(type) + link(`link-${type}`)).join("");
    const script = PREVENTED.map((type) => listen(type, type) + listen(`link-${type}`, type));
    await visit(pageWith(`${body}<script>${script.join("")}</script>`, { head: LISTEN }));
    for (const type of PREVENTED) await page.tap(`#${type}`);
    await expect
      .poll(async () => (await seen(page, "problem")).map(({ on, problems }) => [on, problems]))
      .toEqual(PREVENTED.map((type) => [type, [expect.objectContaining({ code: "KC501" })]]));
    await expectNothing(page, standIn);
    await page.tap("#link-touchstart");
    await expectSent(standIn, { uuid: "@link-touchstart" });
  });

  test("is no mistake where the page clicks itself, is one of a control inside, or of a drag @one-engine", async ({
    page,
    visit,
    standIn,
  }) => {
    const body =
      box("fast") +
      box("late") +
      box("outer", `<button type="button" id="inner">닫기</button>`) +
      box("call") +
      `<button id="off" disabled data-kakao-chat="@off" ${BOX}>a</button>` +
      box("swiped");
    const script =
      listen("fast", "touchend", "event.target.click();") +
      listen("late", "touchend", "setTimeout(() => event.target.click(), 100);") +
      listen("inner", "touchend") +
      listen("call", "touchend", "KakaoChat.open(event.target);") +
      listen("off", "touchend") +
      listen("swiped", "touchend");
    const cancel = `<script>addEventListener("kakao-chat:before", (e) => e.preventDefault());</script>`;
    await visit(pageWith(`${body}<script>${script}</script>`, { head: LISTEN + cancel }));
    // The late one last: nobody promises that it comes before the next tap.
    for (const id of ["fast", "inner", "call", "off", "late"]) await page.tap(`#${id}`);
    await page.evaluate(() => {
      const swiped = document.querySelector("#swiped") as HTMLElement;
      const touch = (clientX: number) =>
        new Touch({ identifier: 1, target: swiped, clientX, clientY: 5 });
      const send = (type: string, x: number, isOn: boolean) =>
        swiped.dispatchEvent(
          new TouchEvent(type, {
            bubbles: true,
            cancelable: true,
            touches: isOn ? [touch(x)] : [],
            changedTouches: [touch(x)],
          }),
        );
      send("touchstart", 5, true);
      send("touchend", 105, false);
      // Scripts make events of these names without a finger.
      for (const type of ["touchstart", "touchend"])
        swiped.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    });
    await page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), LATER);
    expect((await seen(page)).map(({ on, name }) => [on, name])).toEqual([
      ["fast", "before"],
      ["call", "before"],
      ["late", "before"],
    ]);
    await expectNothing(page, standIn);
  });
});

// Autofill, password managers and form scripts send events that are no keyboard's and no pointer's.
test("plain events by the names of presses throw nothing, on a page without a button too", async ({
  page,
  standIn,
  visit,
}) => {
  for (const body of ["<input>", `<input>${button("shop")}`]) {
    await visit(pageWith(body));
    const count = await page.evaluate(() => {
      const types =
        "keydown keyup keypress pointerdown mousedown mouseover focusin touchstart touchend load";
      const makers = [Event, CustomEvent, UIEvent, MouseEvent, KeyboardEvent];
      for (const type of types.split(" "))
        for (const target of [...document.querySelectorAll("input, button"), document, window])
          for (const Maker of makers) target.dispatchEvent(new Maker(type, { bubbles: true }));
      return makers.length;
    });
    expect(count).toBe(5);
  }
  await page.click("#shop");
  await expectSent(standIn, { uuid: "@shop" });
});

// What loads a page's scripts late (WP Rocket) takes the clicks before that, and makes them once more.
test("a click that a script makes once more starts one chat, and the page stays", async ({
  page,
  shop,
  standIn,
  visit,
}) => {
  const script = `<script>
    const link = document.querySelector("#again");
    link.onclick = (e) => {
      if (!e.isTrusted) return;
      e.preventDefault();
      e.stopImmediatePropagation();
      const again = new MouseEvent("click", { bubbles: true, cancelable: true });
      setTimeout(() => { link.dispatchEvent(again); isDone = true; }, ${LATER});
    };
  </script>`;
  const link = `<a id="again" href="#" data-kakao-chat="@again" ${BOX}>상담</a>`;
  await visit(pageWith(link + script, { head: LISTEN }));
  await page.click("#again");
  await expectSent(standIn, { uuid: "@again" });
  await expect.poll(() => page.evaluate(() => Reflect.has(window, "isDone"))).toBe(true);
  expect(await standIn.settled(1)).toHaveLength(1);
  expect(await page.url()).toBe(shop.url("/"));
  expect(await seen(page, "problem")).toEqual([]);
  // The visitor's own next click is one more.
  await page.click("#again");
  await expectSentFrom(standIn, ["again", "again"]);
});

test("a button whose handler clicks another is that one's chat, and the page stays", async ({
  page,
  shop,
  standIn,
  visit,
}) => {
  const outer = `<div id="outer" data-kakao-chat="@outer" ${BOX}>문의</div>`;
  const script = `<script>outer.onclick = () => inner.click();</script>`;
  await visit(pageWith(outer + button("inner") + script, { head: LISTEN }));
  await page.click("#outer");
  await expectSentFrom(standIn, ["inner"]);
  expect(await page.windows()).toHaveLength(1);
  expect(await page.url()).toBe(shop.url("/"));
  expect(await seen(page, "problem")).toEqual([]);
});

test("a link whose carousel asks whether the click is refused already starts no chat after a swipe", async ({
  page,
  shop,
  standIn,
  visit,
}) => {
  const slide = `<a id="slide" href="/contact" draggable="false" data-kakao-chat="@slide" ${BOX}><b>상담</b> <i>하기</i></a>`;
  const script = `<script>
    let from = 0, isMoved = false;
    const slide = document.querySelector("#slide");
    slide.onmousedown = (e) => { from = e.clientX; e.preventDefault(); };
    onmouseup = (e) => { isMoved = Math.abs(e.clientX - from) > 10; };
    slide.onclick = (e) => { if (isMoved && e.cancelable && !e.defaultPrevented) e.preventDefault(); };
  </script>`;
  await visit(pageWith(slide + script, { head: LISTEN }));
  await page.drag("#slide b", "#slide i");
  await expectNothing(page, standIn);
  expect(await page.url()).toBe(shop.url("/"));
  expect(await seen(page)).toEqual([]);
  await page.click("#slide b");
  await expectSent(standIn, { uuid: "@slide" });
});

test("a key that the page prevents, and moves the focus, is named", async ({
  page,
  standIn,
  visit,
}) => {
  const body = `<div id="menu" role="button" tabindex="0" data-kakao-chat="@menu" ${BOX}>상담</div>
    ${button("native")} <input id="other">
    <script>
      for (const id of ["menu", "native"]) document.getElementById(id).onkeydown = (e) => {
        e.preventDefault();
        document.getElementById("other").focus();
      };
    </script>`;
  await visit(pageWith(body, { head: LISTEN }));
  for (const id of ["menu", "native"]) {
    await page.focus(`#${id}`);
    await page.press("Enter");
  }
  await expect
    .poll(async () => (await seen(page, "problem")).map(({ on, problems }) => [on, problems]))
    .toEqual(["menu", "native"].map((id) => [id, [expect.objectContaining({ code: "KC501" })]]));
  await expectNothing(page, standIn);
});

test("a custom element that sends its form by itself starts the chat alone", async ({
  network,
  page,
  shop,
  standIn,
  visit,
}) => {
  // As Material Web's buttons do.
  const head = `${LISTEN}<script>
    customElements.define("form-button", class extends HTMLElement {
      static formAssociated = true;
      constructor() {
        super();
        const internals = this.attachInternals();
        addEventListener("click", (e) => {
          const isSubmit = e.target === this && this.getAttribute("type") !== "button";
          if (isSubmit) internals.form?.requestSubmit();
        });
      }
    });
  </script>`;
  const body = `<form action="/search"><input name="q"><form-button id="made" data-kakao-chat="@made" ${BOX}>상담</form-button></form>`;
  await visit(pageWith(body, { head }));
  await page.click("#made");
  await expectSent(standIn, { uuid: "@made" });
  expect(await page.url()).toBe(shop.url("/"));
  expect(network.siteRequests.some(({ url }) => url.startsWith("/search"))).toBe(false);
});
