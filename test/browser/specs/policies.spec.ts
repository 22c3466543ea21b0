/** Content-Security-Policy, Cross-Origin-Opener-Policy and sandboxes: the chat starts all the same. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { Frame } from "../harness/engine";
import type { Network, Site } from "../harness/network";
import {
  allEnginesIf,
  expect,
  findChat,
  KAKAO,
  LATER,
  LISTEN,
  ONE_ENGINE,
  pageWith,
  SCRIPT,
  seen,
  test,
} from "../harness/pages";

const DIST = new URL("../../../dist/kakao-chat.js", import.meta.url);
/** By POST, because its address would be over 2,000 characters; by GET it has under 7,000. */
const LONG_EXTRA = "상담".repeat(200);
/** Over 7,000 characters as an address. */
const LONGEST_EXTRA = "상담".repeat(500);

/** What the policy has refused. */
const RECORDER = `<script nonce="test">
    violations = [];
    document.addEventListener("securitypolicyviolation", (event) =>
      violations.push([event.effectiveDirective, event.disposition]));
  </script>`;

function button(attributes: string, id = "chat"): string {
  return `<button type="button" id="${id}" data-kakao-chat="@shop" ${attributes}>chat</button>`;
}

function render(body: string, script = SCRIPT): string {
  return pageWith(body, { head: LISTEN + RECORDER, script, style: "" });
}

/** Serves the page under a policy, whose reports arrive at the shop. */
function serve(shop: Site, html: string, policy: string, name = "content-security-policy") {
  shop.page("/report", { status: 204 });
  return shop.page("/", { html, headers: { [name]: `${policy}; report-uri /report` } });
}

function countReports(network: Network): number {
  return network.siteRequests.filter(({ url }) => url === "/report").length;
}

function violationsOf(page: Frame): Promise<[directive: string, disposition: string][]> {
  return page.evaluate(() => Reflect.get(window, "violations"));
}

const NONCE = "'nonce-test'";

test.describe("a strict policy", () => {
  const policies: Record<string, string> = {
    "script-src with a nonce for the page's own": `default-src 'none'; img-src 'self'; script-src ${NONCE} 'self'`,
    "default-src 'self'": `default-src 'self'; script-src 'self' ${NONCE}`,
    "Trusted Types": `default-src 'self'; script-src 'self' ${NONCE}; require-trusted-types-for 'script'; trusted-types 'none'`,
    "everything at once": `default-src 'none'; img-src 'self'; script-src 'self' ${NONCE}; style-src 'none'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; form-action https://bizmessage.kakao.com; require-trusted-types-for 'script'; trusted-types 'none'`,
  };
  for (const [name, policy] of Object.entries(policies)) {
    test(
      `${name} is kept by GET and POST, without a report`,
      allEnginesIf(name === "everything at once"),
      async ({ network, page, shop, standIn }) => {
        const buttons = ["get", "post"].map((method) =>
          button(`data-kakao-chat-method="${method}"`, method),
        );
        const body = `${buttons.join("")}<div data-kakao-chat="@div">div</div>`;
        await page.goto(serve(shop, render(body), policy));
        await page.click("#get");
        await findChat(page);
        await page.click("#post");
        for (const chat of await page.waitForWindows(2)) await chat.waitForUrl(KAKAO);
        expect((await standIn.settled(2)).map(({ method }) => method)).toEqual(["GET", "POST"]);
        expect(await violationsOf(page)).toEqual([]);
        expect(countReports(network)).toBe(0);
      },
    );
  }

  for (const method of ["get", "post"]) {
    test(`a sandbox by header with all that a chat needs lets it start by ${method}`, async ({
      engine,
      page,
      shop,
      standIn,
    }) => {
      test.skip(
        engine.name === "webkit" && method === "post",
        "it drops a form's request to a window whose opener is cut, and nothing tells the page of the header",
      );
      const flags = "allow-scripts allow-same-origin allow-popups allow-forms";
      const html = render(button(`data-kakao-chat-method="${method}"`));
      await page.goto(serve(shop, html, `sandbox ${flags}`));
      await page.click("#chat");
      const chat = await findChat(page);
      await standIn.only();
      expect((await chat.state()).hasOpener).toBe(false);
    });
  }

  test(
    "a script-src with nothing but the hash of the file runs it inline",
    ONE_ENGINE,
    async ({ network, page, shop, standIn }) => {
      const source = await readFile(DIST, "utf8");
      const hash = createHash("sha256").update(source).digest("base64");
      const html = render(`${button("")}<script>${source}</script>`, "");
      await page.goto(
        serve(
          shop,
          html,
          `default-src 'none'; img-src 'self'; script-src ${NONCE} 'sha256-${hash}'`,
        ),
      );
      await page.click("#chat");
      await findChat(page);
      await standIn.only();
      expect(await violationsOf(page)).toEqual([]);
      expect(countReports(network)).toBe(0);
    },
  );

  test("a script-src with nothing but the hash of the file loads it by its integrity", async ({
    engine,
    network,
    page,
    shop,
    standIn,
  }) => {
    const hash = createHash("sha256")
      .update(await readFile(DIST))
      .digest("base64");
    const script = `<script src="https://cdn.test/kakao-chat.js?_=123" integrity="sha256-${hash}" crossorigin defer></script>`;
    const html = render(button(""), script);
    await page.goto(
      serve(shop, html, `default-src 'none'; img-src 'self'; script-src ${NONCE} 'sha256-${hash}'`),
    );
    await page.click("#chat");
    await findChat(page);
    await standIn.only();
    expect(await violationsOf(page)).toEqual([]);
    // WebKit's preload scanner knows no integrity: it reports what the page then loads all the same.
    expect(countReports(network)).toBeLessThanOrEqual(engine.name === "webkit" ? 1 : 0);
  });
});

