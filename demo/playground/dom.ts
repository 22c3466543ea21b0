import { findText, type Language, type TextKey, type Values, type Words } from "./texts/texts.js";

/** The language that the page is in: one for all of it. */
let language: Language = "ko";

export function setLanguage(next: Language): void {
  language = next;
}

export function getLanguage(): Language {
  return language;
}

/** The element with this id, which `index.html` has. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element is called ${id}`);
  return found;
}

/** The same, of a kind that has properties of its own. */
export function byIdAs<E extends HTMLElement>(id: string, kind: new () => E): E {
  const found = byId(id);
  if (!(found instanceof kind)) throw new Error(`${id} is no ${kind.name}`);
  return found;
}

export function element(
  name: string,
  className: string,
  ...children: (string | Node)[]
): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export function button(
  className: string,
  label: string | Node,
  onClick: () => void,
): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.append(label);
  made.addEventListener("click", onClick);
  return made;
}

/** A text in the page's language, with its marks. */
export function t(key: TextKey, values?: Values): string {
  return findText(key, language, values);
}

/** The same without its marks, for attributes. */
export function plain(key: TextKey, values?: Values): string {
  return withoutMarks(t(key, values));
}

/** What a platform says, in the page's language. */
export function say(words: Words): string {
  return words[language];
}

export function withoutMarks(marked: string): string {
  return marked.replace(/`|\*\*/g, "");
}

/** A text with its marks as elements: code between backticks, strong between double asterisks. */
export function renderMarks(marked: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const part of marked.split(/(`[^`]+`|\*\*[^*]+\*\*)/)) {
    if (part.startsWith("`")) fragment.append(element("code", "", part.slice(1, -1)));
    else if (part.startsWith("**")) fragment.append(element("strong", "", part.slice(2, -2)));
    else fragment.append(part);
  }
  return fragment;
}

/** Puts a text into an element, and touches nothing if it is there already. */
export function setText(place: Element, marked: string): void {
  const fragment = renderMarks(marked);
  if (place.textContent !== fragment.textContent) place.replaceChildren(fragment);
}

/** What {@link renderMarks} has rendered, with its marks. */
function readMarks(place: Element): string {
  const marks: Record<string, string> = { CODE: "`", STRONG: "**" };
  return [...place.childNodes].reduce((text, { nodeName, textContent }) => {
    const mark = marks[nodeName] ?? "";
    return text + mark + textContent + mark;
  }, "");
}

/** A place of `index.html` that a text is for: the element's own, or one of its attributes. */
interface TextPlace {
  key: string;
  element: Element;
  attribute: string | null;
}

function listTextPlaces(root: ParentNode): TextPlace[] {
  return [null, "placeholder", "aria-label"].flatMap((attribute) => {
    const name = attribute === null ? "data-text" : `data-text-${attribute}`;
    return [...root.querySelectorAll(`[${name}]`)].map((element) => ({
      key: element.getAttribute(name) ?? "",
      element,
      attribute,
    }));
  });
}

/** Every text that `index.html` names. */
export function writeAll(root: ParentNode, find: (key: string) => string): void {
  for (const { key, element, attribute } of listTextPlaces(root)) {
    if (attribute === null) setText(element, find(key));
    else element.setAttribute(attribute, withoutMarks(find(key)));
  }
}

/** The same texts as they stand in the page, by their keys. The build wrote them there, in Korean, and nowhere else. */
export function readAll(root: ParentNode): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { key, element, attribute } of listTextPlaces(root)) {
    texts[key] ??=
      attribute === null ? readMarks(element) : (element.getAttribute(attribute) ?? "");
  }
  return texts;
}

export function formatNumber(count: number): string {
  return count.toLocaleString("en");
}
