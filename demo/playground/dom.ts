import { findText, type Language } from "./texts/page.js";

/** The language that the page is in: one for all of it. */
let language: Language = "ko";

export function setLanguage(next: Language): void {
  language = next;
}

export function getLanguage(): Language {
  return language;
}

/** The element with this id, which `index.html` has. */
export function find<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element is called ${id}`);
  return element as E;
}

export function create(
  name: string,
  className: string,
  ...children: (string | Node)[]
): HTMLElement {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** A text in the page's language, as plain text. */
export function text(key: string, values?: Record<string, string | number>): string {
  return findText(key, language, values);
}

/** The same without its marks, for attributes. */
export function plainText(key: string, values?: Record<string, string | number>): string {
  return text(key, values).replace(/`|\*\*/g, "");
}

/** A text with its marks as elements: code between backticks, strong between double asterisks. */
export function rich(marked: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const part of marked.split(/(`[^`]+`|\*\*[^*]+\*\*)/)) {
    if (part.startsWith("`")) fragment.append(create("code", "", part.slice(1, -1)));
    else if (part.startsWith("**")) fragment.append(create("strong", "", part.slice(2, -2)));
    else fragment.append(part);
  }
  return fragment;
}

/** Puts a text into an element, and touches nothing where it is there already. */
export function write(element: Element, marked: string): void {
  const fragment = rich(marked);
  if (element.textContent !== fragment.textContent) element.replaceChildren(fragment);
}

/** Every text that `index.html` names. */
export function writeAll(root: ParentNode): void {
  for (const element of root.querySelectorAll("[data-text]")) {
    write(element, text(element.getAttribute("data-text") ?? ""));
  }
  for (const name of ["placeholder", "aria-label"]) {
    for (const element of root.querySelectorAll(`[data-text-${name}]`)) {
      element.setAttribute(name, plainText(element.getAttribute(`data-text-${name}`) ?? ""));
    }
  }
}
