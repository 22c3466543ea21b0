/** How much of a large page is looked at in one event: counted in steps, since the machine has other things to do. */

import { setTimeout as wait } from "node:timers/promises";
import { expect, ONE_ENGINE, pageWith, test } from "../harness/pages";

test.describe.configure({ timeout: 120_000 });

/** Counts, before the product, the searches of the page and the nodes that are visited one by one. */
const STEPS = `<script>
  steps = 0;
  const count = (prototype, name) => {
    const own = Object.getOwnPropertyDescriptor(prototype, name);
    const call = own.value || own.get;
    const counted = function (...args) { steps++; return call.apply(this, args); };
    Object.defineProperty(prototype, name, own.value ? { ...own, value: counted } : { ...own, get: counted });
  };
  for (const name of ["querySelector", "querySelectorAll", "matches", "closest", "getAttribute", "hasAttribute"]) count(Element.prototype, name);
  for (const name of ["querySelector", "querySelectorAll"]) count(Document.prototype, name);
  for (const name of ["nextNode", "nextSibling", "firstChild"]) count(TreeWalker.prototype, name);
  count(Element.prototype, "shadowRoot");
  taken = [];
  for (const type of ["keydown", "mouseover", "focusin"]) {
    let before = 0;
    // Added first, so that it runs first; the product's comes between this and the document's.
    addEventListener(type, () => { before = steps; }, true);
    document.addEventListener(type, () => { taken.push(steps - before); }, true);
  }
</script>`;

const NODES = 50_000;
const ROWS = 2_000;
/** More than 4 ms take in any engine (WebKit's clock steps by a whole one), and only a part of all nodes. */
const LIMIT = NODES / 2;

test(
  `on a page of ${NODES} nodes no event looks at all of them, and in the end every button is served`,
  ONE_ENGINE,
  async ({ engine, page, visit }) => {
    const fill = `<script>
    const row = "<p><b></b><b></b><b></b><b></b></p>".repeat(5);
    main.innerHTML = ("<section>" + row.slice(0, -4) + "</p></section>").repeat(${ROWS});
    // Some late, some deep in open shadow roots.
    for (const [index, section] of [...main.children].entries()) {
      if (index % 100 === 0) section.insertAdjacentHTML("beforeend", '<div data-kakao-chat="@a">chat</div>');
      if (index % 100 === 50) {
        const outer = section.appendChild(document.createElement("span")).attachShadow({ mode: "open" });
        outer.innerHTML = "<span></span>";
        outer.firstChild.attachShadow({ mode: "open" }).innerHTML = '<div data-kakao-chat="@b">chat</div>';
      }
    }
  </script>`;
    await visit(
      pageWith(`<input id="one"><input id="two"><main id="main"></main>${fill}`, { head: STEPS }),
    );
    expect(await page.evaluate(() => document.getElementsByTagName("*").length)).toBeGreaterThan(
      NODES,
    );
    const served = () =>
      page.evaluate(() => {
        const all: Element[] = [];
        const collect = (root: Document | ShadowRoot) => {
          for (const element of root.querySelectorAll("*")) {
            if (element.hasAttribute("data-kakao-chat")) all.push(element);
            if (element.shadowRoot) collect(element.shadowRoot);
          }
        };
        collect(document);
        const done = all.filter(
          (e) => e.getAttribute("role") === "button" && e.getAttribute("tabindex") === "0",
        );
        return [done.length, all.length];
      });
    /** Presses of a key, each in a task of its own; by script, since thousands are needed. */
    const act = (times: number) =>
      page.evaluate(async (times) => {
        for (let time = 0; time < times; time++) {
          for (const type of ["keydown", "keyup"]) {
            const key = { key: "ArrowDown", bubbles: true, cancelable: true };
            document.activeElement?.dispatchEvent(new KeyboardEvent(type, key));
          }
          await new Promise((resolve) => setTimeout(resolve));
        }
      }, times);
    await page.focus("#one");
    await page.press("ArrowDown");
    await expect(async () => {
      await act(300);
      await wait(50);
      const [done, all] = await served();
      expect(all).toBe(40);
      expect(done).toBe(all);
    }).toPass({ timeout: 60_000, intervals: [50] });
    const most = async () => {
      const taken: number[] = await page.evaluate(() => Reflect.get(window, "taken").splice(0));
      expect(taken.length).toBeGreaterThan(0);
      return Math.max(...taken);
    };
    expect(await most(), engine.name).toBeLessThan(LIMIT);
    // With nothing new on the page, a press costs no more than a part of it either.
    await act(10);
    expect(await most(), engine.name).toBeLessThan(LIMIT);
  },
);
