/** Handlers that a page adds in the click itself, and that stop it: nothing but the chat comes of it. */

import {
  ACTING,
  button,
  expect,
  expectChatsAlone,
  expectNothing,
  expectSentFrom,
  LISTEN,
  ONE_ENGINE,
  pageWith,
  seen,
  test,
} from "../harness/pages";

// Many clicks in one page: a start of a browser takes longer than most of them.
test.describe.configure({ timeout: 120_000 });

const STOPS = [
  "e.stopPropagation()",
  "e.stopImmediatePropagation()",
  "e.cancelBubble = true",
  "Event.prototype.stopPropagation.call(e)",
];

/** A listener of the page's, and where it adds the one that stops the click. */
const ADDING: Record<string, string> = {
  "to the target, by the document in capture": `document.addEventListener("click", (e) => e.target.addEventListener("click", act, { once: true }), true);`,
  "to an ancestor in capture, by the document": `document.addEventListener("click", (e) => e.target.parentNode.addEventListener("click", act, { capture: true, once: true }), true);`,
  "to the document, by the button": `for (const b of document.querySelectorAll("[data-kakao-chat]"))
    b.addEventListener("click", () => document.addEventListener("click", act, { once: true }));`,
  "to the body, by the button in a task of its own": `for (const b of document.querySelectorAll("[data-kakao-chat]"))
    b.addEventListener("click", () => Promise.resolve().then(() => document.body.addEventListener("click", act, { once: true })));`,
  "to the target, by the target in capture": `for (const b of document.querySelectorAll("[data-kakao-chat]"))
    b.addEventListener("click", (e) => e.target.addEventListener("click", act, { once: true }), true);`,
  "to the document in capture, by the window": `addEventListener("click", () => document.addEventListener("click", act, { capture: true, once: true }), true);`,
  "to the window, by the document": `document.addEventListener("click", () => addEventListener("click", act, { once: true }));`,
};

/**
 * A page whose listener stops each click in the way that its button says. The window's listener comes after
 * the script's own: a module runs later.
 */
const adding = (listener: string) =>
  `<script type="module">
    const stops = [${STOPS.map((stop) => `(e) => { ${stop} }`)}];
    const act = (e) => stops[e.target.closest("[data-stop]")?.dataset.stop]?.(e);
    ${listener}
  </script>`;

/** A button of {@link ACTING} by a name of its own, whose click is stopped in this way. */
function stopped(kind: string, way: number): { id: string; html: string } {
  const id = way === 0 ? kind : `${kind}-${way}`;
  const html = ACTING[kind] ?? "";
  const named = html.replace(`id="${kind}"`, `id="${id}"`).replace(`@${kind}`, `@${id}`);
  return { id, html: `<div data-stop="${way}">${named}</div>` };
}

/** A link and a form's sender stand for all buttons. */
const STANDING = ["kakao", "submit"];
const PLACES = Object.keys(ADDING);

for (const [place, listener] of Object.entries(ADDING)) {
  test(`a listener added ${place}, stops the click alone, in whatever way`, async ({
    engine,
    network,
    page,
    standIn,
    visit,
  }) => {
    const isFirst = engine.name === "chromium";
    // The other engines try all buttons in one place, and each place in one way.
    const kinds = isFirst || place === PLACES[0] ? Object.keys(ACTING) : STANDING;
    const ways = [...STOPS.keys()].filter((way) => {
      // Nothing tells of a stop by the prototype where no listener of ours runs any more.
      const isHeard = !(place.endsWith("by the window") && STOPS[way]?.includes("prototype"));
      return way > 0 && isFirst && isHeard;
    });
    const buttons = [
      ...kinds.map((kind) => stopped(kind, 0)),
      ...ways.flatMap((way) => STANDING.map((kind) => stopped(kind, way))),
    ];
    await visit(pageWith(buttons.map(({ html }) => html).join("") + adding(listener)));
    const ids = buttons.map(({ id }) => id);
    await expectChatsAlone({ network, page, standIn }, (id) => page.click(`#${id}`), ids);
  });
}

