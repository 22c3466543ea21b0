import type { Chat } from "../chats.js";
import { attribute, type OldElement, textOf, walk } from "../read/markup/element.js";
import { findEvent, isVisitors } from "../read/markup/handler-names.js";
import type { Facts } from "../read/read.js";
import { isOfComponent, OF_COMPONENTS, OF_FORMS, OF_LINKS, REPLACED } from "./attribute-names.js";
import { listAttributes } from "./attributes.js";
import { escapeText, writeAttribute } from "./escape.js";
import type { Link } from "./link.js";

/** What of the old element goes into the new one. */
export interface Kept {
  /** Attributes as they are written. */
  attributes: string[];
  /** What is within it, as it is written. */
  inner: string;
  /** Around the button, if the old element cannot be one: a list's item, a table's cell. */
  outer: { name: string; attributes: string[] } | null;
  /** Names of attributes that are not in the new one. */
  leftOut: string[];
  /** May hold what a server fills in. */
  id: string;
}

const OUTER = /^(li|td|th|dt|dd)$/;
const OF_OLD_LINKS = /^(?:charset|coords|shape)$/;
const LINKS = /^(?:nuxt-?link|router-?link|[\w.]*Link|asp:hyperlink)$/;

/** Takes from the old element what can stay. */
export function keepTrigger({ start }: Chat, facts: Facts, link: Link | null): Kept {
  const { trigger } = start;
  if (!trigger || trigger.name === "form") {
    return { attributes: [], inner: "", outer: null, leftOut: [], id: "" };
  }
  // What a component looks like is its own.
  const own = nameOf(trigger, facts);
  const isLink = link !== null && link.says !== "nothing";
  const isWritten = link?.href === null;
  const leftOut = COMPONENT.test(own) && !LINKS.test(own) && !isWritten ? [`<${own}>`] : [];
  const isPlain = !trigger.sources && /^(?:html|thymeleaf)$/.test(facts.language);
  const isField = /^(input|img)$/.test(trigger.name);
  const attributes: string[] = [];
  for (const [name, text] of listAttributes(trigger, facts)) {
    if (name === "id" && trigger.origin === "absent" && facts.pieces.has(attribute(trigger, "id")))
      continue;
    const isOrder = name === "tabindex" && hasOwnOrder(trigger);
    if ((REPLACED.test(name) && !isWritten && !isOrder) || isOldHandler(name)) continue;
    if (isWritten) {
      // What is bound (`:href`, `:to`, `[href]`) is read as `href` or `to`, which is not written.
      if (trigger.sources || !/^(?:href|to)$/.test(name) || !isBound(trigger))
        attributes.push(text);
      continue;
    }
    // Plain markup has no expressions.
    if (isPlain && facts.pieces.findCode(attribute(trigger, name)).length > 0) {
      leftOut.push(name);
      continue;
    }
    // JSF decides by it whether one of its own elements is there.
    if (name === "rendered") {
      leftOut.push(name);
      continue;
    }
    if (isField && OF_FORMS.test(name)) continue;
    if (isComponent(trigger) && OF_COMPONENTS.test(name)) continue;
    const isOwn = isOfComponent(name, text, trigger.sources !== undefined, facts.language);
    if (isComponent(trigger) && isOwn) {
      leftOut.push(name);
      continue;
    }
    if (!isLink && OF_LINKS.test(name)) {
      if (!/\b(?:rel|target)\b/.test(name)) leftOut.push(name);
      continue;
    }
    if (!isLink && /^(?:name|value)$/.test(name) && trigger.name === "button") continue;
    if (!isLink && link?.name !== "area" && OF_OLD_LINKS.test(name)) leftOut.push(name);
    else attributes.push(text);
  }
  leftOut.push(...listMadeTexts(trigger, facts));
  const id = attribute(trigger, "id");
  const kept = {
    attributes,
    inner: keepInner(trigger, facts),
    outer: null,
    leftOut,
    id: facts.pieces.findCode(id).length > 0 ? "" : id,
  };
  if (!OUTER.test(trigger.name)) return kept;
  return { ...kept, attributes: [], id: "", outer: { name: trigger.name, attributes } };
}

function isOldHandler(name: string): boolean {
  const event = findEvent(name);
  return event !== undefined && isVisitors(event);
}

/** Whether its place in the order of the Tab key is its own: what is no control only becomes one by `0`. */
function hasOwnOrder(trigger: OldElement): boolean {
  const index = Number(attribute(trigger, "tabindex"));
  return index > 0 || (index < 0 && /^(?:a|area|button|input)$/.test(trigger.name));
}

const COMPONENT = /[A-Z.:-]|^(?:nuxt|router)link$/;

