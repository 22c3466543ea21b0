import type { AssignmentExpression, Node } from "@babel/types";
import { codeOfValue, isWrapped } from "./code-of.js";
import { append, type OldElement } from "./element.js";
import { parseMarkup } from "./markup.js";
import { nameOfMember } from "./member.js";
import type { Context, Run } from "./run.js";
import { addStart } from "./start.js";
import { toText } from "./to-text.js";
import { codeValue, textValue, type Value } from "./value.js";

/** `target = value` and its kin. */
export function assign(node: AssignmentExpression, context: Context, run: Run): Value {
  const { left, right, operator } = node;
  let value = run.evaluate(right, context);
  if (operator === "+=" || operator === "&=") {
    const own = left.type === "Identifier" ? context.scope.find(left.name)?.binding.value : null;
    const isText = own?.kind === "text";
    const before = isText ? own : isReadable(left) ? run.evaluate(left, context) : textValue("");
    value = textValue(toText(before, run) + toText(value, run));
  } else if (operator !== "=") {
    // `??=`, `||=`: what it already has counts where it is known.
    if (!/^(\?\?|\|\|)=$/.test(operator)) value = codeValue("undefined", { hidden: ["…"] });
  }
  if (value.kind === "window") value.window.isKept = true;
  assignTo(left, value, context, run, node);
  return value;
}

function isReadable(node: Node): boolean {
  return node.type === "Identifier" || node.type === "MemberExpression";
}

/** Gives a value to a name, a member or a pattern. */
export function assignTo(target: Node, value: Value, context: Context, run: Run, node: Node): void {
  if (!run.step()) return;
  if (target.type === "Identifier") assignName(target.name, value, context, run, node);
  else if (target.type === "MemberExpression") {
    if (assignStyle(target, value, context, run)) return;
    const object = run.evaluate(target.object, context);
    assignMember(object, nameOfMember(target, context, run), value, context, run, node);
  } else if (target.type === "ObjectPattern" || target.type === "ArrayPattern") {
    declarePattern(target, value, context, run);
  }
}

/** `a.style.cssText = "..."`, `a.style.right = "20px"`, of an element that the script makes. */
function assignStyle(
  { object: style, property }: Extract<Node, { type: "MemberExpression" }>,
  value: Value,
  context: Context,
  run: Run,
): boolean {
  const isStyle =
    style.type === "MemberExpression" &&
    style.property.type === "Identifier" &&
    style.property.name === "style";
  if (!isStyle || property.type !== "Identifier") return false;
  const owner = run.evaluate(style.object, context);
  if (owner.kind !== "elements") return false;
  const name = property.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const text = toText(value, run);
  for (const { origin, attributes } of owner.elements) {
    if (origin !== "script" || run.pieces.has(text)) continue;
    const before = attributes.get("style");
    const added = property.name === "cssText" ? text : `${name}:${text}`;
    attributes.set("style", before ? `${before};${added}` : added);
  }
  return true;
}

function assignName(name: string, value: Value, context: Context, run: Run, node: Node): void {
  run.name(name, value);
  const found = context.scope.find(name);
  if (!found) {
    if (name === "location") goTo(value, context, run, node);
    else run.global.declare(name, value);
    return;
  }
  const { binding } = found;
  const before = binding.value;
  const isText = (one: Value | null) => one?.kind === "text" || one?.kind === "code";
  const isChoice = context.isConditional && before !== null && isText(before) && isText(value);
  binding.value = isChoice ? mergeChoice(before, value, context, run, name) : value;
}

/** Which of two values a name has is decided at the click: both are possible. */
function mergeChoice(
  before: Value,
  value: Value,
  { condition }: Context,
  run: Run,
  name: string,
): Value {
  if (before.kind === "text" && before.text === "") return value;
  const list = (one: Value) => (one.kind === "code" && one.choices ? one.choices : [one]);
  const choices = [...list(value), ...list(before)].map((one) => textValue(toText(one, run)));
  const [yes, no] = [codeOfValue(value, run), codeOfValue(before, run)];
  const code =
    condition && yes && no
      ? {
          code: `${condition.code} ? ${yes.code} : ${no.code}`,
          hidden: [...condition.hidden, ...yes.hidden, ...no.hidden],
          isAwaited: condition.isAwaited || yes.isAwaited || no.isAwaited,
        }
      : { code: name, hidden: [name], isAwaited: false };
  return { kind: "code", code, choices: choices.slice(0, 6) };
}

function goTo(value: Value, context: Context, run: Run, node: Node): void {
  addStart(run, context, node, { how: "page", url: toText(value, run) });
}

function assignMember(
  object: Value,
  name: string,
  value: Value,
  context: Context,
  run: Run,
  node: Node,
): void {
  run.name(name, value);
  switch (object.kind) {
    case "object":
      object.entries.set(name, value);
      return;
    case "list":
      if (/^\d{1,4}$/.test(name)) object.items[Number(name)] = value;
      return;
    case "window":
      if (name === "opener") object.window.isOpenerCut = true;
      if (name === "location" || name === "href") openIn(object.window, value, context, run, node);
      return;
    case "native":
      assignNative(object.name, name, value, context, run, node);
      return;
    case "elements":
      for (const element of object.elements) assignElement(element, name, value, context, run);
      return;
    default:
      // AngularJS: the names that its markup knows.
      if (object.kind === "code" && object.code.code === "$scope") run.global.declare(name, value);
      if (/^on[a-z]+$/.test(name) && value.kind === "function")
        run.call(value, [], { ...context, isLate: true });
      // `popup.location.href = url`, where the window is known.
      assignLocation(object, name, value, context, run, node);
  }
}

