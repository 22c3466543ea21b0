import { type Browser, findBrowser } from "../../../find-browsers.mjs";
import type { Engine, EngineName } from "../engine";
import type { Network } from "../network";
import { launchPlaywright, showPlaywright } from "./playwright";
import { launchFirefox, showFirefox } from "./puppeteer-firefox";
import { launchWebKit, showWebKit } from "./webdriver-webkit";

export type Env = Record<string, string>;

/** How a browser is shown on a screen, for people's eyes and a window manager's hands. */
export interface Shown {
  /** Its `DISPLAY` is the screen. */
  env: Env;
  proxyPort: number;
  /** The page that it shows. */
  url: string;
}

interface Driver {
  launch(path: string, network: Network): Promise<Engine>;
  /** Returns what closes it. */
  show(path: string, shown: Shown): Promise<() => Promise<void>>;
}

/** Playwright drives its own builds, and the system's Chromium; the system's others have drivers of their own. */
const SYSTEM_DRIVERS: Partial<Record<EngineName, Driver>> = {
  firefox: { launch: launchFirefox, show: showFirefox },
  webkit: { launch: launchWebKit, show: showWebKit },
};

/**
 * @param hasBackForwardCache Chromium's, which Playwright otherwise switches off; the others have theirs
 */
export async function launch(
  name: EngineName,
  network: Network,
  hasBackForwardCache = false,
): Promise<Engine> {
  const { path, driver } = find(name);
  if (driver) return driver.launch(path, network);
  return launchPlaywright(name, path, network.proxyPort, hasBackForwardCache);
}

/** Opens a browser that is no test's, and returns what closes it. */
export async function show(name: EngineName, shown: Shown): Promise<() => Promise<void>> {
  const { path, driver } = find(name);
  return driver ? driver.show(path, shown) : showPlaywright(name, path, shown);
}

function find(name: EngineName): { path: string; driver: Driver | undefined } {
  const browser: Browser | undefined = findBrowser(name);
  if (!browser) throw new Error(`no browser for ${name}: run "node test/find-browsers.mjs"`);
  const driver = browser.kind === "system" ? SYSTEM_DRIVERS[name] : undefined;
  return { path: browser.path, driver };
}
