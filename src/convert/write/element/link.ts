import { parseChatAddress } from "../../../kakao.js";
import type { ChatPlan } from "../../../types.js";
import type { Chat } from "../../chats.js";
import { isDecidedByServer, isLink } from "../../decided-address.js";
import { attribute, closest, type OldElement, textOf, walk } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";
import { isBound } from "./attribute-names.js";
import { isBlank } from "./blank.js";
import { isComponent, nameOf } from "./component-name.js";
import { findPassing } from "./passing.js";

/** A new button that is a link. */
export interface Link {
  name: string;
  /** `null`: its address stays as it is written. */
  href: string | null;
  /** Which values its address says, so that no mark has to. */
  says: "all" | "plain" | "nothing";
}

/**
 * The link that a new button is; `null` if it is a `<button>`.
 *
 * @param isLost values cannot be written elsewhere, or by a script that is told of a loop's item
 */
export function findLink(
  chat: Chat,
  { request }: ChatPlan,
  isPosted: boolean,
  isLost: boolean,
  facts: Facts,
): Link | null {
  const { start, values } = chat;
  const { trigger } = start;
  const { pieces, language } = facts;
  if (!trigger || !request) return null;
  if (staysWritten(chat, trigger, isLost, facts))
    return { name: nameOf(trigger, facts), href: null, says: "all" };
  const isPlain = Object.values(values).every((text) => !pieces.has(text));
  const isSent = !isPosted && request.method === "GET";
  // A part of a picture can be nothing but a link.
  const isArea = trigger.name === "area";
  const isOfLink = start.how === "link" || startsByItself(trigger, facts);
  const staysLink = isArea || (isOfLink && trigger.name === "a");
  // A link that says all itself starts the chat without a script too.
  if (staysLink && isPlain && isSent && language !== "thymeleaf")
    return { name: trigger.name, href: request.url, says: "all" };
  if (!isArea && !isPicture(trigger, facts)) return null;
  const name = isArea ? "area" : "a";
  // What a server fills in is right in the address that the link had.
  if (start.how === "link" && trigger.name === "a" && isOfServer(chat, trigger, facts))
    return { name, href: attribute(trigger, "href"), says: "nothing" };
  // A browser draws a frame around a button's picture, and none around a link's.
  return isSent && !pieces.has(values.uuid ?? "")
    ? { name, href: request.url, says: isPlain ? "all" : "plain" }
    : { name, href: "#", says: "nothing" };
}

/** Whether a link's plain address starts the chat without a script too, whatever its handler opens. */
function startsByItself(trigger: OldElement, { pieces }: Facts): boolean {
  const href = attribute(trigger, "href");
  return trigger.origin === "page" && !pieces.has(href) && parseChatAddress(href) !== null;
}

/** Whether a server alone fills in what a link's address lacks. */
function isOfServer(
  { isEscaped, values }: Chat,
  trigger: OldElement,
  { pieces, language }: Facts,
): boolean {
  const href = attribute(trigger, "href");
  const isPlain = language === "html" && trigger.origin === "page";
  return (
    isPlain && !isEscaped && pieces.has(values.uuid ?? "") && pieces.findCode(href).length === 0
  );
}

/** A framework's own link, whose address already says what it has to. */
function staysWritten(chat: Chat, trigger: OldElement, isLost: boolean, facts: Facts): boolean {
  const { start, raw, lost, unknown, isEscaped, condition } = chat;
  if (isLink(start) && isDecidedByServer(start, facts.pieces)) return true;
  const isRight = [...raw, ...lost, ...unknown].length === 0 && !isEscaped && !condition;
  if (start.how !== "link" || !isRight) return false;
  if (trigger.isOfItem) return true;
  // `process.env.TALK_URL || "https://..."`: what it is at the click is known to the page alone.
  const [first] = facts.pieces.split(start.url.trim());
  if (chat.defaulted.length > 0) return first !== undefined && "kind" in first && isBound(trigger);
  // Nuxt's own link takes addresses of other sites.
  if (/^nuxt-?link$/.test(trigger.name) && isBound(trigger)) return true;
  if (facts.language === "vue" && isLinkOfLibrary(trigger, facts)) return true;
  // What fills the value in is known to the loop around the link, or to the module, and to neither all.
  if (/^(?:vue|angular)$/.test(facts.language)) return isLost && isBound(trigger);
  if (facts.language !== "jsx" || !trigger.sources?.has("href")) return false;
  const isMade = Object.values(chat.values).some((text) => facts.pieces.has(text));
  return isComponent(trigger) || (isMade && (isLost || isPicture(trigger, facts)));
}

/** A component of Vue's libraries that is a link because of the address that it is told. */
function isLinkOfLibrary(trigger: OldElement, facts: Facts): boolean {
  const name = nameOf(trigger, facts);
  // Nuxt UI's takes an address of another site by `to`, as Nuxt's own link does.
  const told = /^u-?(?:button|link)$/i.test(name)
    ? /^(?::|v-bind:)(?:href|to)$/
    : /^(?::|v-bind:)href$/;
  const isTold = [...trigger.attributes.keys()].some((one) => told.test(one));
  return isTold && findPassing(trigger, name, facts) !== null;
}

const DRAWN = /^(?:a|img|div|span|p|li|td|th|dt|dd)$/;
/** What can hold no link. */
const HOLDING = /^(?:a|button|label|summary)$/;
const PICTURE = /^(?:img|picture|image|nuxt-?img|h:graphicimage)$/i;

/** Whether a picture is all that a visitor sees of an element: it may be the page's CSS that draws it. */
function isPicture(trigger: OldElement, facts: Facts): boolean {
  const isWithin = closest(trigger.parent, ({ name }) => HOLDING.test(name)) !== null;
  const isImage = trigger.name === "input" && attribute(trigger, "type").toLowerCase() === "image";
  if (isImage) return !isWithin;
  const mayBe = DRAWN.test(trigger.name) || PICTURE.test(trigger.name);
  if (!mayBe || isWithin || attribute(trigger, "role") === "button") return false;
  const hasPicture = [trigger, ...walk(trigger)].some(({ name }) => PICTURE.test(name));
  const isDrawn = trigger.name === "a" && isBlank(trigger, facts);
  return isDrawn || (hasPicture && textOf(trigger).trim() === "");
}

/** Whether what was a link has become a `<button>`, as markup or as a call that makes it. */
export function isLinkNoMore(trigger: OldElement | null, code: string): boolean {
  return trigger?.name === "a" && /^(?:<button\b|[\w.$]+\(\s*["']button["'])/.test(code);
}
