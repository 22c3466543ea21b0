import type { OldElement } from "../../read/markup/element.js";
import { findEvent, isOldHandler } from "../../read/markup/handler-names.js";
import type { Facts } from "../../read/read.js";
import { opensByName } from "./opening-function.js";
import { isOpening } from "./statements.js";

/** Handlers of Livewire, of AngularJS and, outside its own elements, of Alpine: their code is no script's. */
const FOREIGN = /^(?:(?:data-)?(?:ng-|wire:)|x-on:|@)/i;

/** Whether a framework's own handler does something besides, while another attribute starts the chat: it stays. */
export function isForeign(name: string, { attributes }: OldElement, facts: Facts): boolean {
  if (facts.language !== "html" || !FOREIGN.test(name) || !isOldHandler(name)) return false;
  const starts = ([key, code]: [string, string]) =>
    (/^(?:ng-)?href$/.test(key) || findEvent(key) !== undefined) && startsChat(code, facts);
  const others = [...attributes].filter(([key]) => !FOREIGN.test(key) || key === "ng-href");
  return !startsChat(attributes.get(name) ?? "", facts) && others.some(starts);
}

/** Whether code opens a chat, or calls a function of the page's that does. */
function startsChat(code: string, facts: Facts): boolean {
  if (isOpening(code)) return true;
  return [...facts.functions.keys()].some(
    (name) => new RegExp(`\\b${name}\\s*\\(`).test(code) && opensByName(name, facts),
  );
}

/** The attribute, without what would cancel the new button's click: `wire:click.prevent`. */
export function withoutPrevent(attribute: string): string {
  return attribute.replace(/^([^=]*?)\.prevent\b/, "$1");
}
