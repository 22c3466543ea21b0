import type { Node } from "@babel/types";
import { toDashes } from "../../markup/dataset.js";
import { append, attribute, type OldElement, walk } from "../../markup/element.js";
import { parseMarkup } from "../../markup/markup.js";
import { toText } from "../../text/to-text.js";
import { noteBirth, sinceElement } from "../births.js";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import { codeOfField, isTyped } from "../sent-fields.js";
import { readFilled } from "../settled.js";
import { KAKAO, withChoices } from "../start.js";
import type { Value } from "../value.js";
import { writeOutChoices } from "../values/markup-text.js";
import { give, isOther } from "./given.js";
import { readValue, writeText } from "./writes.js";

/** `a.style.cssText = "..."`, `a.style.right = "20px"`, of an element that the script makes. */
export function assignStyle(
  { object: style, property, computed }: Extract<Node, { type: "MemberExpression" }>,
  value: Value,
  context: Context,
  run: Run,
): boolean {
  const isStyle =
    style.type === "MemberExpression" &&
    style.property.type === "Identifier" &&
    style.property.name === "style";
  const isNamed = property.type === "Identifier" && !computed;
  const own = isNamed ? property.name : property.type === "StringLiteral" ? property.value : null;
  if (!isStyle || own === null) return false;
  const owner = run.evaluate(style.object, context);
  if (owner.kind !== "elements") return false;
  const name = toDashes(own);
  const text = run.pieces.toFirst(toText(value, run));
  for (const { origin, attributes } of owner.elements) {
    if (origin !== "script" || run.pieces.has(text)) continue;
    const before = attributes.get("style");
    const added = own === "cssText" ? text : `${name}:${text}`;
    attributes.set("style", before ? `${before};${added}` : added);
  }
  return true;
}

const PROPERTIES = new Map(
  Object.entries({
    className: "class",
    acceptCharset: "accept-charset",
    defaultValue: "value",
  }),
);

const BOOLEANS = /^(?:disabled|hidden|checked|readonly|required|selected|multiple)$/i;
const LOOKS = /^(?:disabled|hidden|class|className|style|title|src|alt|aria-\w+|tabIndex)$/i;

/** What is sent, and where to. */
const SAYS = /^(?:value|action|href)$/;

/** `element.name = value` */
export function assignElement(
  element: OldElement,
  name: string,
  value: Value,
  context: Context,
  run: Run,
): void {
  if (/^on[a-z]+$/.test(name)) {
    assignHandler(element, name, value, context, run);
    return;
  }
  // What a click does to the button's looks is none of its attributes.
  if (LOOKS.test(name) && element.origin === "page" && context.trigger) return;
  const text = toText(value, run);
  if (BOOLEANS.test(name)) assignBoolean(element, name.toLowerCase(), text);
  else if (/^(innerHTML|outerHTML)$/.test(name) && writeOutChoices(text, run.pieces).includes("<"))
    appendHtml(element, text, run, context);
  else if (/^(textContent|innerText|innerHTML|text)$/.test(name)) {
    if (element.origin === "script") element.children = [text];
  } else {
    const key = PROPERTIES.get(name) ?? name.toLowerCase();
    if (isTakenAway(element, key, text, context, run)) return;
    if (isGiven(element, key, text, context, run) && give(element, key, text, context, run)) return;
    if (SAYS.test(key)) assignSaid(element, key, value, context, run);
    else element.attributes.set(key, text);
  }
}

function assignHandler(
  element: OldElement,
  name: string,
  value: Value,
  context: Context,
  run: Run,
): void {
  if (value.kind === "text") {
    // `setAttribute("onclick", "open()")`: read with the code within the markup.
    element.attributes.set(name, value.text);
    run.page.handled.delete(element);
  } else run.handle(value, element, context, name.slice(2));
}

function assignBoolean({ attributes }: OldElement, name: string, text: string): void {
  if (/^(?:false|null|undefined|)$/.test(text)) attributes.delete(name);
  else if (text === "true") attributes.set(name, "");
}

