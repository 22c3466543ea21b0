import jsTokens from "js-tokens";
import { attribute, closest, type OldElement, walk } from "../convert/read/element.js";
import type { Facts } from "../convert/read/read.js";
import type { Value } from "../convert/read/value.js";

const NAME = "KakaoChatDefaults";
const JAVASCRIPT = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i;
const ON_WINDOW =
  /\b(?:window|self|top|parent|globalThis)\s*(?:\?\.|\.|\[\s*["'`])\s*KakaoChatDefaults\b/;

/**
 * The page's `KakaoChatDefaults`, if a script of the page sets it. The word alone, in a text, a comment or data, sets
 * nothing; a module's own names are no one else's; a list and a text say nothing.
 */
export function findDefaults({ root, defaults, reader }: Facts): Value | null {
  if (!defaults || /^(?:list|text)$/.test(defaults.kind)) return null;
  const isSet = reader === "script" || [...walk(root)].some(sets);
  return isSet ? defaults : null;
}

function sets(element: OldElement): boolean {
  const isInTemplate = closest(element, ({ name }) => name === "template") !== null;
  if (isInTemplate) return false;
  if (element.name !== "script")
    return [...element.attributes].some(
      ([name, value]) => name.startsWith("on") && value.includes(NAME),
    );
  const type = attribute(element, "type").trim();
  const text = element.children.filter((child) => typeof child === "string").join("");
  if (!text.includes(NAME) || !JAVASCRIPT.test(type) || element.attributes.has("src")) return false;
  const code = [...jsTokens(text)]
    .map(({ type: kind, value }) => (/Comment$/.test(kind) ? " " : value))
    .join("");
  return type.toLowerCase() === "module" ? ON_WINDOW.test(code) : code.includes(NAME);
}
