/**
 * The system's Firefox by WebDriver BiDi.
 *
 * Puppeteer starts and connects to it. Its own `evaluate` counts as a user gesture, so everything
 * else is said in BiDi itself, which leaves that to the caller, and knows fresh profiles as "user
 * contexts" of one process.
 */

import puppeteer, { type Browser } from "puppeteer-core";
import type { Engine, Profile, Session } from "../engine";
import type { Network } from "../network";
import { type Connection, FirefoxSession } from "./firefox-session";
import type { Shown } from "./launch";

/** Where Firefox would call home in the middle of a test: the proxy would refuse and record it. */
const SILENT = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.newtabpage.enabled": false,
  "browser.region.network.url": "",
  "browser.safebrowsing.update.enabled": false,
  "browser.search.update": false,
  "captivedetect.canonicalURL": "",
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.push.connection.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.update.enabled": false,
  "media.gmp-manager.updateEnabled": false,
  "messaging-system.rsexperimentloader.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "security.OCSP.enabled": 0,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.telemetry.enabled": false,
  "toolkit.telemetry.unified": false,
};

/**
 * What a window's frame does besides, and no page can see: an eighth of what a page and its popup take on the
 * two cores of a small machine.
 */
const IDLE = {
  "browser.ml.enable": false,
  "browser.newtab.preload": false,
  "browser.pagethumbnails.capturing_disabled": true,
  "browser.sessionstore.interval": 3_600_000,
  "browser.sessionstore.resume_from_crash": false,
  "browser.translations.enable": false,
  "cookiebanners.service.mode": 0,
  "dom.ipc.processPrelaunch.enabled": false,
  "extensions.formautofill.addresses.enabled": false,
  "extensions.formautofill.creditCards.enabled": false,
  "extensions.webextensions.remote": false,
  "identity.fxaccounts.enabled": false,
  "places.history.enabled": false,
  "sidebar.revamp": false,
  "signon.rememberSignons": false,
  "toolkit.cosmeticAnimations.enabled": false,
};

/** Puppeteer switches the popup blocker off. */
const POPUP_BLOCKER = { "dom.disable_open_during_load": true };

export async function launchFirefox(executablePath: string, network: Network): Promise<Engine> {
  const start = () => startFirefox(executablePath, network);
  const browser = await start();
  return new FirefoxEngine(start, browser, await browser.version());
}

function startFirefox(executablePath: string, { proxyPort }: Network): Promise<Browser> {
  return puppeteer.launch({
    browser: "firefox",
    executablePath,
    networkEnabled: false,
    defaultViewport: null,
    env: {
      ...process.env,
      MOZ_HEADLESS_WIDTH: "1920",
      MOZ_HEADLESS_HEIGHT: "1080",
      // Without it a release build keeps its own services.settings.server.
      MOZ_REMOTE_SETTINGS_DEVTOOLS: "1",
    },
    extraPrefsFirefox: {
      ...SILENT,
      ...POPUP_BLOCKER,
      ...proxyPrefs(proxyPort),
      ...IDLE,
    },
  });
}

export async function showFirefox(
  executablePath: string,
  { env, proxyPort, url }: Shown,
): Promise<() => Promise<void>> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: false,
    acceptInsecureCerts: true,
    defaultViewport: null,
    env,
    extraPrefsFirefox: {
      ...POPUP_BLOCKER,
      ...proxyPrefs(proxyPort),
      // Puppeteer's test mode pretends that a window is raised.
      "focusmanager.testmode": false,
    },
  });
  const [page] = await browser.pages();
  await page?.goto(url);
  return () => browser.close();
}

function proxyPrefs(port: number): Record<string, string | number> {
  return {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": port,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": port,
  };
}

/** Firefox gets slower with each window that it has had: after so many profiles, a new one is quicker. */
const MOST_PROFILES = 25;

class FirefoxEngine implements Engine {
  readonly name = "firefox";
  readonly version: string;
  readonly #start: () => Promise<Browser>;
  #browser: Browser;
  #profiles = 0;

  constructor(start: () => Promise<Browser>, browser: Browser, version: string) {
    this.#start = start;
    this.#browser = browser;
    this.version = version;
  }

  async open(profile: Profile = {}): Promise<Session> {
    if (this.#profiles++ === MOST_PROFILES) {
      await this.#browser.close();
      this.#browser = await this.#start();
      this.#profiles = 1;
    }
    const session = await FirefoxSession.start(connectionOf(this.#browser));
    await session.disguise(profile);
    return { page: await session.openTab(), close: () => session.close() };
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

/** Puppeteer has it, but not among its types. */
function connectionOf(browser: Browser): Connection {
  return (browser as unknown as { connection: Connection }).connection;
}
