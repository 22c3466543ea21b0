import type { Start } from "../../read/found.js";
import { leads } from "../../read/markup/control.js";
import { attribute, type OldElement, textOf } from "../../read/markup/element.js";
import { isOldHandler } from "../../read/markup/handler-names.js";
import type { Facts } from "../../read/read.js";
import { KAKAO } from "../../read/start.js";
import { isForeign, withoutPrevent } from "../kept/foreign.js";
import {
  isOfComponent,
  isReadOfBound,
  OF_COMPONENTS,
  OF_FORMS,
  OF_LINKS,
  REPLACED,
} from "./attribute-names.js";
import { listAttributes, listTags, nameOfAttribute, SERVERS } from "./attributes.js";
import { COMPONENT, nameOf } from "./component-name.js";
import { isOfPicture, keepInner } from "./inner.js";
import type { Link } from "./link.js";
import { findPassing, isDrawing } from "./passing.js";
import { listLostSlots, listSlots } from "./slots.js";
import type { Styled } from "./styled.js";
import { CHAT, CLICK, findPlaces, joinBranches } from "./tag-branches.js";
import { readShown } from "./words.js";

/** What of the old element goes into the new one. */
export interface Kept {
  /** Attributes as they are written, with a server's tags between them. */
  attributes: string[];
  /** Those tags. */
  tags: ReadonlySet<string>;
  /** What is within it, as it is written. */
  inner: string;
  /** Around the button, if the old element cannot be one: a list's item, a table's cell, a card with a button in it. */
  outer: Outer | null;
  /** The old element's own name, if it stays what it is: a card with links in it. */
  name?: string;
  /** It stays the component that it is, which makes a button of itself. */
  styled?: Styled;
  /** It was a component, which may hand attributes on to its element. */
  isLost?: true;
  /** Names of attributes that are not in the new one. */
  leftOut: string[];
  /** May hold what a server fills in. */
  id: string;
}

export interface Outer {
  name: string;
  attributes: string[];
  /** What is within it besides the button, as it is written. */
  before: string;
  after: string;
}

const OF_OLD_LINKS = /^(?:charset|coords|shape)$/;
const LINKS = /^(?:nuxt-?link|router-?link|[\w.]*Link|asp:hyperlink)$/;

