/**
 * Chromium, and Playwright's own builds of Firefox and WebKit where those are installed.
 *
 * Playwright's `evaluate` counts as a user gesture, which would open what a popup blocker refuses.
 * In Chromium the DevTools protocol is asked directly, which can do without; in the other two
 * nothing can, so a scenario about missing activation lets its page act on a timer of its own.
 */

import { setTimeout as wait } from "node:timers/promises";
import type {
  Browser,
  BrowserContext,
  LaunchOptions,
  Frame as PlaywrightFrame,
  Page as PlaywrightPage,
} from "@playwright/test";
import { ENGINES } from "../../../find-browsers.mjs";
import { DrivenPage, type Hands, type Realm } from "../driven";
import {
  type ConsoleLine,
  type Engine,
  type EngineName,
  isLevel,
  type Page,
  type Profile,
  type Session,
} from "../engine";
import { pretend } from "../in-page";
import { findDescriptor, findDevice } from "../profile";
import { ChromiumRealm } from "./chromium-realm";
import type { Shown } from "./launch";

/**
 * Chromium goes by the last list alone, so Playwright's own comes first. Two of `WebUI` would draw the
 * suggestions of each window's address bar in a process of their own: two fifths of what a page and its popup take.
 * The last keeps a process ready for a page that seldom comes.
 */
const SWITCHED_OFF = [
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
  "AimEnabled",
  // It asks on its own account what forms are about.
  "AutofillServerCommunication",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxPopup",
  "SpareRendererForSitePerProcess",
];

/** As people have it, on a screen of 1920 x 1080. */
export const CHROMIUM = {
  // Playwright switches the popup blocker off by this one.
  ignoreDefaultArgs: ["--disable-popup-blocking"],
  args: [
    // A headless screen is 800 x 600 otherwise; --window-size would resize the popups too.
    "--screen-info={1920x1080}",
    `--disable-features=${SWITCHED_OFF.join()}`,
    // A tab that Ctrl and a click open asks for its page before Playwright has told it to trust the stand-in.
    "--ignore-certificate-errors",
    // No machine for tests has one, and drawing as if it had takes a sixth of a test's time.
    "--disable-gpu",
    "--disable-software-rasterizer",
  ],
  // Chromium refuses to run as root with its sandbox.
  chromiumSandbox: process.getuid?.() !== 0,
} satisfies LaunchOptions;

const OPTIONS: Partial<Record<EngineName, LaunchOptions>> = {
  chromium: CHROMIUM,
  firefox: { firefoxUserPrefs: { "dom.disable_open_during_load": true } },
};

/**
 * For what a browser wants on its own account (Chromium asks for updates and for accounts, whatever
 * flags it has): nobody listens at the discard port. Only the tests' profiles have the network.
 */
const NOWHERE = { server: "http://127.0.0.1:9" };

export async function launchPlaywright(
  name: EngineName,
  executablePath: string,
  proxyPort: number,
  hasBackForwardCache: boolean,
): Promise<Engine> {
  const options: LaunchOptions = { ...OPTIONS[name], executablePath, proxy: NOWHERE };
  if (hasBackForwardCache && name === "chromium") {
    options.ignoreDefaultArgs = [...CHROMIUM.ignoreDefaultArgs, "--disable-back-forward-cache"];
  }
  const browser = await ENGINES[name].type.launch(options);
  return new PlaywrightEngine(name, browser, proxyPort);
}

export async function showPlaywright(
  name: EngineName,
  executablePath: string,
  { env, proxyPort, url }: Shown,
): Promise<() => Promise<void>> {
  const { args: _, ...options } = OPTIONS[name] ?? {};
  const proxy = { server: `http://127.0.0.1:${proxyPort}` };
  const shown = { ...options, executablePath, headless: false, env, proxy };
  const browser = await ENGINES[name].type.launch(shown);
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: null });
  await (await context.newPage()).goto(url);
  return () => browser.close();
}

class PlaywrightEngine implements Engine {
  readonly version: string;
  readonly #browser: Browser;
  readonly #proxy: { server: string };

  constructor(
    readonly name: EngineName,
    browser: Browser,
    proxyPort: number,
  ) {
    this.version = `${name} ${browser.version()}`;
    this.#browser = browser;
    this.#proxy = { server: `http://127.0.0.1:${proxyPort}` };
  }

