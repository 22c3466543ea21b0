import { FIELDS } from "../options/fields.js";
import { parseLink } from "../request/link.js";
import { attribute, type OldElement, walk } from "./read/element.js";
import type { Pieces } from "./read/pieces.js";

const MARK = "data-kakao-chat";

/** A button that is already marked, and what its markup says. */
export interface Marked {
  element: OldElement;
  input: Record<string, string>;
  /** Names of options that a server or a framework fills in. */
  templates: string[];
}

/** The marked elements of a page; with `links`, all links to Kakao too. */
export function listMarked(root: OldElement, pieces: Pieces, links = false): Marked[] {
  const found: Marked[] = [];
  for (const element of walk(root)) {
    const mark = element.attributes.get(MARK);
    const isLink = links && /^(a|area)$/.test(element.name) && parseLink(attribute(element, "href"))[0];
    const isMarked = mark !== undefined && mark.trim() !== "false" && element.name !== "script";
    if (isMarked || isLink) found.push(readMarked(element, pieces));
  }
  return found;
}

function readMarked(element: OldElement, pieces: Pieces): Marked {
  const input: Record<string, string> = Object.create(null);
  const templates: string[] = [];
  const put = (name: string, value: string) => {
    if (value.trim() === "" || (name === "uuid" && value === "true")) return;
    input[name] = pieces.show(value);
    if (pieces.has(value)) templates.push(name);
  };
  if (/^(a|area)$/.test(element.name)) {
    for (const [name, value] of parseLink(attribute(element, "href"))) put(name, value ?? "");
  }
  for (const [name, value] of element.attributes) {
    if (name === MARK) put("uuid", value);
    else if (name.startsWith(`${MARK}-`)) put(toOption(name.slice(MARK.length + 1)), value);
  }
  for (const name of listBound(element)) {
    if (!templates.includes(name)) templates.push(name);
  }
  return { element, input, templates };
}

/** `:data-kakao-chat-extra="..."` and its kin: known at the click alone. */
function listBound(element: OldElement): string[] {
  return [...element.attributes.keys()].flatMap((name) => {
    const bound = /^(?::|v-bind:|th:|\[attr\.)data-kakao-chat(?:-([\w-]+))?\]?$/.exec(name);
    return bound ? [bound[1] ? toOption(bound[1]) : "uuid"] : [];
  });
}

/** `app-open-type` is `appOpenType`, if the product knows that name. */
export function toOption(name: string): string {
  const option = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return option in FIELDS ? option : name;
}
