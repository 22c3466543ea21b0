import type { Chat } from "../../chats.js";
import type { Facts } from "../../read/read.js";
import { nameOfButton } from "./button-id.js";
import type { Kept } from "./kept-element.js";

/** A function component's own buttons, by a ref: many of it may be on one page. */
export interface Ref {
  /** The attribute's value. */
  value: string;
  /** The condition under which an event is another button's. */
  isOther: string;
  /** What stands above the hook. */
  made: string;
}

/** The ref by which the new code tells its component's button from others; in a list, its buttons. */
export function makeRef(id: string, isInList: boolean, facts: Facts): Ref {
  const name = nameOfButton(isInList ? "chatButtons" : "chatButton", id, facts);
  const isOfSolid = isSolid(facts.source);
  const own = isOfSolid ? name : `${name}.current`;
  if (isInList)
    return {
      // React calls it without the element, too.
      value: `(button) => { if (button) ${own}.add(button); }`,
      isOther: `!${own}.has(event.target)`,
      made: `const ${name} = ${isOfSolid ? "new WeakSet()" : "useRef(new WeakSet())"};`,
    };
  const made = isOfSolid ? `let ${name};` : `const ${name} = useRef(null);`;
  return { value: name, isOther: `event.target !== ${own}`, made };
}

/** Whether the new button is a function component's element, which a ref finds however many there are. */
export function hasRef(
  { chat, facts, kept }: { chat: Chat; facts: Facts; kept: Kept },
  filling: readonly string[],
  name: string,
): boolean {
  const { trigger } = chat.start;
  return (
    facts.language === "jsx" &&
    !facts.isAstro &&
    /^[a-z]/.test(name) &&
    !trigger?.isInClass &&
    !trigger?.call &&
    !filling.some((line) => /\bthis\b/.test(line)) &&
    !kept.attributes.some((one) => one.startsWith("ref="))
  );
}

export function isSolid(source: string): boolean {
  return /\bfrom\s*["']solid-js/.test(source);
}