/** What is sent, and where to: it may be another in each branch, and of what somebody types, the field's own. */
function assignSaid(
  element: OldElement,
  key: string,
  value: Value,
  context: Context,
  run: Run,
): void {
  const isField = key === "value" && isTyped(element) && context.trigger !== null;
  const isNew = isField && !readFilled(element, context, run);
  const before = isNew ? run.pieces.addCode(codeOfField(element)) : element.attributes.get(key);
  const since = sinceElement(element, context, run.births);
  element.attributes.set(key, writeText(before, value, { context: since, run }, key));
  if (isField) run.page.filled.set(element, context);
}

/** Whether a handler leads another element's link away from its chat: until then, it leads where it did. */
function isTakenAway(
  element: OldElement,
  key: string,
  text: string,
  context: Context,
  run: Run,
): boolean {
  const isChat = key === "href" && KAKAO.test(attribute(element, "href"));
  return isChat && !KAKAO.test(withChoices(run, text)) && isOther(element, context, run);
}

/** Whether a handler gives another element what that is to say at its own click: where it leads, what it sends. */
function isGiven(
  element: OldElement,
  key: string,
  text: string,
  context: Context,
  run: Run,
): boolean {
  if (!isOther(element, context, run)) return false;
  if (key === "href") return KAKAO.test(withChoices(run, text));
  return key === "value" ? !isTyped(element) : key.startsWith("data-");
}

/** Markup that a script adds to the page. @param context the script's, if it may be under a condition */
export function appendHtml(parent: OldElement, html: string, run: Run, context?: Context): void {
  const whole = writeOutChoices(html, run.pieces);
  if (!whole.includes("<")) return;
  for (const child of [...parseMarkup(whole, "script").children]) {
    if (typeof child === "string") {
      append(parent, child);
      if (context) appendChosen(parent, child, context, run);
      continue;
    }
    run.page.made.push(child);
    if (!context) {
      append(parent, child);
      continue;
    }
    put(child, parent, context, run);
    noteMade([child], context, run);
    noteBirth(child, context, run.births);
  }
}

/** `html += "<input ...>"` in a branch: a field that is there under the branch's condition. */
function appendChosen(parent: OldElement, text: string, context: Context, run: Run): void {
  for (const { choices, test, hidden, isAwaited } of run.pieces.findCode(text)) {
    const [made, none] = choices;
    if (test === undefined || none !== "" || !made || !/^\s*<input\b/i.test(made)) continue;
    const condition = { code: test, hidden, isAwaited };
    appendHtml(parent, made, run, { ...context, isConditional: true, condition });
  }
}

/** Puts an element into another: a field sends its value only if it is put into its form. */
export function put(child: OldElement, parent: OldElement, context: Context, run: Run): void {
  append(parent, child);
  sendOnlyIf(child, parent, context, run);
}

function sendOnlyIf(added: OldElement, parent: OldElement, context: Context, run: Run): void {
  if (run.show || added.name === "form") return;
  const since = sinceElement(parent, context, run.births);
  if (!since.isConditional) return;
  for (const field of [added, ...walk(added)]) {
    const value = field.attributes.get("value");
    if (!/^(?:input|textarea)$/.test(field.name) || !value) continue;
    field.attributes.set(
      "value",
      writeText(undefined, readValue(value, run), { context: since, run }, "value"),
    );
  }
}

/** Notes the conditions under which a script makes elements, or adds them, as the page loads. */
export function noteMade(
  elements: readonly OldElement[],
  { guards, trigger }: Context,
  run: Run,
): void {
  // What a server writes only for some is marked in its own branch.
  const asked = guards.filter(({ isOfPage }) => !isOfPage);
  if (trigger || asked.length === 0 || run.show) return;
  for (const element of elements)
    run.births.madeIf.set(element, [...(run.births.madeIf.get(element) ?? []), ...asked]);
}
