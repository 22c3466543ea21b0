import { findParent, isElement } from "../natives.js";

/** CSS pixels: between a press and its click a hand moves less than this, unless it drags something. */
const DRAG = 10;

/** Where the pointer went down last. */
let press: { node: EventTarget | null; x: number; y: number } | null = null;

/** Notes a press, from whichever event tells first. */
export function notePress({ target, clientX, clientY }: MouseEvent): void {
  press = { node: target, x: clientX, y: clientY };
}

/** The press of which the browser has made this click; null for a key's click, or a script's. */
export function takePress(click: MouseEvent): Press | null {
  const made = click.isTrusted && click.detail > 0 ? press : null;
  press = null;
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

/** The element that was pressed, and those around it. */
export function listPath({ node }: Press): Element[] {
  const path: Element[] = [];
  for (let at = isElement(node) ? node : null; at; at = findParent(at)) path.push(at);
  return path;
}

/** Part of `stop()`. */
export function reset(): void {
  press = null;
}
