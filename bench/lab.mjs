/** One Chromium, one page at a time, and a server of its own: what most rows are measured in. */

import { once } from "node:events";
import { createServer } from "node:http";
import { chromium } from "@playwright/test";
import { findBrowser } from "../test/find-browsers.mjs";
import { pathOf, readScript, SCRIPT_IDS, SCRIPTS, SEAL } from "./pages.mjs";

/**
 * @typedef {object} TraceEvent what Chromium notes about its own work, in microseconds
 * @property {string} name
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts
 * @property {number} dur
 * @property {number} [tdur] of it, the thread's own time on a processor: what other programs take
 *   of the machine is not in it
 * @property {{ data?: { url?: string } }} args
 */

/** What a script's work is called in a trace. */
const RUNS = ["v8.compile", "EvaluateScript", "v8.evaluateModule", "FunctionCall"];

/** A phone of the lower middle, beside a desktop. */
const SLOWDOWN = 6;

/** Isolated, so that `performance.now()` counts in 5 microseconds instead of 100; without any cache. */
const HEADERS = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cache-control": "no-store",
};

const PATIENCE = 5 * 60_000;

/** Milliseconds after which one turn of resting is over. */
const TURN = 200;

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
  /** What our scripts have said against the pages. @type {string[]} */
  #complaints = [];

  /**
   * @param {import("@playwright/test").Browser} browser
   * @param {import("@playwright/test").Page} page
   * @param {import("@playwright/test").CDPSession} devtools
   * @param {import("node:http").Server} server
   * @param {Map<string, string>} pages
   */
  constructor(browser, page, devtools, server, pages) {
    this.#browser = browser;
    this.page = page;
    this.#devtools = devtools;
    this.#server = server;
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    this.#origin = `http://127.0.0.1:${port}/`;
    this.#pages = pages;
    page.on("console", (message) => {
      if (message.text().startsWith("[kakao-chat")) this.#complaints.push(message.text());
    });
  }

  static async open() {
    const found = findBrowser("chromium");
    if (!found) throw new Error("expected a Chromium, found none: node test/find-browsers.mjs");
    const pages = new Map();
    const server = await startServer(pages);
    const browser = await chromium.launch({ executablePath: found.path, args: ARGUMENTS });
    const page = await browser.newPage();
    // A slowed processor, on a machine that may be slow itself.
    page.setDefaultTimeout(PATIENCE);
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

  /**
   * Until the browser has had nothing to do for a while: what waits for that has been done. After a key press
   * headless Chromium 156 calls no idle callback until the next frame, so a turn ends by time too.
   */
  async rest() {
    await this.page.evaluate(async (timeout) => {
      for (let turn = 0; turn < 10; turn++) {
        await new Promise((resolve) => requestIdleCallback(resolve, { timeout }));
      }
    }, TURN);
    // A page on which ours stumbles would be measured for what no page of a customer's does.
    if (this.#complaints.length > 0) throw new Error(this.#complaints.join("\n"));
  }

  /**
   * With the processor slowed down.
   *
   * @template Result
   * @param {() => Promise<Result>} act
   */
  async slowly(act) {
    await this.#devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    const result = await act();
    await this.#devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    return result;
  }

  /**
   * @param {() => Promise<unknown>} act
   * @returns {Promise<TraceEvent[]>} what the browser did meanwhile
   */
  async trace(act) {
    const categories = ["devtools.timeline", "v8", "disabled-by-default-devtools.timeline"];
    await this.#browser.startTracing(this.page, { categories });
    await act();
    const trace = await this.#browser.stopTracing();
    return JSON.parse(trace.toString()).traceEvents;
  }

  /**
   * How long the page's scripts have run on its main thread meanwhile.
   *
   * @param {() => Promise<unknown>} act
   * @returns {Promise<{ total: number, longest: number }>} milliseconds of a processor, in all tasks and
   *   in the longest
   */
  async traceScripts(act) {
    const events = await this.trace(act);
    const runs = findOutermost(
      events.filter(
        ({ name, args }) => RUNS.includes(name) && args.data?.url?.startsWith(this.#origin),
      ),
    );
    const tasks = events.filter(({ name }) => name === "RunTask");
    const inTasks = tasks.map((task) => sum(runs.filter((run) => isWithin(run, task))));
    return { total: sum(runs), longest: Math.max(0, ...inTasks) };
  }

  /** Bytes in the heaps of V8 and of the DOM, once all that can be is set free. */
  async readHeap() {
    for (let turn = 0; turn < COLLECTIONS; turn++) {
      await this.#devtools.send("HeapProfiler.collectGarbage");
    }
    const { usedSize, embedderHeapUsedSize } = await this.#devtools.send("Runtime.getHeapUsage");
    return usedSize + embedderHeapUsedSize;
  }

  /**
   * Milliseconds of the page's main thread, on a processor, for each of so many acts.
   *
   * @param {number} count
   * @param {(turn: number) => Promise<unknown>} act
   */
  async measureWork(count, act) {
    const before = await this.#readWork();
    for (let turn = 0; turn < count; turn++) await act(turn);
    return ((await this.#readWork()) - before) / count;
  }

  async #readWork() {
    const { metrics } = await this.#devtools.send("Performance.getMetrics");
    const metric = metrics.find(({ name }) => name === "TaskDuration");
    if (!metric) throw new Error("expected a metric TaskDuration, got none");
    return 1000 * metric.value;
  }
}

/**
 * Everything of one origin: the pages, and the scripts by their ids. A comment makes each script's text a
 * new one, or V8 would remember the last.
 *
 * @param {ReadonlyMap<string, string>} pages
 */
async function startServer(pages) {
  const texts = new Map(SCRIPT_IDS.map((id) => [pathOf(id), readScript(SCRIPTS[id].path)]));
  texts.set(SEAL, readScript("../dist/kakao-chat-seal.js"));
  let served = 0;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://bench");
    const script = texts.get(pathname);
    const text = script === undefined ? pages.get(pathname) : `//${served++}\n${script}`;
    const type = script === undefined ? "text/html" : "text/javascript";
    response.writeHead(text === undefined ? 404 : 200, {
      ...HEADERS,
      "content-type": `${type}; charset=utf-8`,
    });
    response.end(text);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return server;
}

/** @param {readonly TraceEvent[]} events */
export function findOutermost(events) {
  return events.filter(
    (event) => !events.some((outer) => outer !== event && isWithin(event, outer)),
  );
}

/** @param {readonly TraceEvent[]} events */
function sum(events) {
  return events.reduce((total, { tdur = 0 }) => total + tdur, 0) / 1000;
}

/**
 * @param {TraceEvent} inner
 * @param {TraceEvent} outer
 */
function isWithin(inner, outer) {
  return (
    inner.pid === outer.pid &&
    inner.tid === outer.tid &&
    inner.ts >= outer.ts &&
    inner.ts + inner.dur <= outer.ts + outer.dur
  );
}
