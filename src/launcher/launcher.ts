import { defineOwn, findOwn, listen, readNative, unlisten } from "../natives.js";
import type { RawInput } from "../options/raw-input.js";
import type { Problem } from "../problems.js";
import { print } from "../report/report.js";
import type { ChatEventMap, ChatPlan, Launcher } from "../types.js";
import { type Listener, listAddressEvents } from "./address.js";
import { AfterLayout } from "./after-layout.js";
import { readBackground, readColor, writeLabel, YELLOW } from "./appearance.js";
import { type Attributes, createParts, type Parts } from "./button.js";
import { ChildChanges } from "./child-changes.js";
import { getRoot, isParsed, placeHost, updateTopLayer } from "./lifecycle.js";
import { isMediaKnown, MediaQueries } from "./media.js";
import { isShownOn } from "./paths.js";
import { type LauncherSettings, parseSettings } from "./settings.js";
import { applyLook, registerDistances } from "./styles.js";

/** What differs from page to page. */
export interface Surroundings {
  /** Of the button itself. */
  attributes: Attributes;
  /** What the page says of the launcher, read afresh. */
  readInput(): RawInput;
  /** What a click on the button would do. */
  explain(button: Element): ChatPlan;
  /** Looks after the button as the core does with each. */
  prepare(button: Element): void;
  /** What the button's own tag says, if the core that serves it cannot read that. */
  fill: ((event: ChatEventMap["kakao-chat:before"]) => void) | null;
  /** Puts the core's listeners back, if they are gone. */
  startCore(): void;
}

/** A page that takes the host away so often, while its visitor does nothing, does not want it. */
const MOST_RETURNS = 10;

/** On the window: the launcher of the page, which has one, however often the script is there. */
const NAME = "kakaoChatLauncher";

/** The launcher that the page has already. */
export function findRunning(): Launcher | null {
  return findOwn(window, NAME)?.value ?? null;
}

function setRunning(value: Launcher | null): void {
  defineOwn(window, NAME, { value, configurable: true, writable: true });
}

/** The floating button of a page, not started yet. */
export function createLauncher(surroundings: Surroundings): Launcher {
  return new FloatingButton(surroundings).launcher;
}

class FloatingButton {
  /** What the page gets of it. Its methods can be passed on by themselves. */
  readonly launcher: Launcher;
  private readonly parts: Parts;
  private readonly media: MediaQueries;
  private readonly afterLayout: AfterLayout;
  private readonly listeners: readonly Listener[];
  private readonly changes: ChildChanges;
  /** The `<html>` that is observed. */
  private root: HTMLElement | null = null;
  private isStarted = false;
  /** The page has named its channel. */
  private isReady = false;
  private isHidden = false;
  private isPrinting = false;
  /** How often it has come back since its visitor last did anything. */
  private returns = 0;
  /** As last read of the page's style. */
  private background = YELLOW;

  constructor(private readonly page: Surroundings) {
    this.parts = createParts(page.attributes);
    const { host, button } = this.parts;
    const onEvent = (event: Event) => this.onEvent(event);
    this.media = new MediaQueries(onEvent);
    this.afterLayout = new AfterLayout(host);
    this.listeners = [
      [window, "DOMContentLoaded load beforeprint afterprint", onEvent],
      // Of the colour that the page has set in its CSS.
      [button, "transitionend", onEvent],
      ...listAddressEvents(onEvent),
    ];
    this.changes = new ChildChanges(() => this.onChange());
    if (page.fill) listen(button, "kakao-chat:before", page.fill, true);
    this.launcher = {
      element: host,
      show: () => this.setHidden(false),
      hide: () => this.setHidden(true),
      start: () => this.start(),
      stop: () => this.stop(),
    };
  }

  private start(): void {
    setRunning(this.launcher);
    // A frame is a part of a page, which has a button of its own.
    if (window.top === window) this.startHere();
  }

  private startHere(): void {
    this.isStarted = true;
    registerDistances();
    this.changes.stop();
    this.root = getRoot();
    this.forEachListener(listen);
    this.changes.observe(document);
    if (this.root) this.changes.observe(this.root);
    this.update();
  }

  private stop(): void {
    this.isStarted = false;
    setRunning(null);
    this.changes.stop();
    this.forEachListener(unlisten);
    this.media.stop();
    this.afterLayout.stop();
    this.parts.host.remove();
  }

  private setHidden(isHidden: boolean): void {
    this.isHidden = isHidden;
    this.update();
  }

  private forEachListener(change: typeof listen): void {
    for (const [target, types, callback] of this.listeners) {
      for (const type of types.split(" ")) change(target, type, callback, true);
    }
  }

  private onEvent({ type }: Event): void {
    this.returns = 0;
    if (type.endsWith("print")) this.isPrinting = type === "beforeprint";
    this.update();
  }

  private onChange(): void {
    if (this.root !== getRoot()) {
      // `document.open()` takes all listeners along.
      this.page.startCore();
      this.startHere();
    } else if (this.parts.host.isConnected || this.returns++ < MOST_RETURNS) {
      this.update();
    }
  }

  /** Puts the button where it belongs and draws it, once the page has named its channel. */
  private update(): void {
    // Timers of the last click may come after `stop()`.
    if (!this.isStarted || !isParsed()) return;
    this.isReady = this.isReady || this.canStartChat();
    if (!this.isReady) return;
    const { parts } = this;
    placeHost(parts.host);
    const settings = this.readSettings();
    const isShown =
      !this.isHidden &&
      !this.isPrinting &&
      this.media.matches(settings.media, true) &&
      isShownOn(location.pathname, settings);
    writeLabel(parts, settings);
    const isWaiting = this.afterLayout.request(() => {
      this.background = readBackground(parts, settings);
      this.draw(settings, isShown);
      updateTopLayer(parts.host);
      this.forgetOwnChanges();
    });
    if (isWaiting) {
      // Only what is displayed has a layout.
      this.draw(settings, isShown);
      this.forgetOwnChanges();
    }
    this.page.prepare(parts.button);
  }

  /** Before the load event, the page may still name its channel. */
  private canStartChat(): boolean {
    const { host, button } = this.parts;
    const { request, problems } = this.page.explain(button);
    if (!request && readNative(document, "readyState") === "complete") print(problems, host);
    return request !== null;
  }

  private readSettings(): LauncherSettings {
    const problems: Problem[] = [];
    const isColorKnown = (color: string) => readColor(this.parts, color) !== null;
    const settings = parseSettings(this.page.readInput(), { isColorKnown, isMediaKnown }, problems);
    print(problems, this.parts.host);
    return settings;
  }

  private draw(settings: LauncherSettings, isShown: boolean): void {
    const isNarrow = this.media.matches("(max-width:479.98px)", false);
    applyLook(this.parts, settings, { isShown, isNarrow, background: this.background });
  }

  /** They are no news to the observer. */
  private forgetOwnChanges(): void {
    if (this.root === getRoot()) this.changes.forget();
  }
}
