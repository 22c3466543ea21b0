/** The page's defaults, what must never be taken for them, and the ways to load the script. */

import { readFile } from "node:fs/promises";
import {
  allEnginesIf,
  button,
  eachRow,
  expect,
  expectEveryKindSends,
  expectNothing,
  expectSent,
  expectSentFrom,
  LISTEN,
  ONE_ENGINE,
  OPEN,
  pageWith,
  SCRIPT,
  test,
} from "../harness/pages";

const TAG = `<script src="/kakao-chat.js" data-uuid="@tag" data-extra="tag" data-bot="true" data-event="tag" defer></script>`;

test.describe("the page's defaults", () => {
  test(
    "are the script's tag, then KakaoChatDefaults, then the button's own attributes",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(
          `<button id="plain" data-kakao-chat>상담</button>
          <button id="own" data-kakao-chat="@own" data-kakao-chat-extra="own">상담</button>`,
          {
            script: TAG,
            head: `<script>KakaoChatDefaults = { uuid: "@defaults", channels: ["@own"],
              extra: "defaults", bot: "auto" }</script>`,
          },
        ),
      );
      await page.click("#plain");
      await standIn.arrived(1);
      await page.click("#own");
      expect((await standIn.arrived(2)).map(({ fields }) => Object.fromEntries(fields))).toEqual([
        { uuid: "@defaults", extra: "defaults", bot: "auto", event: "tag" },
        { uuid: "@own", extra: "own", bot: "auto", event: "tag" },
      ]);
    },
  );

  test("of every kind can stand on the script's tag", ONE_ENGINE, async ({ page, visit }) => {
    const script = `<script src="/kakao-chat.js" data-uuid="@tag" data-extra="a" data-bot="auto"
      data-event="b" data-method="post" data-target="tab" data-width="1100" data-height="900"
      data-reuse="true" data-endpoint="open" data-via="https://partner.test/start"
      data-privacy="mask" data-app-open-type="modal" defer></script>`;
    await visit(pageWith("<button data-kakao-chat>상담</button>", { script }));
    const { options, problems } = await page.evaluate(() =>
      window.KakaoChat.explain(document.querySelector("button") as Element),
    );
    expect(options).toEqual({
      uuid: "@tag",
      extra: "a",
      bot: "auto",
      event: "b",
      appOpenType: "modal",
      method: "post",
      target: "tab",
      width: 1100,
      height: 900,
      reuse: "true",
      endpoint: "open",
      via: "https://partner.test/start",
      privacy: "mask",
    });
    expect(problems).toEqual([]);
  });

  test(
    "may be set before the script and after it",
    ONE_ENGINE,
    async ({ network, page, standIn, visit }) => {
      const rows = {
        "before the script": `<script>KakaoChatDefaults = { uuid: "@defaults" }</script>${SCRIPT}`,
        "after the script": `${SCRIPT}<script>var KakaoChatDefaults = { uuid: "@defaults" }</script>`,
        "long after the script": `${SCRIPT}<script>setTimeout(() => { window.KakaoChatDefaults = { uuid: "@defaults" } }, 150)</script>`,
      };
      await eachRow(rows, { network, page }, async (html) => {
        await visit(pageWith(`<button data-kakao-chat>상담</button>`, { script: html }));
        await expect.poll(() => page.evaluate(() => "KakaoChatDefaults" in window)).toBe(true);
        await page.click("button");
        await expectSent(standIn, { uuid: "@defaults" });
        await page.waitForWindows(1);
      });
    },
  );

  test("are read at each click", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(
      pageWith(
        `<button id="one" data-kakao-chat>상담</button><button id="two" data-kakao-chat>상담</button>
          <button id="three" data-kakao-chat>상담</button>`,
        { script: TAG, head: `<script>KakaoChatDefaults = { uuid: "@one" }</script>` },
      ),
    );
    await page.click("#one");
    await standIn.arrived(1);
    await page.evaluate(() => {
      (Reflect.get(window, "KakaoChatDefaults") as { uuid: string }).uuid = "@two";
    });
    await page.click("#two");
    await standIn.arrived(2);
    await page.evaluate(() => Reflect.set(window, "KakaoChatDefaults", null));
    await page.click("#three");
    await expectSentFrom(standIn, ["one", "two", "tag"]);
  });

  test("of no use say nothing, and throw nothing", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(pageWith(button("shop")));
    for (const useless of [7, "@text", ["@list"], true, null]) {
      await page.evaluate((value) => Reflect.set(window, "KakaoChatDefaults", value), useless);
      expect(
        await page.evaluate(
          () =>
            window.KakaoChat.explain(document.querySelector("button") as Element).request?.fields,
        ),
        JSON.stringify(useless),
      ).toEqual({ uuid: "@shop" });
    }
    await page.click("#shop");
    await expectSent(standIn, { uuid: "@shop" });
  });

  test("that are empty count as absent", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(
      pageWith(`<button data-kakao-chat="" data-kakao-chat-extra="">상담</button>`, {
        script: TAG,
        head: `<script>KakaoChatDefaults = { uuid: "", bot: null, event: undefined }</script>`,
      }),
    );
    await page.click("button");
    await expectSent(standIn, { uuid: "@tag", extra: "tag", bot: "true", event: "tag" });
  });
});

