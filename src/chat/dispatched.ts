/** The button whose click is being dispatched. */
let dispatched: Element | null = null;

/**
 * Notes that the handlers of a button's click run now: a call by one of them is this click's chat.
 *
 * @returns to be called when they have run
 */
export function noteDispatch(button: Element): () => void {
  const before = dispatched;
  dispatched = button;
  return () => {
    dispatched = before;
  };
}

/** The button whose click is being dispatched. */
export function findDispatched(): Element | null {
  return dispatched;
}

/** Part of `stop()`. */
export function reset(): void {
  dispatched = null;
}
