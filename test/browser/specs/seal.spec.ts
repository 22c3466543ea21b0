import { readFileSync } from "node:fs";
import { compactDecrypt, exportJWK, generateKeyPair, type JWK } from "jose";
import type { Page } from "../harness/engine";
import { HOSTILE } from "../harness/hostile-pages";
import type { Received, Site, StandIn } from "../harness/network";
import {
  allEnginesIf,
  button,
  eachRow,
  expect,
  inParts,
  LISTEN,
  ONE_ENGINE,
  OPEN,
  pageWith,
  SCRIPT,
  seen,
  test,
} from "../harness/pages";

const EXTRA = "홍길동, 010-1234-5678\n주문 1234";

interface Pair {
  publicKey: JWK;
  privateKey: JWK;
}

async function makePair(kind = "P-256"): Promise<Pair> {
  const isRsa = kind === "RSA";
  const pair = await generateKeyPair(isRsa ? "RSA-OAEP-256" : "ECDH-ES", {
    extractable: true,
    ...(isRsa ? {} : { crv: kind }),
  });
  return {
    publicKey: await exportJWK(pair.publicKey),
    privateKey: await exportJWK(pair.privateKey),
  };
}

const withKey = (jwk: JWK) =>
  `<script src="/kakao-chat-seal.js" data-key='${JSON.stringify(jwk)}' defer></script>${SCRIPT}`;
const withUrl = (url = "/key.json") =>
  `<script src="/kakao-chat-seal.js" data-key-url="${url}" defer></script>${SCRIPT}`;

const json = (value: unknown) => ({
  body: Buffer.from(JSON.stringify(value)),
  headers: { "content-type": "application/json" },
});

/** As an attribute's value. */
const attribute = (extra: string) => `data-kakao-chat-extra="${extra.replace(/\n/g, "&#10;")}"`;

/** From the bytes that arrived: a query by GET, a body by POST. */
async function opened(received: Received, { privateKey }: Pair): Promise<string> {
  const sent = received.method === "GET" ? (received.url.split("?")[1] ?? "") : `${received.body}`;
  expect(sent).not.toContain("010-1234");
  const jwe = new URLSearchParams(sent).get("extra") ?? "";
  const { plaintext } = await compactDecrypt(jwe, privateKey);
  return new TextDecoder().decode(plaintext);
}

/** The chat has started, without its extra, and the page knows why. */
async function expectNotSent(page: Page, standIn: StandIn, reason: string): Promise<void> {
  const { fields } = await standIn.only();
  expect(new Map(fields).has("extra")).toBe(false);
  const problems = (await seen(page, "problem")).flatMap(({ problems }) => problems);
  expect(problems).toContainEqual({
    code: "KC315",
    field: "extra",
    level: "warning",
    message: `expected text, got ${reason}`,
  });
}

async function clickOn(page: Page, shop: Site, body: string, script: string, head = LISTEN) {
  await page.goto(shop.page("/", pageWith(body, { head, script })));
  const { length } = await page.windows();
  await page.click("#shop");
  await page.waitForWindows(length + 1);
}

for (const kind of ["P-256", "X25519", "RSA"]) {
  test(`a sealed extra arrives by GET and by POST for ${kind}`, async ({
    page,
    standIn,
    visit,
  }) => {
    const pair = await makePair(kind);
    const methods = ["get", "post"];
    const buttons = methods.map((method) =>
      button(method, `data-kakao-chat-method="${method}" ${attribute(EXTRA)}`),
    );
    await visit(pageWith(buttons.join(""), { head: LISTEN, script: withKey(pair.publicKey) }));
    for (const [index, method] of methods.entries()) {
      await page.click(`#${method}`);
      const received = (await standIn.arrived(index + 1))[index] as Received;
      expect(received.method).toBe(method.toUpperCase());
      expect(await opened(received, pair)).toBe(EXTRA);
    }
    expect(await standIn.settled(2)).toHaveLength(2);
    expect(await seen(page, "problem")).toEqual([]);
    // To the guard too, what is sealed is nobody's data.
    expect(await page.console()).toEqual([]);
  });
}

