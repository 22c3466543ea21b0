import type { Chat } from "../chats.js";
import type { OldElement } from "../read/markup/element.js";
import type { Facts } from "../read/read.js";
import { nameOfButton } from "./button-id.js";
import { FILL } from "./script.js";
import { isVue2 } from "./vue-2.js";

/** By the name of a function: the attribute by which a component's own button calls it. */
export interface OwnEvent {
  name: string;
  attribute: string;
  /** It is one of the component's methods: what a module has, Vue's markup does not know. */
  isMethod: boolean;
}

/** How Vue's and Svelte's markup hears of the click itself; `null` in other languages, and of a button that was not pasted. */
export function findOwnEvent(
  id: string,
  tag: string,
  { start }: Chat,
  facts: Facts,
): OwnEvent | null {
  const { language, source } = facts;
  const { trigger } = start;
  if (!trigger || trigger.origin === "absent" || !/^(?:vue|svelte)$/.test(language)) return null;
  const name = nameOfButton(FILL, id, facts);
  if (language === "vue") {
    // A component of Vue 2 hands on no events of the browser's.
    const isNative = isVue2(source) && /[A-Z-]/.test(tag);
    const attribute = `@kakao-chat:before${isNative ? ".native" : ""}="${name}"`;
    return { name, attribute, isMethod: !/<script[^>]*\ssetup\b|\bsetup\s*\(/.test(source) };
  }
  const on = hasOldHandlers(trigger) ? "on:" : "on";
  return { name, attribute: `${on}kakao-chat:before={${name}}`, isMethod: false };
}

/** Svelte's `on:click`, which is `onclick` since Svelte 5. */
export function hasOldHandlers({ attributes }: OldElement): boolean {
  return [...attributes.keys()].some((one) => one.startsWith("on:"));
}
