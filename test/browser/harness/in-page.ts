/** Functions that run in a page: alike in all engines, and seeing nothing but their argument. */

import type { ConsoleLine, WindowState } from "./engine";

export interface Point {
  x: number;
  y: number;
}

/**
 * Finds the element, also in open shadow roots, and says where to point at it in the frame's
 * viewport; null while it is not there to be seen.
 */
export function reach(target: {
  selector: string;
  position?: Point | undefined;
  focus?: boolean;
}): Point | null {
  const find = (root: ParentNode): Element | null => {
    const found = root.querySelector(target.selector);
    if (found) return found;
    for (const element of root.querySelectorAll("*")) {
      const inside = element.shadowRoot && find(element.shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  const element = document.readyState === "loading" ? null : find(document);
  if (!element) return null;
  element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  if (target.focus) {
    (element as HTMLElement).focus();
    // Not yet, where a script has still to give it its tabindex.
    if ((element.getRootNode() as Document).activeElement !== element) return null;
  }
  // A link in two lines has a box whose centre may lie between them: the first line is surely it.
  const line = element.getClientRects()[0];
  if (!line || line.width === 0 || line.height === 0) return null;
  const { x, y } = target.position ?? { x: line.width / 2, y: line.height / 2 };
  return { x: line.left + x, y: line.top + y };
}

/** Where the viewport of an iframe begins in that of its parent. */
export function findFrameOrigin(selector: string): Point {
  const frame = document.querySelector(selector);
  const box = frame?.getBoundingClientRect();
  return {
    x: (box?.left ?? 0) + (frame?.clientLeft ?? 0),
    y: (box?.top ?? 0) + (frame?.clientTop ?? 0),
  };
}

export function readState(): WindowState {
  return {
    url: location.href,
    title: document.title,
    text: document.body?.textContent?.trim() ?? "",
    name: window.name,
    innerWidth,
    innerHeight,
    screenX,
    screenY,
    hasOpener: window.opener !== null,
    referrer: document.referrer,
  };
}

export function isLoaded(): boolean {
  return document.readyState === "complete";
}

/** Sets what a page can learn of a device before its first script; runs in every new document. */
export function pretend(device: { userAgent?: string; touchPoints?: number }): void {
  const define = (name: string, value: unknown) =>
    Object.defineProperty(Navigator.prototype, name, { configurable: true, get: () => value });
  if (device.touchPoints !== undefined) define("maxTouchPoints", device.touchPoints);
  if (device.userAgent !== undefined) define("userAgent", device.userAgent);
}

/** What a page has said, where the driver cannot hear it. */
export interface Said {
  console: ConsoleLine[];
  errors: string[];
}

/**
 * Takes down what the page writes to the console, and its uncaught errors, for `takeSaid`. Runs
 * before the page's own scripts; what is left when the page goes is posted to the harness.
 */
export function listen(harness: { report: string; levels: readonly ConsoleLine["level"][] }): void {
  const key = Symbol.for("harness");
  // A library puts a page's scripts into the document that is there: they run once more.
  if (key in window) return;
  let said: Said = { console: [], errors: [] };
  const take = () => {
    const taken = said;
    said = { console: [], errors: [] };
    return taken;
  };
  Object.defineProperty(window, key, { value: take });
  for (const level of harness.levels) {
    const write = console[level];
    console[level] = (...values: unknown[]) => {
      said.console.push({ level, text: values.map(String).join(" ") });
      write.apply(console, values);
    };
  }
  addEventListener("error", (event) => said.errors.push(String(event.error ?? event.message)));
  addEventListener("unhandledrejection", (event) => said.errors.push(String(event.reason)));
  addEventListener("pagehide", () => {
    const taken = take();
    if (taken.console.length + taken.errors.length === 0) return;
    navigator.sendBeacon(harness.report, JSON.stringify(taken));
  });
}

export function takeSaid(): Said | null {
  const take: unknown = Reflect.get(window, Symbol.for("harness"));
  return typeof take === "function" ? take() : null;
}
