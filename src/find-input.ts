import { type ChatInput, FIELDS } from "./options";
import { ORIGIN } from "./origin";
import { parseLink } from "./parse-link";

const MARK = "data-kakao-chat";

/** The script's own tag, where the page's defaults can stand. A bundler's copy has none. */
let script: Element | null = null;

export function bindScript(tag: Element | null): void {
  script = tag;
}

/**
 * All that has been said about a chat, the strongest last: the script's tag, `KakaoChatDefaults`,
 * a link's own address, the button's attributes or the call's options. Read afresh at each click.
 */
export function findInput(source?: Element | ChatInput): ChatInput {
  // An element of that name is on the window too (DOM clobbering), but never as its own property.
  // https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object
  const defaults = Object.getOwnPropertyDescriptor(window, "KakaoChatDefaults");
  const input = Object.create(null);
  for (const [name, value] of [
    ...Object.keys(FIELDS).map((name) => [name, script && script.getAttribute(`data-${name}`)]),
    ...listEntries(defaults && defaults.value),
    ...(source instanceof Element
      ? [
          ...parseLink(source.getAttribute("href")),
          // Chromium keeps a node for each of `attributes`, once read.
          ...source
            .getAttributeNames()
            .filter((name) => /^data-kakao-chat(-|$)/.test(name))
            .map((name): [string, string | null] => [
              name.slice(MARK.length + 1) || "uuid",
              source.getAttribute(name),
            ]),
        ]
      : listEntries(source)),
  ]) {
    if (value != null && value !== "") input[name as string] = value;
  }
  return input;
}

/** Whether an element is a button of ours: marked, or, with `links` on, a link to Kakao. */
export function isButton(element: Element): boolean {
  return element.hasAttribute(MARK) || (!!parseLink(element.getAttribute("href"))[0] && hasLinks());
}

/** Finds all that may be a button in a document or shadow root. */
export const BUTTONS = `[${MARK}],[href*="${ORIGIN}"]`;

function hasLinks(): boolean {
  return `${findInput().links}` === "true";
}

/** An object of the page's may throw as one reads it. */
function listEntries(said: unknown): [string, unknown][] {
  try {
    return Object.entries(Object(said));
  } catch {
    return [["uuid", Error("an object that throws")]];
  }
}
