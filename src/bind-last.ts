/**
 * Calls `act` once, after the page's own handlers of this dispatch and before the browser's default
 * action: a handler's `preventDefault()` and the attributes that it has changed are seen, also where
 * a handler stops the propagation. To be called during the capture phase at the window.
 */
export function bindLast(event: Event, act: () => void): void {
  let isDone = false;
  const finish = () => {
    if (!isDone) act();
    isDone = true;
  };
  window.addEventListener(event.type, finish, { once: true });
  // The microtask runs when the handler that stops the event has returned: still in the dispatch.
  for (const stop of ["stopPropagation", "stopImmediatePropagation"] as const) {
    event[stop] = () => {
      Event.prototype[stop].call(event);
      queueMicrotask(finish);
    };
  }
  // `cancelBubble = true` stops an event as well. The gesture still counts in a task of its own.
  setTimeout(finish);
}
