import { leads } from "../../read/markup/control.js";
import { attribute, type OldElement, textOf } from "../../read/markup/element.js";
import { isOldHandler } from "../../read/markup/handler-names.js";
import type { Facts } from "../../read/read.js";
import type { Start } from "../../read/script/found.js";
import { KAKAO } from "../../read/script/start.js";
import { listAttributes, listTags } from "./attributes.js";
import { COMPONENT, nameOf } from "./component-name.js";
import { keepInner } from "./inner.js";
import { keepAttributes, type OldButton } from "./kept-attributes.js";
import type { Link } from "./link.js";
import { findPassing, isDrawing } from "./passing.js";
import { listLostSlots, listSlots } from "./slots.js";
import type { Styled } from "./styled.js";
import { findPlaces, joinBranches } from "./tag-branches.js";
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
  const isWritten = link?.href === null;
  if (COMPONENT.test(own) && isDrawing(trigger, own, facts) && link?.href !== null)
    return keepDrawing(trigger, own, link, facts);
  const styled = link ? null : findPassing(trigger, own, facts);
  const isLost = COMPONENT.test(own) && !LINKS.test(own) && !isWritten && styled === null;
  const slots = isWritten || styled ? [] : listSlots(trigger, facts);
  const within = keepInner(trigger, slots, facts);
  const shown = isLost && !within ? readShown(trigger, facts) : NOTHING;
  const written = listAttributes(trigger, facts);
  const places = findPlaces(written, start);
  const old: OldButton = { trigger, own, link, styled, isWritten, isLost, shown, places };
  const { attributes, leftOut } = keepAttributes(written, old, facts);
  const tags = listTags(written);
  const { lost } = joinBranches(attributes, tags, new Map());
  const id = places.id < 0 ? attribute(trigger, "id") : "";
  return {
    attributes,
    tags,
    inner: within || shown.inner,
    outer: null,
    ...(styled && { name: own, styled }),
    ...(isLost && { isLost }),
    leftOut: [
      ...listLost(old, facts),
      ...leftOut,
      ...listMadeTexts(trigger, facts),
      ...listLostSlots(slots),
      ...lost,
    ],
    id: facts.pieces.findCode(id).length > 0 ? "" : id,
  };
}

/** The component that the new button is not, and the page that it leads to no more. */
function listLost({ trigger, own, isLost, isWritten }: OldButton, facts: Facts): string[] {
  const isElsewhere = !isWritten && leadsElsewhere(trigger, facts);
  return [...(isLost ? [`<${own}>`] : []), ...(isElsewhere ? ["href"] : [])];
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
const NOTHING = { inner: "", names: [] };
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

/** What a script makes of texts in it, as code: markup has the first of the texts that it can be. */
function listMadeTexts(trigger: OldElement, { pieces }: Facts): string[] {
  if (trigger.origin === "page" || trigger.sources) return [];
  return pieces.findCode(textOf(trigger)).map(({ code }) => pieces.showCode(code));
}
