import { parseChatAddress } from "../kakao.js";
import {
  FIELD_NAMES,
  MARK,
  MARK_PREFIX,
  reportUnprefixed,
  toAttributeName,
} from "../options/fields.js";
import { addTo } from "../options/raw-input.js";
import { type Problem, quote, reporterFor } from "../problems.js";
import { attribute, type OldElement, walk } from "./read/markup/element.js";
import type { Pieces } from "./read/text/pieces.js";

/** A button that is already marked, and what its markup says. */
export interface Marked {
  element: OldElement;
  input: Record<string, string>;
  /** Names of options that a server or a framework fills in. */
  templates: string[];
  /** What is wrong with how it is said. */
  problems: Problem[];
}

/** The marked elements of a page; with `links`, all links to Kakao too. */
export function listMarked(root: OldElement, pieces: Pieces, links = false): Marked[] {
  const found: Marked[] = [];
  for (const element of walk(root)) {
    const mark = element.attributes.get(MARK);
    const isLink = links && isAnchor(element) && parseChatAddress(attribute(element, "href"));
    const isMarked =
      mark !== undefined && !/^\s*false\s*$/i.test(mark) && element.name !== "script";
    if (isMarked || isLink) found.push(readMarked(element, pieces));
  }
  return found;
}

function isAnchor({ name }: OldElement): boolean {
  return name === "a" || name === "area";
}

function readMarked(element: OldElement, pieces: Pieces): Marked {
  const input: Record<string, string> = {};
  const templates: string[] = [];
  const problems: Problem[] = [];
  const put = (name: string, value: string | null) => {
    const said = pieces.show(value ?? "");
    addTo(input, name, said);
    if (input[name] === said && pieces.has(value ?? "") && !templates.includes(name))
      templates.push(name);
  };
  const address = isAnchor(element) ? parseChatAddress(attribute(element, "href")) : null;
  if (address) {
    const { hasEscapedAmpersands, ...options } = address;
    if (hasEscapedAmpersands) reporterFor(problems, "href", "&amp;")("KC318", quote("&"));
    for (const [name, value] of Object.entries(options)) put(name, value);
  }
  for (const [name, value] of element.attributes) {
    if (name === MARK) put("uuid", value);
    else if (name.startsWith(MARK_PREFIX)) put(toOption(name.slice(MARK_PREFIX.length)), value);
  }
  for (const name of listBound(element)) {
    if (!templates.includes(name)) templates.push(name);
  }
  const isSaid = (field: string) => field in input || templates.includes(field);
  for (const name of element.attributes.keys()) reportUnprefixed(name, isSaid, problems);
  return { element, input, templates, problems };
}

/** `:data-kakao-chat-extra="..."` and its kin: known at the click alone. */
function listBound(element: OldElement): string[] {
  return [...element.attributes.keys()].flatMap((name) => {
    const bound = /^(?::|v-bind:|th:|\[attr\.)data-kakao-chat(?:-([\w-]+))?\]?$/.exec(name);
    return bound ? [bound[1] ? toOption(bound[1]) : "uuid"] : [];
  });
}

/** The option of an attribute's name; for an unknown one, the name as written. */
function toOption(name: string): string {
  return FIELD_NAMES.find((field) => toAttributeName(field) === name) ?? name;
}
