import type { Node } from "@babel/types";
import jsTokens from "js-tokens";
import { type OldElement, textOf, walk } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { codeValue, type Value } from "../../convert/read/script/value.js";
import { isInert, isModule } from "../script-tags/running.js";
import { isInlineScript, nameOf, parseInline, walkScript } from "./scripts.js";

const NAME = "KakaoChatDefaults";
const ON_WINDOW =
  /\b(?:window|self|top|parent|globalThis)\s*(?:\?\.|\.|\[\s*["'`])\s*KakaoChatDefaults\b/;

/**
 * The page's `KakaoChatDefaults`, if a script of the page sets it. The word alone, in a text, a comment or data, sets
 * nothing; a module's own names are no one else's; a list says nothing. What is set under a condition is not known.
 */
export function findDefaults({ root, defaults, reader }: Facts): Value | null {
  if (!defaults || defaults.kind === "list") return null;
  const scripts = [...walk(root)].filter(setsDefaults);
  const isSet = reader === "script" || scripts.length > 0 || [...walk(root)].some(setsInHandler);
  if (!isSet) return null;
  return scripts.some(setsUnderCondition) ? codeValue(NAME) : defaults;
}

function setsUnderCondition(script: OldElement): boolean {
  const happenings = [...walkScript(parseInline(script), isNamed)];
  return happenings.some(
    ({ node, isBranch }) => isBranch && node.type === "AssignmentExpression" && isNamed(node.left),
  );
}

/** `KakaoChatDefaults`, `window.KakaoChatDefaults`, a member of it; asked for its opposite, too. */
function isNamed(node: Node): boolean {
  if (node.type === "UnaryExpression") return isNamed(node.argument);
  if (node.type === "Identifier") return node.name === NAME;
  return nameOf(node) === NAME || (node.type === "MemberExpression" && isNamed(node.object));
}

/** Whether it is an inline script that sets them, and that browsers run. */
export function setsDefaults(element: OldElement): boolean {
  if (!isInlineScript(element)) return false;
  const text = textOf(element);
  if (!text.includes(NAME)) return false;
  const code = [...jsTokens(text)]
    .map(({ type, value }) => (/Comment$/.test(type) ? " " : value))
    .join("");
  return isModule(element) ? ON_WINDOW.test(code) : code.includes(NAME);
}

function setsInHandler(element: OldElement): boolean {
  return (
    !isInert(element) &&
    [...element.attributes].some(([name, value]) => name.startsWith("on") && value.includes(NAME))
  );
}
