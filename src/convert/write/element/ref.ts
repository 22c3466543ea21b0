import type { Chat } from "../../chats.js";
import type { Facts } from "../../read/read.js";
import { nameOfButton } from "./button-id.js";
import type { Kept } from "./trigger.js";

/** A function component's own button, by a ref: many of it may be on one page. */
export interface Ref {
  name: string;
  /** The element. */
  element: string;
  /** What stands above the hook. */
  made: string;
}

/** The ref by which the new code tells its component's button from others. */
export function makeRef(id: string, facts: Facts): Ref {
  const name = nameOfButton("chatButton", id, facts);
  return isSolid(facts.source)
    ? { name, element: name, made: `let ${name};` }
    : { name, element: `${name}.current`, made: `const ${name} = useRef(null);` };
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
