/**
 * What a scenario may ask of a browser, so that it is written once and runs in three engines.
 *
 * Everything here is what a person or the page itself could do. In particular no call but `click`,
 * `tap` and `press` gives a page user activation.
 */

export type { EngineName } from "../../find-browsers.mjs";

import type { EngineName } from "../../find-browsers.mjs";

export interface Engine {
  readonly name: EngineName;
  /** As the browser says it, for example `Firefox 153.7.0`. */
  readonly version: string;
  /** Starts a fresh profile with one window. */
  open(profile?: Profile): Promise<Session>;
  close(): Promise<void>;
}

export interface Session {
  readonly page: Page;
  close(): Promise<void>;
}

/** The device that a page believes to be on. The popup blocker is on, and the screen 1920 x 1080. */
export interface Profile {
  /**
   * A Playwright device descriptor, for example "iPhone 15". Chromium takes all of it; the others
   * its user agent and its touch screen, which are what pages go by.
   */
  device?: string;
  userAgent?: string;
  /** `navigator.maxTouchPoints`. */
  touchPoints?: number;
}

/** A page, or a frame in it. */
export interface Frame {
  /**
   * Runs the function in the page, without user activation; it may return a promise, and what it
   * returns goes through JSON. It sees nothing but its argument.
   */
  evaluate<Result, Argument = undefined>(
    run: (argument: Argument) => Result,
    ...argument: Argument extends undefined ? [] : [Argument]
  ): Promise<Awaited<Result>>;
  /** Clicks with the mouse. Selectors reach into open shadow roots. */
  click(selector: string, click?: Click): Promise<void>;
  /** Presses the mouse on one element, and lets it go on another. */
  drag(from: string, to: string): Promise<void>;
  /** Puts a finger on it: Chromium, with a device that has a touch screen. */
  tap(selector: string): Promise<void>;
  hover(selector: string): Promise<void>;
  /** Gives it the focus by script; `press("Tab")` is how a person would. */
  focus(selector: string): Promise<void>;
  /** The frame in an `<iframe>`, once it has loaded. */
  frame(selector: string): Promise<Frame>;
}

/** A window or tab. */
export interface Page extends Frame {
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  /** Waits until the address matches and the document has loaded. */
  waitForUrl(pattern: RegExp): Promise<void>;
  goBack(): Promise<void>;
  press(key: Key, press?: KeyPress): Promise<void>;
  /** The other windows of the profile, in the order in which they opened. */
  windows(): Promise<Page[]>;
  /** Waits until there are so many other windows, and returns them. */
  waitForWindows(count: number): Promise<Page[]>;
  /** What a person would see of it, and what it knows of its opener. */
  state(): Promise<WindowState>;
  close(): Promise<void>;
  /** What all the windows of the profile have written to the console. */
  console(): Promise<ConsoleLine[]>;
  /** Uncaught errors in any of the windows, as text. */
  errors(): Promise<string[]>;
}

export interface Click {
  /** WebKitWebDriver has the left one only. */
  button?: "left" | "middle" | "right";
  modifiers?: Modifier[];
  /** From the element's upper left corner; its centre otherwise. */
  position?: { x: number; y: number };
  /** 2 is a double click. */
  count?: number;
  /** Milliseconds from one click to the next. */
  gap?: number;
}

export type Modifier = "Control" | "Meta" | "Shift" | "Alt";
export type Key = "Enter" | "Space" | "Tab" | "Escape" | "ArrowDown" | "ArrowUp";

export interface KeyPress {
  modifiers?: Modifier[];
  /** How often a held key repeats before it is let go; WebKitWebDriver cannot. */
  repeats?: number;
}

export const LEVELS = ["log", "info", "warn", "error", "debug"] as const;

export interface ConsoleLine {
  level: (typeof LEVELS)[number];
  /** All arguments in a row; what an engine makes of an object is its own affair. */
  text: string;
}

export interface WindowState {
  url: string;
  title: string;
  text: string;
  name: string;
  innerWidth: number;
  innerHeight: number;
  screenX: number;
  screenY: number;
  hasOpener: boolean;
  referrer: string;
}

/** Whether it is a method of the console whose lines are collected. */
export function isLevel(method: string | undefined): method is ConsoleLine["level"] {
  return LEVELS.some((level) => level === method);
}