/** One listener of the target's and one further out stand for all. */
for (const place of [
  "to the target, by the document in capture",
  "to the document, by the button",
]) {
  const script = adding(ADDING[place] ?? "");

  test(`a click by script starts the chat alone, stopped by a listener added ${place}`, async ({
    engine,
    network,
    page,
    standIn,
    visit,
  }) => {
    const isFirst = engine.name === "chromium";
    const buttons = (isFirst ? Object.keys(ACTING) : STANDING).map((kind) => stopped(kind, 0));
    if (isFirst) buttons.push(...STANDING.map((kind) => stopped(kind, 1)));
    const go = `<p style="height:30px" onmousedown="document.getElementById(this.dataset.id).click()" id="go">go</p>`;
    await visit(pageWith(buttons.map(({ html }) => html).join("") + go + script));
    const click = async (id: string) => {
      await page.evaluate((id) => {
        (document.querySelector("#go") as HTMLElement).dataset.id = id;
      }, id);
      await page.click("#go");
    };
    const ids = buttons.map(({ id }) => id);
    await expectChatsAlone({ network, page, standIn }, click, ids);
  });

  test(`a key starts the chat alone, stopped by a listener added ${place}`, async ({
    engine,
    page,
    shop,
    standIn,
    visit,
  }) => {
    const div = (id: string, way: number) =>
      `<div data-stop="${way}"><div id="${id}" data-kakao-chat="@${id}">a</div></div>`;
    const divs = div("div", 0) + div("div-1", 1);
    const link = stopped("tab", 0);
    const sender = stopped("submit", 0);
    const forGood = [stopped("tab", 1), stopped("submit", 1)];
    // Firefox makes no click of a key in a page behind a popup: there, the link stands for all.
    const ids = engine.name === "firefox" ? ["tab"] : ["div", "tab", "submit"];
    if (engine.name === "chromium") ids.push("div-1", "tab-1", "submit-1");
    const html = [link, sender, ...forGood].map(({ html }) => html).join("");
    await visit(pageWith(divs + html + script + script.replaceAll(`"click"`, `"keydown"`)));
    for (const [index, id] of ids.entries()) {
      await page.hover(`#${id}`);
      await page.focus(`#${id}`);
      await page.press("Enter");
      await standIn.arrived(index + 1);
      expect(await page.url(), id).toBe(shop.url("/"));
    }
    await expectSentFrom(standIn, ids);
    expect(await page.windows()).toHaveLength(ids.length);
  });
}

test(
  "a listener added in the click that stops and prevents it cancels the chat, whichever comes later",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const late = (id: string, first: string, second: string) =>
      `${button(id)}<script>document.getElementById("${id}").onclick = (event) => {
        document.addEventListener("click", (e) => { ${first} }, { once: true });
        document.addEventListener("click", (e) => { ${second} }, { once: true });
      };</script>`;
    const cases = STOPS.filter((stop) => !stop.includes("Immediate")).flatMap((stop, index) => [
      late(`a${index}`, stop, "e.preventDefault()"),
      late(`b${index}`, "e.preventDefault()", stop),
    ]);
    await visit(pageWith(cases.join(""), { head: LISTEN }));
    const ids = ["a0", "b0", "a1", "b1", "a2", "b2"];
    for (const id of ids) await page.click(`#${id}`);
    await expectNothing(page, standIn);
    expect((await seen(page, "problem")).map(({ on }) => on)).toEqual(ids);
  },
);

test(
  "nothing of ours stays on a click that was stopped",
  ONE_ENGINE,
  async ({ page, standIn, visit }) => {
    const stop = `onclick="last = event; event.cancelBubble = true"`;
    await visit(pageWith(button("shop", stop)));
    await page.click("#shop");
    await expectSentFrom(standIn, ["shop"]);
    const left = await page.evaluate(() => {
      const event: Event = Reflect.get(window, "last");
      return [event.cancelBubble, ...Reflect.ownKeys(event).filter((name) => name !== "isTrusted")];
    });
    expect(left).toEqual([false]);
  },
);
