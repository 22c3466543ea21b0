import { attribute, type OldElement } from "../../read/markup/element.js";
import { isOldHandler } from "../../read/markup/handler-names.js";
import type { Facts } from "../../read/read.js";
import { isForeign, withoutPrevent } from "../kept/foreign.js";
import {
  isOfComponent,
  isReadOfBound,
  OF_COMPONENTS,
  OF_FORMS,
  OF_LINKS,
  REPLACED,
} from "./attribute-names.js";
import { nameOfAttribute, SERVERS, type WrittenAttribute } from "./attributes.js";
import { COMPONENT } from "./component-name.js";
import { isOfPicture } from "./inner.js";
import type { Link } from "./link.js";
import type { Styled } from "./styled.js";
import { CHAT, CLICK, type Places } from "./tag-branches.js";

const OF_OLD_LINKS = /^(?:charset|coords|shape)$/;
const LEADS_NOWHERE = /^href="(?:#|javascript:[^"]*)?"$/i;
/** What a component calls a click. */
const OWN_CLICK = /^on(?:Press|Tap|Click|Select)/;

/** The old element, with what is known of the new one. */
export interface OldButton {
  trigger: OldElement;
  /** Its name, as its language has it. */
  own: string;
  link: Link | null;
  styled: Styled | null;
  /** The new one is a link as the old one was, with its address as it is written. */
  isWritten: boolean;
  /** It is a component, which the new one is not. */
  isLost: boolean;
  /** Names of attributes that are its words. */
  shown: { names: readonly string[] };
  /** Where the server's branches write the chat, the click and the id, among its attributes. */
  places: Places;
}

/** Attributes of the new element, and the names of those that are not in it. */
export interface KeptAttributes {
  attributes: string[];
  leftOut: string[];
}

/** What becomes of an attribute: it stays, its loss is told, or something else says the same. */
type Fate = "stays" | "is left out" | "is replaced";

/** Takes from an element the attributes that the new one has, too. */
export function keepAttributes(
  written: readonly WrittenAttribute[],
  old: OldButton,
  facts: Facts,
): KeptAttributes {
  const into: KeptAttributes = { attributes: [], leftOut: [] };
  for (const [at, one] of written.entries()) keepAttribute(one, at, old, facts, into);
  return into;
}

function keepAttribute(
  [name, text, isSecond]: WrittenAttribute,
  at: number,
  old: OldButton,
  facts: Facts,
  into: KeptAttributes,
): void {
  const { trigger, places } = old;
  const { attributes, leftOut } = into;
  if (name === SERVERS) {
    attributes.push(text);
    return;
  }
  if (at === places.id) {
    // A script that finds the button by its id needs one that is always there.
    leftOut.push(text);
    return;
  }
  if (at === places.chat) attributes.push(CHAT);
  if (at === places.click) attributes.push(CLICK);
  if (isSecond && (isOldHandler(name) || name === "href")) keepSecond(name, text, old, into);
  if (isComputedId(name, trigger, facts)) return;
  if (isForeign(name, trigger, facts)) {
    attributes.push(withoutPrevent(text));
    return;
  }
  if (isOldClick(name, old)) return;
  const fate = decide(name, text, old, facts);
  if (fate === "is left out" || losesType(name, text, old))
    leftOut.push(nameOfAttribute(trigger, name, facts));
  if (fate === "stays") attributes.push(text);
}

/** What the server writes where it writes no chat stays as it was. */
function keepSecond(
  name: string,
  text: string,
  { places, link }: OldButton,
  { attributes, leftOut }: KeptAttributes,
): void {
  const stays = places.chat >= 0 && (name !== "href" || link !== null);
  if (stays || !LEADS_NOWHERE.test(text)) (stays ? attributes : leftOut).push(text);
}

function isComputedId(name: string, trigger: OldElement, { pieces }: Facts): boolean {
  return name === "id" && trigger.origin === "absent" && pieces.has(attribute(trigger, "id"));
}
/** What the chat's mark stands for. What is bound (`:href`, `:to`, `[href]`) is read as `href` or `to`, which is not written. */
function isOldClick(name: string, { trigger, styled }: OldButton): boolean {
  if (isOldHandler(name) || isReadOfBound(name, trigger)) return true;
  return styled?.isWhole === true && OWN_CLICK.test(name);
}

/** The component's own kind of button is no element's. */
function losesType(name: string, text: string, { isLost }: OldButton): boolean {
  return isLost && name === "type" && !/^type=["'{]*(?:button|submit)\b/.test(text);
}

function decide(name: string, text: string, old: OldButton, facts: Facts): Fate {
  const { trigger, styled, isWritten, shown } = old;
  if (styled?.isWhole) return "stays";
  if (shown.names.includes(name.replace(/^(?::|v-bind:)/, ""))) return "is replaced";
  const isOrder = name === "tabindex" && hasOwnOrder(trigger);
  if (REPLACED.test(name) && !isWritten && !isOrder) return "is replaced";
  if (isOfPicture(trigger, name)) return "is replaced";
  return isWritten ? "stays" : decideOfOther(name, text, old, facts);
}

/** Of an element that becomes another. */
function decideOfOther(name: string, text: string, old: OldButton, facts: Facts): Fate {
  const { trigger, own, link, styled } = old;
  // A link whose address is its own still leads there without a script.
  const isLink = link !== null && (link.says !== "nothing" || link.href !== "#");
  // Plain markup has no expressions. JSF decides by `rendered` whether one of its own elements is there.
  const isPlain = !trigger.sources && /^(?:html|thymeleaf)$/.test(facts.language);
  const isFilled = isPlain && facts.pieces.findCode(attribute(trigger, name)).length > 0;
  if (isFilled || name === "rendered") return "is left out";
  const isField = /^(input|img)$/.test(trigger.name);
  if ((isField && OF_FORMS.test(name)) || (styled && name === "as")) return "is replaced";
  const isOther = COMPONENT.test(own) && !styled;
  if (isOther && OF_COMPONENTS.test(name)) return "is replaced";
  if (isOther && isOfComponent(name, text, trigger.sources !== undefined, facts.language))
    return "is left out";
  if (!isLink && OF_LINKS.test(name))
    return /\b(?:rel|target)\b/.test(name) ? "is replaced" : "is left out";
  if (!isLink && /^(?:name|value)$/.test(name) && trigger.name === "button") return "is replaced";
  const isOfOldLink = !isLink && link?.name !== "area" && OF_OLD_LINKS.test(name);
  return isOfOldLink ? "is left out" : "stays";
}

/** Whether its place in the order of the Tab key is its own: what is no control only becomes one by `0`. */
function hasOwnOrder(trigger: OldElement): boolean {
  const index = Number(attribute(trigger, "tabindex"));
  return index > 0 || (index < 0 && /^(?:a|area|button|input)$/.test(trigger.name));
}
