import type { MemberExpression, Node } from "@babel/types";
import { asksApp } from "../apps.js";
import { type Context, type Guard, sourceOf } from "../context.js";
import { listReferences, mentions } from "../references.js";
import type { Run } from "../run.js";
import type { Changes } from "../run-parts.js";
import { isChanging } from "../settled.js";

/** Whether what is asked for is missing if the condition holds: `!x`, `x == null`. */
export function isNegated(test: Node): boolean {
  if (test.type === "ParenthesizedExpression") return isNegated(test.expression);
  if (test.type === "UnaryExpression") return !isNegated(test.argument);
  if (test.type !== "BinaryExpression") return false;
  // `event.target.id === "talk"`, `className.indexOf("talk") < 0`
  if (test.right.type === "StringLiteral") return test.operator.startsWith("!");
  return /^(?:=|<$)/.test(test.operator);
}

/** `!$.data(this, "talk")`, `!$(this).data("plugin_talk")`: what plugins ask of an element before they bind it. */
const BINDS =
  /^!?\s*[\w$]+(?:\.data\(\s*(?:this|\w+)\s*,\s*[^()]*\)|\(\s*(?:this|\w+)\s*\)\.data\(\s*["'][^"'()]*(?:plugin|bound|init|instance)[^"'()]*["']\s*\))$/i;

/** Whether it only keeps something from being done twice: `if (done) return; done = true;` */
export function isOnce(
  { test, holds, source }: Guard,
  { scope }: Context,
  changes: Changes,
): boolean {
  if (isNegated(test) === holds && BINDS.test(source)) return true;
  const asked = findAsked(test);
  if (asked === null || holds !== isNegated(test)) return false;
  if (asked.type === "Identifier")
    return [...scope.list()].some((one) => isChanging(asked.name, one, changes));
  const name = asked.type === "MemberExpression" ? asked.property : null;
  return name?.type === "Identifier" && changes.members.has(name.name);
}

/**
 * Reads a branch. Where what the condition asked for is missing, that is not what was clicked:
 * `if (event.target.closest(".close")) close(); else open();`
 *
 * @param clicked what was, before the condition was read
 */
export function readBranch<T>(
  { test, holds }: Pick<Guard, "test" | "holds">,
  clicked: Context["frame"]["target"],
  { frame }: Context,
  read: () => T,
): T {
  const found = frame.target;
  if (holds === isNegated(test)) frame.target = clicked;
  const value = read();
  if (frame.target === clicked) frame.target = found;
  return value;
}

/** Names of libraries, and of the browser's own objects. */
const LIBRARY =
  /^(?:[A-Z]|\$(?![a-z])|jQuery|gtag|fbq|ga|wcs|dataLayer|kakaoPixel|window|document|event|attachEvent|addEventListener|undefined|null)/;

/** Whether it is a browser that runs the code, and not the server: at a click it is. */
const IN_BROWSER =
  /\btypeof\b|\bimport\.meta\.(?:server|client|env\.SSR)\b|\bprocess\.(?:server|client|browser)\b|\bisPlatform(?:Browser|Server)\(|^!?(?:browser|isBrowser|isClient|isServer)$/;

/** Whether there is any at all: `!links.length`. How long a text has to be is another question: `name.length < 2`. */
const IS_ANY = /\.length\b(?!\s*(?:[<>]=?\s*(?:[2-9]|\d{2})|[=!]==?\s*[1-9]))/;

/** `!document.getElementById("talk")` */
const FINDS =
  /^[!(\s]*(?:document\.)?(?:getElementById|querySelector(?:All)?|getElementsBy\w+)\([^()]*\)(?:\[0\])?\)*$/;

/** Whether a condition only asks for what may be missing: an element, a window, a library, another key. */
export function isOfPage(test: Node, context: Context, run: Run): boolean {
  const source = sourceOf(test, context);
  if (asksApp(source)) return false;
  // `typeof window !== "undefined" && isOpen`: the one side is the page's.
  if (IN_BROWSER.test(source) && test.type === "LogicalExpression")
    return [test.left, test.right].every((one) => isOfPage(one, context, run));
  if (
    IN_BROWSER.test(source) ||
    (IS_ANY.test(source) && listCounted(test).every((one) => isFound(one, context, run))) ||
    (OF_EVENT.test(source) && listMembers(test).every((one) => !isOfItem(one, context, run)))
  )
    return true;
  if (FINDS.test(source)) return true;
  const asked = findAsked(test);
  if (asked === null) return false;
  const value = run.evaluate(asked, context);
  if (value.kind === "native") return LIBRARY.test(value.name);
  return /^(?:elements|window|function|list)$/.test(value.kind);
}

/** `typeof Kakao !== "undefined"`, and not whether there is a page at all. */
const IS_DECLARED =
  /\btypeof\s*\(?\s*(?!(?:window|document|navigator|self|globalThis)\b(?!\.))[\w$]/;

/** Whether a condition asks for a name of the page's that may be a library, and may be settings: `Shop.kakaoId`. */
export function asksName(test: Node, context: Context, run: Run): boolean {
  if (IS_DECLARED.test(sourceOf(test, context))) return true;
  const asked = findAsked(test);
  const value = asked && run.evaluate(asked, context);
  return value?.kind === "native" && !/^(?:event|document)\b/.test(value.name);
}

/** Of the click's event, of a window, or of an element. */
const OF_EVENT =
  /\.(?:key|keyCode|which|button|(?:meta|ctrl|shift|alt)Key|defaultPrevented|closed|shadowRoot|isConnected)\b/;

function listMembers(node: Node): MemberExpression[] {
  const inner = listReferences(node).flatMap(listMembers);
  return node.type === "MemberExpression" ? [node, ...inner] : inner;
}

/** `item.key`: the word is an event's too, and this is none. */
function isOfItem({ object, property }: MemberExpression, context: Context, run: Run): boolean {
  if (property.type !== "Identifier" || !/^(?:key|button)$/.test(property.name)) return false;
  const value = run.evaluate(object, context);
  if (value.kind === "object" || value.kind === "text") return true;
  // An item of Vue's loops is a name of the markup's.
  const code = value.kind === "native" ? value.name : value.code?.code;
  return code !== undefined && !/^\$?(?:e|ev|evt|event)\b/.test(code);
}

/** Whether it only asks which element within a listener's own was clicked. */
export function isNarrowing(test: Node, run: Run): boolean {
  if (run.clicks.narrowing.has(test)) return true;
  switch (test.type) {
    case "ParenthesizedExpression":
      return isNarrowing(test.expression, run);
    case "UnaryExpression":
      return isNarrowing(test.argument, run);
    case "BinaryExpression":
      return isNarrowing(test.left, run);
    default:
      return false;
  }
}

/** What a condition counts: `links` of `!links.length`. */
function listCounted(node: Node): Node[] {
  switch (node.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return node.property.type === "Identifier" && node.property.name === "length"
        ? [node.object]
        : [];
    case "ParenthesizedExpression":
      return listCounted(node.expression);
    case "UnaryExpression":
      return listCounted(node.argument);
    case "BinaryExpression":
    case "LogicalExpression":
      return [node.left, node.right].flatMap(listCounted);
    default:
      return [];
  }
}

/** `if (pairs.length) query += "?" + pairs.join("&")`: without any, nothing would be added, either. */
export function onlyAddsItems(
  { test, consequent, alternate }: Extract<Node, { type: "IfStatement" }>,
  context: Context,
  run: Run,
): boolean {
  const [list, ...more] = listCounted(test);
  const [only, ...others] = consequent.type === "BlockStatement" ? consequent.body : [consequent];
  const added = only?.type === "ExpressionStatement" ? only.expression : null;
  if (list?.type !== "Identifier" || more.length + others.length > 0 || alternate) return false;
  return (
    added?.type === "AssignmentExpression" &&
    /^[\w$]+\.length\s*(?:>\s*0|>=\s*1|!==?\s*0)?$/.test(sourceOf(test, context)) &&
    mentions(added.right, new Set([list.name])) &&
    run.evaluate(list, context).kind === "list"
  );
}

/** Whether something is on the page at every click: elements, or a list that no loop fills. */
function isFound(node: Node, context: Context, run: Run): boolean {
  const value = run.evaluate(node, context);
  if (value.kind === "list") return !value.items.some((one) => run.births.onlyIf.has(one));
  return !/^(?:text|code)$/.test(value.kind);
}

/** `x` of `x`, `!x`, `x == null`; of a name or a member alone. */
export function findAsked(test: Node): Node | null {
  switch (test.type) {
    case "Identifier":
    case "MemberExpression":
    case "OptionalMemberExpression":
      return test;
    case "ParenthesizedExpression":
      return findAsked(test.expression);
    case "UnaryExpression":
      return test.operator === "!" ? findAsked(test.argument) : null;
    case "BinaryExpression": {
      const isNothing = (one: Node) =>
        one.type === "NullLiteral" || (one.type === "Identifier" && one.name === "undefined");
      if (isNothing(test.right)) return findAsked(test.left);
      return isNothing(test.left) ? findAsked(test.right) : null;
    }
    default:
      return null;
  }
}
