import { includeScript } from "../../../demo/stand-in/server.mjs";
import { findViolations, WCAG } from "../harness/axe";
import type { Page } from "../harness/engine";
import { HOSTILE } from "../harness/hostile-pages";
import type { Network, Received } from "../harness/network";
import {
  allEnginesIf,
  test as base,
  eachRow,
  expect,
  ONE_ENGINE,
  pageWith,
  WRITE,
} from "../harness/pages";
import type { Reply } from "../harness/reply";
import type { StandIn } from "../harness/stand-in";

const INCLUDE = "https://bizmessage.kakao.com/chat/includeScript";
const KAKAO = /^https:\/\/bizmessage\.kakao\.com\/(v1\/chat\/write|chat\/open)/;
const GOING = "카카오로 이동 중입니다. 잠시만 기다려 주세요.";
const FAILED = "상담 채널을 확인할 수 없어 상담을 시작하지 못했습니다.";
const TAG = `<script src="/kakao-chat-partner.js" data-channels="@channel @other" defer></script>`;
/** The shop names its partner page-wide: markup alone, which may be a visitor's, leads to none. */
const SHOP_TAG = `<script src="/kakao-chat.js" data-partners="https://partner.test" defer></script>`;

/** Takes the recommended size for an outer one, as Kakao's may. */
const RESIZES_OUTER = "resizeTo(1024, 800)";

/** What arrived at Kakao, includeScript apart. */
class Kakao {
  include: Reply = { body: includeScript };

  constructor(private readonly standIn: StandIn) {
    standIn.respond = ({ url }) =>
      url.startsWith("/chat/includeScript")
        ? { headers: { "content-type": "text/javascript" }, ...this.include }
        : undefined;
  }

  async includes(): Promise<number> {
    return (await this.standIn.settled()).length - (await this.chats()).length;
  }

  async chats() {
    const received = await this.standIn.settled();
    return received.filter(({ url }) => !url.startsWith("/chat/includeScript"));
  }

  async only() {
    const hasChat = ({ url }: Received) => !url.startsWith("/chat/includeScript");
    await expect.poll(() => this.standIn.requests.some(hasChat)).toBe(true);
    const [chat, ...more] = await this.chats();
    expect(more).toEqual([]);
    if (!chat) throw new Error("expected a chat, got none");
    return chat;
  }
}

const test = base.extend<{ kakao: Kakao }>({
  kakao: ({ standIn }, use) => use(new Kakao(standIn)),
});

