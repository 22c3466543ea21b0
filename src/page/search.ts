import { findButtonSelector, isButton } from "../input/mark.js";
import { callNative, nativeGetter, readClock, readNative } from "../natives.js";
import { isPrepared, isWhole, prepareButton } from "./buttons.js";

/** Milliseconds that a search may take at once. What is left is searched at the next event. */
const SEARCH_TIME = 4;

/** Milliseconds of these for finding shadow roots, which no query does: each element is looked at. */
const WALK_TIME = 1;

/** After a search, wait 200 times as long as it took: searching takes at most 0.5 % of the time. */
const REST = 200;

/** Milliseconds: the page's own code may run within a search, and take its time. */
const LONGEST_REST = 1000;

/** Milliseconds from the end of a walk that took several events to the beginning of the next. */
const WALK_REST = 1000;

/** How many elements are looked at before the clock is. */
const STEPS = 256;

/** How many buttons are prepared whatever the time, so that an ordinary page is ready at once. */
const BATCH = 20;

/** So many buttons are looked at again at each search, for what a morph has taken off them. */
const FEW = 100;

/** `NodeFilter.SHOW_ELEMENT`: a page may call something else by that name. */
const SHOW_ELEMENT = 1;

/** The open shadow roots that the last whole walk has found. */
let knownRoots: ShadowRoot[] = [];

/** Those of the walk under way. */
let foundRoots: ShadowRoot[] = [];

/** The walk under way through one tree, and the trees that are left. Nothing between two walks. */
let walk: TreeWalker | null = null;
let unwalkedRoots: ShadowRoot[] = [];

/** By our clock: no search for a pointer begins before. */
let restsUntil = 0;

/** No search for a key begins before. A pointer's search does not put it off. */
let keysRestUntil = 0;

/** No walk begins before. */
let walkRestsUntil = 0;

/**
 * Prepares the buttons that nobody has prepared, in the document and its open shadow roots. If the time is
 * up, the next call goes on from there. The page may add buttons at any time, and an observer would cost
 * every removal on the page.
 */
export function searchButtons(): void {
  const end = readClock() + SEARCH_TIME;
  const selector = findButtonSelector();
  prepareIn(document, selector, end);
  for (const root of knownRoots) prepareIn(root, selector, end);
  const now = readClock();
  if (!walk && now < walkRestsUntil) return;
  const wasUnderWay = walk !== null;
  walkForRoots(selector, Math.min(now + WALK_TIME, end), end);
  if (wasUnderWay && !walk) walkRestsUntil = readClock() + WALK_REST;
}

/**
 * The same for events of which there may be many, as a pointer crosses elements or a key is held. A key needs no
 * other search than its own: the focus that it moves finds what it has searched.
 */
export function searchButtonsAgain(isKey: boolean): void {
  const begin = readClock();
  if (begin < (isKey ? keysRestUntil : restsUntil)) return;
  searchButtons();
  const end = readClock();
  restsUntil = end + Math.min(REST * (end - begin), LONGEST_REST);
  if (isKey) keysRestUntil = restsUntil;
}

function prepareIn(root: Document | ShadowRoot, selector: string, end: number): void {
  const found = callNative(root, "querySelectorAll", selector);
  const isReady = found.length > FEW ? isPrepared : isWhole;
  let count = 0;
  for (let index = 0; index < found.length; index++) {
    const element = found[index];
    if (!element || isReady(element) || !isButton(element)) continue;
    if (count >= BATCH && readClock() > end) return;
    prepareButton(element);
    count++;
  }
}

/** Goes on with the walk through all elements for those that have an open shadow root. */
function walkForRoots(selector: string, pause: number, end: number): void {
  const documentElement = readNative(document, "documentElement");
  // A page may have taken it away.
  if (!documentElement) return;
  const readShadowRoot = nativeGetter(documentElement, "shadowRoot");
  walk = walk ?? startWalk(documentElement);
  // At least once: on a slow machine the queries before may have taken all the time.
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
      if (root) {
        foundRoots.push(root);
        unwalkedRoots.push(root);
        prepareIn(root, selector, end);
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
  keysRestUntil = 0;
  walkRestsUntil = 0;
}
