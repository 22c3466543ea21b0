import { findButtonSelector, isButton } from "../input/mark.js";
import { callNative, readClock } from "../natives.js";
import { isPrepared, isWhole, prepareButton } from "./buttons.js";
import { listShadowRoots, walkForShadowRoots } from "./shadow-roots.js";

/** Milliseconds that a search may take at once, the walk for shadow roots among them. What is left is searched at the next event. */
const SEARCH_TIME = 4;

/** After a search, wait 200 times as long as it took: searching takes at most 0.5 % of the time. */
const REST = 200;

/** Milliseconds: the page's own code may run within a search, and take its time. */
const LONGEST_REST = 1000;

/** How many buttons are prepared whatever the time, so that an ordinary page is ready at once. */
const BATCH = 20;

/** So many buttons are looked at again at each search, for what a morph has taken off them. */
const FEW = 100;

/** By our clock: no search for a pointer begins before. */
let restsUntil = 0;

/** No search for a key begins before. A pointer's search does not put it off. */
let keysRestUntil = 0;

/**
 * Prepares the buttons that nobody has prepared, in the document and its open shadow roots. If the time is
 * up, the next call goes on from there. The page may add buttons at any time, and an observer would cost
 * every removal on the page.
 */
export function searchButtons(): void {
  const end = readClock() + SEARCH_TIME;
  const selector = findButtonSelector();
  prepareIn(document, selector, end);
  for (const root of listShadowRoots()) prepareIn(root, selector, end);
  walkForShadowRoots(end, (root) => prepareIn(root, selector, end));
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

/** Part of `stop()`. */
export function reset(): void {
  restsUntil = 0;
  keysRestUntil = 0;
}
