import { readDataset } from "../../markup/dataset.js";
import { attribute, closest, listFields, type OldElement } from "../../markup/element.js";
import { findSibling } from "../../markup/siblings.js";
import type { Run } from "../run.js";
import { textValue, type Value } from "../value.js";
import { readValue } from "./field-value.js";

/** The attributes that are properties of another name. */
const PROPERTIES = new Map(
  Object.entries({
    className: "class",
    acceptCharset: "accept-charset",
    htmlFor: "for",
  }),
);
const ATTRIBUTES =
  /^(href|action|method|target|name|id|type|title|rel|class|accept-charset|src|alt)$/;

/** What a link's address says of itself, if that is in it as it is written. */
const PARTS = new Map(
  Object.entries({
    hash: /^[^#]*(#.+)?/,
    search: /^[^?#]*(\?[^#]+)?/,
    pathname: /^(?:https?:\/\/[^/?#]+)?(\/[^?#]*)/,
  }),
);

/** `made.firstChild`, `button.parentElement`; nothing if a server or a script may have put others there. */
function readNear(element: OldElement, name: string): OldElement | undefined {
  if (/^parent(?:Node|Element)$/.test(name)) return element.parent ?? undefined;
  if (!/^(?:first|last)(?:Element)?Child$/.test(name)) return undefined;
  const inside = element.children.filter((one) => typeof one !== "string" || one.trim() !== "");
  const one = inside.at(name.startsWith("first") ? 0 : -1);
  return typeof one === "string" ? undefined : one;
}

export function readElement(
  { elements }: Extract<Value, { kind: "elements" }>,
  name: string,
  run: Run,
): Value | null {
  const [element] = elements;
  if (/^\d+$/.test(name)) {
    const one = elements[Number(name)];
    return one ? { kind: "elements", elements: [one] } : null;
  }
  if (!element) return null;
  if (element.name === "form" && !ATTRIBUTES.test(name)) {
    if (name === "elements") return { kind: "elements", elements };
    // `document.forms` by a form's name.
    const named = elements.find(
      (one) => attribute(one, "name") === name || attribute(one, "id") === name,
    );
    if (named && elements.length > 1) return { kind: "elements", elements: [named] };
    const fields = listFields(element, run.root).filter(
      (one) => attribute(one, "name") === name || attribute(one, "id") === name,
    );
    if (fields.length > 0) return { kind: "elements", elements: fields };
    if (named) return { kind: "elements", elements: [named] };
  }
  if (name === "form") {
    const form = closest(element, (one) => one.name === "form");
    return form ? { kind: "elements", elements: [form] } : null;
  }
  if (name === "value") return readValue(element);
  const near =
    readNear(element, name) ?? findSibling(element, name, (text) => run.pieces.has(text));
  if (near) return { kind: "elements", elements: [near] };
  const part = PARTS.get(name)?.exec(element.attributes.get("href") ?? "");
  if (part && element.name === "a") return textValue(part[1] ?? "");
  if (name === "dataset") return readDataset(element);
  const key = PROPERTIES.get(name) ?? name;
  const own = element.attributes.get(key);
  return ATTRIBUTES.test(key) && own !== undefined ? textValue(own) : null;
}
