import type { Chat } from "../../chats.js";
import { closest, type OldElement } from "../../read/markup/element.js";
import { findEvent, isPress } from "../../read/markup/handler-names.js";
import type { Facts } from "../../read/read.js";

/**
 * A link or a listener around the button would act on the click, too, which the old handler has kept from it. What is
 * around a component nobody knows.
 */
export function writeStop({ start }: Chat, { language, heard }: Facts): string | null {
  const { trigger, chain } = start;
  if (!trigger) return null;
  const { attributes, sources = [] } = trigger;
  const inMarkup = [...attributes, ...sources].filter(([name]) => isPressed(name));
  const codes = [
    ...inMarkup.flat(),
    ...chain.map(({ node, script }) => script.text.slice(node.start ?? 0, node.end ?? 0)),
  ];
  if (!codes.some((code) => STOP.test(code))) return null;
  const isPage = /^(?:html|thymeleaf)$/.test(language);
  const acts = (one: OldElement) => one.name === "a" || listens(one) || heard.has(one);
  if (isPage && !closest(trigger.parent, acts)) return null;
  return `${/^(?:vue|angular)$/.test(language) ? "$event" : "event"}.stopPropagation()`;
}

/** Also Vue's `@click.stop` and Svelte's `on:click|stopPropagation`. */
const STOP = /[.|]stop(?:Immediate)?Propagation\b|^(?:@|v-on:)click\b.*\.stop\b/i;

function listens({ attributes, sources }: OldElement): boolean {
  return [...attributes.keys(), ...(sources?.keys() ?? [])].some(
    (name) => /^(?:to|routerLink)$/i.test(name) || isPressed(name),
  );
}

/** Whether an attribute holds what a press does. */
function isPressed(attribute: string): boolean {
  const event = findEvent(attribute);
  return event !== undefined && isPress(event);
}
