/** What a page holds on to: elements, listeners, windows, and where Chromium tells, memory. */

import { DrivenPage } from "./driven";
import type { Page } from "./engine";
import { ChromiumRealm } from "./engines/chromium-realm";
import { expect } from "./fixtures";

/**
 * For the head of a page, before the product: counts the listeners that are there and what the
 * buttons have come to, and knows the windows that were opened for as long as anything else does.
 */
export const COUNTER = `<script>
    handles = [];
    seen = { open: 0, blocked: 0, problem: 0 };
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    const known = new WeakMap();
    const keysOf = (target, listener) => {
      if (!known.has(target)) known.set(target, new Map());
      const ofTarget = known.get(target);
      if (!ofTarget.has(listener)) ofTarget.set(listener, new Set());
      return ofTarget.get(listener);
    };
    const keyOf = (type, options) => type + (options === true || !!Object(options).capture);
    const forget = (target, type, listener, options) => {
      const keys = keysOf(target, listener);
      keys.delete(keyOf(type, options));
      if (keys.size === 0) known.get(target).delete(listener);
    };
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      add.call(this, type, listener, options);
      if (!listener) return;
      keysOf(this || window, listener).add(keyOf(type, options));
      // It goes by itself, and so does this one.
      const { once } = Object(options);
      if (once) add.call(this, type, () => forget(this || window, type, listener, options), options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      remove.call(this, type, listener, options);
      if (listener) forget(this || window, type, listener, options);
    };
    // Of the window, the document and all that is in it, open shadow roots too.
    countListeners = (root = document) => {
      const targets = [root, ...root.querySelectorAll("*")];
      if (root === document) targets.push(window);
      let count = 0;
      for (const target of targets) {
        for (const keys of known.get(target)?.values() ?? []) count += keys.size;
        if (target.shadowRoot) count += countListeners(target.shadowRoot);
      }
      return count;
    };
    const { open } = window;
    window.open = (...given) => {
      const handle = open.apply(window, given);
      if (handle) handles.push(new WeakRef(handle));
      return handle;
    };
    for (const type of Object.keys(seen)) {
      add.call(window, "kakao-chat:" + type, (event) => {
        seen[type]++;
        // Where a window is refused, this shop shows a link of its own.
        event.preventDefault();
      });
    }
  </script>`;

export interface Counts {
  elements: number;
  forms: number;
  listeners: number;
  /** Detached ones too; only Chromium tells. */
  renderer?: Renderer;
}

interface Renderer {
  documents: number;
  nodes: number;
  jsEventListeners: number;
  /** Bytes of JavaScript's own. */
  heap: number;
  /** Windows that are still known, of those that the page has opened. */
  windows: number;
}

/** Nodes and listeners that Chromium itself makes and lets go of at times of its own. */
const SLACK = 20;
/** Bytes: code is compiled on the way, and React's development version takes half a megabyte itself. */
const HEAP_SLACK = 800_000;
/** The last POST's, whose refusal by a policy may be reported late. */
const WINDOW_SLACK = 1;

export async function count(page: Page): Promise<Counts> {
  const counts = await page.evaluate(() => ({
    elements: document.querySelectorAll("*").length,
    forms: document.querySelectorAll("form").length,
    listeners: Reflect.get(window, "countListeners")() as number,
  }));
  const renderer = await askRenderer(page);
  return renderer ? { ...counts, renderer } : counts;
}

async function askRenderer(page: Page): Promise<Renderer | undefined> {
  const realm = page instanceof DrivenPage ? page.realm : undefined;
  if (!(realm instanceof ChromiumRealm)) return undefined;
  const { session } = realm;
  await session.send("HeapProfiler.collectGarbage");
  const { documents, nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const { usedSize: heap } = await session.send("Runtime.getHeapUsage");
  const windows = await page.evaluate(() => {
    const handles = Reflect.get(window, "handles") as WeakRef<Window>[];
    return handles.filter((handle) => handle.deref()).length;
  });
  return { documents, nodes, jsEventListeners, heap, windows };
}

export function expectNoGrowth(after: Counts, before: Counts): void {
  const { renderer, ...document } = before;
  expect(after).toMatchObject(document);
  if (!renderer) return;
  expect(after.renderer?.jsEventListeners).toBeLessThanOrEqual(renderer.jsEventListeners + SLACK);
  expect(after.renderer?.documents).toBeLessThanOrEqual(renderer.documents);
  expect(after.renderer?.nodes).toBeLessThan(renderer.nodes + SLACK);
  expect(after.renderer?.heap).toBeLessThan(renderer.heap + HEAP_SLACK);
  expect(after.renderer?.windows, "windows still known").toBeLessThanOrEqual(WINDOW_SLACK);
}
