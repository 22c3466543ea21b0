import { callNative, defineOwn, listen, readNative, readPath, unlisten } from "../natives.js";

/**
 * Calls back once, after the page's own handlers of this dispatch and before the browser's default action: a
 * handler's `preventDefault()` and the attributes that it has changed are seen, even if a handler stops
 * the propagation.
 *
 * To be called during the capture phase at the window. Listeners that are added now are the last of their
 * node, so one on each node of the path, in both phases, runs after the page's. The callback runs in the
 * first of them that finds the propagation stopped, else in the window's.
 *
 * What stops the event in none of the ways that are seen so (the prototype's own `stopImmediatePropagation`,
 * a closed shadow root) is seen in a task after the dispatch: too late for a link's default action, in time
 * for a window.
 *
 * @param callback is told whether the page has prevented the default action
 */
export function runAfterHandlers(event: Event, callback: (isPrevented: boolean) => void): void {
  const path = readPath(event);
  const stop = watchFinalStops(event, () => finish());
  let isDone = false;
  const finish = () => {
    if (isDone) return;
    isDone = true;
    for (const node of path) {
      unlisten(node, event.type, onCapture, true);
      unlisten(node, event.type, onBubble);
    }
    stop.unwatch();
    callback(stop.wasPrevented() ?? readNative(event, "defaultPrevented"));
  };
  // A handler of this click may click on something else, so each asks whether it is this event.
  const onCapture = (other: Event) => {
    if (other === event && event.cancelBubble) finish();
  };
  const onBubble = (other: Event) => {
    const lastNode = event.bubbles ? window : path[0];
    if (other === event && (event.cancelBubble || event.currentTarget === lastNode)) finish();
  };
  for (const node of path) {
    listen(node, event.type, onCapture, true);
    listen(node, event.type, onBubble);
  }
  // A listener of the window that ran before us may have stopped it.
  if (event.cancelBubble) queueMicrotask(finish);
  setTimeout(finish);
}

interface StopWatch {
  /** Whether the page prevented the default action, if that cannot be read off the event any more. */
  wasPrevented(): boolean | undefined;
  /** Takes the wrappers off the event: Svelte 5 and Solid read it after the dispatch. */
  unwatch(): void;
}

/**
 * Hears of the calls after which no listener of ours runs: `stopImmediatePropagation()`, and at the window
 * `stopPropagation()`. Calls back in a microtask, so that what the same handler still does is seen.
 */
function watchFinalStops(event: Event, callback: () => void): StopWatch {
  let wasPrevented: boolean | undefined;
  const wrappers: [string, () => void][] = [];
  const wrap = (name: string, value: () => void) => {
    wrappers.push([name, value]);
    // Writable, since AngularJS and others put wrappers of their own there.
    defineOwn(event, name, { value, configurable: true, writable: true });
  };
  const onFinalStop = () => {
    // A script's own dispatch runs no microtask before its default action. So that is prevented now.
    if (!event.isTrusted && wasPrevented === undefined) {
      wasPrevented = readNative(event, "defaultPrevented");
      callNative(event, "preventDefault");
      wrap("preventDefault", () => {
        wasPrevented = true;
      });
    }
    queueMicrotask(callback);
  };
  wrap("stopImmediatePropagation", () => {
    callNative(event, "stopImmediatePropagation");
    onFinalStop();
  });
  wrap("stopPropagation", () => {
    callNative(event, "stopPropagation");
    if (event.currentTarget === window) onFinalStop();
  });
  return {
    wasPrevented: () => wasPrevented,
    unwatch() {
      for (const [name, value] of wrappers) {
        // The page's own stays.
        if (Reflect.get(event, name) === value) Reflect.deleteProperty(event, name);
      }
    },
  };
}