export function isComponent({ name }: OldElement): boolean {
  return COMPONENT.test(name);
}

/** Whether a framework's markup makes an element's address. */
export function isBound({ sources, attributes }: OldElement): boolean {
  return (
    sources?.has("href") ??
    [":href", "v-bind:href", "[href]", ":to", "v-bind:to"].some((one) => attributes.has(one))
  );
}

/** An element's name as it is written: of Vue's components, parsers of HTML know no capitals. */
export function nameOf({ name, start }: OldElement, { language, source }: Facts): string {
  const written = source.slice(start + 1, start + 1 + name.length);
  const isSame = start >= 0 && written.toLowerCase() === name;
  return isSame && /^(?:vue|svelte)$/.test(language) ? written : name;
}

function keepInner(trigger: OldElement, facts: Facts): string {
  const { pieces } = facts;
  if (trigger.name === "input") {
    if (attribute(trigger, "type").toLowerCase() !== "image")
      return escapeText(pieces.show(attribute(trigger, "value")));
    return keepPicture(trigger, facts);
  }
  if (trigger.name === "img") return keepPicture(trigger, facts);
  const children = trigger.sources?.get("children");
  if (children !== undefined) return pieces.showCode(children).trim();
  if (trigger.origin !== "page" || trigger.tagEnd < 0) return writeChildren(trigger, pieces).trim();
  return withoutScripts(facts.source.slice(trigger.tagEnd, trigger.closeStart)).trim();
}

const VOID = /^(?:area|br|col|embed|hr|img|input|source|track|wbr)$/;

/** What a script or a server's code makes, as markup again. */
function writeChildren({ children }: OldElement, pieces: Facts["pieces"], depth = 0): string {
  if (depth > 50) return "";
  return children
    .map((child) => {
      if (typeof child === "string") return writeText(child, pieces);
      if (/^(?:script|style)$/.test(child.name)) return "";
      const attributes = [...child.attributes].map(([name, value]) =>
        writeAttribute(name, value, pieces),
      );
      const tag = `<${[child.name, ...attributes].join(" ")}>`;
      if (VOID.test(child.name)) return tag;
      return `${tag}${writeChildren(child, pieces, depth + 1)}</${child.name}>`;
    })
    .join("");
}

/** What a script makes of texts in it, as code: markup has the first of the texts that it can be. */
function listMadeTexts(trigger: OldElement, { pieces }: Facts): string[] {
  if (trigger.origin === "page" || trigger.sources) return [];
  return pieces.findCode(textOf(trigger)).map(({ code }) => pieces.showCode(code));
}

/** A server's templates in it stay as they were written. */
function writeText(text: string, pieces: Facts["pieces"]): string {
  return pieces
    .split(text)
    .map((part) => {
      if ("text" in part) return escapeText(part.text);
      return part.kind === "template"
        ? pieces.show(part.source)
        : escapeText(part.choices[0] ?? "");
    })
    .join("");
}

function keepPicture(trigger: OldElement, { pieces }: Facts): string {
  const names = ["src", "alt", "width", "height", "srcset", "sizes", ":src", "th:src"];
  const kept = names.flatMap((name) => {
    const value = trigger.attributes.get(name);
    return value === undefined
      ? []
      : [name === "alt" && !value ? 'alt=""' : writeAttribute(name, value, pieces)];
  });
  return `<img ${kept.join(" ")}>`;
}

/** Markup without the scripts in it, and without the parameters of JSF's links. */
function withoutScripts(html: string): string {
  return html.replace(/<script\b[\s\S]*?<\/script\s*>|<f:param\s[^<>]*>(?:<\/f:param>)?/gi, "");
}

/** What a visitor reads on it. */
export function readLabel(trigger: OldElement | null, { pieces }: Facts): string {
  if (!trigger) return "";
  const picture = [trigger, ...walk(trigger)].find(({ attributes }) => attributes.get("alt"));
  const isField = trigger.name === "input" && attribute(trigger, "type") !== "image";
  const said =
    (isField && attribute(trigger, "value")) ||
    textOf(trigger).trim() ||
    (picture && attribute(picture, "alt")) ||
    (isComponent(trigger) && (attribute(trigger, "label") || attribute(trigger, "text"))) ||
    attribute(trigger, "aria-label") ||
    attribute(trigger, "title");
  // What a component is given as its text is no text yet.
  const text = pieces
    .split(said || "")
    .map((part) => {
      if ("text" in part) return part.text;
      return part.kind === "template" ? pieces.show(part.source) : (part.choices[0] ?? "");
    })
    .join("");
  return text.replace(/\s+/g, " ").trim();
}