test.describe("form-action without Kakao", () => {
  const policy = "form-action 'self'";

  for (const reuse of ["false", "true"]) {
    test(`the chat goes by GET in the same popup, reuse="${reuse}"`, async ({
      network,
      page,
      shop,
      standIn,
    }) => {
      const attributes = `data-kakao-chat-extra="${LONG_EXTRA}" data-kakao-chat-reuse="${reuse}"`;
      await page.goto(serve(shop, render(button(attributes)), policy));
      await page.click("#chat");
      const chat = await findChat(page);
      const request = await standIn.only();
      expect([request.method, request.fields]).toEqual([
        "GET",
        [
          ["uuid", "@shop"],
          ["extra", LONG_EXTRA],
        ],
      ]);
      expect(await page.windows()).toHaveLength(1);
      expect(await chat.state()).toMatchObject({
        title: "stand-in",
        innerWidth: 1024,
        hasOpener: reuse === "true",
      });
      expect(await violationsOf(page)).toEqual([["form-action", "enforce"]]);
      await expect.poll(() => countReports(network)).toBe(1);
      expect(await page.evaluate(() => document.querySelector("form"))).toBe(null);
    });
  }

  test("the chat waits for no timer", ONE_ENGINE, async ({ page, shop, standIn }) => {
    const stopTime = `<script nonce="test">setTimeout = setInterval = () => 0;</script>`;
    const html = render(button(`data-kakao-chat-method="post"`), stopTime + SCRIPT);
    await page.goto(serve(shop, html, policy));
    await page.click("#chat");
    await findChat(page);
    expect((await standIn.only()).method).toBe("GET");
  });

  test(
    "each later click is refused and rescued again",
    ONE_ENGINE,
    async ({ page, shop, standIn }) => {
      const post = `data-kakao-chat-method="post"`;
      const html = render(button(`${post} data-kakao-chat-extra="1"`, "one") + button(post, "two"));
      await page.goto(serve(shop, html, policy));
      await page.click("#one");
      await findChat(page);
      await page.click("#two");
      for (const chat of await page.waitForWindows(2)) await chat.waitForUrl(KAKAO);
      await wait(LATER);
      await page.click("#one");
      for (const chat of await page.waitForWindows(3)) await chat.waitForUrl(KAKAO);
      expect(
        (await standIn.settled(3)).map(({ method, fields }) => [method, fields.length]),
      ).toEqual([
        ["GET", 2],
        ["GET", 1],
        ["GET", 2],
      ]);
    },
  );

  test("two clicks 60 ms apart, on two buttons, each reach their own window", async ({
    page,
    shop,
    standIn,
  }) => {
    const post = `data-kakao-chat-method="post"`;
    const one = button(`${post} data-kakao-chat-extra="1"`, "one");
    const two = button(`${post} data-kakao-chat-extra="2"`, "two");
    // The first button goes at its click, and the second takes its place under the pointer.
    const swap = `<script nonce="test">
        document.querySelector("#one").addEventListener("click", ({ target }) => {
          setTimeout(() => target.remove());
        });
      </script>`;
    await page.goto(serve(shop, render(one + two + swap), policy));
    await page.click("#one", { count: 2, gap: 60 });
    for (const chat of await page.waitForWindows(2)) await chat.waitForUrl(KAKAO);
    const extras = (await standIn.settled(2)).map(({ fields }) => fields.at(-1)?.[1]);
    expect(extras.sort()).toEqual(["1", "2"]);
  });

  test(
    "an extra that makes too long an address is left out, and a problem says so",
    ONE_ENGINE,
    async ({ page, shop, standIn }) => {
      await page.goto(
        serve(shop, render(button(`data-kakao-chat-extra="${LONGEST_EXTRA}"`)), policy),
      );
      await page.click("#chat");
      await findChat(page);
      const request = await standIn.only();
      expect([request.method, request.fields]).toEqual(["GET", [["uuid", "@shop"]]]);
      const problems = (await seen(page, "problem")).flatMap(({ problems }) => problems);
      expect(problems).toEqual([expect.objectContaining({ code: "KC316" })]);
      await expect
        .poll(() => page.console())
        .toContainEqual({ level: "warn", text: expect.stringMatching(/^\[kakao-chat\] KC316 /) });
    },
  );

  test(
    `method="get" with too long an address ends without the extra`,
    ONE_ENGINE,
    async ({ page, shop, standIn }) => {
      const attributes = `data-kakao-chat-method="get" data-kakao-chat-extra="${LONGEST_EXTRA}"`;
      await page.goto(serve(shop, render(button(attributes)), policy));
      await page.click("#chat");
      await findChat(page);
      const request = await standIn.only();
      expect([request.method, request.fields]).toEqual(["GET", [["uuid", "@shop"]]]);
    },
  );

  test("the chat in the same window goes by GET", async ({ page, shop, standIn }) => {
    const attributes = `data-kakao-chat-method="post" data-kakao-chat-target="self"`;
    await page.goto(serve(shop, render(button(attributes)), policy));
    await page.click("#chat");
    await page.waitForUrl(KAKAO);
    expect((await standIn.only()).method).toBe("GET");
    expect(await page.windows()).toEqual([]);
  });

  test("the chat that waited goes by GET", async ({ page, shop, standIn }) => {
    const slow = `<script nonce="test">
        addEventListener("kakao-chat:before", ({ detail }) =>
          detail.waitUntil(new Promise((resolve) => setTimeout(resolve, 500, { extra: "late" }))));
      </script>`;
    await page.goto(serve(shop, render(button(`data-kakao-chat-method="post"`) + slow), policy));
    await page.click("#chat");
    await findChat(page);
    const request = await standIn.only();
    expect([request.method, request.fields.at(-1)]).toEqual(["GET", ["extra", "late"]]);
    expect(await page.windows()).toHaveLength(1);
  });

  test("as a report only it does not make the chat start twice", async ({
    network,
    page,
    shop,
    standIn,
  }) => {
    const html = render(button(`data-kakao-chat-method="post"`));
    await page.goto(serve(shop, html, policy, "content-security-policy-report-only"));
    await page.click("#chat");
    await findChat(page);
    expect((await standIn.only()).method).toBe("POST");
    expect(await violationsOf(page)).toEqual([["form-action", "report"]]);
    await expect.poll(() => countReports(network)).toBe(1);
  });

  test(
    "a form of the page's own that is refused starts no chat",
    ONE_ENGINE,
    async ({ page, shop, standIn }) => {
      const form = `<form action="https://other.test/" method="post"><button id="own">own</button></form>`;
      await page.goto(serve(shop, render(button(`data-kakao-chat-method="get"`) + form), policy));
      await page.click("#chat");
      await findChat(page);
      await page.click("#own");
      await expect.poll(() => violationsOf(page)).toHaveLength(1);
      await standIn.only();
      expect(await page.windows()).toHaveLength(1);
    },
  );
});

