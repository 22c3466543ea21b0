/**
 * Finds a browser for each engine, or installs it: `node test/find-browsers.mjs`, before the
 * browser tests. What an engine is called and where it is found stands here alone.
 *
 * @typedef {keyof typeof ENGINES} EngineName
 * @typedef {{ kind: "playwright" | "system", path: string }} Browser `path` is the program to start;
 *   for the system's WebKit that is its WebDriver.
 */

import { spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from "node:fs";
import { basename, delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, firefox, webkit } from "@playwright/test";

/**
 * `type` is Playwright's own build of it; `programs` are names by any of which the system's browser can
 * be started, `needs` what else it takes, `packages` Debian's packages of both.
 */
export const ENGINES = {
  chromium: {
    label: "Chromium",
    type: chromium,
    programs: ["chromium", "chromium-browser", "google-chrome"],
    needs: [],
    packages: ["chromium"],
  },
  firefox: {
    label: "Firefox",
    type: firefox,
    programs: ["firefox-esr", "firefox"],
    needs: [],
    packages: ["firefox-esr"],
  },
  webkit: {
    label: "WebKit",
    type: webkit,
    programs: ["WebKitWebDriver"],
    // The system's WebKit opens real windows: only on a screen of its own.
    needs: ["Xvfb"],
    packages: ["webkit2gtk-driver", "xvfb"],
  },
};

/** In which a test with the tag runs, since no engine can change its outcome. */
export const FIRST_ENGINE = "chromium";
export const ONE_ENGINE_TAG = "@one-engine";

export const ENGINE_NAMES = /** @type {EngineName[]} */ (Object.keys(ENGINES));

/** For the tests with real windows under a window manager: the programs, and Debian's packages of them. */
const WINDOW_PROGRAMS = ["Xvfb", "openbox", "xdotool", "xprop"];
const WINDOW_PACKAGES = ["xvfb", "openbox", "xdotool", "x11-utils"];

/** The browsers' only fonts on Linux (`browser/harness/fonts.ts`), and Debian's package of them. */
const FONTS = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSerif.ttf", "DejaVuSansMono.ttf"];
const FONT_FOLDERS = ["/usr/share/fonts", "/usr/local/share/fonts"];
const FONT_PACKAGES = ["fonts-dejavu-core"];

/** All engines, or those that `KAKAO_CHAT_ENGINES=chromium,firefox` names. */
export function findEngines() {
  const names = process.env.KAKAO_CHAT_ENGINES?.split(/[\s,]+/).filter(Boolean) ?? [];
  const unknown = names.find((name) => !ENGINE_NAMES.some((engine) => engine === name));
  if (unknown !== undefined) {
    throw new Error(`KAKAO_CHAT_ENGINES: expected ${ENGINE_NAMES.join(", ")}, got ${unknown}`);
  }
  return names.length > 0 ? ENGINE_NAMES.filter((engine) => names.includes(engine)) : ENGINE_NAMES;
}

/**
 * Playwright's own build where it is installed, else the system's browser.
 *
 * @param {EngineName} engine
 * @returns {Browser | undefined}
 */
export function findBrowser(engine) {
  const { type, programs, needs } = ENGINES[engine];
  const own = type.executablePath();
  if (existsSync(own)) return { kind: "playwright", path: own };
  if (!needs.every((program) => findProgram([program]))) return undefined;
  const path = findProgram(programs);
  return path === undefined ? undefined : { kind: "system", path };
}

/** The files of DejaVu's fonts, one of each; none outside Linux. */
export function findFonts() {
  if (process.platform !== "linux") return [];
  const paths = FONT_FOLDERS.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { encoding: "utf8", recursive: true }).map((name) => join(folder, name)),
  );
  // Distributions have them in folders of different names.
  return FONTS.flatMap((font) => paths.find((path) => basename(path) === font) ?? []);
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
  if (canInstall()) installPackages(ENGINES[engine].packages);
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
      `or on Debian "apt-get install ${ENGINES[engine].packages.join(" ")}", or leave it out by KAKAO_CHAT_ENGINES.`,
  );
  return false;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const missing = [
      ...(WINDOW_PROGRAMS.every((program) => findProgram([program])) ? [] : WINDOW_PACKAGES),
      ...(findFonts().length > 0 || process.platform !== "linux" ? [] : FONT_PACKAGES),
    ];
    if (missing.length > 0 && canInstall()) installPackages(missing);
    if (!findEngines().map(findOrInstall).every(Boolean)) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
