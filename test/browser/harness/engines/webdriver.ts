/** One WebKitWebDriver process with one session in it, which is as many as it takes. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

const START_MS = 10_000;
const QUIT_MS = 2000;

/** Without a graphics card, composing what a page looks like takes a quarter of a test's time. */
const QUIET = { GDK_BACKEND: "x11", NO_AT_BRIDGE: "1", WEBKIT_DISABLE_COMPOSITING_MODE: "1" };

export class WebDriver {
  readonly browserVersion: string;
  readonly #process: ChildProcess;
  readonly #session: string;

  private constructor(process: ChildProcess, session: string, browserVersion: string) {
    this.#process = process;
    this.#session = session;
    this.browserVersion = browserVersion;
  }

  static async start(path: string, display: string, browserArgs: string[]): Promise<WebDriver> {
    const port = await findFreePort();
    const driver = spawn(path, [`--port=${port}`, "--host=127.0.0.1"], {
      env: { ...process.env, ...QUIET, DISPLAY: display },
      stdio: "ignore",
      // A group of its own: its browser goes with it, however this process ends.
      detached: true,
    });
    const killGroup = () => kill(driver);
    process.on("exit", killGroup);
    driver.on("exit", () => process.off("exit", killGroup));
    const address = `http://127.0.0.1:${port}`;
    await answers(`${address}/status`);
    const { sessionId, capabilities } = await request<{
      sessionId: string;
      capabilities: { browserVersion: string };
    }>("POST", `${address}/session`, {
      capabilities: {
        alwaysMatch: {
          acceptInsecureCerts: true,
          // Otherwise each command waits for whatever is loading in any window.
          pageLoadStrategy: "none",
          "webkitgtk:browserOptions": { args: ["--automation", ...browserArgs] },
        },
      },
    });
    return new WebDriver(driver, `${address}/session/${sessionId}`, capabilities.browserVersion);
  }

  get<Value>(path: string): Promise<Value> {
    return request("GET", this.#session + path);
  }

  post<Value>(path: string, body: object = {}): Promise<Value> {
    return request("POST", this.#session + path, body);
  }

  delete<Value>(path: string): Promise<Value> {
    return request("DELETE", this.#session + path);
  }

  async quit(): Promise<void> {
    const gone = once(this.#process, "exit");
    await Promise.race([this.delete("").catch(() => undefined), wait(QUIT_MS)]);
    kill(this.#process);
    await gone;
  }
}

function kill({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, "SIGKILL");
}

async function request<Value>(method: string, url: string, body?: object): Promise<Value> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as {
    value: Value & { error?: string; message?: string };
  };
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

async function answers(url: string): Promise<void> {
  const end = Date.now() + START_MS;
  while (!(await fetch(url).catch(() => undefined))) {
    if (Date.now() > end) throw new Error(`expected an answer at ${url} within ${START_MS} ms`);
    await wait(10);
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
