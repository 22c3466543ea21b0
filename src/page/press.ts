/** CSS pixels: between a press and its click a hand moves less than this, unless it drags something. */
const DRAG = 10;

/** Where the pointer went down last, and on what: a page may take that away at once. */
let press: (Point & { type: string; path: readonly EventTarget[] }) | null = null;

/** A key of which a click comes that is not ours to make: the browser's, or one of the page's own. */
let key: Key | null = null;

/** How many clicks there have been. */
let clicks = 0;

/** The touch that has begun, if it is the only one. */
let touch: TouchEvent | null = null;

/** Notes a press, from whichever event tells first: of a pointer's, `mousedown` comes later. */
export function notePress(event: MouseEvent): void {
  const { type, clientX, clientY } = event;
  if (type === "mousedown" && press?.type === "pointerdown") return;
  press = { type, path: event.composedPath(), clientX, clientY };
}

/** The press of which the browser has made this click; null for a key's click, or a script's. */
export function takePress(click: MouseEvent): Press | null {
  const made = click.isTrusted && click.detail > 0 ? press : null;
  press = null;
  key = null;
  clicks++;
  return made && { path: made.path, isDrag: isFar(click, made) };
}

/** Where the pointer went down before a click. */
export interface Press {
  /** What was pressed, and what was around it then. */
  path: readonly EventTarget[];
  /** The pointer has moved since, as over a slide or a map. */
  isDrag: boolean;
}

type Point = Pick<MouseEvent, "clientX" | "clientY">;

function isFar(a: Point, b: Point): boolean {
  return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) > DRAG;
}

/** What tells whether a click has come since now. */
export function watchClicks(): () => boolean {
  const before = clicks;
  return () => clicks > before;
}

interface Key {
  target: EventTarget | null;
  name: string;
  /** What has come of it so far: browsers make no click if a handler has prevented one of them. */
  events: readonly Event[];
  /** Whether a click has come since. */
  isClicked: () => boolean;
}

/** Notes a key of which the browser will make a click, or may let the page make one. */
export function noteKey(event: KeyboardEvent): void {
  const { key: name } = event;
  key = { target: readTarget(event), name, events: [event], isClicked: watchClicks() };
}

/** Notes the key's next event, if it is where the key began. */
export function noteKeypress(event: KeyboardEvent): void {
  if (key && isOfKey(key, event)) key.events = [...key.events, event];
}

/** The noted key, if this event ends it where it began. It is forgotten then. */
export function takeKey(end: KeyboardEvent): Key | null {
  const noted = key;
  if (!noted || !isOfKey(noted, end)) return null;
  key = null;
  return { ...noted, events: [...noted.events, end] };
}

/** A script's own event of that name may have no key. */
function isOfKey({ name, target }: Key, event: KeyboardEvent): boolean {
  return name === event.key && target === readTarget(event);
}

/** Notes the beginning of a touch. */
export function noteTouch(event: TouchEvent): void {
  touch = event.touches?.length === 1 ? event : null;
}

/**
 * The touch of which this event is the end, if it is a tap: no second finger, no swipe. Browsers make no click if a
 * handler has prevented either event.
 */
export function takeTap(end: TouchEvent): TouchEvent | null {
  const begin = touch;
  touch = null;
  const from = begin?.touches[0];
  // A script's own event of that name may have none.
  const to = end.changedTouches?.[0];
  return from && to && !isFar(from, to) ? begin : null;
}

/** The innermost element, in shadow trees too. */
function readTarget(event: Event): EventTarget | null {
  return event.composedPath()[0] ?? null;
}

/** Part of `stop()`. */
export function reset(): void {
  press = null;
  touch = null;
  key = null;
  // Nobody waits for one any more.
  clicks++;
}
