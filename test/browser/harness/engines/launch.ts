import { findBrowser } from "../../../find-browsers.mjs";
import type { Engine, EngineName } from "../engine";
import type { Network } from "../network";
import { launchPlaywright } from "./playwright";
import { launchFirefox } from "./puppeteer-firefox";
import { launchWebKit } from "./webdriver-webkit";

/**
 * @param hasBackForwardCache Chromium's, which Playwright otherwise switches off; the others have theirs
 */
export async function launch(
  name: EngineName,
  network: Network,
  hasBackForwardCache = false,
): Promise<Engine> {
  const browser = findBrowser(name);
  if (!browser) throw new Error(`no browser for ${name}: run "node test/find-browsers.mjs"`);
  if (browser.kind === "system") {
    if (name === "firefox") return launchFirefox(browser.path, network.proxyPort);
    if (name === "webkit") return launchWebKit(browser.path, network);
  }
  return launchPlaywright(name, browser.path, network.proxyPort, hasBackForwardCache);
}