test.describe("on a phone, form-action without Kakao", () => {
  test.use({ profile: { device: "Pixel 9" } });

  // In all engines: `field-windows.spec.ts`.
  test(
    "leads to the chat by GET, in a tab while the browser still allows one",
    ONE_ENGINE,
    async ({ page, shop, standIn }) => {
      const html = render(button(`data-kakao-chat-method="post" data-kakao-chat-extra="1"`));
      await page.goto(serve(shop, html, "form-action 'self'"));
      await page.tap("#chat");
      const request = await standIn.only();
      expect([request.method, request.fields.at(-1)]).toEqual(["GET", ["extra", "1"]]);
      // To Chromium the refused form has used up the gesture: then the page's own window is what is left. No tab
      // stays blank.
      const [chat = page] = await page.windows();
      await chat.waitForUrl(KAKAO);
      expect((await chat.state()).hasOpener).toBe(false);
    },
  );
});

test("a redirect that form-action refuses ends at the endpoint by GET", async ({
  engine,
  network,
  page,
  shop,
  standIn,
}) => {
  const landing = network.site("talk.test").page("/room", "<!doctype html><title>room</title>");
  standIn.respond = () => ({ status: 302, headers: { location: landing } });
  const html = render(button(`data-kakao-chat-extra="${LONG_EXTRA}"`));
  await page.goto(serve(shop, html, "form-action https://bizmessage.kakao.com"));
  await page.click("#chat");
  const [chat] = await page.waitForWindows(1);
  await chat?.waitForUrl(/^https:\/\/talk\.test\/room/);
  expect((await chat?.state())?.title).toBe("room");
  // Chromium alone checks where the form is redirected to, after the endpoint has had it.
  const methods = engine.name === "chromium" ? ["POST", "GET"] : ["POST"];
  expect((await standIn.settled(methods.length)).map(({ method }) => method)).toEqual(methods);
  expect(standIn.requests.at(-1)?.fields.at(-1)).toEqual(["extra", LONG_EXTRA]);
  expect(await page.windows()).toHaveLength(1);
});

