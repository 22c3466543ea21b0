import type { ChatPlan } from "../chat/plan.js";
import { prepareButton } from "../page/buttons.js";
import type { Problem } from "../problems.js";
import { print } from "../report/report.js";
import { listAddressEvents } from "./address.js";
import { readColor, updateAppearance } from "./appearance.js";
import { type Attributes, createParts } from "./button.js";
import { isParsed, placeHost, updateTopLayer } from "./lifecycle.js";
import { isMediaKnown, MediaQueries } from "./media.js";
import { getReadyState, getRoot, type Listener, listen } from "./natives.js";
import { isShownOn } from "./paths.js";
import { parseSettings } from "./settings.js";

/** The floating button of a page. */
export interface Launcher {
  /** Takes back `hide()`. The paths and the media query count as before. */
  show(): void;
  /** Hides the button until `show()`. */
  hide(): void;
  /** The `<kakao-chat-launcher>` with the button in its open shadow root. */
  readonly element: HTMLElement;
}

/** What differs between the script's tag and the module. */
export interface Surroundings {
  /** Of the button itself. */
  attributes: Attributes;
  /** What the page has set for the launcher, read afresh. */
  readInput(): Record<string, unknown>;
  /** What a click on the button would do. */
  explain(button: Element): ChatPlan;
  /** Puts the core's listeners back. */
  restartCore(): void;
}

/** A page that takes the host away so often, while its visitor does nothing, does not want it. */
const MOST_RETURNS = 10;

export function createLauncher({ attributes, readInput, explain, restartCore }: Surroundings) {
  const parts = createParts(attributes);
  const { host, button } = parts;
  let root: HTMLElement | null = null;
  let isReady = false;
  let isHidden = false;
  let isPrinting = false;
  let returns = 0;

  const update = () => {
    if (!isParsed()) return;
    if (!isReady) {
      const { request, problems } = explain(button);
      isReady = request !== null;
      if (!isReady) {
        // Until then, `KakaoChatDefaults` may still come.
        if (getReadyState() === "complete") print(problems, host);
        return;
      }
    }
    placeHost(host);
    // Its own doing is no news to the observer.
    observer.takeRecords();
    const problems: Problem[] = [];
    const settings = parseSettings(
      readInput(),
      { isColorKnown: (color) => readColor(parts, color) !== null, isMediaKnown },
      problems,
    );
    print(problems, host);
    const isShown =
      !isHidden &&
      !isPrinting &&
      media.matches(settings.media) &&
      isShownOn(location.pathname, settings);
    // The page's own colours may go with it.
    media.matches("(prefers-color-scheme:dark)");
    updateAppearance(parts, settings, isShown, media.matches("(max-width:479.98px)"));
    updateTopLayer(host);
    prepareButton(button);
  };
  const onEvent = () => {
    returns = 0;
    update();
  };
  const media = new MediaQueries(onEvent);
  const listeners: Listener[] = [
    [window, "DOMContentLoaded load", onEvent],
    [
      window,
      "beforeprint afterprint",
      ({ type }) => {
        isPrinting = type === "beforeprint";
        update();
      },
    ],
    [button, "transitionend", onEvent],
    ...listAddressEvents(onEvent),
  ];
  const observer = new MutationObserver(() => {
    if (root !== getRoot()) {
      // `document.open()` takes all listeners along.
      start();
      restartCore();
    } else if (host.isConnected || returns < MOST_RETURNS) {
      returns++;
      update();
    }
  });
  const start = () => {
    root = getRoot();
    listen("addEventListener", listeners);
    observer.observe(document, { childList: true });
    if (root) observer.observe(root, { childList: true });
    update();
  };
  return {
    element: host,
    start,
    stop() {
      observer.disconnect();
      listen("removeEventListener", listeners);
      media.stop();
      host.remove();
    },
    show() {
      isHidden = false;
      update();
    },
    hide() {
      isHidden = true;
      update();
    },
  };
}
