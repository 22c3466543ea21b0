import type { Listener } from "./natives.js";

/** Milliseconds after a click: by then most routers have changed the address. */
const AFTER_CLICK = 300;

/** What tells that the address may have changed. `history` is not patched. */
export function listAddressEvents(callback: () => void): Listener[] {
  let address = location.href;
  const afterClick = () => {
    setTimeout(callback);
    setTimeout(callback, AFTER_CLICK);
  };
  const onActivity = () => {
    if (address === location.href) return;
    address = location.href;
    callback();
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