const COOP = { "cross-origin-opener-policy": "same-origin" };

for (const [where, onShop, onEndpoint] of [
  ["the shop", true, false],
  ["the endpoint", false, true],
  ["both", true, true],
] as const) {
  for (const method of ["get", "post"]) {
    // Each place and each method once.
    const inAll = where === (method === "get" ? "the shop" : "the endpoint");
    test(
      `COOP on ${where}: by ${method}, with reuse or without, each click has its window`,
      allEnginesIf(inAll),
      async ({ page, shop, standIn }) => {
        // Four windows, and a machine that may be slow.
        test.setTimeout(60_000);
        standIn.respond = () =>
          onEndpoint
            ? { headers: COOP, body: "<!doctype html><title>stand-in</title>" }
            : undefined;
        const ids = ["once", "reused"];
        const said = `data-kakao-chat-method="${method}"`;
        // The same request within a second would be a double click.
        const buttons = ids.map((id) =>
          button(
            `${said} data-kakao-chat-extra="${id}" data-kakao-chat-reuse="${id === "reused"}"`,
            id,
          ),
        );
        const html = render(buttons.join(""));
        await page.goto(shop.page("/", { html, headers: onShop ? COOP : {} }));
        for (const count of [2, 4]) {
          if (count > 2) await wait(LATER);
          for (const id of ids) await page.click(`#${id}`);
          for (const chat of await page.waitForWindows(count)) await chat.waitForUrl(KAKAO);
        }
        expect((await standIn.settled(4)).map((request) => request.method)).toEqual(
          Array(4).fill(method.toUpperCase()),
        );
        for (const chat of await page.windows()) {
          await expect.poll(async () => (await chat.state()).hasOpener).toBe(false);
        }
      },
    );
  }
}