test.describe("elements that happen to have a name", () => {
  const NAMED = [
    [
      "an image currentScript",
      `<img name="currentScript" data-uuid="@evil" data-extra="evil" data-links="true">`,
    ],
    [
      "a form currentScript",
      `<form name="currentScript" data-uuid="@evil"><input name="getAttribute"></form>`,
    ],
    [
      "a form KakaoChatDefaults",
      `<form id="KakaoChatDefaults"><input name="uuid" value="@evil"><input name="extra" value="evil"></form>`,
    ],
    [
      "two forms KakaoChatDefaults",
      `<form id="KakaoChatDefaults" name="uuid"></form><form id="KakaoChatDefaults" name="extra"></form>`,
    ],
    [
      "a frame KakaoChatDefaults",
      `<iframe name="KakaoChatDefaults" srcdoc="<script>var uuid = '@evil', extra = 'evil', links = true</script>"></iframe>`,
    ],
    [
      "a frame with the defaults",
      `<iframe name="KakaoChatDefaults" srcdoc="<a id=uuid href='https://evil.test/'>"></iframe>`,
    ],
    ["a link KakaoChat", `<a id="KakaoChat" href="@evil">evil</a><a id="KakaoChat">evil</a>`],
  ] as const;
  // One by the document's name, one by the window's.
  const IN_ALL = ["a form currentScript", "a frame KakaoChatDefaults"];
  for (const inAll of [true, false]) {
    test(
      `are never taken for the page's settings: ${inAll ? "a form and a frame" : "all others"}`,
      allEnginesIf(inAll),
      async ({ network, page, shop, standIn }) => {
        test.setTimeout(60_000);
        const rows = NAMED.filter(([name]) => IN_ALL.includes(name) === inAll);
        await eachRow(Object.fromEntries(rows), { network, page }, async (html) => {
          const body = `${html}${button("shop")}<button id="none" data-kakao-chat>상담</button>`;
          // Before the script and, in another order, after it.
          for (const path of ["/before", "/after"]) {
            await page.goto(
              shop.page(
                path,
                path === "/before"
                  ? `<!doctype html><meta charset="utf-8">${body}<script src="/kakao-chat.js"></script>`
                  : pageWith(body, { script: `<script src="/kakao-chat.js"></script>` }),
              ),
            );
            await page.click("#none");
            await page.click("#shop");
            await standIn.arrived(path === "/before" ? 1 : 2);
            await page.waitForWindows(path === "/before" ? 1 : 2);
            expect(await page.evaluate(() => typeof window.KakaoChat.open)).toBe("function");
          }
          expect((await standIn.settled()).map(({ fields }) => fields)).toEqual([
            [["uuid", "@shop"]],
            [["uuid", "@shop"]],
          ]);
        });
      },
    );
  }

  test(
    "are left alone around the button",
    ONE_ENGINE,
    async ({ page, network, standIn, visit }) => {
      const names = ["submit", "action", "target", "method", "uuid", "extra", "append", "remove"];
      await visit(
        pageWith(
          `<form action="/order" id="form">${names.map((name) => `<input name="${name}" id="${name}" value="evil">`).join("")}
            ${button("post", `data-kakao-chat-method="post" data-kakao-chat-extra="a"`)}
            <div data-kakao-chat="@div" id="div">상담 <input name="getAttribute"></div></form>`,
        ),
      );
      await page.click("#post");
      await standIn.arrived(1);
      await page.click("#div");
      expect((await standIn.arrived(2)).map(({ fields }) => fields)).toEqual([
        [
          ["uuid", "@post"],
          ["extra", "a"],
        ],
        [["uuid", "@div"]],
      ]);
      await expectSentFrom(standIn, ["post", "div"]);
      expect(network.siteRequests.filter(({ url }) => url.startsWith("/order"))).toEqual([]);
    },
  );
});

