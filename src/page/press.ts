/** CSS pixels: between a press and its click a hand moves less than this, unless it drags something. */
const DRAG = 10;

/** Where the pointer went down last, and on what: a page may take that away at once. */
let press: { type: string; path: readonly EventTarget[]; x: number; y: number } | null = null;

/** A key of which a click comes that is not ours to make: the browser's, or one of the page's own. */
let key: Key | null = null;

/** Notes a press, from whichever event tells first: of a pointer's, `mousedown` comes later. */
export function notePress(event: MouseEvent): void {
  const { type, clientX, clientY } = event;
  if (type === "mousedown" && press?.type === "pointerdown") return;
  press = { type, path: event.composedPath(), x: clientX, y: clientY };
}

/** The press of which the browser has made this click; null for a key's click, or a script's. */
export function takePress(click: MouseEvent): Press | null {
  const made = click.isTrusted && click.detail > 0 ? press : null;
  press = null;
  if (key) takeKey(key);
  return (
    made && {
      path: made.path,
      isDrag: Math.hypot(click.clientX - made.x, click.clientY - made.y) > DRAG,
    }
  );
}

export interface Press {
  /** What was pressed, and what was around it then. */
  path: readonly EventTarget[];
  /** The pointer has moved since, as over a slide or a map. */
  isDrag: boolean;
}

interface Key {
  target: EventTarget | null;
  name: string;
  button: Element;
  /** A click has come of it, or is not waited for any more. */
  isTaken: boolean;
}

/** Notes a key of which the browser will make a click, or may let the page make one. */
export function noteKey(event: KeyboardEvent, button: Element): void {
  key = { target: readTarget(event), name: event.key, button, isTaken: false };
}

/** The noted key, if this event ends it where it began. */
export function findKey(event: KeyboardEvent): Key | null {
  return key?.name === event.key && key.target === readTarget(event) ? key : null;
}

/** Forgets a key. @returns whether no click has come since */
export function takeKey(noted: Key): boolean {
  const isUnclicked = !noted.isTaken;
  noted.isTaken = true;
  if (key === noted) key = null;
  return isUnclicked;
}

/** The innermost element, in shadow trees too. */
function readTarget(event: Event): EventTarget | null {
  return event.composedPath()[0] ?? null;
}

/** Part of `stop()`. */
export function reset(): void {
  press = null;
  if (key) takeKey(key);
}
