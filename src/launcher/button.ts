import { attachShadow, callNative, createElement, listen } from "../natives.js";
import { MARK } from "../options/fields.js";

/** A host, and in its open shadow root a marked `<button>` like any other. */
export interface Parts {
  host: HTMLElement;
  /** The host itself on a page that lets it have no shadow root. */
  root: Node & Partial<DocumentOrShadowRoot>;
  button: HTMLElement;
  icon: SVGElement;
  label: HTMLElement;
  /** The look that it has, as CSS. */
  css: string;
}

/** Attributes by their names. */
export type Attributes = Readonly<Record<string, string>>;

const SVG = "http://www.w3.org/2000/svg";

/** A speech bubble with three dots, drawn for this button. */
const BUBBLE =
  "M12 3c5.5 0 10 3.6 10 8s-4.5 8-10 8a13 13 0 0 1-3-.3L5 21.4c-.6.3-1.2-.1-1.1-.8l.4-3.3A7.6 7.6 0 0 1 2 11c0-4.4 4.5-8 10-8z" +
  "M6 11a1.5 1.5 0 0 0 3 0 1.5 1.5 0 0 0-3 0m4.5 0a1.5 1.5 0 0 0 3 0 1.5 1.5 0 0 0-3 0m4.5 0a1.5 1.5 0 0 0 3 0 1.5 1.5 0 0 0-3 0";

/**
 * Makes the pieces, not yet in the page.
 *
 * @param attributes what the button itself says of its chat
 */
export function createParts(attributes: Attributes): Parts {
  const host = callNative(document, "createElement", "kakao-chat-launcher");
  const root = attachShadow(host, "open");
  const button = createElement("button");
  setAll(button, { type: "button", part: "button", [MARK]: "", ...attributes });
  const icon = createSvg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" });
  icon.appendChild(createSvg("path", { d: BUBBLE, "fill-rule": "evenodd" }));
  const label = createElement("span");
  button.appendChild(icon);
  button.appendChild(label);
  root.appendChild(button);
  // A page's own script sees no more of it than the host: `host.click()`, or a click that it makes once more.
  listen(host, "click", (event: Event) => {
    if (event.composedPath()[0] === host) button.click();
  });
  return { host, root, button, icon, label, css: "" };
}

function createSvg(name: string, attributes: Attributes): SVGElement {
  const element = callNative(document, "createElementNS", SVG, name);
  setAll(element, attributes);
  // Every element of that namespace is one.
  return element as SVGElement;
}

function setAll(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
