/**
 * Calls `act` once, after the page's own handlers of this dispatch and before the browser's default
 * action: a handler's `preventDefault()` and the attributes that it has changed are seen, also where
 * a handler stops the propagation.
 *
 * To be called during the capture phase at the window. A listener added now is the last of its node,
 * and `cancelBubble` tells it that its node is the last of the path.
 * https://dom.spec.whatwg.org/#concept-event-listener-inner-invoke
 */
export function bindLast(event: Event, act: () => void): void {
  const path = event.composedPath();
  const each = (change: "addEventListener" | "removeEventListener") => {
    for (const node of path) {
      node[change](event.type, onNode, true);
      node[change](event.type, onNode);
    }
  };
  let isDone = false;
  const finish = () => {
    each("removeEventListener");
    if (!isDone) act();
    isDone = true;
  };
  const onNode = () => {
    if (event.currentTarget === window || event.cancelBubble) finish();
  };
  each("addEventListener");
  // Where no listener of ours is left to come: a microtask still runs before the default action.
  if (event.cancelBubble) queueMicrotask(finish);
  for (const stop of ["stopPropagation", "stopImmediatePropagation"] as const) {
    event[stop] = () => {
      Event.prototype[stop].call(event);
      if (stop[4] === "I" || event.currentTarget === window) queueMicrotask(finish);
    };
  }
}
