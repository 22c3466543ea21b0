import { dispatch, listen, makeEvent, unlisten } from "./natives.js";

/**
 * Whether a copy of this script serves the page. `document.open()` takes every listener off the window and
 * leaves each property in place, so a mark would say yes of a page that is dead. A listener that answers proves it.
 *
 * @param name of the bundle: `kakao-chat`
 * @param tag of the copy that asks: it may be a new page's
 */
export function isAlive(name: string, tag: Element | null = null): boolean {
  const question = makeEvent("CustomEvent", `${name}:alive`, { cancelable: true, detail: tag });
  return dispatch(window, question);
}

/** Answers {@link isAlive} for other copies until `stopAnswering()`. */
export function startAnswering(name: string): void {
  listen(window, `${name}:alive`, answer);
}

export function stopAnswering(name: string): void {
  unlisten(window, `${name}:alive`, answer);
}

function answer(event: Event): void {
  event.preventDefault();
}