function partnerPage(tag = TAG, { lang = "ko", head = "" } = {}): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>partner</title>
${head}${tag}</head><body><p role="status" data-kakao-chat-status></p></body></html>`;
}

/** A shop's hand-written button opens a popup of 600 x 400. */
async function openPopup(page: Page, network: Network, address: string): Promise<Page> {
  const open = `open('${address}', '', 'popup,width=600,height=400,left=1400,top=700')`;
  const shop = network.site("shop.test");
  await page.goto(shop.page("/", pageWith(`<button onclick="${open}">상담</button>`)));
  await page.click("button");
  const [popup] = await page.waitForWindows(1);
  if (!popup) throw new Error("expected a popup");
  return popup;
}

async function expectRecommendedSize(popup: Page): Promise<void> {
  // A window grows and moves some time after it is told to, and not necessarily at once.
  const measure = () =>
    popup.evaluate(() => ({
      isWide: innerWidth >= 1024,
      isHigh: innerHeight >= 800,
      isOnScreen: screenX + outerWidth <= screen.width && screenY + outerHeight <= screen.height,
    }));
  await expect.poll(measure).toEqual({ isWide: true, isHigh: true, isOnScreen: true });
}

test.describe("the whole way", () => {
  test("by GET: the button's popup, the partner's page, Kakao", async ({
    page,
    network,
    kakao,
    visit,
  }) => {
    const via = network.site("partner.test").page("/start", partnerPage());
    const attributes = `data-kakao-chat="@channel" data-kakao-chat-extra="a=1&amp;b=한글"
      data-kakao-chat-bot="auto" data-kakao-chat-event="시작" data-kakao-chat-via="${via}?shop=7"`;
    await visit(pageWith(`<button ${attributes}>상담</button>`, { script: SHOP_TAG }));
    await page.click("button");
    const [popup] = await page.waitForWindows(1);
    await popup?.waitForUrl(KAKAO);
    const [passed] = network.siteRequests.filter(({ url }) => url.startsWith("/start"));
    expect(passed?.method).toBe("GET");
    expect(passed?.url).toMatch(/^\/start\?shop=7&uuid=%40channel&extra=/);
    const chat = await kakao.only();
    expect(chat.method).toBe("GET");
    expect(chat.fields).toEqual([
      ["uuid", "@channel"],
      ["extra", "a=1&b=한글"],
      ["bot", "auto"],
      ["event", "시작"],
    ]);
    expect(await popup?.state()).toMatchObject({ hasOpener: false });
    if (popup) await expectRecommendedSize(popup);
  });

  test("by POST: the server renders the parameters into the tag", async ({
    page,
    network,
    kakao,
    visit,
  }) => {
    const tag = `<script src="/kakao-chat-partner.js" data-uuid="@channel" data-method="post"
      data-extra="a=&quot;1&quot;&#10;b=&lt;2&gt;" data-bot="true" data-event="시작" defer></script>`;
    const via = network.site("partner.test").page("/start", partnerPage(tag));
    const attributes = `data-kakao-chat="@channel" data-kakao-chat-extra="x"
      data-kakao-chat-method="post" data-kakao-chat-via="${via}"`;
    await visit(pageWith(`<button ${attributes}>상담</button>`, { script: SHOP_TAG }));
    await page.click("button");
    const [popup] = await page.waitForWindows(1);
    await popup?.waitForUrl(KAKAO);
    const [passed] = network.siteRequests.filter(({ url }) => url.startsWith("/start"));
    expect(passed).toMatchObject({ method: "POST", url: "/start" });
    const chat = await kakao.only();
    expect(chat).toMatchObject({ method: "POST", url: "/v1/chat/write" });
    expect(chat.fields).toEqual([
      ["uuid", "@channel"],
      ["extra", 'a="1"\r\nb=<2>'],
      ["bot", "true"],
      ["event", "시작"],
    ]);
    if (popup) await expectRecommendedSize(popup);
  });

  test(
    "endpoint=open is for Kakao: the partner gets a query",
    ONE_ENGINE,
    async ({ page, network, kakao, visit }) => {
      const tag = TAG.replace("data-", `data-endpoint="open" data-`);
      const via = network.site("partner.test").page("/start", partnerPage(tag));
      const attributes = `data-kakao-chat="@channel" data-kakao-chat-endpoint="open"`;
      const button = `<button ${attributes} data-kakao-chat-via="${via}">상담</button>`;
      await visit(pageWith(button, { script: SHOP_TAG }));
      await page.click("button");
      const [popup] = await page.waitForWindows(1);
      await popup?.waitForUrl(KAKAO);
      expect(network.siteRequests.map(({ url }) => url)).toContain("/start?uuid=%40channel");
      expect((await kakao.only()).url).toBe("/chat/open/%40channel");
    },
  );

  test(
    "a via that is no https address is an error, and opens nothing",
    ONE_ENGINE,
    async ({ page, kakao, visit }) => {
      const vias = [
        ["http://partner.test/start", "auto"],
        ["/start", "auto"],
        ["javascript:alert(1)", "auto"],
        ["https://[", "auto"],
        ["https://[", "self"],
      ];
      const buttons = vias.map(
        ([via, target], index) =>
          `<button id="b${index}" data-kakao-chat="@channel" data-kakao-chat-via="${via}"
          data-kakao-chat-target="${target}">상담</button>`,
      );
      await visit(pageWith(buttons.join("")));
      for (const index of vias.keys()) await page.click(`#b${index}`);
      await expect
        .poll(async () => (await page.console()).map(({ text }) => text))
        .toEqual(vias.map(() => expect.stringContaining(`KC801 via: expected an https address`)));
      expect(await kakao.chats()).toEqual([]);
      expect(await page.windows()).toEqual([]);
    },
  );
});

