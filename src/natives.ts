/**
 * The browser's own properties and methods, whatever the page has put in front of them.
 *
 * - `<img name="createElement">` hides `document.createElement`, and `<input name="matches">` that of its form
 *   (DOM clobbering): https://html.spec.whatwg.org/multipage/dom.html#dom-tree-accessors
 * - A class of a custom element may override `closest` or `hasAttribute`.
 * - Scripts replace `window.Document` (MooTools 1.3) or say `class Element {}`, so `instanceof` tells nothing.
 *   It never told anything about elements that were made in another frame's document.
 *
 * So each is looked up on the prototypes of the object itself, and the one nearest to the base is taken.
 */

/** What has been found, by the prototype that the search began at. */
const found = new WeakMap<object, Map<PropertyKey, PropertyDescriptor | undefined>>();

/** The property as the browser defines it, or nothing. */
function findDescriptor(object: object, name: PropertyKey): PropertyDescriptor | undefined {
  const prototype = Reflect.getPrototypeOf(object);
  if (!prototype) return undefined;
  const known = found.get(prototype) ?? new Map<PropertyKey, PropertyDescriptor | undefined>();
  found.set(prototype, known);
  if (!known.has(name)) known.set(name, searchPrototypes(prototype, name));
  return known.get(name);
}

/** The property nearest to the base, but for `Object.prototype`, to which a page may have added. */
function searchPrototypes(start: object, name: PropertyKey): PropertyDescriptor | undefined {
  let nearest: PropertyDescriptor | undefined;
  let prototype: object | null = start;
  while (prototype) {
    const next = Reflect.getPrototypeOf(prototype);
    if (next) nearest = Reflect.getOwnPropertyDescriptor(prototype, name) ?? nearest;
    prototype = next;
  }
  return nearest;
}

/** Reads a property by the browser's own getter: `readNative(document, "body")`. */
export function readNative<T extends object, K extends keyof T>(object: T, name: K): T[K] {
  return nativeGetter(object, name)(object);
}

/** The browser's own getter, for many objects of one kind. */
export function nativeGetter<T extends object, K extends keyof T>(
  sample: T,
  name: K,
): (object: object) => T[K] {
  const getter = findDescriptor(sample, name)?.get;
  return (object) => (getter ? Reflect.apply(getter, object, []) : Reflect.get(object, name));
}

type Parameters<F> = F extends (...args: infer A) => unknown ? A : never;
type Result<F> = F extends (...args: never[]) => infer R ? R : never;

/** Calls the browser's own method: `callNative(form, "matches", "form")`. */
export function callNative<T extends object, K extends keyof T>(
  object: T,
  name: K,
  ...args: Parameters<T[K]>
): Result<T[K]> {
  return Reflect.apply(findDescriptor(object, name)?.value ?? object[name], object, args);
}

/** An object that inherits nothing: a page may have added to `Object.prototype`. */
export function dictionary<T extends object>(values: T): T {
  return Object.assign(Object.create(null), values);
}

/** `Object.hasOwn()` is younger than the browsers that we serve: Chrome 93, Safari 15.4, Firefox 92. */
export function hasOwn(object: object, name: PropertyKey): boolean {
  return Reflect.getOwnPropertyDescriptor(object, name) !== undefined;
}

/** Defines an own property, as far as the object lets us. */
export function defineOwn(object: object, name: PropertyKey, property: PropertyDescriptor): void {
  Reflect.defineProperty(object, name, dictionary(property));
}

/** Whether a value is an element, of whichever document. */
export function isElement(value: unknown): value is Element {
  try {
    // Reading it of anything but a node throws, or gives no such number.
    return readNative(value as Node, "nodeType") === 1;
  } catch {
    return false;
  }
}

/** The element around an element, or the host if that is an open or closed shadow root. */
export function findParent(element: Element): Element | null {
  const parent = readNative(element, "parentNode");
  if (isElement(parent)) return parent;
  // 11 is a fragment. Of fragments, shadow roots alone have a host.
  const isFragment = parent !== null && readNative(parent, "nodeType") === 11;
  return isFragment && "host" in parent ? (parent as ShadowRoot).host : null;
}

/** An attribute, `""` and null being different. */
export function readAttribute(element: Element, name: string): string | null {
  return callNative(element, "getAttribute", name);
}

/** All elements of the document for a selector. Scripts replace `Array.from` (MooTools, prototype.js). */
export function findAll(selector: string): Element[] {
  return [...callNative(document, "querySelectorAll", selector)];
}

/**
 * An event of the browser's own class, whatever the page calls by that name: `class MouseEvent {}`, or an old
 * shop's `function CustomEvent() {}`.
 */
export function makeEvent(
  kind: "CustomEvent" | "MouseEvent",
  type: string,
  init: CustomEventInit | MouseEventInit,
): Event {
  const { constructor: EventClass } = callNative(document, "createEvent", kind);
  return Reflect.construct(EventClass, [type, dictionary(init)]);
}

type Listener = (event: never) => void;

/** Listens to events of a target, the window above all, whatever the page calls by the method's name. */
export function listen(target: EventTarget, type: string, listener: Listener, isCapture = false) {
  callNative(target, "addEventListener", type, listener as EventListener, isCapture);
}

/** Takes off what {@link listen} has put on. */
export function unlisten(target: EventTarget, type: string, listener: Listener, isCapture = false) {
  callNative(target, "removeEventListener", type, listener as EventListener, isCapture);
}

/**
 * Milliseconds by a clock that nobody can set. Asleep, it may stand still.
 * https://dom.spec.whatwg.org/#dom-event-timestamp
 */
export function readClock(): number {
  return makeEvent("CustomEvent", "kakao-chat", {}).timeStamp;
}