test(
  "an extra is sealed wherever it is said, also after the seal and by a promise",
  ONE_ENGINE,
  async ({ page, shop, standIn }) => {
    const pair = await makePair();
    const sources = {
      defaults: `KakaoChatDefaults = { extra: "defaults" };`,
      handler: `addEventListener("kakao-chat:before", (e) => { e.detail.options.extra = "handler"; });`,
      stopped: `addEventListener("kakao-chat:before", (e) => {
      e.detail.options.extra = "stopped"; e.stopImmediatePropagation(); }, true);`,
      promise: `addEventListener("kakao-chat:before", (e) => {
      e.detail.waitUntil(new Promise((done) => setTimeout(done, 200, { extra: "promise" }))); });`,
      removed: `KakaoChatDefaults = { extra: "removed" };
      document.addEventListener("click", (e) => e.target.remove());`,
    };
    for (const [name, source] of Object.entries(sources)) {
      const head = `<script>addEventListener("DOMContentLoaded", () => { ${source} })</script>`;
      const count = standIn.requests.length;
      await clickOn(page, shop, button("shop"), withKey(pair.publicKey), head);
      const received = (await standIn.arrived(count + 1))[count] as Received;
      expect(await opened(received, pair)).toBe(name);
    }
    await clickOn(
      page,
      shop,
      `<a id="shop" data-kakao-chat href="https://bizmessage.kakao.com/chat/open/@shop?extra=link">a</a>`,
      withKey(pair.publicKey),
    );
    expect(await opened((await standIn.arrived(6))[5] as Received, pair)).toBe("link");
  },
);

test("a chat without extra starts as ever", ONE_ENGINE, async ({ page, shop, standIn }) => {
  await clickOn(page, shop, button("shop"), withUrl());
  expect((await standIn.only()).fields).toEqual([["uuid", "@shop"]]);
  expect(await seen(page, "problem")).toEqual([]);
});

test(
  "a key is fetched once, when the pointer comes, and not before",
  ONE_ENGINE,
  async ({ page, shop, network, standIn, visit }) => {
    const pair = await makePair();
    shop.page("/key.json", json(pair.publicKey));
    const asked = () => network.siteRequests.filter(({ url }) => url === "/key.json").length;
    const body = `<p id="text">text</p>${button("shop", attribute(EXTRA))}`;
    await visit(pageWith(body, { head: LISTEN, script: withUrl() }));
    await page.hover("#text");
    expect(asked()).toBe(0);
    await page.hover("#shop");
    await expect.poll(asked).toBe(1);
    await page.click("#shop");
    expect(await opened(await standIn.only(), pair)).toBe(EXTRA);
    expect(asked()).toBe(1);
  },
);

test("a slow key is waited for", async ({ page, shop, standIn }) => {
  const pair = await makePair();
  shop.page("/key.json", { ...json(pair.publicKey), delay: 2000 });
  await clickOn(page, shop, button("shop", attribute(EXTRA)), withUrl());
  expect(await opened(await standIn.only(), pair)).toBe(EXTRA);
});

test("a key that takes too long is not", ONE_ENGINE, async ({ page, shop, standIn }) => {
  shop.page("/key.json", { ...json({}), delay: 10_000 });
  await clickOn(page, shop, button("shop", attribute(EXTRA)), withUrl());
  await expectNotSent(page, standIn, "no seal: no key after 4 s");
});

const { publicKey, privateKey } = await makePair();

const REFUSED = [
  [
    "a key server that is down",
    withUrl("https://nobody.invalid/"),
    "no seal: data-key-url cannot be reached",
  ],
  ["a key that is not there", withUrl("/no-key.json"), "no seal: data-key-url answered 404"],
  ["no key", `<script src="/kakao-chat-seal.js" defer></script>${SCRIPT}`, "no seal: no data-key"],
  ["a private key", withKey(privateKey), "no seal: the key is private; replace the pair"],
  [
    "a key of no use",
    withKey({ ...publicKey, x: "x" }),
    "no seal: the key does not work in this browser",
  ],
  [
    "a key for signatures",
    withKey({ ...publicKey, use: "sig" }),
    "no seal: the key's use is not enc",
  ],
  [
    "a key whose id is too long",
    withKey({ ...publicKey, kid: "k".repeat(700) }),
    "no seal: too long; the key's id (kid) leaves no room",
  ],
] as const;

test(
  "without a key that works nothing is sent in clear",
  ONE_ENGINE,
  ({ network, page, shop, standIn }) => {
    const rows = Object.fromEntries(REFUSED.map(([name, ...row]) => [name, row] as const));
    return eachRow(rows, { network, page }, async ([script, reason]) => {
      await clickOn(page, shop, button("shop", attribute(EXTRA)), script);
      await expectNotSent(page, standIn, reason);
    });
  },
);

test(
  "without TextEncoder nothing is sent in clear, without TextDecoder it is sealed, and nothing is thrown",
  ONE_ENGINE,
  async ({ network, page, shop, standIn }) => {
    const pair = await makePair();
    const rows = { TextEncoder: false, TextDecoder: true };
    await eachRow(rows, { network, page }, async (isSealed, missing) => {
      const head = `<script>
        window.errors = [];
        addEventListener("error", ({ message }) => errors.push(message));
        window.${missing} = undefined;
      </script>`;
      const body = button("shop", attribute(EXTRA));
      await clickOn(page, shop, body, withKey(pair.publicKey), LISTEN + head);
      if (isSealed) expect(await opened(await standIn.only(), pair)).toBe(EXTRA);
      else await expectNotSent(page, standIn, "no seal: the page has no TextEncoder that works");
      expect(await page.evaluate(() => Reflect.get(window, "errors"))).toEqual([]);
    });
  },
);

