import type { Node } from "@babel/types";
import { type OldElement, textOf, walk } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { type ParsedScript, parseScript } from "../../convert/read/script/parse-script.js";
import { isFunction, listChildren, listNames } from "../../convert/read/script/references.js";
import { codeValue, type Value } from "../../convert/read/script/value.js";
import { isInert, isModule } from "../script-tags/running.js";
import { isInlineScript, keyOf, nameOf, parseInline, readInline, walkScript } from "./scripts.js";

const NAME = "KakaoChatDefaults";
const WINDOW = /^(?:window|self|top|parent|globalThis)$/;

/**
 * The page's `KakaoChatDefaults`, if a script of the page sets it. The word alone, in a text, a comment or data, sets
 * nothing, nor does a look at it; a module's own names are no one else's; a list says nothing. What is set under a
 * condition is not known.
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
  const isAbout = isInlineScript(element) && textOf(element).includes(NAME);
  return isAbout && setsInCode(readInline(element), isModule(element));
}

function setsInHandler(element: OldElement): boolean {
  return (
    !isInert(element) &&
    [...element.attributes].some(
      ([name, code]) =>
        name.startsWith("on") && code.includes(NAME) && setsInCode(parseScript(code), false),
    )
  );
}

function setsInCode({ program, text, unread }: ParsedScript, isOfModule: boolean): boolean {
  // What cannot be read may set them.
  if (text === "" || unread.some((part) => part.includes(NAME))) return true;
  if (!isOfModule && declares(program)) return true;
  return [...walkScript(program, isNamed)].some(({ node }) => {
    const target = findTarget(node);
    const isSet = target !== null && isNamed(target) && !(isOfModule && isOwnName(target));
    return isSet || (node.type === "CallExpression" && setsByCall(node.arguments));
  });
}

/** What is given a value: by `=`, by `Object.assign()`, by `$.extend(true, ...)`. */
function findTarget(node: Node): Node | null {
  if (node.type === "AssignmentExpression") return node.left;
  const isJoin = node.type === "CallExpression" && /^(?:assign|extend)$/.test(nameOf(node.callee));
  const values = isJoin ? node.arguments : [];
  return values.find(({ type }) => type !== "BooleanLiteral") ?? null;
}

/** Whether a name of a script's own is what is named: `KakaoChatDefaults.bot`, and not `window.KakaoChatDefaults.bot`. */
function isOwnName(node: Node): boolean {
  if (node.type === "MemberExpression" && nameOf(node) !== NAME) return isOwnName(node.object);
  return node.type === "Identifier";
}

/** Whether a script declares them outside its functions. */
function declares(program: Node): boolean {
  const names = new Set<string>();
  const open = [program];
  for (const node of open) {
    if (node.type === "VariableDeclarator") listNames(node.id, names);
    if (!isFunction(node)) open.push(...listChildren(node));
  }
  return names.has(NAME);
}

/** `Object.defineProperty(window, "KakaoChatDefaults", ...)`, `Object.assign(window, { KakaoChatDefaults: ... })` */
function setsByCall([object, ...values]: readonly Node[]): boolean {
  if (object?.type !== "Identifier" || !WINDOW.test(object.name)) return false;
  return values.some((value) => {
    if (value.type === "StringLiteral") return value.value === NAME;
    const properties = value.type === "ObjectExpression" ? value.properties : [];
    return properties.some((one) => keyOf(one) === NAME);
  });
}
