/** One profile of WebKitGTK and its windows, in classic WebDriver. */

import { randomUUID } from "node:crypto";
import { DrivenFrame, DrivenPage, type Hands, type Realm, until } from "../driven";
import type { ConsoleLine, Page } from "../engine";
import { isLoaded, type Said, takeSaid } from "../in-page";
import type { WebDriver } from "./webdriver";
import { type InputSource, webdriverHands } from "./webdriver-hands";

export class WebKitSession {
  readonly said: Said = { console: [], errors: [] };
  readonly #driver: WebDriver;
  readonly #pages = new Map<string, WebKitPage>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(driver: WebDriver) {
    this.#driver = driver;
  }

  async firstPage(): Promise<Page> {
    const [page] = await this.pages();
    if (!page) throw new Error("expected a window in the new session, got none");
    return page;
  }

  /** In the order in which they were first seen: the driver lists them in no order at all. */
  async pages(): Promise<WebKitPage[]> {
    const handles = await this.#driver.get<string[]>("/window/handles");
    for (const handle of this.#pages.keys()) {
      if (!handles.includes(handle)) this.#pages.delete(handle);
    }
    for (const handle of handles) {
      if (!this.#pages.has(handle)) this.#pages.set(handle, new WebKitPage(handle, this));
    }
    return [...this.#pages.values()];
  }

  hear(said: Said | null): void {
    this.said.console.push(...(said?.console ?? []));
    this.said.errors.push(...(said?.errors ?? []));
  }

  /** One at a time: a session has one current window and frame, which every command means. */
  inFrame<Value>(frame: FrameAddress, act: (driver: WebDriver) => Promise<Value>): Promise<Value> {
    const next = this.#queue.then(async () => {
      await this.#driver.post("/window", { handle: frame.handle });
      await this.#driver.post("/frame", { id: null });
      for (const step of frame.path) {
        const id =
          typeof step === "number"
            ? step
            : await this.#driver.post("/element", { using: "css selector", value: step });
        await this.#driver.post("/frame", { id });
      }
      return act(this.#driver);
    });
    this.#queue = next.catch(() => undefined);
    return next;
  }
}

/** A window, and the iframes, by selector or by number, that lead to a frame in it. */
interface FrameAddress {
  handle: string;
  path: (string | number)[];
}

class WebKitRealm implements Realm {
  readonly #frame: FrameAddress;
  readonly #session: WebKitSession;

  constructor(frame: FrameAddress, session: WebKitSession) {
    this.#frame = frame;
    this.#session = session;
  }

  async evaluateText(expression: string): Promise<string | undefined> {
    const script = `const done = arguments[0];
      ${expression}.then((text) => done({ text }), (error) => done({ error: String(error) }));`;
    const { text, error } = await this.#session.inFrame(this.#frame, (driver) =>
      driver.post<{ text?: string; error?: string }>("/execute/async", { script, args: [] }),
    );
    if (error !== undefined) throw new Error(error);
    return text;
  }

  async child(selector: string): Promise<Realm | undefined> {
    const path = [...this.#frame.path, selector];
    return new WebKitRealm({ ...this.#frame, path }, this.#session);
  }
}

class WebKitPage extends DrivenPage {
  readonly #handle: string;
  readonly #session: WebKitSession;

  constructor(handle: string, session: WebKitSession) {
    const window = { handle, path: [] };
    const perform = (source: InputSource) =>
      session.inFrame(window, (driver) => driver.post<void>("/actions", { actions: [source] }));
    super(new WebKitRealm(window, session), withoutPretence(webdriverHands(perform)));
    this.#handle = handle;
    this.#session = session;
  }

  goto(url: string): Promise<void> {
    return this.#leave((driver) => driver.post("/url", { url }));
  }

  url(): Promise<string> {
    return this.#run((driver) => driver.get("/url"));
  }

  goBack(): Promise<void> {
    return this.#leave((driver) => driver.post("/back"));
  }

  async windows(): Promise<Page[]> {
    return (await this.#session.pages()).filter((page) => page !== this);
  }

  async close(): Promise<void> {
    await this.#hear([]);
    await this.#run((driver) => driver.delete("/window"));
  }

  async console(): Promise<ConsoleLine[]> {
    for (const page of await this.#session.pages()) await page.#hear([]);
    return this.#session.said.console;
  }

  async errors(): Promise<string[]> {
    await this.console();
    return this.#session.said.errors;
  }

  /** Under the page load strategy "none" the driver does not wait: another document must be there. */
  async #leave(go: (driver: WebDriver) => Promise<void>): Promise<void> {
    const mark = `left ${randomUUID()}`;
    await this.evaluate((name) => void Reflect.set(window, name, true), mark);
    await this.#run(go);
    await until("another document", async () => {
      const arrived = await this.evaluate((name) => !Reflect.has(window, name), mark);
      return arrived && (await this.evaluate(isLoaded)) ? true : undefined;
    });
  }

  /** Takes what has been said in the frame and, one after the other, in those within it. */
  async #hear(path: number[]): Promise<void> {
    const realm = new WebKitRealm({ handle: this.#handle, path }, this.#session);
    const frame = new DrivenFrame(realm, this.hands);
    this.#session.hear(await frame.evaluate(takeSaid));
    const count = await frame.evaluate(() => window.length);
    for (let index = 0; index < count; index++) await this.#hear([...path, index]);
  }

  #run<Value>(act: (driver: WebDriver) => Promise<Value>): Promise<Value> {
    return this.#session.inFrame({ handle: this.#handle, path: [] }, act);
  }
}

/** What this driver gets wrong is refused, so that no test passes for want of a click or a key. */
function withoutPretence(hands: Hands): Hands {
  return {
    ...hands,
    click(button, count, gap) {
      // It lets go of the left button, whichever was pressed.
      if (button !== "left") throw new Error(`WebKitWebDriver cannot click with ${button}`);
      return hands.click(button, count, gap);
    },
    keyDown(key, isRepeat) {
      // It drops the second key down.
      if (isRepeat) throw new Error("WebKitWebDriver cannot hold a key until it repeats");
      return hands.keyDown(key, isRepeat);
    },
  };
}