/** Sends a window that is already open to an address. */
export function openIn(
  window: Extract<Value, { kind: "window" }>["window"],
  value: Value,
  context: Context,
  run: Run,
  node: Node,
): void {
  window.hasChat = true;
  addStart(run, context, node, {
    how: "window",
    url: toText(value, run),
    window,
    target: window.name,
    isLate: window.isLate,
  });
}

function assignLocation(
  object: Value,
  name: string,
  value: Value,
  context: Context,
  run: Run,
  node: Node,
): void {
  const isLocation = name === "href" || name === "location";
  if (
    isLocation &&
    object.kind === "code" &&
    /location$|^[\w.]*parent|top$/.test(object.code.code)
  ) {
    goTo(value, context, run, node);
  }
}

function assignNative(
  object: string,
  name: string,
  value: Value,
  context: Context,
  run: Run,
  node: Node,
): void {
  const isWindow = /^(window|self|top|parent|globalThis)$/.test(object);
  if (/^(?:\$|jQuery)\.fn$/.test(object) && value.kind === "function") run.plugins.set(name, value);
  if (/location$/.test(object) && name === "href") goTo(value, context, run, node);
  else if ((isWindow || object === "document") && name === "location")
    goTo(value, context, run, node);
  else if ((isWindow || object === "document" || object === "body") && /^on/.test(name)) {
    run.handle(value, null, context, name.slice(2));
  } else if (isWindow) {
    if (name === "KakaoChatDefaults") run.defaults = value;
    run.global.declare(name, value);
  }
}

const PROPERTIES: Record<string, string> = {
  className: "class",
  acceptCharset: "accept-charset",
  defaultValue: "value",
};

const BOOLEANS = /^(?:disabled|hidden|checked|readonly|required|selected|multiple)$/i;
const LOOKS = /^(?:disabled|hidden|class|className|style|title|src|alt|aria-\w+|tabIndex)$/i;

/** `element.name = value` */
export function assignElement(
  element: OldElement,
  name: string,
  value: Value,
  context: Context,
  run: Run,
): void {
  if (/^on[a-z]+$/.test(name)) {
    run.handle(value, element, context, name.slice(2));
    return;
  }
  // What a click does to the button's looks is none of its attributes.
  if (LOOKS.test(name) && element.origin === "page" && context.trigger) return;
  const text = toText(value, run);
  if (BOOLEANS.test(name)) {
    if (/^(?:false|null|undefined|)$/.test(text)) element.attributes.delete(name.toLowerCase());
    else if (/^true$/.test(text)) element.attributes.set(name.toLowerCase(), "");
    return;
  }
  if (/^(innerHTML|outerHTML)$/.test(name)) {
    appendHtml(element, text, run);
    return;
  }
  if (/^(textContent|innerText|text)$/.test(name)) {
    if (element.origin === "script") element.children = [text];
    return;
  }
  element.attributes.set(PROPERTIES[name] ?? name.toLowerCase(), text);
}

/** Markup that a script adds to the page. */
export function appendHtml(parent: OldElement, html: string, run: Run): void {
  if (!html.includes("<")) return;
  for (const child of [...parseMarkup(html, "script").children]) {
    append(parent, child);
    if (typeof child !== "string") run.made.push(child);
  }
}

/** Declares what a pattern takes out of a value. */
export function declarePattern(
  pattern: Node,
  value: Value | null,
  context: Context,
  run: Run,
  isParameter = false,
): void {
  if (!run.step()) return;
  const { scope } = context;
  const into = (target: Node, part: Value | null) =>
    declarePattern(target, part, context, run, isParameter);
  switch (pattern.type) {
    case "Identifier":
      if (!isParameter) run.name(pattern.name, value);
      // AngularJS gives a function what its parameters are named by.
      if (isParameter && pattern.name === "$") scope.declare("$", { kind: "native", name: "$" });
      else if (pattern.name === "$window")
        scope.declare(pattern.name, { kind: "native", name: "window" });
      else scope.declare(pattern.name, value, isParameter);
      return;
    case "AssignmentPattern":
      into(pattern.left, value ?? run.evaluate(pattern.right, context));
      return;
    case "RestElement":
      into(pattern.argument, null);
      return;
    case "TSParameterProperty":
      into(pattern.parameter, value);
      return;
    case "ArrayPattern":
      for (const [index, one] of pattern.elements.entries()) {
        if (one) into(one, memberOf(value, String(index), run, context));
      }
      return;
    case "ObjectPattern":
      for (const property of pattern.properties) {
        if (property.type === "RestElement") into(property.argument, null);
        else if (property.key.type === "Identifier") {
          into(property.value, memberOf(value, property.key.name, run, context));
        }
      }
  }
}

function memberOf(value: Value | null, name: string, _run: Run, _context: Context): Value | null {
  if (!value) return null;
  if (
    value.kind === "object" &&
    (value.entries.has(name) || !/^this\./.test(value.code?.code ?? ""))
  )
    return value.entries.get(name) ?? null;
  if (value.kind === "list") return value.items[Number(name)] ?? null;
  if (value.kind === "native") {
    const isWindow = /^(window|self|globalThis)$/.test(value.name);
    return { kind: "native", name: isWindow ? name : `${value.name}.${name}` };
  }
  if ((value.kind !== "code" && value.kind !== "object") || !value.code) return null;
  const { code, hidden, isAwaited } = value.code;
  const whole =
    /^[\w$.]+$|^\w[\w$.]*\([^()]*\)$/.test(code) || isWrapped(code) ? code : `(${code})`;
  const member = /^\d+$/.test(name) ? `${whole}[${name}]` : `${whole}.${name}`;
  return codeValue(member, { hidden, isAwaited });
}