test("a link's address holds no extra, however it is written", async ({ page, standIn, visit }) => {
  const pair = await makePair();
  const open = `${OPEN}/@a`;
  const links = [
    `<a data-kakao-chat href="${open}?bot=true&amp;\nextra=secret">a</a>`,
    `<a data-kakao-chat href="${open}?ex&#9;tra=secret">a</a>`,
    `<a data-kakao-chat href="${open}?%65x%74ra=secret">a</a>`,
    `<a data-kakao-chat href="${open}?bot=true&amp;amp;extra=secret">a</a>`,
    `<a data-kakao-chat data-kakao-chat-extra="" href="${open}?extra=secret">a</a>`,
    `<svg><a data-kakao-chat xlink:href="${open}?extra=secret"><text y="20">a</text></a></svg>`,
    `<map name="m"><area data-kakao-chat href="${open}?extra=secret"></map>`,
  ];
  await visit(pageWith(links.join(" "), { head: LISTEN, script: withKey(pair.publicKey) }));
  const written = await page.evaluate(() =>
    [...document.querySelectorAll("[data-kakao-chat]")].map((link) => [
      link.getAttribute("href") ?? link.getAttribute("xlink:href"),
      link.getAttribute("data-kakao-chat-extra"),
    ]),
  );
  const bot = `${open}?bot=true`;
  const hrefs = [bot, open, open, bot, open, open, open];
  expect(written).toEqual(hrefs.map((href) => [href, "secret"]));
  await page.click("a", { modifiers: ["Control"] });
  expect(new Map((await standIn.only()).fields).has("extra")).toBe(false);
});

test(
  "a stranger's data-key is none of a module's, whatever that is called",
  ONE_ENGINE,
  async ({ network, page, shop, standIn }) => {
    const pair = await makePair();
    const stranger = '<script src="/other.js" data-key="AIzaXYZ"></script>';
    shop.script("/other.js", "");
    // Of a file by any other name nothing is known but its key.
    const rows = { "kakao-chat-seal.js": true, "kakao-chat.js": true, "loader.js": false };
    await eachRow(rows, { network, page }, async (isKnown, name) => {
      const body = readFileSync(new URL("../../../dist/kakao-chat-seal.js", import.meta.url));
      shop.script(`/own/${name}`, body);
      const own = `<script type="module" src="/own/${name}" data-key='${JSON.stringify(pair.publicKey)}'></script>`;
      const scripts = isKnown ? stranger + own : own + stranger;
      await clickOn(page, shop, button("shop", attribute(EXTRA)), scripts + SCRIPT);
      expect(await opened(await standIn.only(), pair)).toBe(EXTRA);
    });
  },
);

test(
  "a d on Object.prototype makes no key private",
  ONE_ENGINE,
  async ({ page, shop, standIn }) => {
    const head = "<script>Object.prototype.d = 1;</script>";
    await clickOn(page, shop, button("shop", attribute(EXTRA)), withKey(publicKey), LISTEN + head);
    await expectNotSent(page, standIn, "no seal: the key does not work in this browser");
  },
);

test("an extra too long to seal is not cut", ONE_ENGINE, async ({ page, shop, standIn }) => {
  await clickOn(page, shop, button("shop", attribute("가".repeat(200))), withKey(publicKey));
  await expectNotSent(
    page,
    standIn,
    "no seal: too long; with this key 552 letters and digits or 184 Hangul fit",
  );
});

test("on plain http nothing is sent in clear", async ({ page, shop, standIn }) => {
  const body = button("shop", attribute(EXTRA));
  const url = shop.page("/", pageWith(body, { head: LISTEN, script: withKey(publicKey) }));
  await page.goto(url.replace("https:", "http:"));
  await page.click("#shop");
  await expectNotSent(page, standIn, "no seal: the page is not on https");
});

test("a seal that is there twice seals once", ONE_ENGINE, async ({ page, shop, standIn }) => {
  const pair = await makePair();
  const seal = `<script src="/kakao-chat-seal.js" data-key='${JSON.stringify(pair.publicKey)}'></script>`;
  await clickOn(page, shop, button("shop", attribute(EXTRA)), seal + seal + SCRIPT);
  expect(await opened(await standIn.only(), pair)).toBe(EXTRA);
});