test.describe("a popup of 600 x 400", () => {
  for (const method of ["get", "post"]) {
    const INCLUDES = {
      "an includeScript that resizes the inner size": includeScript,
      "one that resizes the outer size": RESIZES_OUTER,
      "one that does nothing": "",
    };
    // Each method once, and each size; that includeScript takes the inner one, on the whole way above.
    const standing = method === "get" ? RESIZES_OUTER : "";
    for (const inAll of [true, false]) {
      const rows = Object.entries(INCLUDES).filter(
        ([, include]) => (include === standing) === inAll,
      );
      const title = rows.map(([name]) => name).join(", ");
      test(
        `ends at 1024 x 800 or more: ${method}, ${title}`,
        allEnginesIf(inAll),
        ({ page, network, kakao }) =>
          eachRow(Object.fromEntries(rows), { network, page }, async (include) => {
            kakao.include = { body: include };
            const tag = TAG.replace("data-", `data-method="${method}" data-`);
            const address = network.site("partner.test").page("/start", partnerPage(tag));
            const popup = await openPopup(page, network, `${address}?uuid=@channel`);
            await popup.waitForUrl(KAKAO);
            expect((await kakao.only()).method).toBe(method.toUpperCase());
            expect(await kakao.includes()).toBe(1);
            await expectRecommendedSize(popup);
          }),
      );
    }
  }

  for (const target of ["_self", "_blank"]) {
    test(`a tab keeps its size: ${target}`, async ({ page, network, kakao }) => {
      kakao.include = { body: "" };
      const address = network.site("partner.test").page("/start", partnerPage());
      const link = `<a href="${address}?uuid=@channel" target="${target}">상담</a>`;
      await page.goto(network.site("shop.test").page("/", pageWith(link, { script: "" })));
      const { innerWidth, innerHeight, screenX, screenY } = await page.state();
      await page.click("a");
      const [tab = page] = await page.waitForWindows(target === "_self" ? 0 : 1);
      await tab.waitForUrl(KAKAO);
      await kakao.only();
      // Whether a second tab costs a tab bar's height is the browser's affair: only the width tells.
      const same = target === "_self" ? { innerWidth, innerHeight } : { innerWidth };
      expect(await tab.state()).toMatchObject({ ...same, screenX, screenY });
    });
  }
});

test.describe("includeScript", () => {
  async function run(page: Page, network: Network, head = "", tag = TAG): Promise<void> {
    const address = network.site("partner.test").page("/start", partnerPage(tag, { head }));
    const popup = await openPopup(page, network, `${address}?uuid=@channel&extra=a`);
    await popup.waitForUrl(KAKAO);
    await expectRecommendedSize(popup);
  }

  async function expectWarned(page: Page, line: string): Promise<void> {
    await expect
      .poll(async () => (await page.console()).map(({ text }) => text))
      .toContainEqual(expect.stringContaining(`[kakao-chat] ${line}`));
  }

  test("slow: the chat starts without it", async ({ page, network, kakao, engine }) => {
    // Longer than the harness waits for the chat.
    kakao.include = { delay: 20_000, body: "" };
    await run(page, network);
    // WebKit's last words of a page whose script is still loading do not reach the harness.
    if (engine.name !== "webkit") {
      await expectWarned(page, `KC812 includeScript: expected ${INCLUDE}, got nothing in 1500 ms`);
    }
    expect((await kakao.only()).fields).toEqual([
      ["uuid", "@channel"],
      ["extra", "a"],
    ]);
  });

  for (const status of [404, 0]) {
    test(
      `${status || "no connection"}: at once`,
      allEnginesIf(!status),
      async ({ page, network, kakao }) => {
        kakao.include = { status, headers: { "content-type": "text/plain" } };
        await run(page, network);
        await expectWarned(page, `KC812 includeScript: expected ${INCLUDE}, got an error`);
        await kakao.only();
      },
    );
  }

  test("the page's own: not loaded again", ONE_ENGINE, async ({ page, network, kakao }) => {
    test.setTimeout(60_000);
    const rows = { sync: "", deferred: " defer", async: " async" };
    await eachRow(rows, { network, page }, async (attributes) => {
      await run(page, network, `<script src="${INCLUDE}"${attributes}></script>`);
      expect(await kakao.includes()).toBe(1);
      await kakao.only();
    });
  });

  test("the page's own, slow: 1.5 s are enough", ONE_ENGINE, async ({ page, network, kakao }) => {
    kakao.include = { delay: 6000, body: "" };
    await run(page, network, `<script src="${INCLUDE}" async></script>`);
    expect(await kakao.includes()).toBe(1);
    await kakao.only();
  });

  test("twice on the page: sent once", ONE_ENGINE, async ({ page, network, kakao }) => {
    await run(page, network, `<script src="${INCLUDE}"></script>`.repeat(2));
    await kakao.only();
  });

  test(
    "the document's curly quotes: said, and loaded properly",
    ONE_ENGINE,
    async ({ page, network, kakao }) => {
      // Word for word.
      await run(page, network, `<script src=“${INCLUDE}"></script>`);
      expect(await kakao.includes()).toBe(1);
      const got = JSON.stringify(`?${INCLUDE}"`);
      await expectWarned(page, `KC811 includeScript: expected src="${INCLUDE}", got ${got}`);
      await kakao.only();
    },
  );

  test("our own tag twice: sent once", ONE_ENGINE, async ({ page, network, kakao }) => {
    await run(page, network, "", TAG + TAG);
    expect(await kakao.includes()).toBe(1);
    await kakao.only();
  });

  test(
    "our tag sync in the head: waits for the page's own",
    ONE_ENGINE,
    async ({ page, network, kakao }) => {
      const tag = TAG.replace(" defer", "");
      await run(page, network, "", `${tag}<script src="${INCLUDE}"></script>`);
      expect(await kakao.includes()).toBe(1);
      await kakao.only();
    },
  );
});

