/** Chromium 72 and 109 as npm has them: brotli files of one program each, unpacked once. */

import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import type { Browser, LaunchOptions } from "puppeteer-core";

const MODULES = fileURLToPath(new URL("node_modules/", import.meta.url));

const PROGRAMS = {
  // The oldest that the built files are for.
  72: "chrome-aws-lambda/bin/chromium-72.0.3617.0.br",
  // The last one for Windows 7.
  109: "@sparticuz/chromium/bin/chromium.br",
};

export type OldVersion = keyof typeof PROGRAMS;

/** Puppeteer 1.11, which was made for Chromium 72, and drives 109 too. Its types are younger. */
interface OldPuppeteer {
  launch(options: LaunchOptions): Promise<Browser>;
}

/** Starts the browser with its popup blocker on; all that it asks for goes through the proxy. */
export function launch(version: OldVersion, proxyPort: number): Promise<Browser> {
  const puppeteer: OldPuppeteer = createRequire(import.meta.url)("puppeteer-core");
  return puppeteer.launch({
    executablePath: unpack(version),
    headless: true,
    ignoreDefaultArgs: ["--disable-popup-blocking"],
    args: [
      "--no-sandbox",
      "--disable-gpu",
      // For the windows that a page opens too, which Puppeteer's own option leaves out.
      "--ignore-certificate-errors",
      "--window-size=1600,1000",
      `--proxy-server=127.0.0.1:${proxyPort}`,
    ],
  });
}

function unpack(version: OldVersion): string {
  const path = join(MODULES, ".cache", `chromium-${version}`);
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const unpacked = brotliDecompressSync(readFileSync(join(MODULES, PROGRAMS[version])));
  // An interrupted run leaves no half program behind.
  writeFileSync(`${path}.part`, unpacked);
  chmodSync(`${path}.part`, 0o755);
  renameSync(`${path}.part`, path);
  return path;
}
