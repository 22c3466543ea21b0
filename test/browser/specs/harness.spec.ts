/** Proves the harness itself, with pages that know nothing of the product. */

import { expect, test } from "../harness/fixtures";
import { WRITE } from "../harness/pages";

test("a click opens a popup of the wanted size, and the stand-in has the raw target", async ({
  page,
  shop,
  standIn,
}) => {
  await page.goto(
    shop.page(
      "/get",
      `<!doctype html><button>chat</button><script>
        document.querySelector("button").onclick = () => {
          const popup = open("${WRITE}?uuid=%40shop&extra=a%20b", "chat1", "popup,width=1024,height=800,left=448,top=140");
          popup.opener = null;
        };
      </script>`,
    ),
  );
  expect(await page.evaluate(() => [screen.width, screen.height])).toEqual([1920, 1080]);
  await page.click("button");

  const [popup] = await page.waitForWindows(1);
  const request = await standIn.only();
  expect(request.method).toBe("GET");
  expect(request.url).toBe("/v1/chat/write?uuid=%40shop&extra=a%20b");
  expect(request.fields).toEqual([
    ["uuid", "@shop"],
    ["extra", "a b"],
  ]);
  await popup?.waitForUrl(/^https:\/\/bizmessage\.kakao\.com\//);
  const state = await popup?.state();
  expect(state).toMatchObject({ title: "stand-in", innerWidth: 1024, hasOpener: false });
  expect(state?.referrer).toBe("https://shop.test/");
  // Chromium gives a pixel less than was asked for.
  expect(state?.innerHeight).toBeGreaterThanOrEqual(799);
  expect(state?.innerHeight).toBeLessThanOrEqual(800);
});

test("a form is posted into a named window, byte for byte", async ({ page, shop, standIn }) => {
  await page.goto(
    shop.page(
      "/post",
      `<!doctype html><meta charset="utf-8"><button>chat</button>
      <form method="post" action="${WRITE}" target="chat2" accept-charset="UTF-8" hidden>
        <input name="uuid" value="@shop"><input name="extra" value="문의 1">
      </form><script>
        document.querySelector("button").onclick = () => {
          const popup = open("", "chat2", "popup,width=1024,height=800");
          document.querySelector("form").submit();
          popup.opener = null;
        };
      </script>`,
    ),
  );
  await page.click("button");

  await page.waitForWindows(1);
  const request = await standIn.only();
  expect(request.method).toBe("POST");
  expect(request.body.toString("latin1")).toBe("uuid=%40shop&extra=%EB%AC%B8%EC%9D%98+1");
  expect(request.headers["content-type"]).toBe("application/x-www-form-urlencoded");
});

test("a window is refused without user activation", async ({ page, shop, standIn }) => {
  await page.goto(
    shop.page(
      "/refused",
      `<!doctype html><script>
        setTimeout(() => { result = String(open("${WRITE}", "chat3", "popup")); }, 100);
      </script>`,
    ),
  );
  await expect.poll(() => page.evaluate(() => Reflect.get(window, "result"))).toBe("null");
  const again = await page.evaluate((url) => window.open(url) === null, WRITE);
  expect(again, "evaluate gives no user activation either").toBe(true);
  expect(await standIn.settled()).toEqual([]);
  expect(await page.windows()).toEqual([]);
});

test("a double click is two trusted clicks", async ({ page, shop }) => {
  await page.goto(
    shop.page(
      "/double",
      `<!doctype html><button>chat</button><script>
        clicks = [];
        for (const type of ["click", "dblclick"]) {
          addEventListener(type, (e) => clicks.push([type, e.isTrusted, e.detail]));
        }
      </script>`,
    ),
  );
  await page.click("button", { count: 2, gap: 80 });
  type Seen = [type: string, isTrusted: boolean, detail: number];
  const clicks = await page.evaluate(() => Reflect.get(window, "clicks") as Seen[]);
  expect(clicks).toEqual([
    ["click", true, 1],
    ["click", true, 2],
    ["dblclick", true, 2],
  ]);
});

test("modifiers and the middle button arrive", async ({ engine, page, shop }) => {
  await page.goto(
    shop.page(
      "/modified",
      `<!doctype html><button>chat</button><script>
        clicks = [];
        for (const type of ["click", "auxclick"]) addEventListener(type, (e) =>
          clicks.push([type, e.button, e.ctrlKey, e.shiftKey]));
      </script>`,
    ),
  );
  await page.click("button", { modifiers: ["Control"] });
  await page.click("button", { modifiers: ["Shift"] });
  if (engine.name !== "webkit") await page.click("button", { button: "middle" });
  expect(await page.evaluate(() => Reflect.get(window, "clicks"))).toEqual([
    ["click", 0, true, false],
    ["click", 0, false, true],
    ...(engine.name !== "webkit" ? [["auxclick", 1, false, false]] : []),
  ]);
});

test("what a page writes to the console is read, and its uncaught errors, and no more", async ({
  page,
  shop,
}) => {
  await page.goto(
    shop.page("/console", {
      html: `<!doctype html><meta charset="utf-8"><button>chat</button><script>
          console.warn("[kakao-chat] KC101 uuid: expected an id, got 없음", document.querySelector("button"));
          console.error("second\\nline");
          const image = new Image();
          image.onerror = () => { throw new TypeError("thrown on purpose"); };
          image.src = "https://other.test/forbidden";
        </script>`,
      headers: { "content-security-policy": "img-src 'none'" },
    }),
  );
  await expect.poll(() => page.errors()).toEqual([expect.stringContaining("thrown on purpose")]);
  expect(await page.console()).toEqual([
    {
      level: "warn",
      text: expect.stringMatching(/^\[kakao-chat\] KC101 uuid: expected an id, got 없음/),
    },
    { level: "error", text: "second\nline" },
  ]);
});

test("what a page says before it goes is read", async ({ page, shop }) => {
  const next = shop.page("/next", "<!doctype html><title>next</title>");
  await page.goto(
    shop.page(
      "/going",
      `<!doctype html><button>chat</button>
      <script>
        document.querySelector("button").onclick = () => {
          console.warn("going");
          location.assign("${next}");
        };
      </script>`,
    ),
  );
  await page.click("button");
  await page.waitForUrl(/\/next$/);
  await expect.poll(() => page.console()).toEqual([{ level: "warn", text: "going" }]);
});

test("keys are pressed, held and let go by the driver", async ({ engine, page, shop }) => {
  await page.goto(
    shop.page(
      "/keys",
      `<!doctype html><input id="before"><div id="button" tabindex="0">chat</div><script>
        keys = [];
        for (const type of ["keydown", "keyup"]) addEventListener(type, (e) =>
          keys.push([type, e.key, e.target.id, e.isTrusted, e.repeat]));
      </script>`,
    ),
  );
  await page.focus("#before");
  await page.press("Tab");
  const repeats = engine.name !== "webkit" ? 1 : 0;
  await page.press("Enter", { repeats });
  await page.press("Space");
  expect(await page.evaluate(() => Reflect.get(window, "keys"))).toEqual([
    ["keydown", "Tab", "before", true, false],
    ["keyup", "Tab", "button", true, false],
    ["keydown", "Enter", "button", true, false],
    ...(repeats > 0 ? [["keydown", "Enter", "button", true, true]] : []),
    ["keyup", "Enter", "button", true, false],
    ["keydown", " ", "button", true, false],
    ["keyup", " ", "button", true, false],
  ]);
});

for (const [kind, host, sandbox] of [
  ["of the same origin", "shop.test", ""],
  ["of another origin", "other.test", ""],
  ["in a sandbox", "shop.test", 'sandbox="allow-scripts"'],
] as const) {
  test(`a frame ${kind} is clicked and read`, async ({ page, shop, network }) => {
    const inner = network.site(host).page(
      "/inner",
      `<!doctype html><div id="host"></div><script>
        const root = document.querySelector("#host").attachShadow({ mode: "open" });
        root.innerHTML = "<p style='height: 900px'></p><button>chat</button>";
        root.querySelector("button").onclick = (e) => { clicked = e.isTrusted; };
      </script>`,
    );
    await page.goto(
      shop.page("/outer", `<!doctype html><p>outer</p><iframe src="${inner}" ${sandbox}></iframe>`),
    );
    const frame = await page.frame("iframe");
    await frame.click("button");
    expect(await frame.evaluate(() => [location.href, Reflect.get(window, "clicked")])).toEqual([
      inner,
      true,
    ]);
  });
}

test("another host is refused and recorded, and nothing else was asked for", async ({
  page,
  shop,
  network,
}) => {
  await page.goto(shop.page("/leaky", `<!doctype html><img src="https://tracker.example/a.gif">`));
  await expect.poll(() => network.refused).toEqual(["tracker.example:443"]);
  expect(network.siteRequests.map(({ host, url }) => host + url)).toEqual(["shop.test/leaky"]);
});

test("the stand-in answers as it is told", async ({ page, shop, standIn, network }) => {
  const partner = network
    .site("partner.test")
    .page("/moved", "<!doctype html><title>moved</title>");
  standIn.respond = ({ url }) =>
    url === "/moved" ? { status: 302, headers: { location: partner }, delay: 50 } : { status: 414 };
  await page.goto(shop.page("/plain", "<!doctype html><title>shop</title>"));
  await page.goto("https://bizmessage.kakao.com/moved");
  expect(await page.url()).toBe(partner);
  expect((await page.state()).title).toBe("moved");
  await page.goBack();
  await page.waitForUrl(/shop\.test/);
  expect((await page.state()).title).toBe("shop");
  expect(standIn.requests.map(({ url }) => url)).toEqual(["/moved"]);
});

test("a page in another charset arrives byte for byte, and scripts with or without a charset", async ({
  page,
  shop,
  network,
}) => {
  network.site("cdn.test").page("/said.js", {
    body: Buffer.from('said = "상담"'),
    headers: { "Content-Type": "text/javascript" },
  });
  await page.goto(
    shop.page("/euc-kr", {
      body: Buffer.concat([
        Buffer.from('<!doctype html><meta charset="euc-kr"><title>'),
        Buffer.from([0xbb, 0xf3, 0xb4, 0xe3]),
        Buffer.from('</title><script src="https://cdn.test/said.js?_=123"></script>'),
      ]),
    }),
  );
  expect(await page.evaluate(() => [document.characterSet, document.title])).toEqual([
    "EUC-KR",
    "상담",
  ]);
  expect(await page.evaluate(() => Reflect.get(window, "said"))).not.toBe("상담");
});

test.describe("on a phone", () => {
  test.use({ profile: { device: "iPhone 15" } });

  test("a page sees the phone's user agent and its touch screen", async ({ page, shop }) => {
    await page.goto(shop.page("/phone", `<!doctype html><button>chat</button>`));
    const [userAgent, touchPoints] = await page.evaluate(() => [
      navigator.userAgent,
      navigator.maxTouchPoints,
    ]);
    expect(userAgent).toMatch(/iPhone/);
    expect(touchPoints).toBe(5);
  });

  test("a tap opens a new tab", async ({ engine, page, shop, standIn }) => {
    await page.goto(
      shop.page(
        "/tap",
        `<!doctype html><meta name="viewport" content="width=device-width">
        <a href="${WRITE}?uuid=%40shop" target="_blank" rel="noopener">chat</a>`,
      ),
    );
    if (engine.name === "chromium") await page.tap("a");
    else await page.click("a");
    const [tab] = await page.waitForWindows(1);
    await tab?.waitForUrl(/^https:\/\/bizmessage\.kakao\.com\/v1\/chat\/write\?uuid=%40shop$/);
    expect((await standIn.only()).headers["user-agent"]).toMatch(/iPhone/);
  });
});
