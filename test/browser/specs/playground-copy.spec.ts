/** What the playground's tabs give to copy, pasted into fresh pages: each starts the chat that it says. */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "@playwright/test";
import esbuild from "esbuild";
import { compileScript, parse } from "vue/compiler-sfc";
import type { Site } from "../harness/network";
import { CDN, copy, copyFrom, expect, findViolations, openChat, test } from "../harness/playground";

const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** All that a button can send, with what markup, scripts and addresses take for their own. */
const FIELDS: [string, string][] = [
  ["uuid", "@상담데모"],
  ["extra", `a=1&b="2"\r\n<c>'{d}' \${e} </script>`],
  ["bot", "auto"],
  ["event", "시작"],
];

/** Those whose style is copied; the launcher brings its own. */
const LOOKS = ["solid", "outline", "link", "image"];

/** Makes the button in the playground. */
async function make(tab: Page, look = "solid"): Promise<void> {
  const said = new Map(FIELDS);
  await tab.fill("#uuid", said.get("uuid") ?? "");
  await tab.fill("#extra", (said.get("extra") ?? "").replace(/\r\n/g, "\n"));
  await tab.selectOption("#bot", said.get("bot") ?? "");
  await tab.fill("#event", said.get("event") ?? "");
  await choose(tab, look);
  await openMore(tab);
  await tab.fill("#host", CDN);
}

async function choose(tab: Page, look: string): Promise<void> {
  // A click, not check(): the look that a platform begins with is shown as chosen already.
  await tab.locator(`[name=look][value=${look}]`).click();
  if (look === "image") await tab.fill("#image", "/talk.png");
}

/** Makes the button, and copies all pieces of a tab, and the policy. */
async function copyAll(tab: Page, name: string, look?: string) {
  await make(tab, look);
  const codes = await copyPieces(tab, name);
  const developers = tab.locator("#developers");
  if ((await developers.getAttribute("open")) === null)
    await developers.locator("> summary").click();
  const policy = await copyFrom(tab, tab.locator("#policy .snippet"));
  return { codes, policy: policy.replace(/\n/g, " ") };
}

async function copyPieces(tab: Page, name: string): Promise<string[]> {
  await tab.click(`#tab-${name}`);
  const count = await tab.locator("#snippets .snippet").count();
  const codes: string[] = [];
  for (let index = 0; index < count; index++) codes.push(await copy(tab, index));
  return codes;
}

async function openMore(tab: Page): Promise<void> {
  const more = tab.locator("#more");
  if ((await more.getAttribute("open")) === null) await more.locator("> summary").click();
}

function pageOf(body: string, head = ""): string {
  return `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>shop</title>
<meta name="viewport" content="width=device-width">${head}</head><body><main><h1>쇼핑몰</h1>${body}</main></body></html>`;
}

/** The page that a tab's pieces are pasted into, as its steps say. */
const PASTE: Record<string, (codes: string[]) => string> = {
  html: ([code = ""]) => pageOf(code),
  cafe24: ([layout = "", button = ""]) => pageOf(`<p>…</p>${button}${layout}`),
  imweb: ([code = ""]) => pageOf(`<div class="widget code">${code}</div>`),
  gtm: ([tag = "", button = ""]) => pageOf(button + tag),
  wordpress: ([head = "", link = ""]) => pageOf(`<article>${link}</article>`, head),
  gnuboard: ([tail = "", link = ""]) => pageOf(`<article>${link}</article>${tail}`),
  rhymix: ([layout = "", span = ""]) => pageOf(`<article>${span}</article>${layout}`),
};

/** Each platform in one look, a page of one's own in all. */
const PASTED = Object.keys(PASTE).flatMap((name, index) =>
  (name === "html" ? LOOKS : [LOOKS[index % 3] ?? "solid"]).map((look) => ({ name, look })),
);

test("what is pasted sends what was typed, on each platform and in each look", async ({
  tab,
  context,
  shop,
  standIn,
}) => {
  test.slow();
  await make(tab);
  const page = await context.newPage();
  for (const [sent, { name, look }] of PASTED.entries()) {
    await test.step(`${name}, ${look}`, async () => {
      await tab.bringToFront();
      await choose(tab, look);
      const codes = await copyPieces(tab, name);
      await page.bringToFront();
      await page.goto(shop.page("/", PASTE[name]?.(codes) ?? ""));
      // The hash has been checked: with another one the script would not have run.
      expect(await page.evaluate(() => typeof window.KakaoChat)).toBe("object");
      expect(await page.locator("script[integrity]").count()).toBe(1);
      const chat = await openChat(page, `.kakao-chat-${look}`);
      expect((await standIn.only(sent)).fields).toEqual(FIELDS);
      expect(await chat.evaluate(() => [innerWidth, innerHeight, opener])).toEqual([
        1024,
        800,
        null,
      ]);
      expect(await findViolations(page)).toEqual([]);
      await chat.close();
    });
  }
});

