import type { Chat } from "../../chats.js";
import { leads } from "../../read/markup/control.js";
import type { Facts } from "../../read/read.js";
import { isBound } from "./attribute-names.js";
import { nameOf } from "./component-name.js";
import type { Link } from "./link.js";

/** The link that an element of several items stays: the others lead to where they led. */
export function findItemLink({ start: { trigger } }: Chat, facts: Facts): Link | null {
  if (!trigger || !(isBound(trigger) || (trigger.name === "a" && leads(trigger)))) return null;
  return { name: nameOf(trigger, facts), href: null, says: "nothing" };
}