test.describe("a page that has added to Object.prototype", () => {
  const POLLUTION = `<script>
    Object.assign(Object.prototype, { uuid: "@evil", extra: "evil", bot: "true", event: "evil",
      links: true, via: "https://evil.test/", method: "post", target: "self" });
  </script>`;

  test("changes no request", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(
      pageWith(
        `${button("shop")}<button id="none" data-kakao-chat>상담</button>
          <button id="call">문의</button><script>
            document.querySelector("#call").onclick = () => KakaoChat.open({ uuid: "@call" });
          </script>`,
        { head: `${POLLUTION}<script>KakaoChatDefaults = {}</script>` },
      ),
    );
    await page.click("#none");
    await page.click("#shop");
    await standIn.arrived(1);
    await page.click("#call");
    expect((await standIn.arrived(2)).map(({ method, fields }) => [method, ...fields])).toEqual([
      ["GET", ["uuid", "@shop"]],
      ["GET", ["uuid", "@call"]],
    ]);
    await expectSentFrom(standIn, ["shop", "call"]);
    await page.waitForWindows(2);
  });

  test("leaves plain links plain", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(pageWith(`<a href="${OPEN}/@plain">상담</a>`, { head: POLLUTION }));
    await page.click("a");
    await page.waitForUrl(/^https:\/\/bizmessage\.kakao\.com\/chat\/open\/@plain$/);
    expect(await page.windows()).toEqual([]);
    expect(await standIn.settled(1)).toHaveLength(1);
  });
});

/** Every kind of button, to be sent once each. */
const BUTTONS = `${button("native")}<div id="div" data-kakao-chat="@div">상담</div>
  <a id="link" href="/contact" data-kakao-chat="@link">상담</a>`;

const ESM = `<script type="module">
  import { start, version } from "/kakao-chat.mjs";
  start();
  globalThis.loaded = version;
</script>`;

/** The others differ in their addresses, places and order alone, which is no engine's matter. */
const IN_ALL_ENGINES = [
  "as the module alone",
  "after load, by a tag manager that drops its attributes",
];
const hasAllEngines = (how: string) => allEnginesIf(IN_ALL_ENGINES.includes(how));