/** As Google Tag Manager does: the elements are made anew, a script's own attributes left out. */
async function runTag(page: Page, tag: string): Promise<void> {
  await page.evaluate((html) => {
    const template = document.createElement("template");
    template.innerHTML = html;
    for (const element of [...template.content.children]) {
      if (element.localName === "script") {
        const script = document.createElement("script");
        script.text = element.textContent ?? "";
        document.body.append(script);
      } else document.body.append(element);
    }
  }, tag);
  await page.waitForFunction(() => "KakaoChat" in window);
}

test("a tag manager's launcher needs nothing on the page", async ({
  tab,
  context,
  shop,
  standIn,
}) => {
  const { codes } = await copyAll(tab, "gtm", "launcher");
  expect(codes).toHaveLength(1);
  const page = await context.newPage();
  await page.goto(shop.page("/", pageOf("")));
  await runTag(page, codes[0] ?? "");
  await openChat(page, "kakao-chat-launcher button");
  expect((await standIn.only()).fields).toEqual(FIELDS);
});

test("the launcher is one line on each platform, and sends what was typed", async ({
  tab,
  context,
  shop,
  standIn,
}) => {
  test.slow();
  await make(tab, "launcher");
  await tab.fill("#launcher-color", "#204080");
  await tab.selectOption("#launcher-position", "bottom-left");
  const names = ["html", "cafe24", "imweb", "wordpress", "gnuboard", "rhymix"];
  const page = await context.newPage();
  for (const [sent, name] of names.entries()) {
    await test.step(name, async () => {
      await tab.bringToFront();
      await tab.click(`#tab-${name}`);
      await expect(tab.locator("#snippets .snippet")).toHaveCount(1);
      const code = await copy(tab);
      expect(code.trim().split("\n")).toHaveLength(1);
      await page.bringToFront();
      await page.goto(shop.page("/", pageOf(code)));
      const button = page.locator("kakao-chat-launcher button");
      await expect(button).toBeVisible();
      const box = await button.boundingBox();
      expect(box?.x).toBeLessThan(60);
      const chat = await openChat(page, "kakao-chat-launcher button");
      expect((await standIn.only(sent)).fields).toEqual(FIELDS);
      await chat.close();
    });
  }
});

test.describe("counting", () => {
  /** What a tracker of the page is told. */
  const RECORD = `<script>
    pushes = [];
    dataLayer = { push: function (entry) { pushes.push(["dataLayer", entry]); } };
    gtag = function () { pushes.push(["gtag"].concat([].slice.call(arguments))); };
  </script>`;

  /** By the page's own script, before anybody has touched it: without a gesture a window is refused. */
  const CLICK = `<script>
    addEventListener("kakao-chat:blocked", function (event) { event.preventDefault(); });
    addEventListener("load", function () { document.querySelector(".kakao-chat-solid").click(); });
  </script>`;

  for (const outcome of ["open", "blocked"] as const) {
    test(`${outcome}: the channel, the method and the target are told, and never the extra`, async ({
      tab,
      context,
      shop,
    }) => {
      await make(tab, "solid");
      await tab.click("#tab-gtm");
      await tab.check("#dataLayer");
      await tab.check("#ga4");
      const tag = await copy(tab, 0);
      const button = await copy(tab, 1);
      const page = await context.newPage();
      if (outcome === "open") {
        await page.goto(shop.page("/", pageOf(button, RECORD)));
        await runTag(page, tag);
        await openChat(page, ".kakao-chat-solid");
      } else {
        await page.goto(shop.page("/", pageOf(button + tag, RECORD + CLICK)));
      }
      const told = { channel: "@상담데모", method: "GET", target: "popup" };
      const name = `kakao_chat_${outcome}`;
      await expect
        .poll(() => page.evaluate(() => Reflect.get(window, "pushes")))
        .toEqual([
          ["dataLayer", { event: name, ...told }],
          ["gtag", "event", name, told],
        ]);
    });
  }

  test("without a tick nothing is told", async ({ tab }) => {
    await make(tab, "solid");
    await tab.click("#tab-gtm");
    expect(await copy(tab, 0)).not.toMatch(/dataLayer|gtag/);
    await tab.check("#ga4");
    expect(await copy(tab, 0)).toMatch(/gtag/);
    await expect.poll(() => tab.url()).toContain("ga4=true");
  });
});

test("with another file at the address nothing runs, and a link still starts the chat", async ({
  tab,
  context,
  network,
  shop,
  standIn,
}) => {
  const { codes } = await copyAll(tab, "gnuboard");
  const path = new URL(/src="([^"]+)"/.exec(codes[0] ?? "")?.[1] ?? "").pathname;
  const body = `${await readFile(`${DIST}kakao-chat.js`, "utf8")}//`;
  const headers = { "content-type": "text/javascript", "access-control-allow-origin": "*" };
  network.site("cdn.test").page(path, { html: body, headers });
  const page = await context.newPage();
  await page.goto(shop.page("/", PASTE.gnuboard?.(codes) ?? ""));
  expect(await page.evaluate(() => "KakaoChat" in window)).toBe(false);
  await openChat(page, ".kakao-chat-solid");
  const { fields } = await standIn.only();
  // A plain link sends line ends as they are in the address, which is as the script sends them.
  expect(fields).toEqual(FIELDS);
});

