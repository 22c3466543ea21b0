/** The page's own objects by their prototypes: `<img name="documentElement">` hides the document's property. */

export function getRoot(): HTMLElement | null {
  return Reflect.get(Document.prototype, "documentElement", document);
}

export function getReadyState(): DocumentReadyState {
  return Reflect.get(Document.prototype, "readyState", document);
}

/** Who is listened to, for which events (separated by spaces), and by whom. */
export type Listener = [target: EventTarget, types: string, handler: (event: Event) => void];

export function listen(
  change: "addEventListener" | "removeEventListener",
  listeners: readonly Listener[],
): void {
  for (const [target, types, handler] of listeners) {
    for (const type of types.split(" ")) {
      EventTarget.prototype[change].call(target, type, handler, true);
    }
  }
}
