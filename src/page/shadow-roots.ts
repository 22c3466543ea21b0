/** The open shadow roots of the page. No query finds them, so a walk looks at each element, a part at a time. */

import { callNative, isFragment, nativeGetter, readClock, readNative } from "../natives.js";

/** Milliseconds that a walk may take at once. */
const WALK_TIME = 1;

/** Milliseconds from the end of a walk that took several events to the beginning of the next. */
const WALK_REST = 1000;

/** How many elements are looked at before the clock is. */
const STEPS = 256;

/** `NodeFilter.SHOW_ELEMENT`: a page may call something else by that name. */
const SHOW_ELEMENT = 1;

/** Those that the last whole walk has found. */
let knownRoots: ShadowRoot[] = [];

/** Those of the walk under way. */
let foundRoots: ShadowRoot[] = [];

/** The walk under way through one tree, and the trees that are left. Nothing between two walks. */
let walk: TreeWalker | null = null;
let unwalkedRoots: ShadowRoot[] = [];

/** By our clock: no walk begins before. */
let restsUntil = 0;

/** The shadow roots that were on the page at the last whole walk. */
export function listShadowRoots(): readonly ShadowRoot[] {
  return knownRoots;
}

/**
 * Goes on with the walk, or begins the next if the last has ended long enough ago.
 *
 * @param end by our clock: when it has to pause at the latest
 * @param onFound called with each shadow root at once
 */
export function walkForShadowRoots(end: number, onFound: (root: ShadowRoot) => void): void {
  const now = readClock();
  if (!walk && now < restsUntil) return;
  const wasUnderWay = walk !== null;
  walkOn(Math.min(now + WALK_TIME, end), onFound);
  if (wasUnderWay && !walk) restsUntil = readClock() + WALK_REST;
}

function walkOn(pause: number, onFound: (root: ShadowRoot) => void): void {
  const documentElement = readNative(document, "documentElement");
  // A page may have taken it away.
  if (!documentElement) return;
  const readShadowRoot = nativeGetter(documentElement, "shadowRoot");
  walk = walk ?? startWalk(documentElement);
  // At least once: on a slow machine what came before may have taken all the time.
  do {
    for (let step = 0; step < STEPS; step++) {
      const node = walk.nextNode();
      if (!node) {
        const next = unwalkedRoots.shift();
        if (!next) {
          finishWalk();
          return;
        }
        walk = startWalk(next);
        break;
      }
      const root = readShadowRoot(node);
      if (root && isFragment(root)) {
        foundRoots.push(root);
        unwalkedRoots.push(root);
        onFound(root);
      }
    }
  } while (readClock() < pause);
}

function startWalk(root: Node): TreeWalker {
  return callNative(document, "createTreeWalker", root, SHOW_ELEMENT);
}

function finishWalk(): void {
  knownRoots = foundRoots;
  foundRoots = [];
  walk = null;
}

/** Part of `stop()`. */
export function reset(): void {
  finishWalk();
  knownRoots = [];
  unwalkedRoots = [];
  restsUntil = 0;
}