/** Takes from one element what can stay. */
export function keepElement(
  trigger: OldElement,
  start: Start,
  facts: Facts,
  link: Link | null,
): Kept {
  // What a component looks like is its own.
  const own = nameOf(trigger, facts);
  const isLink = link !== null && link.says !== "nothing";
  const isWritten = link?.href === null;
  if (COMPONENT.test(own) && isDrawing(trigger, own, facts) && link?.href !== null)
    return keepDrawing(trigger, own, link, facts);
  const styled = link ? null : findPassing(trigger, own, facts);
  const isWhole = styled?.isWhole === true;
  const isKept = LINKS.test(own) || isWritten || styled !== null;
  const isLost = COMPONENT.test(own) && !isKept;
  const leftOut = isLost ? [`<${own}>`] : [];
  const within = keepInner(trigger, isWritten || styled ? [] : listSlots(trigger, facts), facts);
  const shown = isLost && !within ? readShown(trigger, facts) : NOTHING;
  const isPlain = !trigger.sources && /^(?:html|thymeleaf)$/.test(facts.language);
  const isField = /^(input|img)$/.test(trigger.name);
  if (!isWritten && leadsElsewhere(trigger, facts)) leftOut.push("href");
  const attributes: string[] = [];
  const leave = (name: string) => void leftOut.push(nameOfAttribute(trigger, name, facts));
  const written = listAttributes(trigger, facts);
  const places = findPlaces(written, start);
  for (const [at, [name, text, isSecond]] of written.entries()) {
    if (name === SERVERS) {
      attributes.push(text);
      continue;
    }
    if (at === places.id) {
      // A script that finds the button by its id needs one that is always there.
      leftOut.push(text);
      continue;
    }
    if (at === places.chat) attributes.push(CHAT);
    if (at === places.click) attributes.push(CLICK);
    // What the server writes where it writes no chat stays as it was.
    if (isSecond && (isOldHandler(name) || name === "href")) {
      const stays = places.chat >= 0 && (name !== "href" || link !== null);
      if (stays || !LEADS_NOWHERE.test(text)) (stays ? attributes : leftOut).push(text);
      continue;
    }
    if (name === "id" && trigger.origin === "absent" && facts.pieces.has(attribute(trigger, "id")))
      continue;
    const isOrder = name === "tabindex" && hasOwnOrder(trigger);
    if (isForeign(name, trigger, facts)) {
      attributes.push(withoutPrevent(text));
      continue;
    }
    if (isOldHandler(name) || (isWhole && OWN_CLICK.test(name))) continue;
    // What is bound (`:href`, `:to`, `[href]`) is read as `href` or `to`, which is not written.
    if (isReadOfBound(name, trigger)) continue;
    if (isWhole) attributes.push(text);
    // The component's own kind of button is no element's.
    if (isLost && name === "type" && !/^type=["'{]*(?:button|submit)\b/.test(text)) leave(name);
    if (isWhole || shown.names.includes(name.replace(/^(?::|v-bind:)/, ""))) continue;
    if (REPLACED.test(name) && !isWritten && !isOrder) continue;
    if (isOfPicture(trigger, name)) continue;
    if (isWritten) {
      attributes.push(text);
      continue;
    }
    // Plain markup has no expressions. JSF decides by `rendered` whether one of its own elements is there.
    const isFilled = isPlain && facts.pieces.findCode(attribute(trigger, name)).length > 0;
    if (isFilled || name === "rendered") {
      leave(name);
      continue;
    }
    if ((isField && OF_FORMS.test(name)) || (styled && name === "as")) continue;
    const isOther = COMPONENT.test(own) && !styled;
    if (isOther && OF_COMPONENTS.test(name)) continue;
    const isOwn = isOfComponent(name, text, trigger.sources !== undefined, facts.language);
    if (isOther && isOwn) {
      leave(name);
      continue;
    }
    if (!isLink && OF_LINKS.test(name)) {
      if (!/\b(?:rel|target)\b/.test(name)) leave(name);
      continue;
    }
    if (!isLink && /^(?:name|value)$/.test(name) && trigger.name === "button") continue;
    if (!isLink && link?.name !== "area" && OF_OLD_LINKS.test(name)) leave(name);
    else attributes.push(text);
  }
  const slots = isWritten || styled ? [] : listSlots(trigger, facts);
  leftOut.push(...listMadeTexts(trigger, facts), ...listLostSlots(slots));
  const tags = listTags(written);
  leftOut.push(...joinBranches(attributes, tags, new Map()).lost);
  const id = places.id < 0 ? attribute(trigger, "id") : "";
  return {
    attributes,
    tags,
    inner: within || shown.inner,
    outer: null,
    ...(styled && { name: own, styled }),
    ...(isLost && { isLost }),
    leftOut,
    id: facts.pieces.findCode(id).length > 0 ? "" : id,
  };
}

/** Of an element of which nothing can stay. */
export const NOTHING_KEPT: Kept = {
  attributes: [],
  tags: new Set(),
  inner: "",
  outer: null,
  leftOut: [],
  id: "",
};
const LEADS_NOWHERE = /^href="(?:#|javascript:[^"]*)?"$/i;
const NOTHING = { inner: "", names: [] };
/** What a component calls a click. */
const OWN_CLICK = /^on(?:Press|Tap|Click|Select)/;
/** What is said of an element's place among others. */
const OF_PLACE = /^(?:key|:key|v-bind:key|v-(?:for|if|else|else-if|show)|slot)$/;

/** A picture that is a component stays as it is, within the new button. */
function keepDrawing(trigger: OldElement, own: string, link: Link | null, facts: Facts): Kept {
  const all = listAttributes(trigger, facts).filter(([name]) => !isOldHandler(name));
  const around = all.filter(([name]) => OF_PLACE.test(name)).map(([, text]) => text);
  const within = all.filter(([name]) => !OF_PLACE.test(name)).map(([, text]) => text);
  const isNamed = all.some(([name]) => /^:?(?:alt|aria-label|title)$/.test(name));
  const name = isNamed || link ? [] : ['aria-label="카카오톡 상담"'];
  const inner = `<${[own, ...within].join(" ")} />`;
  return { ...NOTHING_KEPT, attributes: [...around, ...name], inner };
}

/** Whether a link has a page of the shop's own, which was what it did without a script or with the Ctrl key. */
function leadsElsewhere(trigger: OldElement, { pieces }: Facts): boolean {
  const href = attribute(trigger, "href");
  if (trigger.name !== "a" || trigger.origin !== "page" || pieces.has(href)) return false;
  return leads(trigger) && !KAKAO.test(href);
}

/** Whether its place in the order of the Tab key is its own: what is no control only becomes one by `0`. */
function hasOwnOrder(trigger: OldElement): boolean {
  const index = Number(attribute(trigger, "tabindex"));
  return index > 0 || (index < 0 && /^(?:a|area|button|input)$/.test(trigger.name));
}

/** What a script makes of texts in it, as code: markup has the first of the texts that it can be. */
function listMadeTexts(trigger: OldElement, { pieces }: Facts): string[] {
  if (trigger.origin === "page" || trigger.sources) return [];
  return pieces.findCode(textOf(trigger)).map(({ code }) => pieces.showCode(code));
}