test.describe("a query string", () => {
  async function load(page: Page, network: Network, query: string, tag = TAG, lang = "ko") {
    const partner = network.site("partner.test").page("/start", partnerPage(tag, { lang }));
    await page.goto(`${partner}?${query}`);
  }

  async function expectRefused(page: Page, kakao: Kakao, code: string): Promise<void> {
    await expect.poll(async () => (await page.state()).text).toBe(`${FAILED} (${code})`);
    expect(await kakao.chats()).toEqual([]);
    expect(await kakao.includes()).toBe(0);
    expect(await page.url()).toMatch(/^https:\/\/partner\.test\/start/);
  }

  test(
    "with a uuid that is not listed is refused",
    ONE_ENGINE,
    async ({ page, network, kakao }) => {
      await load(page, network, "uuid=@evil");
      await expectRefused(page, kakao, "KC802");
      await expect
        .poll(async () => (await page.console()).map(({ text }) => text))
        .toContainEqual(
          expect.stringContaining(
            `[kakao-chat] KC802 uuid: expected an id in data-channels, got "@evil"`,
          ),
        );
    },
  );

  test("without a list is refused", ONE_ENGINE, async ({ page, network, kakao }) => {
    await load(page, network, "uuid=@channel", TAG.replace("data-channels", "data-x"));
    await expectRefused(page, kakao, "KC802");
  });

  test("without a uuid is refused", ONE_ENGINE, async ({ page, network, kakao }) => {
    await load(page, network, "extra=a");
    await expectRefused(page, kakao, "KC101");
  });

  test("is refused in English", ONE_ENGINE, async ({ page, network }) => {
    await load(page, network, "uuid=@evil", TAG, "en");
    await expect
      .poll(async () => (await page.state()).text)
      .toBe("The consultation could not be started: its channel could not be confirmed. (KC802)");
    expect(await findViolations(page, { runOnly: WCAG })).toEqual([]);
  });

  test(
    "changes neither the address nor the method nor the tag's own",
    ONE_ENGINE,
    async ({ page, network, kakao }) => {
      const crafted = [
        "uuid=@evil&uuid=@channel",
        "endpoint=open&method=post&target=popup&via=https://evil.test/",
        "channels=@evil&data-channels=@evil&__proto__=x&bot=true",
      ];
      await load(page, network, crafted.join("&"), TAG.replace("data-", `data-bot="false" data-`));
      await page.waitForUrl(KAKAO);
      expect(await kakao.only()).toMatchObject({
        method: "GET",
        fields: [
          ["uuid", "@channel"],
          ["bot", "false"],
        ],
      });
      expect(await page.url()).toBe(`${WRITE}?uuid=%40channel&bot=false`);
      expect(network.siteRequests.map(({ host }) => host)).not.toContain("evil.test");
    },
  );

  test("adds nothing to a tag with a uuid", ONE_ENGINE, async ({ page, network, kakao }) => {
    const tag = `<script src="/kakao-chat-partner.js" data-uuid="@own" defer></script>`;
    await load(page, network, "uuid=@evil&extra=evil&bot=true&event=evil", tag);
    await page.waitForUrl(KAKAO);
    expect((await kakao.only()).fields).toEqual([["uuid", "@own"]]);
  });

  test("puts no markup into the page", ONE_ENGINE, async ({ page, network, kakao }) => {
    const markup = encodeURIComponent(`<img src=x onerror="document.title='evil'">`);
    await load(page, network, `uuid=@a${markup}&extra=${markup}`);
    await expectRefused(page, kakao, "KC107");
    expect((await page.state()).title).toBe("partner");
    expect(await page.evaluate(() => document.images.length)).toBe(0);
  });

  test(
    "meets a page that is clobbered and polluted",
    ONE_ENGINE,
    async ({ page, network, kakao }) => {
      const head = `<script>
      for (const name of ["uuid", "extra", "bot", "via", "endpoint", "method", "channels"]) {
        Object.prototype[name] = name === "via" ? "https://evil.test/" : "@evil";
      }</script>`;
      const names = ["currentScript", "querySelectorAll", "readyState", "toolbar", "location"];
      const body = names.map((name) => `<img name="${name}" id="${name}">`).join("");
      const html = partnerPage(TAG, { head }).replace("<body>", `<body>${body}`);
      const partner = network.site("partner.test").page("/start", html);
      await page.goto(`${partner}?uuid=@channel`);
      await page.waitForUrl(KAKAO);
      expect(await page.url()).toBe(`${WRITE}?uuid=%40channel`);
      await kakao.only();
    },
  );
});

