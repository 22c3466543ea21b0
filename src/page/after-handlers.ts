import {
  callNative,
  defineOwn,
  findOwn,
  listen,
  readNative,
  readPath,
  unlisten,
} from "../natives.js";

/**
 * Calls back once, after the page's own handlers of this dispatch and before the browser's default action: a
 * handler's `preventDefault()` and the attributes that it has changed are seen, even if a handler stops
 * the propagation.
 *
 * To be called during the capture phase at the window. Each node of the path has a listener of ours in both phases.
 * As one of them runs, the next goes behind all others of its node: so it runs after what the page adds in this
 * click, too. The callback runs in the first that finds the propagation stopped, else in the last.
 *
 * What stops the event in none of the ways that are seen so (the prototype's own `stopImmediatePropagation`,
 * a closed shadow root) is seen in a task after the dispatch: too late for a link's default action, in time
 * for a window.
 *
 * @param callback is told whether the page has prevented the default action
 */
export function runAfterHandlers(event: Event, callback: (isPrevented: boolean) => void): void {
  const path = readPath(event);
  /** The way of the dispatch, which is at its first node now. */
  const way = [...[...path].reverse(), ...path];
  const last = event.bubbles ? way.length - 1 : path.length;
  /** How far it has come: ours at that node has run. */
  let passed = 0;
  /** For each node of the way, takes ours off. */
  const leave: (() => void)[] = [];
  let isDone = false;
  const finish = () => {
    if (isDone) return;
    isDone = true;
    for (const leaveNode of leave) leaveNode();
    stop.unwatch();
    callback(stop.wasPrevented() ?? readNative(event, "defaultPrevented"));
  };
  const wait = (node: EventTarget, index: number) => {
    const isCapture = index < path.length;
    const hear = (other: Event) => {
      // A handler of this click may click on something else, so each asks whether it is this event.
      if (other !== event) return;
      passed = index;
      const next = way[index + 1];
      if (event.cancelBubble || index === last || !next) finish();
      else wait(next, index + 1);
    };
    const before = leave[index];
    // Before Chrome 89, what is added to the target during its own turn does not run: ours stays where it was, too.
    if (event.currentTarget !== node) before?.();
    listen(node, event.type, hear, isCapture);
    leave[index] = () => {
      before?.();
      unlisten(node, event.type, hear, isCapture);
    };
  };
  // Ours runs last at each node but two: at the window, and at the document if a later listener of the window adds one.
  const stop = watchStops(event, finish, () => passed < 2 && event.currentTarget === way[passed]);
  way.forEach(wait);
  // A listener of the window that ran before us may have stopped it.
  if (event.cancelBubble) stop.end();
  setTimeout(finish);
}

interface StopWatch {
  /** Calls back soon: no listener of ours will. */
  end(): void;
  /** Whether the page prevented the default action, if that cannot be read off the event any more. */
  wasPrevented(): boolean | undefined;
  /** Takes the wrappers off the event: Svelte 5 and Solid read it after the dispatch. */
  unwatch(): void;
}

/**
 * Hears of the calls after which no listener of ours runs: `stopImmediatePropagation()`, and other stops if ours has
 * run at this node. Calls back in a microtask, so that what the same handler still does is seen.
 *
 * @param hasRun whether ours has run at the node that is being called
 */
function watchStops(event: Event, callback: () => void, hasRun: () => boolean): StopWatch {
  let wasPrevented: boolean | undefined;
  const wrappers: [string, PropertyDescriptor][] = [];
  const wrap = (name: string, property: PropertyDescriptor) => {
    wrappers.push([name, property]);
    defineOwn(event, name, { ...property, configurable: true });
  };
  // Writable, since AngularJS and others put wrappers of their own there.
  const wrapMethod = (name: string, value: () => void) => wrap(name, { value, writable: true });
  const end = () => {
    // A script's own dispatch runs no microtask before its default action. So that is prevented now.
    if (!event.isTrusted && wasPrevented === undefined) {
      wasPrevented = readNative(event, "defaultPrevented");
      callNative(event, "preventDefault");
      wrapMethod("preventDefault", () => {
        wasPrevented = true;
      });
    }
    queueMicrotask(callback);
  };
  const stop = () => {
    callNative(event, "stopPropagation");
    if (hasRun()) end();
  };
  wrapMethod("stopImmediatePropagation", () => {
    callNative(event, "stopImmediatePropagation");
    end();
  });
  wrapMethod("stopPropagation", stop);
  wrap("cancelBubble", {
    get: () => readNative(event, "cancelBubble"),
    set: (isStopped) => isStopped && stop(),
  });
  return {
    end,
    wasPrevented: () => wasPrevented,
    unwatch() {
      for (const [name, { value, set }] of wrappers) {
        const own = findOwn(event, name);
        // The page's own stays.
        if (own?.value === value && own?.set === set) Reflect.deleteProperty(event, name);
      }
    },
  };
}
