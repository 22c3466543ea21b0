/** Real windows, one above the other, as a person has them: for what headless browsers do not do. */

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { expect } from "@playwright/test";
import type { EngineName } from "./engine";
import { type Env, show } from "./engines/launch";
import type { Network } from "./network";

/** A screen with a window manager, and a browser on it that is shown and not hidden. */
export class Desktop {
  readonly #programs: ChildProcess[] = [];
  readonly #env: Env;
  #closeBrowser: () => Promise<void> = async () => undefined;

  private constructor(screen: ChildProcess, display: string) {
    this.#env = { DISPLAY: display };
    for (const [name, value] of Object.entries(process.env)) this.#env[name] ??= value ?? "";
    this.#programs.push(spawn("openbox", { env: this.#env, stdio: "ignore" }), screen);
  }

  static async start(size: string): Promise<Desktop> {
    for (const program of ["Xvfb", "openbox", "xdotool", "xprop"]) {
      try {
        execFileSync("which", [program]);
      } catch {
        throw new Error(
          `expected ${program}: on Debian "apt-get install xvfb openbox xdotool x11-utils"`,
        );
      }
    }
    const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", size, "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    const [number] = await once(screen.stdio[3] as Readable, "data");
    return new Desktop(screen, `:${String(number).trim()}`);
  }

  async browse(name: EngineName, { proxyPort }: Network, url: string): Promise<void> {
    this.#closeBrowser = await show(name, { env: this.#env, proxyPort, url });
  }

  run(...args: string[]): string {
    return execFileSync("xdotool", args, { env: this.#env, encoding: "utf8" }).trim();
  }

  async findWindow(title: string): Promise<string> {
    let found = "";
    await expect(() => {
      found = this.run("search", "--onlyvisible", "--name", title).split("\n")[0] ?? "";
      expect(found).not.toBe("");
    }).toPass({ timeout: 5000 });
    return found;
  }

  /** The title of the window above all others. */
  titleOnTop(): string {
    const root = ["-root", "_NET_CLIENT_LIST_STACKING"];
    const stack = execFileSync("xprop", root, { env: this.#env, encoding: "utf8" });
    const top = stack.match(/0x[0-9a-f]+/g)?.at(-1);
    try {
      return top ? this.run("getwindowname", top) : "";
    } catch {
      // It has gone meanwhile.
      return "";
    }
  }

  clickAt(x: number, y: number): void {
    this.run("mousemove", `${x}`, `${y}`, "click", "1");
  }

  async close(): Promise<void> {
    await this.#closeBrowser();
    for (const program of this.#programs) program.kill();
  }
}
