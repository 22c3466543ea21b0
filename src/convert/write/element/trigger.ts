import type { Chat } from "../../chats.js";
import { listControls, STAYS_AROUND } from "../../read/markup/control.js";
import { type OldElement, walk } from "../../read/markup/element.js";
import { isForm } from "../../read/markup/forms.js";
import { isOldHandler } from "../../read/markup/handler-names.js";
import type { Facts } from "../../read/read.js";
import { kindOfBranch } from "../../read/server/decisions.js";
import { isComponent, nameOf } from "./component-name.js";
import { type Kept, keepElement, NOTHING_KEPT, type Outer } from "./kept-element.js";
import type { Link } from "./link.js";
import { CHAT, joinBranches } from "./tag-branches.js";

/** What no `<button>` may hold: its look is laid out for the element that it stands in. */
const BLOCKS =
  /^(?:h[1-6]|p|div|ul|ol|dl|table|section|article|aside|nav|header|footer|figure|hr|blockquote|pre)$/;
/** Takes from the old element what can stay. */
export function keepTrigger({ start }: Chat, facts: Facts, link: Link | null): Kept {
  const { trigger } = start;
  if (!trigger || isForm(trigger)) return NOTHING_KEPT;
  const kept = keepElement(trigger, start, facts, link);
  // A button within a button is no markup. What a component makes of itself is not known.
  const mayHold = !link && trigger.name !== "button" && !isComponent(trigger);
  const controls = mayHold ? listControls(trigger) : [];
  const [inner, ...more] = controls.filter((one) => isInert(one, facts));
  if (inner && more.length === 0 && trigger.tagEnd >= 0) {
    const before = facts.source.slice(trigger.tagEnd, inner.start);
    const after = facts.source.slice(inner.end, trigger.closeStart);
    const own = keepElement(inner, start, facts, link);
    return { ...own, ...surround(own, kept, { name: nameOf(trigger, facts), before, after }) };
  }
  const isCard =
    mayHold && trigger.name !== "a" && [...walk(trigger)].some(({ name }) => BLOCKS.test(name));
  if (controls.length > 0 || isCard) return { ...kept, name: nameOf(trigger, facts) };
  if (!STAYS_AROUND.test(trigger.name)) return kept;
  const { name } = trigger;
  const bare = { ...kept, attributes: [], id: "", leftOut: [] };
  return { ...bare, ...surround(bare, kept, { name, before: "\n", after: "\n" }) };
}

/** The element around the button. A condition of a server's under which that started the chat is none of the button's. */
function surround(
  { leftOut }: Kept,
  { attributes, tags, leftOut: ownLeftOut }: Kept,
  outer: Omit<Outer, "attributes">,
): Pick<Kept, "outer" | "leftOut"> {
  const conditions = attributes.includes(CHAT)
    ? [...tags].filter((tag) => kindOfBranch(tag) === "open")
    : [];
  return {
    outer: { ...outer, attributes: joinBranches(attributes, tags, new Map()).attributes },
    leftOut: [...leftOut, ...ownLeftOut, ...conditions],
  };
}

/** Whether a control is a button that does nothing by itself, so that a click on it was one on what is around it. */
function isInert(element: OldElement, { starts }: Facts): boolean {
  const { name, attributes, sources, origin } = element;
  // JSX has its handlers among the sources alone.
  const isHandled =
    [...attributes.keys(), ...(sources?.keys() ?? [])].some(isOldHandler) ||
    starts.some(({ trigger }) => trigger === element);
  const type = attributes.get("type") ?? "button";
  return name === "button" && /^button$/i.test(type) && !isHandled && origin === "page";
}
