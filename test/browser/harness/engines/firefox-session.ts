/** One profile of Firefox and its windows, in WebDriver BiDi. */

import { DrivenPage, type Realm, until } from "../driven";
import { type ConsoleLine, isLevel, type Page, type Profile } from "../engine";
import { pretend } from "../in-page";
import { findDevice } from "../profile";
import { type InputSource, webdriverHands } from "./webdriver-hands";

/** As much of WebDriver BiDi as is said here: https://w3c.github.io/webdriver-bidi */
export interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
  on<Name extends keyof Events>(event: Name, run: (event: Events[Name]) => void): void;
  off<Name extends keyof Events>(event: Name, run: (event: Events[Name]) => void): void;
}

interface Events {
  "browsingContext.contextCreated": ContextInfo;
  "browsingContext.contextDestroyed": ContextInfo;
  "log.entryAdded": LogEntry;
}

/** A window, a tab or a frame. */
interface ContextInfo {
  context: string;
  parent: string | null;
  userContext: string;
  url: string;
}

interface LogEntry {
  type: string;
  /** The console's method, where there was one. */
  method?: string;
  text: string | null;
  source: { context?: string };
}

type Evaluated<Value> =
  | { type: "success"; result: Value }
  | { type: "exception"; exceptionDetails: { text: string } };

/** A user context, which is a profile in all that a page can see, with its windows. */
export class FirefoxSession {
  readonly console: ConsoleLine[] = [];
  readonly errors: string[] = [];
  readonly #connection: Connection;
  readonly #userContext: string;
  readonly #pages = new Map<string, FirefoxPage>();
  /** Frames included. */
  readonly #contexts = new Set<string>();

  private constructor(connection: Connection, userContext: string) {
    this.#connection = connection;
    this.#userContext = userContext;
    connection.on("browsingContext.contextCreated", this.#onCreated);
    connection.on("browsingContext.contextDestroyed", this.#onDestroyed);
    connection.on("log.entryAdded", this.#onLog);
  }

  static async start(connection: Connection): Promise<FirefoxSession> {
    const { result } = await connection.send("browser.createUserContext", {
      acceptInsecureCerts: true,
    });
    return new FirefoxSession(connection, (result as { userContext: string }).userContext);
  }

  get pages(): FirefoxPage[] {
    return [...this.#pages.values()];
  }

  async send<Result>(method: string, params: object): Promise<Result> {
    return (await this.#connection.send(method, params)).result as Result;
  }

  async disguise(profile: Profile): Promise<void> {
    const userContexts = [this.#userContext];
    const { userAgent, touchPoints } = findDevice(profile);
    if (userAgent !== undefined) {
      await this.send("emulation.setUserAgentOverride", { userAgent, userContexts });
    }
    if (touchPoints !== undefined) {
      // Firefox 153 has no emulation.setTouchOverride yet.
      const functionDeclaration = `() => (${pretend})(${JSON.stringify({ touchPoints })})`;
      await this.send("script.addPreloadScript", { functionDeclaration, userContexts });
    }
  }

  async openTab(): Promise<Page> {
    const { context } = await this.send<ContextInfo>("browsingContext.create", {
      type: "tab",
      userContext: this.#userContext,
    });
    const page = this.#pages.get(context);
    if (!page) throw new Error("expected an event for the new tab, got none");
    return page;
  }

  async close(): Promise<void> {
    this.#connection.off("browsingContext.contextCreated", this.#onCreated);
    this.#connection.off("browsingContext.contextDestroyed", this.#onDestroyed);
    this.#connection.off("log.entryAdded", this.#onLog);
    await this.send("browser.removeUserContext", { userContext: this.#userContext });
  }

  readonly #onCreated = ({ context, parent, userContext }: ContextInfo) => {
    if (userContext !== this.#userContext) return;
    this.#contexts.add(context);
    if (parent === null) this.#pages.set(context, new FirefoxPage(context, this));
  };

  readonly #onDestroyed = ({ context }: ContextInfo) => {
    this.#pages.delete(context);
  };

  readonly #onLog = ({ type, method, text, source }: LogEntry) => {
    if (source.context === undefined || !this.#contexts.has(source.context)) return;
    // What Firefox itself has to say, about policies for example, comes as an error of the page's.
    const isThrown = type === "javascript" && /^(\w*Error|uncaught exception)\b/.test(text ?? "");
    if (isThrown) this.errors.push(text ?? "");
    else if (isLevel(method)) this.console.push({ level: method, text: text ?? "" });
  };
}

class FirefoxRealm implements Realm {
  readonly #context: string;
  readonly #session: FirefoxSession;

  constructor(context: string, session: FirefoxSession) {
    this.#context = context;
    this.#session = session;
  }

  async evaluateText(expression: string): Promise<string | undefined> {
    return (await this.#evaluate<{ value?: string }>(expression)).value;
  }

  async child(selector: string): Promise<Realm | undefined> {
    type RemoteWindow = { type: string; value?: { context: string } };
    const { type, value } = await this.#evaluate<RemoteWindow>(
      `document.querySelector(${JSON.stringify(selector)})?.contentWindow`,
    );
    return type === "window" && value ? new FirefoxRealm(value.context, this.#session) : undefined;
  }

  async #evaluate<Value>(expression: string): Promise<Value> {
    const evaluated = await this.#session.send<Evaluated<Value>>("script.evaluate", {
      expression,
      target: { context: this.#context },
      awaitPromise: true,
      userActivation: false,
    });
    if (evaluated.type === "exception") throw new Error(evaluated.exceptionDetails.text);
    return evaluated.result;
  }
}

class FirefoxPage extends DrivenPage {
  readonly #context: string;
  readonly #session: FirefoxSession;

  constructor(context: string, session: FirefoxSession) {
    const perform = async (source: InputSource) => {
      await session.send("input.performActions", { context, actions: [source] });
    };
    super(new FirefoxRealm(context, session), webdriverHands(perform));
    this.#context = context;
    this.#session = session;
  }

  async goto(url: string): Promise<void> {
    await this.#send("browsingContext.navigate", { url, wait: "complete" });
    // Firefox 153 sometimes answers before the page has loaded.
    await until(`${url} loaded`, () => this.#isLoaded());
  }

  /** In a sandbox, where a page's own names are out of sight. */
  async #isLoaded(): Promise<true | undefined> {
    const evaluated = await this.#session.send<Evaluated<{ value?: boolean }>>("script.evaluate", {
      expression: `document.readyState === "complete" && location.href !== "about:blank"`,
      target: { context: this.#context, sandbox: "harness" },
      awaitPromise: false,
    });
    return evaluated.type === "success" && evaluated.result.value ? true : undefined;
  }

  async url(): Promise<string> {
    const { contexts } = await this.#session.send<{ contexts: ContextInfo[] }>(
      "browsingContext.getTree",
      { root: this.#context, maxDepth: 0 },
    );
    return contexts[0]?.url ?? "";
  }

  async goBack(): Promise<void> {
    await this.#send("browsingContext.traverseHistory", { delta: -1 });
  }

  async windows(): Promise<Page[]> {
    return this.#session.pages.filter((page) => page !== this);
  }

  async close(): Promise<void> {
    await this.#send("browsingContext.close", {});
  }

  async console(): Promise<ConsoleLine[]> {
    return this.#session.console;
  }

  async errors(): Promise<string[]> {
    return this.#session.errors;
  }

  async #send(method: string, params: object): Promise<void> {
    await this.#session.send(method, { context: this.#context, ...params });
  }
}