test("the policy that is copied is enough, and nothing more is asked of it", async ({
  tab,
  context,
  shop,
  standIn,
}) => {
  for (const [at, method] of ["auto", "post"].entries()) {
    await tab.bringToFront();
    await tab.reload();
    await tab.click("#reset");
    await openMore(tab);
    await tab.selectOption("#method", method);
    const { codes, policy } = await copyAll(tab, "html");
    const page = await context.newPage();
    const headers = { "content-security-policy": `default-src 'none'; img-src 'self'; ${policy}` };
    await page.goto(shop.page("/", { html: PASTE.html?.(codes) ?? "", headers }));
    await openChat(page, ".kakao-chat-solid");
    expect((await standIn.arrived(at + 1)).at(-1)?.fields).toEqual(FIELDS);
  }
});

test("a partner's page sends on what a button sends through it", async ({
  tab,
  context,
  network,
  shop,
  standIn,
}) => {
  const { codes, policy } = await copyAll(tab, "partner");
  const start = network.site("partner.test").page("/start", {
    html: codes[0] ?? "",
    headers: {
      "content-security-policy": `default-src 'none'; require-trusted-types-for 'script'; ${policy}`,
    },
  });
  standIn.respond = ({ url }) =>
    url.startsWith("/chat/includeScript")
      ? { headers: { "content-type": "text/javascript" }, body: "" }
      : undefined;
  await tab.fill("#via", start);
  await tab.click("#tab-html");
  const page = await context.newPage();
  await page.goto(shop.page("/", pageOf(await copy(tab))));
  await openChat(page, ".kakao-chat-solid");
  const chats = (await standIn.settled()).filter(({ url }) => !url.includes("includeScript"));
  expect(chats.map(({ fields }) => fields)).toEqual([FIELDS]);
});

/** The copied files with their framework, as a bundler makes one of them. */
async function bundleWith(entry: string, files: Record<string, string>): Promise<string> {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: entry, resolveDir: ROOT, loader: "jsx" },
    bundle: true,
    write: false,
    format: "iife",
    jsx: "automatic",
    define: {
      "process.env.NODE_ENV": '"development"',
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    alias: { "kakao-chat-button": `${DIST}kakao-chat.mjs` },
    loader: { ".css": "empty" },
    plugins: [
      {
        name: "copied",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\.\// }, ({ path }) => {
            const name = path.slice(2);
            return files[name] === undefined ? undefined : { path: name, namespace: "copied" };
          });
          onLoad({ filter: /./, namespace: "copied" }, ({ path }) => ({
            contents: files[path] ?? "",
            loader: path.endsWith(".css") ? "empty" : "jsx",
            resolveDir: ROOT,
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}

/** A page of the shop's into which the script has put the component. */
async function openApp(
  context: BrowserContext,
  shop: Site,
  script: string,
  css: string,
): Promise<Page> {
  shop.script("/app.js", script);
  const body = '<div id="app"></div><script src="/app.js"></script>';
  const page = await context.newPage();
  await page.goto(shop.page("/", pageOf(body, `<style>${css}</style>`)));
  return page;
}

test("React: the component starts the chat, as a button and as a link, in StrictMode too", async ({
  tab,
  context,
  shop,
  standIn,
}) => {
  for (const [before, look] of ["solid", "link"].entries()) {
    await tab.bringToFront();
    const { codes } = await copyAll(tab, "react", look);
    const [component = "", css = "", install] = codes;
    expect(install).toMatch(/^npm install \.\/kakao-chat-button-\d+\.\d+\.\d+\.tgz\n$/);
    const script = await bundleWith(
      `import { createRoot } from "react-dom/client";
       import { StrictMode } from "react";
       import { KakaoChatButton } from "./KakaoChatButton.jsx";
       createRoot(document.querySelector("#app")).render(<StrictMode><KakaoChatButton /></StrictMode>);`,
      { "KakaoChatButton.jsx": component, "kakao-chat-button.css": css },
    );
    await openChat(await openApp(context, shop, script, css), `.kakao-chat-${look}`);
    expect((await standIn.only(before)).fields, look).toEqual(FIELDS);
  }
});

test("Vue: the component starts the chat, as a button and as a link", async ({
  tab,
  context,
  shop,
  standIn,
}) => {
  for (const [before, look] of ["solid", "link"].entries()) {
    await tab.bringToFront();
    const { codes } = await copyAll(tab, "vue", look);
    const { descriptor } = parse(codes[0] ?? "");
    const { content } = compileScript(descriptor, { id: "copied", inlineTemplate: true });
    const script = await bundleWith(
      `import { createApp } from "vue";
       import KakaoChatButton from "./KakaoChatButton.js";
       createApp(KakaoChatButton).mount("#app");`,
      { "KakaoChatButton.js": content },
    );
    const css = descriptor.styles[0]?.content ?? "";
    await openChat(await openApp(context, shop, script, css), `.kakao-chat-${look}`);
    expect((await standIn.only(before)).fields, look).toEqual(FIELDS);
  }
});
