import type { ChatPlan } from "../../../src/index.js";
import { readBackground, writeLabel } from "../../../src/launcher/appearance.js";
import { createParts, type Parts } from "../../../src/launcher/button.js";
import { applyLook } from "../../../src/launcher/styles.js";
import { BUILT, KAKAO } from "../build-facts.js";
import { byId, element, getLanguage, plain } from "../dom.js";
import { readLauncher } from "../form/own-rules.js";
import { buildButton, type Pair } from "../snippets/button.js";
import type { Markup } from "../snippets/markup.js";
import { findLook } from "../snippets/snippets.js";
import type { State } from "../state.js";

const IS_OF_CHAT = /^data-|^href$/;

/** Below this width the launcher is round by itself. */
const NARROW = "(max-width: 479.98px)";

/** The looks as they are copied; the launcher brings its own. */
const looks = new CSSStyleSheet();
looks.replaceSync(
  Object.values(BUILT.looks)
    .map(({ css }) => css)
    .join("\n"),
);
document.adoptedStyleSheets = [looks];

/** Images that were typed in this visit: an address that came with a link is not asked for. */
const typedImages = new Set<string>();

export function allowImage(address: string): void {
  typedImages.add(address.trim());
}

/**
 * The button that this page itself has: a real one, as it is copied.
 *
 * @param isUntouched nothing has been typed yet: without its mark nobody is told in the console of a missing id
 */
export function showButton(
  state: State,
  plan: ChatPlan,
  label: string,
  isUntouched: boolean,
): Element {
  const look = findLook(state);
  // As the copied script tag names it; while the address is wrong, nobody.
  const { via } = plan.options;
  window.KakaoChatDefaults = { partners: via ? new URL(via).origin : "" };
  const shown = look === "launcher" ? "solid" : look;
  const markup = buildButton({ state, plan, label, look: shown }, false);
  // What marks it, and a link's address, which would lead away.
  const isKept = ([name]: Pair) => !isUntouched || !IS_OF_CHAT.test(name);
  const attributes = markup.attributes.filter(isKept).map(
    ([name, value]): Pair => [
      name,
      // The stand-in of `npm start` is Kakao to this page.
      name === "href" ? value.replace(KAKAO, BUILT.origin) : value,
    ],
  );
  if (!plan.request && !isUntouched) {
    // As it was typed: so that a click says what is wrong with it.
    attributes.push(["data-kakao-chat", state.uuid.trim()], ["data-kakao-chat-via", state.via]);
  }
  return look === "launcher"
    ? showLauncher(state, label, attributes)
    : placeButton({ ...markup, attributes });
}

let launcher: Parts | null = null;

/** The launcher by its own code, in the corner of the stage: which is what fixed boxes stand in here. */
function showLauncher(state: State, label: string, attributes: Pair[]): Element {
  const stage = byId("stage");
  launcher ??= createParts({});
  const { host, button } = launcher;
  if (host.parentNode !== stage) stage.replaceChildren(host);
  host.lang = getLanguage();
  changeAttributes(
    button,
    attributes.filter(([name]) => name !== "class"),
  );
  const isNarrow = matchMedia(NARROW).matches;
  const settings = { ...readLauncher(state), label };
  writeLabel(launcher, settings);
  const background = readBackground(launcher, settings);
  applyLook(launcher, settings, { isShown: true, isNarrow, background });
  return button;
}

/** Changes the button that is there, so that the focus stays, or replaces it by another kind. */
function placeButton({ name, attributes, content }: Markup): HTMLElement {
  const stage = byId("stage");
  const old = stage.firstElementChild;
  const isSame = old?.localName === name && old.getAttribute("lang") === getLanguage();
  const button = isSame && old instanceof HTMLElement ? old : element(name, "");
  changeAttributes(button, attributes);
  button.setAttribute("lang", getLanguage());
  if (typeof content !== "string") placeImage(button, new Map(content.attributes));
  else if (button.textContent !== content) button.textContent = content;
  if (button !== old) stage.replaceChildren(button);
  return button;
}

function changeAttributes(button: Element, attributes: Pair[]): void {
  for (const attribute of button.getAttributeNames()) {
    if (IS_OF_CHAT.test(attribute)) button.removeAttribute(attribute);
  }
  for (const [attribute, value] of attributes) button.setAttribute(attribute, value);
}

function placeImage(button: HTMLElement, attributes: Map<string, string>): void {
  const address = attributes.get("src") ?? "";
  const label = attributes.get("alt") ?? "";
  if (!typedImages.has(address) || !address.startsWith("https://")) {
    const words = element("span", "no-image", label);
    words.title = plain("preview.image");
    if (button.firstElementChild?.className !== "no-image" || button.textContent !== label) {
      button.replaceChildren(words);
    }
    return;
  }
  const old = button.querySelector("img");
  const image = old ?? document.createElement("img");
  if (image.getAttribute("src") !== address) image.src = address;
  image.alt = label;
  if (!old) button.replaceChildren(image);
}
