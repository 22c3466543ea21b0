/**
 * Calls `act` once, after the page's own handlers of this dispatch and before the browser's default
 * action: a handler's `preventDefault()` and the attributes that it has changed are seen, also where
 * a handler stops the propagation.
 *
 * To be called during the capture phase at the window. A listener added now is the window's last; a
 * handler that keeps the event from getting there is heard by what it calls for that. What is put on the
 * event for this goes with the first such call: Svelte and Solid read `cancelBubble` afterwards.
 */
export function bindLast(event: Event, act: () => void): void {
  let isDone = false;
  const finish = (other?: Event) => {
    // A handler of this click may click on something else.
    if (other && other !== event) return;
    window.removeEventListener(event.type, finish);
    if (!isDone) act();
    isDone = true;
  };
  window.addEventListener(event.type, finish);
  if (event.cancelBubble) queueMicrotask(() => finish());
  for (const stop of ["stopPropagation", "stopImmediatePropagation"] as const) {
    event[stop] = () => {
      delete (event as Partial<Event>).cancelBubble;
      delete (event as Partial<Event>)[stop];
      event[stop]();
      queueMicrotask(() => finish());
    };
  }
  (event as unknown as Definable).__defineSetter__(
    "cancelBubble",
    (isStopped) => isStopped && event.stopPropagation(),
  );
}

/** Every browser has it: https://tc39.es/ecma262/#sec-object.prototype.__defineSetter__ */
interface Definable {
  __defineSetter__(name: string, set: (value: boolean) => void): void;
}
