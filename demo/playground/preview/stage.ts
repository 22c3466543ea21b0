import type { ChatPlan } from "../../../src/index.js";
import { BUILT, KAKAO } from "../build-facts.js";
import { byId, element, getLanguage, plain } from "../dom.js";
import { buildButton } from "../snippets/button.js";
import type { Markup } from "../snippets/markup.js";
import { findLook } from "../snippets/snippets.js";
import type { State } from "../state.js";

/** Images that were typed in this visit: an address that came with a link is not asked for. */
const typedImages = new Set<string>();

export function allowImage(address: string): void {
  typedImages.add(address.trim());
}

/** The button that this page itself has: a real one, as it is copied. */
export function showButton(state: State, plan: ChatPlan, label: string): Element {
  const look = findLook(state);
  const markup = buildButton(
    { state, plan, label, look: look === "launcher" ? "solid" : look },
    false,
  );
  const attributes = markup.attributes.map(([name, value]): [string, string] => [
    name,
    // The stand-in of `npm start` is Kakao to this page.
    name === "href" ? value.replace(KAKAO, BUILT.origin) : value,
  ]);
  if (!plan.request) {
    // As it was typed: so that a click says what is wrong with it.
    attributes.push(["data-kakao-chat", state.uuid.trim()], ["data-kakao-chat-via", state.via]);
  }
  // As the copied script tag names it; while the address is wrong, nobody.
  window.KakaoChatDefaults = { partners: parseOrigin(plan.options.via) };
  const button = placeButton({ ...markup, attributes });
  if (look === "launcher") showAsLauncher(button, state);
  return button;
}

function parseOrigin(address: string): string {
  return address ? new URL(address).origin : "";
}

/** Changes the button that is there, so that the focus stays, or replaces it by another kind. */
function placeButton({ name, attributes, content }: Markup): HTMLElement {
  const stage = byId("stage");
  const old = stage.firstElementChild;
  const isSame = old?.localName === name && old.getAttribute("lang") === getLanguage();
  const button = isSame && old instanceof HTMLElement ? old : element(name, "");
  for (const attribute of button.getAttributeNames()) {
    if (/^data-|^href$|^style$/.test(attribute)) button.removeAttribute(attribute);
  }
  for (const [attribute, value] of attributes) button.setAttribute(attribute, value);
  button.setAttribute("lang", getLanguage());
  if (typeof content !== "string") placeImage(button, new Map(content.attributes));
  else if (button.textContent !== content) button.textContent = content;
  if (button !== old) stage.replaceChildren(button);
  return button;
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

/** The launcher's look in the corner of the stage. */
function showAsLauncher(button: HTMLElement, { position, shape, color }: State): void {
  button.className = `stage-launcher ${position} ${shape || "pill"}`;
  if (color) button.style.setProperty("background-color", color);
}
