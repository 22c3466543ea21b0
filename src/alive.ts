import { dispatch, listen, makeEvent, readNative, unlisten } from "./natives.js";

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

/** Called with the tag of each copy that asks. A bundle answers to one name, so there is one. */
let hear: (tag: unknown) => void = () => {};

/**
 * Answers {@link isAlive} for other copies until `stopAnswering()`.
 *
 * @param name of the bundle, as in `isAlive()`
 * @param onAsked is told the tag of the copy that asks
 */
export function startAnswering(name: string, onAsked: (tag: unknown) => void = () => {}): void {
  hear = onAsked;
  listen(window, `${name}:alive`, answer);
}

/** Ends what `startAnswering()` began: for other copies this one does not serve the page any more. */
export function stopAnswering(name: string): void {
  unlisten(window, `${name}:alive`, answer);
}

/** Whether it is this copy that serves the page: then its own listener hears the question. */
export function isServing(name: string): boolean {
  const usual = hear;
  let isOwn = false;
  hear = () => {
    isOwn = true;
  };
  isAlive(name);
  hear = usual;
  return isOwn;
}

function answer(event: CustomEvent): void {
  event.preventDefault();
  hear(readNative(event, "detail"));
}