test(
  "a query string is passed on, whatever the page has done to what a script relies on",
  ONE_ENGINE,
  async ({ page, network, kakao }) => {
    test.setTimeout(90_000);
    for (const [before, [name, { head = "", body = "" }]] of Object.entries(HOSTILE).entries()) {
      await test.step(name, async () => {
        const html = partnerPage(TAG, { head }).replace("<body>", `<body>${body}`);
        const partner = network.site("partner.test").page("/start", html);
        await page.goto(`${partner}?uuid=@channel&extra=${before}`);
        await page.waitForUrl(KAKAO);
        expect(await page.url()).toBe(`${WRITE}?uuid=%40channel&extra=${before}`);
        expect(await kakao.chats()).toHaveLength(before + 1);
        expect(await page.errors()).toEqual([]);
      });
    }
  },
);

test("a page that is written anew passes on what its new tag says", async ({
  page,
  network,
  kakao,
}) => {
  const tag = '<script src="/kakao-chat-partner.js" data-uuid="@channel"></script>';
  const rewrite = `<script>
    addEventListener("load", () => setTimeout(() => {
      document.open();
      document.write(${JSON.stringify(`<p>anew</p>${tag}`).replaceAll("</script>", "<\\/script>")});
      document.close();
    }));
  </script>`;
  // Without a channel, the first one says so and stays where it is.
  const html = partnerPage(TAG, { head: rewrite });
  await page.goto(network.site("partner.test").page("/start", html));
  await page.waitForUrl(KAKAO);
  expect(await page.url()).toBe(`${WRITE}?uuid=%40channel`);
  await kakao.only();
});