test(
  "seal and core work as one file of the core's name",
  ONE_ENGINE,
  async ({ page, shop, standIn }) => {
    const pair = await makePair();
    const read = (name: string) =>
      readFileSync(new URL(`../../../dist/${name}`, import.meta.url), "utf8");
    shop.script("/both/kakao-chat.js", read("kakao-chat-seal.js") + read("kakao-chat.js"));
    const script = `<script src="/both/kakao-chat.js" data-key='${JSON.stringify(pair.publicKey)}' data-uuid="@all" defer></script>`;
    await clickOn(
      page,
      shop,
      `<button id="shop" data-kakao-chat ${attribute(EXTRA)}>a</button>`,
      script,
    );
    const received = await standIn.only();
    expect(new Map(received.fields).get("uuid")).toBe("@all");
    expect(await opened(received, pair)).toBe(EXTRA);
  },
);

/** What a page has in the way of a script is alike in all engines: this stands for the others. */
const STANDS_FOR_ALL = "additions to Object.prototype";

/** The library of the seal cannot do without `reduce()`: nothing is sent in its place. */
const SEALING = Object.fromEntries(
  Object.entries(HOSTILE).filter(([, { head = "" }]) => !head.includes("Array.prototype.reduce")),
);
const { [STANDS_FOR_ALL]: standing = {}, ...others } = SEALING;

for (const [title, rows] of [
  [STANDS_FOR_ALL, { [STANDS_FOR_ALL]: standing }] as const,
  ...inParts(others, 7),
]) {
  test(
    `an extra is sealed, and one that nobody said is not: ${title}`,
    allEnginesIf(title === STANDS_FOR_ALL),
    async ({ network, page, standIn, visit }) => {
      test.setTimeout(90_000);
      const pair = await makePair();
      const buttons = button("sealed", attribute(EXTRA)) + button("none");
      const links = `<a id="link" href="https://bizmessage.kakao.com/chat/open/@link?extra=${encodeURIComponent(EXTRA)}" data-kakao-chat style="display:inline-block;width:99px;height:30px">a</a>`;
      await eachRow(rows, { network, page }, async ({ head = "", body = "" }) => {
        await visit(
          pageWith(body + buttons + links, {
            head: LISTEN + head,
            script: withKey(pair.publicKey),
          }),
        );
        for (const [index, id] of ["sealed", "none", "link"].entries()) {
          await page.click(`#${id}`);
          await standIn.arrived(index + 1);
        }
        const [sealed, none, link] = await standIn.settled(3);
        await page.waitForWindows(3);
        expect(await opened(sealed as Received, pair)).toBe(EXTRA);
        expect(none?.fields).toEqual([["uuid", "@none"]]);
        expect(await opened(link as Received, pair)).toBe(EXTRA);
        expect(
          await page.evaluate(() => document.getElementById("link")?.getAttribute("href")),
        ).not.toContain("010");
      });
    },
  );
}

/** With these of the page's own, the library would make what nobody can open. */
const MISLEADING: Record<string, { head: string; reason: string }> = {
  "a reduce() that adds nothing, as in prototype.js 1.6": {
    head: `Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };`,
    reason: "an Array.prototype.reduce of the page's own",
  },
  "a toBase64() that knows no base64url": {
    head: `Uint8Array.prototype.toBase64 = function () { return btoa(String.fromCharCode(...this)); };`,
    reason: "a toBase64() or btoa() of the page's own",
  },
  "a toBase64() that throws": {
    head: `Uint8Array.prototype.toBase64 = function () { throw Error("none"); };`,
    reason: "a toBase64() or btoa() of the page's own",
  },
};

test(
  "where the page misleads what it is made by, nothing is sent in clear",
  ONE_ENGINE,
  async ({ network, page, shop, standIn }) => {
    const { publicKey } = await makePair();
    const body = button("shop", attribute(EXTRA));
    await eachRow(MISLEADING, { network, page }, async ({ head, reason }) => {
      const script = `<script>${head}</script>`;
      await clickOn(page, shop, body, withKey(publicKey), LISTEN + script);
      await expectNotSent(page, standIn, `no seal: ${reason}`);
    });
  },
);

test("a seal that is written anew with its page seals", async ({ page, standIn, visit }) => {
  const pair = await makePair();
  const html = withKey(pair.publicKey) + button("shop", attribute(EXTRA));
  await visit(pageWith("<p>old</p>", { script: withKey(pair.publicKey) }));
  await page.evaluate(
    (html) => {
      document.open();
      document.write(html);
      document.close();
    },
    html.replaceAll(" defer", ""),
  );
  await page.click("#shop");
  expect(await opened(await standIn.only(), pair)).toBe(EXTRA);
});