test.describe("the script", () => {
  const HEADS = [
    ["twice", SCRIPT + SCRIPT],
    ["twice, from two addresses", `${SCRIPT}<script src="/kakao-chat.js?mobile" async></script>`],
    ["twice, in two versions", `${SCRIPT}<script src="/other-version.js" defer></script>`],
    ["twice, the other version first", `<script src="/other-version.js"></script>${SCRIPT}`],
    ["with the module after it", SCRIPT + ESM],
    ["with the module before it", `${ESM}<script src="/kakao-chat.js?late" defer></script>`],
    ["as the module alone", ESM],
  ] as const;
  for (const inAll of [true, false]) {
    const rows = HEADS.filter(([how]) => IN_ALL_ENGINES.includes(how) === inAll);
    test(
      `loaded ${inAll ? rows.map(([how]) => how) : "twice, or beside the module"}, sends once`,
      allEnginesIf(inAll),
      async ({ network, page, shop, standIn, visit }) => {
        test.setTimeout(60_000);
        const dist = await readFile(
          new URL("../../../dist/kakao-chat.js", import.meta.url),
          "utf8",
        );
        const { version } = JSON.parse(
          await readFile(new URL("../../../package.json", import.meta.url), "utf8"),
        );
        const other = dist.replaceAll(version, "9.9.9");
        expect(other).not.toBe(dist);
        shop.script("/other-version.js", other);
        await eachRow(Object.fromEntries(rows), { network, page }, async (head) => {
          await visit(pageWith(BUTTONS, { script: head, head: LISTEN }));
          if (head.includes(ESM)) {
            await expect
              .poll(() => page.evaluate(() => Reflect.get(window, "loaded")))
              .toBe(version);
          }
          await expectEveryKindSends(page, standIn);
          await page.waitForWindows(3);
          // The module makes no global; where it came first, the script has done nothing.
          if (!head.startsWith(ESM)) {
            expect(await page.evaluate(() => window.KakaoChat.version)).toBe(
              /^<script src="\/other/.test(head) ? "9.9.9" : version,
            );
          }
        });
      },
    );
  }

  for (const [how, script, html] of [
    ["in the head without defer", `<script src="/kakao-chat.js"></script>`, ""],
    ["async", `<script src="/kakao-chat.js" async></script>`, ""],
    ["with a query", `<script src="/kakao-chat.js?_=123" defer></script>`, ""],
    ["at the end of the body", "", `<script src="/kakao-chat.js"></script>`],
    ["as a module", `<script type="module" src="/kakao-chat.js"></script>`, ""],
    [
      "after load, by a tag manager that drops its attributes",
      "",
      `<script>
        addEventListener("load", () => setTimeout(() => {
          const tag = document.createElement("script");
          tag.src = "/kakao-chat.js";
          document.head.append(tag);
        }, 50));
      </script>`,
    ],
    [
      "by a loader that runs its text",
      "",
      `<script>
        fetch("/kakao-chat.js").then((answer) => answer.text()).then((text) => setTimeout(text));
      </script>`,
    ],
  ] as const) {
    test(
      `loaded ${how}, serves every kind of button once`,
      hasAllEngines(how),
      async ({ page, standIn, visit }) => {
        await visit(pageWith(BUTTONS + html, { script, head: LISTEN }));
        await expect.poll(() => page.evaluate(() => "KakaoChat" in window)).toBe(true);
        await expect
          .poll(() => page.evaluate(() => document.querySelector("#div")?.getAttribute("role")))
          .toBe("button");
        await expectEveryKindSends(page, standIn);
      },
    );
  }

  test("injected with its attributes takes them", ONE_ENGINE, async ({ page, standIn, visit }) => {
    await visit(
      pageWith(
        `<button data-kakao-chat>상담</button><script>
            const tag = document.createElement("script");
            tag.src = "/kakao-chat.js";
            tag.dataset.uuid = "@tag";
            document.head.append(tag);
          </script>`,
        { script: "" },
      ),
    );
    await expect.poll(() => page.evaluate(() => "KakaoChat" in window)).toBe(true);
    await page.click("button");
    await expectSent(standIn, { uuid: "@tag" });
  });

  for (const file of ["kakao-chat.js", "kakao-chat-launcher.js"]) {
    const tagOf = (extra: string) =>
      `<script src="/${file}" data-uuid="@tag" data-extra="${extra}" defer></script>`;
    /** As Turbo and pjax go on: the address, the page's own part, and a tag that is run again. */
    const goOn = ([name, isKept, path, extra = "second"]: [string, boolean, string, string?]) => {
      history.pushState(null, "", path);
      if (!isKept) document.querySelector(`script[src="/${name}"]`)?.remove();
      const tag = document.createElement("script");
      tag.src = `/${name}`;
      if (extra) {
        tag.dataset.uuid = "@tag";
        tag.dataset.extra = extra;
      }
      document.head.append(tag);
      return new Promise<void>((resolve) => {
        tag.onload = () => resolve();
      });
    };
    for (const isKept of [true, false]) {
      test(
        `${file} of the next page has its settings, where the old tag ${isKept ? "stays" : "goes"}`,
        ONE_ENGINE,
        async ({ page, standIn, visit }) => {
          await visit(
            pageWith("<button data-kakao-chat>상담</button>", { script: tagOf("first") }),
          );
          await page.evaluate(goOn, [file, isKept, "/second"]);
          await page.click("button");
          await expectSent(standIn, { uuid: "@tag", extra: "second" });
        },
      );
    }
    for (const isKept of [true, false]) {
      test(
        `${file} a second time, without settings, as ${isKept ? "a tag manager" : "pjax"} writes it: those of the first stay`,
        ONE_ENGINE,
        async ({ page, standIn, visit }) => {
          await visit(
            pageWith("<button data-kakao-chat>상담</button>", { script: tagOf("first") }),
          );
          await page.evaluate(goOn, [file, isKept, "/second", ""]);
          await page.click("button");
          await expectSent(standIn, { uuid: "@tag", extra: "first" });
        },
      );
    }
    test(
      `${file}: back on a page whose tag does not run again, its settings are there again`,
      ONE_ENGINE,
      async ({ page, standIn, visit }) => {
        await visit(pageWith("<button data-kakao-chat>상담</button>", { script: tagOf("first") }));
        const before = await page.evaluate(() => location.href);
        await page.evaluate(goOn, [file, true, "/second", "second"]);
        await page.evaluate(() => history.back());
        await expect.poll(() => page.evaluate(() => location.href)).toBe(before);
        await page.click("button");
        await expectSent(standIn, { uuid: "@tag", extra: "first" });
      },
    );
    test(
      `${file} twice on one page: the first stays`,
      ONE_ENGINE,
      async ({ page, standIn, visit }) => {
        await visit(pageWith("<button data-kakao-chat>상담</button>", { script: tagOf("first") }));
        await page.evaluate(goOn, [file, true, "#part"]);
        await page.click("button");
        await expectSent(standIn, { uuid: "@tag", extra: "first" });
      },
    );
  }

  test(
    "as a module does nothing until it is started",
    ONE_ENGINE,
    async ({ page, standIn, visit }) => {
      await visit(
        pageWith(button("shop"), {
          script: `<script type="module">
            import * as api from "/kakao-chat.mjs";
            api.explain({});
            globalThis.loaded = Object.keys(api).sort();
          </script>`,
        }),
      );
      await expect
        .poll(() => page.evaluate(() => Reflect.get(window, "loaded")))
        .toEqual(["explain", "open", "start", "stop", "version"]);
      await page.click("#shop");
      await expectNothing(page, standIn);
    },
  );
});
