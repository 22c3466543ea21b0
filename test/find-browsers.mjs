/**
 * Finds a browser for each engine, or installs it: `node test/find-browsers.mjs`, before the
 * browser tests.
 *
 * @typedef {"chromium" | "firefox" | "webkit"} EngineName
 * @typedef {{ kind: "playwright" | "system", path: string }} Browser `path` is the program to start;
 *   for the system's WebKit that is its WebDriver.
 */

import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, firefox, webkit } from "@playwright/test";

/** @type {EngineName[]} */
const ENGINES = ["chromium", "firefox", "webkit"];
const TYPES = { chromium, firefox, webkit };

/** Programs by any of whose names the system's browser can be started. */
const PROGRAMS = {
  chromium: ["chromium", "chromium-browser", "google-chrome"],
  firefox: ["firefox-esr", "firefox"],
  webkit: ["WebKitWebDriver"],
};

/** For the tests with real windows under a window manager: the programs, and Debian's packages of them. */
const WINDOW_PROGRAMS = ["Xvfb", "openbox", "xdotool", "xprop"];
const WINDOW_PACKAGES = ["xvfb", "openbox", "xdotool", "x11-utils"];

const DEBIAN_PACKAGES = {
  chromium: ["chromium"],
  firefox: ["firefox-esr"],
  webkit: ["webkit2gtk-driver", "xvfb"],
};

/** All engines, or those that `KAKAO_CHAT_ENGINES=chromium,firefox` names. */
export function findEngines() {
  const names = process.env.KAKAO_CHAT_ENGINES?.split(/[\s,]+/).filter(Boolean) ?? [];
  const unknown = names.find((name) => !ENGINES.some((engine) => engine === name));
  if (unknown !== undefined) {
    throw new Error(`KAKAO_CHAT_ENGINES: expected ${ENGINES.join(", ")}, got ${unknown}`);
  }
  return names.length > 0 ? ENGINES.filter((engine) => names.includes(engine)) : ENGINES;
}

/**
 * Playwright's own build where it is installed, else the system's browser.
 *
 * @param {EngineName} engine
 * @returns {Browser | undefined}
 */
export function findBrowser(engine) {
  const own = TYPES[engine].executablePath();
  if (existsSync(own)) return { kind: "playwright", path: own };
  // The system's WebKit opens real windows: only on a screen of its own.
  if (engine === "webkit" && !findProgram(["Xvfb"])) return undefined;
  const path = findProgram(PROGRAMS[engine]);
  return path === undefined ? undefined : { kind: "system", path };
}

/**
 * @param {string[]} names
 * @returns {string | undefined}
 */
function findProgram(names) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {EngineName} engine */
function install(engine) {
  if (canInstall()) installPackages(DEBIAN_PACKAGES[engine]);
  else run("npx", ["playwright", "install", engine]);
}

/** @param {string[]} packages */
function installPackages(packages) {
  run("apt-get", ["update"]);
  run("apt-get", ["install", "-y", "--no-install-recommends", ...packages]);
}

function canInstall() {
  return isDebian() && process.getuid?.() === 0;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  console.log(`$ ${[command, ...args].join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync(command, args, { stdio: "inherit", env, shell: process.platform === "win32" });
}

/** Not its derivatives: Ubuntu's packages of Chromium and Firefox are snaps, which do not start here. */
function isDebian() {
  return (
    existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"))
  );
}

/** @param {EngineName} engine */
function findOrInstall(engine) {
  if (!findBrowser(engine)) install(engine);
  const browser = findBrowser(engine);
  if (browser) {
    console.log(`${engine}: ${browser.path}`);
    return true;
  }
  console.error(
    `${engine}: expected a browser, found none and could not install one. Run "npx playwright install --with-deps ${engine}", ` +
      `or on Debian "apt-get install ${DEBIAN_PACKAGES[engine].join(" ")}", or leave it out by KAKAO_CHAT_ENGINES.`,
  );
  return false;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const isComplete = WINDOW_PROGRAMS.every((program) => findProgram([program]));
    if (!isComplete && canInstall()) installPackages(WINDOW_PACKAGES);
    if (!findEngines().map(findOrInstall).every(Boolean)) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
