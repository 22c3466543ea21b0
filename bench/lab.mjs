/** One Chromium, one page at a time, and a server of its own: what the scenarios measure in. */

import { once } from "node:events";
import { createServer } from "node:http";
import { chromium } from "@playwright/test";
import { findBrowser } from "../test/find-browsers.mjs";
import { readScript } from "./peers.mjs";

/** @typedef {import("node:net").AddressInfo} AddressInfo */
/** @typedef {import("node:http").Server} Server */
/** @typedef {import("@playwright/test").Browser} Browser */
/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").CDPSession} CDPSession */

/**
 * @typedef {object} TraceEvent what Chromium notes about its own work, in microseconds
 * @property {string} name
 * @property {string} ph `X`: a span of time
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts
 * @property {number} dur
 * @property {number} [tdur] of it, the thread's own time on a processor: what other programs take
 *   of the machine is not in it
 * @property {{ data?: { url?: string, frame?: string } }} args
 */

/** Isolated, so that `performance.now()` counts in 5 microseconds instead of 100; without any cache. */
const HEADERS = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cache-control": "no-store",
};

/** What one collection sets free, the next can find; three find all. */
const COLLECTIONS = 3;

const ARGUMENTS = [
  "--no-sandbox",
  // Kakao's address leads nowhere: nothing leaves the machine.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

export class Lab {
  #browser;
  #devtools;
  #server;
  #origin;
  /** What the server has now, by path. */
  #pages;

  /**
   * @param {Browser} browser
   * @param {Page} page
   * @param {CDPSession} devtools
   * @param {Server} server
   * @param {Map<string, string>} pages
   */
  constructor(browser, page, devtools, server, pages) {
    this.#browser = browser;
    this.page = page;
    this.#devtools = devtools;
    this.#server = server;
    this.#origin = `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}/`;
    this.#pages = pages;
  }

  static async open() {
    const found = findBrowser("chromium");
    if (!found) throw new Error("expected a Chromium, found none: node test/find-browsers.mjs");
    const pages = new Map();
    const server = await startServer(pages);
    const browser = await chromium.launch({ executablePath: found.path, args: ARGUMENTS });
    const page = await browser.newPage();
    const devtools = await page.context().newCDPSession(page);
    // The main thread's time on a processor, not the clock's.
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
    return new Lab(browser, page, devtools, server, pages);
  }

  get version() {
    return this.#browser.version();
  }

  async close() {
    await this.#browser.close();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /**
   * Goes to a page, afresh, until it has loaded.
   *
   * @param {string} html
   * @param {Record<string, string>} [others] pages of the same server, by path, for its frames
   */
  async visit(html, others = {}) {
    this.#pages.clear();
    const all = Object.entries({ "/": html, ...others });
    for (const [path, page] of all) this.#pages.set(path, page);
    await this.page.goto(this.#origin);
  }

  /** Until the browser has had nothing to do for a while: what waits for that has been done. */
  async rest() {
    await this.page.evaluate(async () => {
      for (let turn = 0; turn < 10; turn++) {
        await new Promise((resolve) => requestIdleCallback(resolve));
      }
    });
  }

  /**
   * @param {() => Promise<unknown>} act
   * @returns {Promise<TraceEvent[]>} what the browser did meanwhile
   */
  async trace(act) {
    await this.#browser.startTracing(this.page, { categories: ["devtools.timeline"] });
    await act();
    const trace = await this.#browser.stopTracing();
    return JSON.parse(trace.toString()).traceEvents;
  }

  async collectGarbage() {
    for (let turn = 0; turn < COLLECTIONS; turn++) {
      await this.#devtools.send("HeapProfiler.collectGarbage");
    }
  }

  /** Bytes in the heaps of V8 and of the DOM. */
  async readHeap() {
    const { usedSize, embedderHeapUsedSize } = await this.#devtools.send("Runtime.getHeapUsage");
    return usedSize + embedderHeapUsedSize;
  }

  /**
   * Runs a script in a timer of the page.
   *
   * @param {string} script
   * @returns {Promise<number>} microseconds of the thread, by the trace: of the timer alone, without
   *   the frame that is drawn afterwards
   */
  async measureTimer(script) {
    const events = await this.trace(() =>
      this.page.evaluate(`new Promise((done) => setTimeout(() => { ${script} done(); }))`),
    );
    return Math.max(
      ...events.filter(({ name }) => name === "TimerFire").map(({ tdur = 0 }) => tdur),
    );
  }

  /** Seconds that the page's main thread has worked, on a processor. */
  async readWork() {
    const { metrics } = await this.#devtools.send("Performance.getMetrics");
    const metric = metrics.find(({ name }) => name === "TaskDuration");
    if (!metric) throw new Error("expected a metric TaskDuration, got none");
    return metric.value;
  }
}

/**
 * Everything of one origin: the pages, and our script as built.
 *
 * @param {ReadonlyMap<string, string>} pages
 */
async function startServer(pages) {
  const script = readScript("kakao-chat");
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://bench");
    const isScript = pathname === "/kakao-chat.js";
    const type = isScript ? "text/javascript" : "text/html; charset=utf-8";
    response.writeHead(200, { ...HEADERS, "content-type": type });
    response.end(isScript ? script : pages.get(pathname));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return server;
}
