import { listen, readNative, unlisten } from "../natives.js";
import type { RawInput } from "../options/options.js";
import type { Problem } from "../problems.js";
import { print } from "../report/report.js";
import type { ChatEventMap, ChatPlan, Launcher } from "../types.js";
import { type Listener, listAddressEvents } from "./address.js";
import { AfterLayout } from "./after-layout.js";
import { readBackground, readColor, writeLabel, YELLOW } from "./appearance.js";
import { type Attributes, createParts } from "./button.js";
import { getRoot, isParsed, placeHost, updateTopLayer } from "./lifecycle.js";
import { isMediaKnown, MediaQueries } from "./media.js";
import { isShownOn } from "./paths.js";
import { parseSettings } from "./settings.js";
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
  /** What the button's own tag says, where the core that serves it cannot read that. */
  fill: ((event: ChatEventMap["kakao-chat:before"]) => void) | null;
  /** Puts the core's listeners back, if they are gone. */
  startCore(): void;
}

/** A page that takes the host away so often, while its visitor does nothing, does not want it. */
const MOST_RETURNS = 10;

/** On the document: the launcher of the page, which has one, however often the script is there. */
const LAUNCHER = Symbol.for("kakao-chat-launcher");

type Page = Document & { [LAUNCHER]?: Launcher | null };

/** The launcher that the page has already. */
export function findRunning(): Launcher | null {
  const page: Page = document;
  return page[LAUNCHER] ?? null;
}

/** The floating button of a page, not started yet. */
export function createLauncher({
  attributes,
  readInput,
  explain,
  prepare,
  fill,
  startCore,
}: Surroundings): Launcher {
  const page: Page = document;
  const parts = createParts(attributes);
  const { host, button } = parts;
  let root: HTMLElement | null = null;
  let isStarted = false;
  let isReady = false;
  let isHidden = false;
  let isPrinting = false;
  let returns = 0;
  /** As last read of the page's style. */
  let background = YELLOW;

  /** Before the load event, the page may still name its channel. */
  const canStartChat = () => {
    const { request, problems } = explain(button);
    if (!request && readNative(document, "readyState") === "complete") print(problems, host);
    return request !== null;
  };
  const readSettings = () => {
    const problems: Problem[] = [];
    const isColorKnown = (color: string) => readColor(parts, color) !== null;
    const settings = parseSettings(readInput(), { isColorKnown, isMediaKnown }, problems);
    print(problems, host);
    return settings;
  };
  const update = () => {
    // Timers of the last click may come after `stop()`.
    if (!isStarted || !isParsed()) return;
    isReady = isReady || canStartChat();
    if (!isReady) return;
    placeHost(host);
    const settings = readSettings();
    const isShown =
      !isHidden &&
      !isPrinting &&
      media.matches(settings.media) &&
      isShownOn(location.pathname, settings);
    const isNarrow = media.matches("(max-width:479.98px)");
    const draw = () => applyLook(parts, settings, { isShown, isNarrow, background });
    writeLabel(parts, settings);
    const isWaiting = afterLayout.request(() => {
      background = readBackground(parts, settings);
      draw();
      updateTopLayer(host);
      forgetOwnChanges();
    });
    if (isWaiting) {
      // Only what is displayed has a layout.
      draw();
      forgetOwnChanges();
    }
    prepare(button);
  };
  /** They are no news to the observer. */
  const forgetOwnChanges = () => {
    if (root === getRoot()) observer.takeRecords();
  };
  const onEvent = ({ type }: Event) => {
    returns = 0;
    if (type.endsWith("print")) isPrinting = type === "beforeprint";
    update();
  };
  const media = new MediaQueries(onEvent);
  const afterLayout = new AfterLayout(host);
  const listeners: Listener[] = [
    [window, "DOMContentLoaded load beforeprint afterprint", onEvent],
    // Of the colour that the page has set in its CSS.
    [button, "transitionend", onEvent],
    ...listAddressEvents(onEvent),
  ];
  if (fill) listen(button, "kakao-chat:before", fill, true);
  const forEachListener = (change: typeof listen) => {
    for (const [target, types, callback] of listeners) {
      for (const type of types.split(" ")) change(target, type, callback, true);
    }
  };
  const start = () => {
    isStarted = true;
    registerDistances();
    observer.disconnect();
    root = getRoot();
    forEachListener(listen);
    observer.observe(document, { childList: true });
    if (root) observer.observe(root, { childList: true });
    update();
  };
  const observer = new MutationObserver(() => {
    if (root !== getRoot()) {
      // `document.open()` takes all listeners along.
      startCore();
      start();
    } else if (host.isConnected || returns++ < MOST_RETURNS) {
      update();
    }
  });

  const launcher: Launcher = {
    element: host,
    show() {
      isHidden = false;
      update();
    },
    hide() {
      isHidden = true;
      update();
    },
    start() {
      page[LAUNCHER] = launcher;
      // A frame is a part of a page, which has a button of its own.
      if (window.top === window) start();
    },
    stop() {
      isStarted = false;
      page[LAUNCHER] = null;
      observer.disconnect();
      forEachListener(unlisten);
      media.stop();
      afterLayout.stop();
      host.remove();
    },
  };
  return launcher;
}
