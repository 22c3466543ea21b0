import { findParent, isElement } from "../natives.js";

/** CSS pixels: between a press and its click a hand moves less than this, unless it drags something. */
const DRAG = 10;

/** Where the pointer went down last. */
let press: { node: EventTarget | null; x: number; y: number } | null = null;

/** A key on a button that the browser itself clicks, until it has. */
let key: Key | null = null;

/** Notes a press, from whichever event tells first. */
export function notePress({ target, clientX, clientY }: MouseEvent): void {
  press = { node: target, x: clientX, y: clientY };
}

/** The press of which the browser has made this click; null for a key's click, or a script's. */
export function takePress(click: MouseEvent): Press | null {
  const made = click.isTrusted && click.detail > 0 ? press : null;
  press = null;
  key = null;
  return (
    made && {
      node: made.node,
      isDrag: Math.hypot(click.clientX - made.x, click.clientY - made.y) > DRAG,
    }
  );
}

export interface Press {
  node: EventTarget | null;
  /** The pointer has moved since, as over a slide or a map. */
  isDrag: boolean;
}

interface Key {
  target: EventTarget | null;
  name: string;
  button: Element;
}

/** Notes a key of which the browser will make a click. */
export function noteKey(event: KeyboardEvent, button: Element): void {
  key = { target: readTarget(event), name: event.key, button };
}

/** The noted key, if this event ends it where it began. */
export function findKey(event: KeyboardEvent): Key | null {
  return key?.name === event.key && key.target === readTarget(event) ? key : null;
}

/** Forgets a key. @returns whether no click has come since */
export function takeKey(noted: Key): boolean {
  const isUnclicked = key === noted;
  if (isUnclicked) key = null;
  return isUnclicked;
}

/** The innermost element, in shadow trees too. */
function readTarget(event: Event): EventTarget | null {
  return event.composedPath()[0] ?? null;
}

/** The element that was pressed, and those around it. */
export function listPath({ node }: Press): Element[] {
  const path: Element[] = [];
  for (let at = isElement(node) ? node : null; at; at = findParent(at)) path.push(at);
  return path;
}

/** Part of `stop()`. */
export function reset(): void {
  press = null;
  key = null;
}