test.describe("under a strict policy", () => {
  const STRICT = [
    "default-src 'none'",
    "script-src 'self' https://bizmessage.kakao.com",
    "form-action https://*.kakao.com",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types kakao-chat-partner",
  ].join("; ");

  async function load(page: Page, network: Network, policy: string, tag: string) {
    const headers = { "content-security-policy": policy };
    const html = partnerPage(tag);
    const partner = network.site("partner.test").page("/start", { html, headers });
    const popup = await openPopup(page, network, partner);
    await popup.waitForUrl(KAKAO);
    await expectRecommendedSize(popup);
  }

  const post = `<script src="/kakao-chat-partner.js" data-uuid="@channel" data-extra="a"
    data-method="post" defer></script>`;

  test("with what README names, all works", async ({ page, network, kakao }) => {
    await load(page, network, STRICT, post);
    expect((await kakao.only()).method).toBe("POST");
    expect(await kakao.includes()).toBe(1);
  });

  test("by nonce alone, our tag's serves", ONE_ENGINE, async ({ page, network, kakao }) => {
    const policy = STRICT.replace(/script-src [^;]*/, "script-src 'nonce-abc'");
    await load(page, network, policy, post.replace("<script", `<script nonce="abc"`));
    expect((await kakao.only()).method).toBe("POST");
    expect(await kakao.includes()).toBe(1);
  });

  test("without form-action, the POST goes by GET", async ({ page, network, kakao }) => {
    await load(page, network, STRICT.replace(/form-action [^;]*/, "form-action 'none'"), post);
    const chat = await kakao.only();
    expect(chat.method).toBe("GET");
    expect(chat.fields).toEqual([
      ["uuid", "@channel"],
      ["extra", "a"],
    ]);
  });

  test("without includeScript, the chat starts", ONE_ENGINE, async ({ page, network, kakao }) => {
    await load(page, network, STRICT.replace(" https://bizmessage.kakao.com", ""), post);
    expect(await kakao.includes()).toBe(0);
    await kakao.only();
  });

  test("without the trusted type, the chat starts", async ({ page, network, kakao }) => {
    await load(page, network, STRICT.replace("kakao-chat-partner", "other"), post);
    await kakao.only();
  });
});

test.describe("Back", () => {
  const late = (
    data: Record<string, string>,
  ) => `<script>addEventListener("load", () => setTimeout(() => {
    const script = document.createElement("script");
    script.src = "/kakao-chat-partner.js";
    Object.assign(script.dataset, ${JSON.stringify(data)});
    document.head.append(script);
  }, 100))</script>`;

  for (const method of ["get", "post"]) {
    // Each method once, and each place.
    const place = method === "get" ? "in the page" : "added after the page's load";
    for (const [name, tag] of Object.entries({
      "in the page": TAG.replace("data-", `data-method="${method}" data-`),
      "added after the page's load": late({ channels: "@channel", method }),
    })) {
      test(
        `leads past the partner's page: ${method}, tag ${name}`,
        allEnginesIf(name === place),
        async ({ page, shop, network, kakao }) => {
          const partner = network.site("partner.test").page("/start", partnerPage(tag));
          const link = `<a href="${partner}?uuid=@channel">상담</a>`;
          const start = shop.page("/", pageWith(link, { script: "" }));
          await page.goto(start);
          await page.click("a");
          await page.waitForUrl(KAKAO);
          await page.evaluate(() => {
            setTimeout(() => history.back());
          });
          await page.waitForUrl(/^https:\/\/shop\.test\//);
          expect(await kakao.chats()).toHaveLength(1);
          expect(await page.url()).toBe(start);
        },
      );
    }
  }

  test("in a popup sends on again, since nothing lies before the partner's page", async ({
    page,
    network,
    kakao,
  }) => {
    const partner = network
      .site("partner.test")
      .page("/start", partnerPage(late({ uuid: "@channel", method: "post" })));
    const popup = await openPopup(page, network, partner);
    await popup.waitForUrl(KAKAO);
    await popup.evaluate(() => {
      setTimeout(() => history.back());
    });
    await expect.poll(async () => (await kakao.chats()).length).toBe(2);
    await popup.waitForUrl(KAKAO);
  });
});

test(
  "the status says where the window goes, as long as it shows",
  ONE_ENGINE,
  async ({ page, network, kakao }) => {
    kakao.include = { delay: 1000, body: "" };
    const partner = network.site("partner.test").page("/start", partnerPage());
    const popup = await openPopup(page, network, `${partner}?uuid=@channel`);
    await expect.poll(async () => (await popup.state()).text).toBe(GOING);
    await popup.waitForUrl(KAKAO);
  },
);
