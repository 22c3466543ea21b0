/**
 * The browser's own properties and methods, whatever the page has put in front of them.
 *
 * - `<img name="createElement">` hides `document.createElement`, and `<input name="matches">` that of its form
 *   (DOM clobbering): https://html.spec.whatwg.org/multipage/dom.html#dom-tree-accessors
 * - A class of a custom element may override `closest` or `hasAttribute`.
 * - Scripts replace `window.Document` (MooTools 1.3) or say `class Element {}`, so `instanceof` tells nothing.
 *   It never told anything about elements that were made in another frame's document.
 * - Scripts add methods to `Node.prototype` that a class above it has already.
 *
 * So each is looked up on the prototypes of the object itself, and the browser's own nearest to the base is taken.
 */

import { dictionary, isNativeFunction } from "./builtins.js";

/** What has been found, by the prototype that the search began at. Old shops have a `Map` of their own on the window. */
const found = new WeakMap<object, Record<PropertyKey, PropertyDescriptor | undefined>>();

/** The property as the browser defines it, or nothing. */
function findDescriptor(object: object, name: PropertyKey): PropertyDescriptor | undefined {
  const prototype = Reflect.getPrototypeOf(object);
  if (!prototype) return undefined;
  const known = found.get(prototype) ?? Object.create(null);
  found.set(prototype, known);
  if (!(name in known)) known[name] = searchPrototypes(prototype, name);
  return known[name];
}

/**
 * The browser's property nearest to the base, else any that is nearest: if the browser's own has been replaced,
 * there is no other. `Object.prototype` does not count, to which a page may have added.
 */
function searchPrototypes(start: object, name: PropertyKey): PropertyDescriptor | undefined {
  let native: PropertyDescriptor | undefined;
  let nearest: PropertyDescriptor | undefined;
  let prototype: object | null = start;
  while (prototype) {
    const next = Reflect.getPrototypeOf(prototype);
    const own = next && Reflect.getOwnPropertyDescriptor(prototype, name);
    if (own) {
      nearest = dictionary(own);
      if (isNativeFunction(nearest.get ?? nearest.value)) native = nearest;
    }
    prototype = next;
  }
  return native ?? nearest;
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

type ArgumentsOf<F> = F extends (...args: infer A) => unknown ? A : never;
type ResultOf<F> = F extends (...args: never[]) => infer R ? R : never;

/** Calls the browser's own method: `callNative(form, "matches", "form")`. */
export function callNative<T extends object, K extends keyof T>(
  object: T,
  name: K,
  ...args: ArgumentsOf<T[K]>
): ResultOf<T[K]> {
  return Reflect.apply(findMethod(object, name), object, args);
}

/** The browser's own method, else the one that a page has put in its place. */
export function findMethod<T extends object, K extends keyof T>(object: T, name: K) {
  return findDescriptor(object, name)?.value ?? object[name];
}

/** `Object.hasOwn()` is younger than the browsers that we serve: Chrome 93, Safari 15.4, Firefox 92. */
export function hasOwn(object: object, name: PropertyKey): boolean {
  return findOwn(object, name) !== undefined;
}

/** An object's own property, or nothing: what it inherits does not count. */
export function findOwn(object: object, name: PropertyKey): PropertyDescriptor | undefined {
  return Reflect.getOwnPropertyDescriptor(object, name);
}

/** Defines an own property, as far as the object lets us. */
export function defineOwn(
  object: object,
  name: PropertyKey,
  property: PropertyDescriptor,
): boolean {
  return Reflect.defineProperty(object, name, dictionary(property));
}

/** Whether a value is an element, of whichever document. */
export function isElement(value: unknown): value is Element {
  return readNodeType(value) === 1;
}

/** 1 is an element, 11 a fragment; nothing of what is no node, the window among others. */
function readNodeType(value: unknown): number | undefined {
  try {
    return findDescriptor(value as Node, "nodeType")?.get?.call(value);
  } catch {
    // The getter throws at what only inherits from a node.
    return undefined;
  }
}

/** The element around an element, or the host if that is an open or closed shadow root. */
export function findParent(element: Element): Element | null {
  const parent = readNative(element, "parentNode");
  return isElement(parent) ? parent : parent && findHost(parent);
}

/** The element whose open or closed shadow root this is. Of fragments, shadow roots alone have a host. */
export function findHost(node: Node): Element | null {
  return isFragment(node) && "host" in node ? (node as ShadowRoot).host : null;
}

/** Whether a value is a fragment, such as a shadow root. Those of polyfills are none. */
export function isFragment(value: unknown): boolean {
  return readNodeType(value) === 11;
}

/** An attribute, `""` and null being different. */
export function readAttribute(element: Element, name: string): string | null {
  return callNative(element, "getAttribute", name);
}

/** A new HTML element of the document. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
): HTMLElementTagNameMap[K] {
  // Of the overloads, the types of a method by its name keep only the last.
  return callNative(document, "createElement", name) as HTMLElementTagNameMap[K];
}

/** A shadow root for an element of ours, or on a page that lets nobody have one the element itself. */
export function attachShadow(
  host: HTMLElement,
  mode: ShadowRootMode,
): Node & Partial<DocumentOrShadowRoot> {
  try {
    return callNative(host, "attachShadow", dictionary({ mode }));
  } catch {
    // It has been taken away, or a page's own throws.
    return host;
  }
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

/**
 * Sends an event, and says whether a handler prevented its default. The event itself says so: a page's own
 * `dispatchEvent()` may return nothing.
 */
export function dispatch(target: EventTarget, event: Event): boolean {
  callNative(target, "dispatchEvent", event);
  return readNative(event, "defaultPrevented");
}

/** The path of an event that the window hears. Polyfills end it at `<html>`, or add shadow roots that are no nodes. */
export function readPath(event: Event): EventTarget[] {
  const path = event.composedPath().filter((node) => node === window || readNodeType(node));
  return path.includes(window) ? path : [...path, document, window];
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
 *
 * @param event the time at which this one came; now if there is none
 */
export function readClock(event = makeEvent("CustomEvent", "kakao-chat", {})): number {
  // Scripts against fingerprints stop this clock. Then the one that visitors set has to do.
  const isOwn = isNativeFunction(findDescriptor(event, "timeStamp")?.get);
  return isOwn ? event.timeStamp : Date.now();
}
