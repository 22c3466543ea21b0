/**
 * The system's WebKitGTK by classic WebDriver, on a virtual screen.
 *
 * Its driver knows neither BiDi nor any other way to run a script before the page's own, so the
 * network puts one into the pages of `*.test`: for the console and for `navigator.maxTouchPoints`.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { type Engine, LEVELS, type Profile, type Session } from "../engine";
import { listen, pretend } from "../in-page";
import { REPORT } from "../inject";
import type { Network } from "../network";
import { findDevice } from "../profile";
import type { Shown } from "./launch";
import { WebDriver } from "./webdriver";
import { WebKitSession } from "./webkit-session";

export async function launchWebKit(driverPath: string, network: Network): Promise<Engine> {
  const screen = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
    { stdio: ["ignore", "ignore", "ignore", "pipe"] },
  );
  process.once("exit", () => screen.kill());
  const [number] = await once(screen.stdio[3] as Readable, "data");
  const start = (args: string[]) =>
    WebDriver.start(driverPath, `:${String(number).trim()}`, [
      `--proxy=http://127.0.0.1:${network.proxyPort}`,
      ...args,
    ]);
  return new WebKitEngine(start, await start([]), network, screen);
}

export async function showWebKit(
  driverPath: string,
  { env, proxyPort, url }: Shown,
): Promise<() => Promise<void>> {
  const proxy = `--proxy=http://127.0.0.1:${proxyPort}`;
  const driver = await WebDriver.start(driverPath, env.DISPLAY ?? "", [proxy]);
  await driver.post("/url", { url });
  return () => driver.quit();
}

class WebKitEngine implements Engine {
  readonly name = "webkit";
  readonly version: string;
  readonly #start: (args: string[]) => Promise<WebDriver>;
  readonly #network: Network;
  readonly #screen: ChildProcess;
  /** An ordinary one that nobody uses: a start takes longer than most scenarios. */
  #spare: WebDriver | undefined;

  constructor(
    start: (args: string[]) => Promise<WebDriver>,
    spare: WebDriver,
    network: Network,
    screen: ChildProcess,
  ) {
    this.version = `webkit ${spare.browserVersion}`;
    this.#start = start;
    this.#spare = spare;
    this.#network = network;
    this.#screen = screen;
  }

  /** A user agent takes a process of its own, which keeps nothing when it goes. */
  async open(profile: Profile = {}): Promise<Session> {
    const { userAgent, touchPoints } = findDevice(profile);
    const driver =
      userAgent === undefined
        ? await this.#takeSpare()
        : await this.#start([`--user-agent=${userAgent}`]);
    const session = new WebKitSession(driver);
    const harness = { report: REPORT, levels: LEVELS };
    this.#network.injected = {
      script: `(${listen})(${JSON.stringify(harness)});(${pretend})(${JSON.stringify({ touchPoints })});`,
      onReport: (text) => session.hear(JSON.parse(text)),
    };
    const close = () => (userAgent === undefined ? this.#keep(driver) : driver.quit());
    return { page: await session.firstPage(), close };
  }

  async close(): Promise<void> {
    await this.#spare?.quit();
    this.#screen.kill();
  }

  async #takeSpare(): Promise<WebDriver> {
    const spare = this.#spare ?? (await this.#start([]));
    this.#spare = undefined;
    return spare;
  }

  /** One that does not let go of its windows is of no use to the next. */
  async #keep(driver: WebDriver): Promise<void> {
    try {
      await renew(driver);
      this.#spare = driver;
    } catch {
      await driver.quit();
    }
  }
}

/**
 * A window that knows nothing of those before it, which all close. Cookies and storage would stay: the
 * pages of these tests set none but `sessionStorage`, which is a window's own, and the product sets none
 * (`quiet.spec.ts`).
 */
async function renew(driver: WebDriver): Promise<void> {
  const old = await driver.get<string[]>("/window/handles");
  const { handle } = await driver.post<{ handle: string }>("/window/new", { type: "window" });
  for (const window of old) {
    await driver.post("/window", { handle: window });
    await driver.delete("/window");
  }
  await driver.post("/window", { handle });
}
