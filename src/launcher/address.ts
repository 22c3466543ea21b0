/** Who is listened to, for which events (separated by spaces), and what then happens. */
export type Listener = [target: EventTarget, types: string, callback: (event: Event) => void];

/** Milliseconds after a click: by then most routers have changed the address. */
const AFTER_CLICK = 300;

/** What tells that the address may have changed. `history` is not patched. */
export function listAddressEvents(callback: (event: Event) => void): Listener[] {
  let address = location.href;
  const afterClick = (event: Event) => {
    setTimeout(() => callback(event));
    setTimeout(() => callback(event), AFTER_CLICK);
  };
  const onActivity = (event: Event) => {
    if (address === location.href) return;
    address = location.href;
    callback(event);
  };
  const navigation = findNavigation();
  return [
    [window, "popstate hashchange", callback],
    [window, "click", afterClick],
    navigation
      ? [navigation, "currententrychange", callback]
      : [window, "mouseover touchstart focusin keydown", onActivity],
  ];
}

/** The browser's own: a page may have a `var navigation`. */
function findNavigation(): EventTarget | null {
  const value: unknown = Object.getOwnPropertyDescriptor(window, "navigation")?.get?.call(window);
  return String(value) === "[object Navigation]" ? (value as EventTarget) : null;
}