  async open(profile: Profile = {}): Promise<Session> {
    const descriptor = findDescriptor(profile);
    const { userAgent, touchPoints } = findDevice(profile);
    const context = await this.#browser.newContext({
      proxy: this.#proxy,
      ignoreHTTPSErrors: true,
      // An emulated viewport would also be every popup's.
      viewport: descriptor?.viewport ?? null,
      ...(descriptor && {
        deviceScaleFactor: descriptor.deviceScaleFactor,
        hasTouch: descriptor.hasTouch,
      }),
      // Firefox knows no mobile mode.
      ...(descriptor && this.name !== "firefox" && { isMobile: descriptor.isMobile }),
      ...(userAgent !== undefined && { userAgent }),
    });
    if (touchPoints !== undefined) await context.addInitScript(pretend, { touchPoints });
    const windows = new Windows(context, this.name);
    await context.newPage();
    const [page] = await windows.all();
    if (!page) throw new Error("expected a window in the new context, got none");
    return { page, close: () => context.close() };
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

/** The windows of one profile, and what they have said. */
class Windows {
  readonly console: ConsoleLine[] = [];
  readonly errors: string[] = [];
  readonly #context: BrowserContext;
  readonly #engine: EngineName;
  readonly #pages = new Map<PlaywrightPage, Promise<PlaywrightDrivenPage>>();

  constructor(context: BrowserContext, engine: EngineName) {
    this.#context = context;
    this.#engine = engine;
    context.on("console", (message) => {
      const level = message.type() === "warning" ? "warn" : message.type();
      // Without arguments it is Chromium itself that speaks, about policies for example.
      if (isLevel(level) && message.args().length > 0)
        this.console.push({ level, text: message.text() });
    });
    context.on("weberror", (error) => this.errors.push(String(error.error())));
  }

  all(): Promise<PlaywrightDrivenPage[]> {
    return Promise.all(this.#context.pages().map((page) => this.#wrap(page)));
  }

  #wrap(page: PlaywrightPage): Promise<PlaywrightDrivenPage> {
    const known =
      this.#pages.get(page) ??
      this.#realmOf(page).then((realm) => new PlaywrightDrivenPage(page, realm, this));
    this.#pages.set(page, known);
    return known;
  }

  async #realmOf(page: PlaywrightPage): Promise<Realm> {
    if (this.#engine === "chromium") return ChromiumRealm.ofPage(page);
    return new PlaywrightRealm(page.mainFrame());
  }
}

class PlaywrightRealm implements Realm {
  readonly #frame: PlaywrightFrame;

  constructor(frame: PlaywrightFrame) {
    this.#frame = frame;
  }

  evaluateText(expression: string): Promise<string | undefined> {
    return this.#frame.evaluate(expression);
  }

  async child(selector: string): Promise<Realm | undefined> {
    const frame = await (await this.#frame.$(selector))?.contentFrame();
    return frame ? new PlaywrightRealm(frame) : undefined;
  }
}

class PlaywrightDrivenPage extends DrivenPage {
  readonly #page: PlaywrightPage;
  readonly #windows: Windows;

  constructor(page: PlaywrightPage, realm: Realm, windows: Windows) {
    super(realm, handsOf(page));
    this.#page = page;
    this.#windows = windows;
  }

  async goto(url: string): Promise<void> {
    await this.#page.goto(url);
  }

  async url(): Promise<string> {
    return this.#page.url();
  }

  async goBack(): Promise<void> {
    // From the back-forward cache there is no load.
    await this.#page.goBack({ waitUntil: "commit" });
  }

  async windows(): Promise<Page[]> {
    return (await this.#windows.all()).filter((page) => page !== this);
  }

  close(): Promise<void> {
    return this.#page.close();
  }

  async console(): Promise<ConsoleLine[]> {
    return this.#windows.console;
  }

  async errors(): Promise<string[]> {
    return this.#windows.errors;
  }
}

function handsOf({ mouse, keyboard, touchscreen }: PlaywrightPage): Hands {
  return {
    move: ({ x, y }) => mouse.move(x, y),
    click: async (button, count, gap) => {
      for (let clickCount = 1; clickCount <= count; clickCount++) {
        if (clickCount > 1) await wait(gap);
        await mouse.down({ button, clickCount });
        await mouse.up({ button, clickCount });
      }
    },
    keyDown: (key) => keyboard.down(key),
    keyUp: (key) => keyboard.up(key),
    tap: ({ x, y }) => touchscreen.tap(x, y),
    down: () => mouse.down(),
    up: () => mouse.up(),
  };
}
