import { type ChatInput, FIELDS } from "../options/fields.js";
import { parseLink } from "../request/link.js";

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
  const input = { __proto__: null } as ChatInput & Record<string, unknown>;
  try {
    for (const [name, value] of [
      ...Object.keys(FIELDS).map((name) => [name, script && script.getAttribute(`data-${name}`)]),
      ...Object.entries(Object(defaults && defaults.value)),
      ...(source instanceof Element
        ? [
            ...parseLink(source.getAttribute("href")),
            // Chromium keeps a node for each of `attributes`, once read. The mark itself is the uuid;
            // what only begins like it (`data-kakao-chats`) is somebody else's.
            ...source
              .getAttributeNames()
              .map((name) => [
                `${name}-`.startsWith(`${MARK}-`) && (name.slice(MARK.length + 1) || "uuid"),
                source.getAttribute(name),
              ]),
          ]
        : Object.entries(Object(source))),
    ]) {
      // "true" is what React makes of a bare `data-kakao-chat`.
      if (name && value != null && value !== "" && value !== (name === "uuid" && "true")) {
        input[name] = value;
      }
    }
  } catch {
    // An object of the page's that throws as one reads it.
  }
  return input;
}

/** Whether an element is a button of ours: marked, or, with `links` on, a link to Kakao. */
export function isButton(element: Element): boolean {
  return element.hasAttribute(MARK) || (!!parseLink(element.getAttribute("href"))[0] && hasLinks());
}

/** Finds all that may be a button in a document or shadow root. */
export const BUTTONS = `[${MARK}],[href*="/chat/"]`;

function hasLinks(): boolean {
  return `${findInput().links}` === "true";
}
