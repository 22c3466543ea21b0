/** What all drivers share: gestures put together from single movements, and waiting. */

import { setTimeout as wait } from "node:timers/promises";
import type {
  Click,
  ConsoleLine,
  Frame,
  Key,
  KeyPress,
  Modifier,
  Page,
  WindowState,
} from "./engine";
import { findFrameOrigin, isLoaded, type Point, reach, readState } from "./in-page";

const PATIENCE_MS = 8000;
/** The first question is asked again soon; the later ones would only keep the browser from its work. */
const FIRST_POLL_MS = 10;
const LAST_POLL_MS = 60;

export type Button = NonNullable<Click["button"]>;

/** The mouse, the keyboard and the finger of one window, in coordinates of its viewport. */
export interface Hands {
  move(point: Point): Promise<void>;
  click(button: Button, count: number, gap: number): Promise<void>;
  keyDown(key: Key | Modifier, isRepeat: boolean): Promise<void>;
  keyUp(key: Key | Modifier): Promise<void>;
  tap(point: Point): Promise<void>;
  down(): Promise<void>;
  up(): Promise<void>;
}

/** Where scripts run: one document at a time, in a window or in a frame. */
export interface Realm {
  /** Evaluates, without user activation, an expression whose value promises text or undefined. */
  evaluateText(expression: string): Promise<string | undefined>;
  /** The realm in an `<iframe>`; undefined while there is none. */
  child(selector: string): Promise<Realm | undefined>;
}

export class DrivenFrame implements Frame {
  constructor(
    readonly realm: Realm,
    protected readonly hands: Hands,
    /** Where the frame's viewport begins in the window's. */
    private readonly origin: () => Promise<Point> = async () => ({ x: 0, y: 0 }),
  ) {}

  async evaluate<Result, Argument = undefined>(
    run: (argument: Argument) => Result,
    ...argument: Argument extends undefined ? [] : [Argument]
  ): Promise<Awaited<Result>> {
    const json = argument.map((value) => JSON.stringify(value)).join();
    const text = await this.realm.evaluateText(
      `(async () => JSON.stringify(await (${run})(${json})))()`,
    );
    return (text === undefined ? undefined : JSON.parse(text)) as Awaited<Result>;
  }

  async click(selector: string, click: Click = {}): Promise<void> {
    const { button = "left", modifiers = [], position, count = 1, gap = 80 } = click;
    await this.hands.move(await this.findPoint(selector, position));
    await this.holding(modifiers, () => this.hands.click(button, count, gap));
  }

  async drag(from: string, to: string): Promise<void> {
    const [begin, end] = [await this.findPoint(from), await this.findPoint(to)];
    await this.hands.move(begin);
    await this.hands.down();
    for (const part of [0.5, 1]) {
      const [x, y] = [begin.x + (end.x - begin.x) * part, begin.y + (end.y - begin.y) * part];
      await this.hands.move({ x, y });
    }
    await this.hands.up();
  }

  async tap(selector: string): Promise<void> {
    await this.hands.tap(await this.findPoint(selector));
  }

  async hover(selector: string): Promise<void> {
    const point = await this.findPoint(selector);
    // On a new page the mouse may be there already; WebKit's driver drops a move that leads nowhere.
    await this.hands.move({ ...point, x: point.x + 1 });
    await this.hands.move(point);
  }

  async focus(selector: string): Promise<void> {
    await until(`a visible element ${selector}`, () =>
      this.evaluate(reach, { selector, focus: true }),
    );
  }

  async frame(selector: string): Promise<Frame> {
    return until(`a loaded frame in ${selector}`, async () => {
      const realm = await this.realm.child(selector);
      const frame = realm && new DrivenFrame(realm, this.hands, () => this.originOf(selector));
      return (await frame?.evaluate(isLoaded)) ? frame : undefined;
    });
  }

  protected async holding(modifiers: Modifier[], act: () => Promise<void>): Promise<void> {
    for (const modifier of modifiers) await this.hands.keyDown(modifier, false);
    await act();
    for (const modifier of [...modifiers].reverse()) await this.hands.keyUp(modifier);
  }

  private async originOf(selector: string): Promise<Point> {
    return sum(await this.origin(), await this.evaluate(findFrameOrigin, selector));
  }

  private async findPoint(selector: string, position?: Point): Promise<Point> {
    const inside = await until(`a visible element ${selector}`, () =>
      this.evaluate(reach, { selector, position }),
    );
    return sum(await this.origin(), inside);
  }
}

export abstract class DrivenPage extends DrivenFrame implements Page {
  abstract goto(url: string): Promise<void>;
  abstract url(): Promise<string>;
  abstract goBack(): Promise<void>;
  abstract windows(): Promise<Page[]>;
  abstract close(): Promise<void>;
  abstract console(): Promise<ConsoleLine[]>;
  abstract errors(): Promise<string[]>;

  async waitForUrl(pattern: RegExp): Promise<void> {
    await until(`an address like ${pattern}`, async () => {
      // WebKit's driver says the address that is still on its way: the page itself knows better.
      const isThere = await this.evaluate(isLoaded);
      return isThere && pattern.test(await this.evaluate(() => location.href)) ? true : undefined;
    });
  }

  async waitForWindows(count: number): Promise<Page[]> {
    return until(`${count} other window(s)`, async () => {
      const windows = await this.windows();
      return windows.length === count ? windows : undefined;
    });
  }

  async press(key: Key, { modifiers = [], repeats = 0 }: KeyPress = {}): Promise<void> {
    await this.holding(modifiers, async () => {
      for (let down = 0; down <= repeats; down++) await this.hands.keyDown(key, down > 0);
      await this.hands.keyUp(key);
    });
  }

  state(): Promise<WindowState> {
    return this.evaluate(readState);
  }
}

/** Asks again until there is an answer; a document that goes away while it is asked has none. */
export async function until<Answer>(
  wanted: string,
  ask: () => Promise<Answer | null | undefined>,
): Promise<Answer> {
  const end = Date.now() + PATIENCE_MS;
  let trouble = "";
  let pause = FIRST_POLL_MS;
  do {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined) return answer;
      trouble = "";
    } catch (error) {
      trouble = `: ${error instanceof Error ? error.message : error}`;
    }
    await wait(pause);
    pause = Math.min(pause * 1.5, LAST_POLL_MS);
  } while (Date.now() < end);
  throw new Error(`expected ${wanted} within ${PATIENCE_MS} ms${trouble}`);
}

function sum(one: Point, other: Point): Point {
  return { x: one.x + other.x, y: one.y + other.y };
}
