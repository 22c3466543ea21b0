import { attribute, type OldElement } from "../../read/markup/element.js";
import { isOldHandler } from "../../read/markup/handler-names.js";
import type { Facts } from "../../read/read.js";
import { escapeText, writeAttribute } from "../escape.js";
import { listAttributes, listTags, SERVERS } from "./attributes.js";
import { type Slot, takeOutOfSlots } from "./slots.js";
import { joinBranches } from "./tag-branches.js";

/** What is within the old element, as it is written, but for what stands in slots. */
export function keepInner(trigger: OldElement, slots: readonly Slot[], facts: Facts): string {
  const { pieces } = facts;
  if (trigger.name === "input") {
    if (attribute(trigger, "type").toLowerCase() !== "image")
      return escapeText(pieces.show(attribute(trigger, "value")));
    return keepPicture(trigger, facts);
  }
  if (trigger.name === "img") return keepPicture(trigger, facts);
  const children = trigger.sources?.get("children");
  if (children !== undefined) return pieces.showCode(children).trim();
  if (trigger.origin !== "page" || trigger.tagEnd < 0) return writeChildren(trigger, facts).trim();
  return withoutScripts(mendEnd(takeOutOfSlots(trigger, slots, facts), trigger)).trim();
}

/** `<img src="/k.png" </a>`: its own end tag has become a part of a tag that was left open. */
function mendEnd(html: string, { name, end, closeStart }: OldElement): string {
  const [tag, own] = [html.trimEnd(), `</${name}>`];
  const isOwn = end === closeStart && tag.toLowerCase().endsWith(own.toLowerCase());
  return isOwn ? `${tag.slice(0, -own.length).trimEnd()}>` : html;
}

const VOID = /^(?:area|br|col|embed|hr|img|input|source|track|wbr)$/;

/** What ends the tag of an element without an end tag. */
function endOfVoid({ language }: Facts): string {
  return language === "jsx" ? " />" : ">";
}

/** What a script or a server's code makes, as markup again. */
function writeChildren({ children }: OldElement, facts: Facts, depth = 0): string {
  if (depth > 50) return "";
  const { pieces } = facts;
  return children
    .map((child) => {
      if (typeof child === "string") return writeText(child, pieces);
      if (/^(?:script|style)$/.test(child.name)) return "";
      const attributes = [...child.attributes].map(([name, value]) =>
        writeAttribute(name, value, pieces),
      );
      const tag = `<${[child.name, ...attributes].join(" ")}`;
      if (VOID.test(child.name)) return `${tag}${endOfVoid(facts)}`;
      return `${tag}>${writeChildren(child, facts, depth + 1)}</${child.name}>`;
    })
    .join("");
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

/** How an element looks, however that is bound: what is around a picture has no size for it to fill. */
const LOOKS = /^(?:(?:v-bind)?:|\[)?(?:class(?:Name)?|style|ngClass|ngStyle)\b/;

/** How a picture is loaded, in HTML's letters or in JSX's. */
const LOADED =
  /^(?:srcset|sizes|loading|decoding|fetchpriority|crossorigin|referrerpolicy|usemap)$/i;

/** What speaks of the picture itself stays on it: its looks, `onmouseover="this.src='on.png'"`. */
export function isOfPicture(trigger: OldElement, name: string): boolean {
  const isPicture = trigger.name === "img" || attribute(trigger, "type").toLowerCase() === "image";
  if (isPicture && (LOOKS.test(name) || LOADED.test(name))) return true;
  const isHandler = /^on[a-z]+$/.test(name) && /\bthis\b/.test(attribute(trigger, name));
  return isPicture && isHandler && !isOldHandler(name);
}

function keepPicture(trigger: OldElement, facts: Facts): string {
  const { pieces } = facts;
  const isOwn = (name: string) => isOfPicture(trigger, name) && !LOOKS.test(name);
  const own = [...trigger.attributes.keys()].filter(isOwn);
  const names = ["src", "alt", "width", "height", ":src", "th:src", ...own];
  const written = listAttributes(trigger, facts);
  if (trigger.parts) {
    const parts = written.filter(
      ([name]) => name === SERVERS || LOOKS.test(name) || names.includes(name),
    );
    const { attributes } = joinBranches(
      parts.map(([, text]) => text),
      listTags(parts),
      new Map(),
    );
    return `<img ${attributes.join(" ")}${endOfVoid(facts)}`;
  }
  const looks = written.filter(([name]) => LOOKS.test(name));
  const kept = names.flatMap((name) => {
    const value = trigger.attributes.get(name);
    return value === undefined
      ? []
      : [name === "alt" && !value ? 'alt=""' : writeAttribute(name, value, pieces)];
  });
  const all = [...kept, ...looks.map(([, text]) => text)];
  return `<img ${all.join(" ")}${endOfVoid(facts)}`;
}

/** Markup without the scripts in it, and without the parameters of JSF's links. */
function withoutScripts(html: string): string {
  return html.replace(/<script\b[\s\S]*?<\/script\s*>|<f:param\s[^<>]*>(?:<\/f:param>)?/gi, "");
}
