import { readClock } from "../natives.js";

/** CSS pixels: between a press and its click a hand moves less than this, unless it drags something. */
const DRAG = 10;

/** Where the pointer went down last, and on what: a page may take that away at once. */
let press: (Point & { type: string; path: readonly EventTarget[] }) | null = null;

/** A key of which a click comes that is not ours to make: the browser's, or one of the page's own. */
let key: Key | null = null;

/** How many clicks there have been. */
let clicks = 0;

/** How often the visitor has pressed something: events that scripts make do not count. */
let presses = 0;

/** Milliseconds after a click in which a script may make it once more. */
const REPLAY_TIME = 10_000;

/** When a button's chat was started by a click of the visitor's, and how often the visitor had pressed something then. */
let answered = new WeakMap<Element, { time: number; presses: number }>();

/** The touch that has begun, if it is the only one. */
let touch: TouchEvent | null = null;

/** Notes a press, from whichever event tells first: of a pointer's, `mousedown` comes later. */
export function notePress(event: MouseEvent): void {
  countPress(event);
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

function countPress({ isTrusted }: Event): void {
  if (isTrusted) presses++;
}

/** Notes that a click of the visitor's has started the button's chat. */
export function noteAnswered({ isTrusted }: Event, button: Element): void {
  if (isTrusted) answered.set(button, { time: readClock(), presses });
}

/**
 * Whether a script makes a click once more that has been answered: what loads a page's scripts late makes clicks of those
 * that came before.
 */
export function isReplay({ isTrusted }: Event, button: Element): boolean {
  const known = isTrusted ? undefined : answered.get(button);
  return known?.presses === presses && readClock() - known.time < REPLAY_TIME;
}

/** What tells whether a click has come since now. */
export function watchClicks(): () => boolean {
  const before = clicks;
  return () => clicks > before;
}

interface Key {
  /** Where it began: from the innermost element, in shadow trees too. */
  path: readonly EventTarget[];
  name: string;
  /** What has come of it so far: browsers make no click if a handler has prevented one of them. */
  events: readonly Event[];
  /** Whether a click has come since. */
  isClicked: () => boolean;
}

/** Notes a key of which the browser will make a click, or may let the page make one. */
export function noteKey(event: KeyboardEvent): void {
  countPress(event);
  const { key: name } = event;
  key = { path: event.composedPath(), name, events: [event], isClicked: watchClicks() };
}

/** Notes the key's next event, if it is where the key began. */
export function noteKeypress(event: KeyboardEvent): void {
  if (key) key.events = addOfKey(key, event);
}

/** The noted key, if this event ends it: elsewhere, if a handler has moved the focus. It is forgotten then. */
export function takeKey(end: KeyboardEvent): Key | null {
  const noted = key;
  // A script's own event of that name may have no key.
  if (!noted || noted.name !== end.key) return null;
  key = null;
  return { ...noted, events: addOfKey(noted, end) };
}

/** What is done elsewhere keeps no click from the element where the key began. */
function addOfKey({ name, path, events }: Key, event: KeyboardEvent): readonly Event[] {
  const isOfKey = name === event.key && path[0] === event.composedPath()[0];
  return isOfKey ? [...events, event] : events;
}

/** Notes the beginning of a touch. */
export function noteTouch(event: TouchEvent): void {
  countPress(event);
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

/** Part of `stop()`. */
export function reset(): void {
  press = null;
  touch = null;
  key = null;
  // Nobody waits for one any more.
  clicks++;
  answered = new WeakMap();
}