test.describe("in an iframe", () => {
  const kinds: [name: string, sandbox: string | undefined][] = [
    ["without a sandbox", undefined],
    ["with all that a chat needs", "allow-scripts allow-same-origin allow-popups allow-forms"],
    ["without allow-popups", "allow-scripts allow-same-origin allow-forms"],
    ["without allow-forms", "allow-scripts allow-same-origin allow-popups"],
    ["without both", "allow-scripts allow-same-origin"],
    ["of an opaque origin", "allow-scripts allow-popups allow-forms"],
    ["of an opaque origin without allow-popups", "allow-scripts allow-forms"],
    ["of an opaque origin without allow-forms", "allow-scripts allow-popups"],
    ["of an opaque origin without both", "allow-scripts"],
  ];
  /** The shop's frame tells the page around it what happens, because it may go away itself. */
  function frameIn(shop: Site, host: Site, attributes: string, sandbox: string | undefined) {
    const told = `<script>told = []; addEventListener("message", ({ data }) => told.push(data));</script>`;
    const tell = `<script nonce="test">
        for (const type of ["open", "blocked"]) {
          addEventListener("kakao-chat:" + type, () => parent.postMessage(type, "*"));
        }
      </script>`;
    const inner = host.page("/inner", render(button(attributes), tell + SCRIPT));
    const attribute = sandbox === undefined ? "" : `sandbox="${sandbox}"`;
    return shop.page(
      "/",
      `<!doctype html><title>outer</title>${told}<iframe src="${inner}" ${attribute}></iframe>`,
    );
  }

  /** Each restriction once, and all of them. */
  const IN_ALL_ENGINES = [
    "without allow-popups",
    "without allow-forms",
    "of an opaque origin",
    "of an opaque origin without both",
  ];

  for (const [name, sandbox] of kinds) {
    test(
      `${name}, by GET, by POST and after waitUntil: the chat starts, and no window stays blank`,
      allEnginesIf(IN_ALL_ENGINES.includes(name)),
      async ({ page, shop, standIn }) => {
        // Three visits, and a machine that may be slow.
        test.setTimeout(60_000);
        const hasPopups = sandbox?.includes("allow-popups") ?? true;
        for (const [index, method] of ["get", "post"].entries()) {
          const said = `data-kakao-chat-method="${method}" data-kakao-chat-extra="${method}"`;
          await page.goto(frameIn(shop, shop, said, sandbox));
          await (await page.frame("iframe")).click("#chat");
          const requests = await standIn.settled(index + 1);
          expect(requests).toHaveLength(index + 1);
          expect(requests[index]?.fields).toEqual([
            ["uuid", "@shop"],
            ["extra", method],
          ]);
          const windows = await page.waitForWindows(hasPopups ? 1 : 0);
          for (const chat of windows) await chat.waitForUrl(KAKAO);
          expect(await page.url()).toBe("https://shop.test/");
          const read = () => page.evaluate(() => Reflect.get(window, "told"));
          await expect.poll(read).toEqual(hasPopups ? ["open"] : ["blocked", "open"]);
          for (const chat of windows) await chat.close();
          await page.waitForWindows(0);
        }

        await page.goto(frameIn(shop, shop, `data-kakao-chat-extra="1"`, sandbox));
        const frame = await page.frame("iframe");
        await frame.evaluate(() =>
          addEventListener("kakao-chat:before", ({ detail }) =>
            detail.waitUntil(
              new Promise((resolve) => setTimeout(() => resolve({ extra: "2" }), 300)),
            ),
          ),
        );
        await frame.click("#chat");
        const request = await standIn.only(2);
        expect(request.fields.at(-1)).toEqual(["extra", "2"]);
        for (const chat of await page.windows()) await chat.waitForUrl(KAKAO);
      },
    );
  }

  for (const [where, isOther] of [
    ["of the same site", false],
    ["of another site", true],
  ] as const) {
    for (const method of ["get", "post"]) {
      test(
        `${where} whose page has an open() of its own: a tab, by ${method}`,
        allEnginesIf(isOther && method === "post"),
        async ({ network, page, shop, standIn }) => {
          const said = `data-kakao-chat-method="${method}" data-kakao-chat-extra="1"`;
          const host = isOther ? network.site("widget.test") : shop;
          await page.goto(frameIn(shop, host, said, undefined));
          const frame = await page.frame("iframe");
          await frame.evaluate(() => {
            window.open = () => null;
          });
          await frame.click("#chat");
          const request = await standIn.only();
          expect(request.fields.at(-1)).toEqual(["extra", "1"]);
          await findChat(page);
          expect(await page.url()).toBe("https://shop.test/");
        },
      );
    }

    test(
      `${where} whose sandbox refuses the popup: the whole page goes to the chat`,
      allEnginesIf(isOther),
      async ({ network, page, shop, standIn }) => {
        const host = isOther ? network.site("widget.test") : shop;
        const sandbox = "allow-scripts allow-same-origin allow-forms allow-top-navigation";
        await page.goto(frameIn(shop, host, `data-kakao-chat-extra="1"`, sandbox));
        await (await page.frame("iframe")).click("#chat");
        await page.waitForUrl(KAKAO);
        expect((await standIn.only()).fields.at(-1)).toEqual(["extra", "1"]);
        expect(await page.windows()).toEqual([]);
      },
    );
  }

  for (const method of ["get", "post"]) {
    test(
      `of the same site without a gesture: the whole page goes to the chat by ${method}`,
      allEnginesIf(method === "post"),
      async ({ page, shop, standIn }) => {
        const said = `data-kakao-chat-method="${method}" data-kakao-chat-extra="1"`;
        const act = `<script>addEventListener("load", () => setTimeout(() => chat.click()));</script>`;
        const inner = shop.page("/inner", render(button(said) + act));
        await page.goto(
          shop.page("/", `<!doctype html><title>outer</title><iframe src="${inner}"></iframe>`),
        );
        await page.waitForUrl(KAKAO);
        const request = await standIn.only();
        expect([request.method, request.fields.at(-1)]).toEqual([
          method.toUpperCase(),
          ["extra", "1"],
        ]);
        expect(await page.windows()).toEqual([]);
      },
    );
  }

  const waiting = `<script nonce="test">
    addEventListener("kakao-chat:before", ({ detail }) => detail.waitUntil(Promise.resolve({ extra: "1" })));
  </script>`;
  for (const [method, head] of [
    ["get", ""],
    ["post", ""],
    ["get", waiting],
    ["post", waiting],
  ] as const) {
    test(
      `without credentials, the chat opens once by ${method}${head && " after a wait"}, and the page stays`,
      ONE_ENGINE,
      async ({ page, shop, standIn }) => {
        const said = `data-kakao-chat-method="${method}"`;
        const inner = shop.page("/inner", render(button(said), head + SCRIPT));
        const outer = `<!doctype html><title>outer</title><iframe credentialless src="${inner}"></iframe>`;
        await page.goto(shop.page("/", outer));
        await (await page.frame("iframe")).click("#chat");
        expect((await standIn.only()).method).toBe(method.toUpperCase());
        expect(await standIn.settled(1)).toHaveLength(1);
        expect(await page.url()).toBe(shop.url("/"));
        expect(await page.windows()).toHaveLength(1);
      },
    );
  }

  test("of another site: a popup, as on a page", async ({ network, page, standIn, visit }) => {
    const inner = network.site("widget.test").page("/inner", render(button("")));
    await visit(`<!doctype html><title>outer</title><iframe src="${inner}"></iframe>`);
    await (await page.frame("iframe")).click("#chat");
    const chat = await findChat(page);
    expect((await standIn.only()).headers.referer).toBe("https://widget.test/");
    expect((await chat.state()).hasOpener).toBe(false);
  });
});
