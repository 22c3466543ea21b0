import type { ArrayPattern, AssignmentPattern, Node, ObjectPattern } from "@babel/types";
import { isComponent } from "../../frameworks/reach.js";
import { type Code, isWrapped, joinNeeds } from "../code.js";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import { isPlain, settle } from "../settled.js";
import { mayBeChat } from "../start.js";
import {
  choose,
  codeValue,
  isNothing,
  isUndefined,
  jqueryAs,
  plainCode,
  STATE,
  toCode,
  UNDEFINED,
  type Value,
} from "../value.js";
import { codeOfValue } from "./code-of-value.js";
import { readProperty } from "./member.js";

/** Declares what a pattern takes out of a value. */
export function declarePattern(
  pattern: Node,
  value: Value | null,
  context: Context,
  run: Run,
  isParameter = false,
): void {
  if (!run.step()) return;
  const into: Into = (target, part) => declarePattern(target, part, context, run, isParameter);
  switch (pattern.type) {
    case "Identifier":
      declareName(pattern.name, value, isParameter, context, run);
      return;
    case "AssignmentPattern":
      into(pattern.left, withDefault(pattern, value, context, run));
      return;
    case "RestElement":
      into(pattern.argument, null);
      return;
    case "TSParameterProperty":
      into(pattern.parameter, value);
      return;
    case "ArrayPattern":
      declareItems(pattern, value, into, context, run);
      return;
    case "ObjectPattern":
      declareMembers(pattern, value, into, context, run);
  }
}

/** Declares what a part of a pattern takes out of a part of the value. */
type Into = (target: Node, part: Value | null) => void;

function declareName(
  name: string,
  value: Value | null,
  isParameter: boolean,
  context: Context,
  run: Run,
): void {
  const { scope } = context;
  if (!isParameter) run.name(name, value);
  // AngularJS gives a function what its parameters are named by.
  // Where `$` is a parameter, it may be nothing on the page: WordPress has `jQuery` alone.
  if (isParameter && name === "$") scope.declare("$", toJquery(value));
  else if (name === "$window") scope.declare(name, { kind: "native", name: "window" });
  else if (isParameter) scope.declare(name, value, true);
  else scope.declare(name, settle(name, nameState(name, value), scope, run));
}

/** `const [title, ...rest] = list` */
function declareItems(
  { elements }: ArrayPattern,
  value: Value | null,
  into: Into,
  context: Context,
  run: Run,
): void {
  for (const [index, one] of elements.entries()) {
    if (one?.type === "RestElement" && value?.kind === "list")
      into(one.argument, { kind: "list", items: value.items.slice(index) });
    else if (one) into(one, memberOf(value, String(index), run, context));
  }
}

/** `const { id, kind = "talk", ...rest } = options` */
function declareMembers(
  pattern: ObjectPattern,
  value: Value | null,
  into: Into,
  context: Context,
  run: Run,
): void {
  for (const property of pattern.properties) {
    if (property.type === "RestElement") into(property.argument, restOf(value, pattern));
    else if (property.key.type === "Identifier") {
      const { name } = property.key;
      const part = memberOf(value, name, run, context);
      const isAbsent = part === null && value?.kind === "object" && !value.isOpen;
      // What an object does not have has its default.
      const isLeftOut = isAbsent && (hasDefault(property.value) || isWritten(value, run));
      into(property.value, isLeftOut ? UNDEFINED : part);
    }
  }
}

/** `title` of `const [title, setTitle] = useState("")`: what is made of it says its name. */
function nameState(name: string, value: Value | null): Value | null {
  return value === STATE ? codeValue(name, { hidden: [name] }) : value;
}

/** What a function's `$` is: jQuery, or what has its methods, by the name that it was given under. */
function toJquery(value: Value | null): Value {
  if (value?.kind !== "native" || value.name === "event" || isNothing(value))
    return jqueryAs("jQuery");
  return value.name === "jQuery" ? value : jqueryAs(value.name);
}

/** `{ id, ...rest }`: what of an object is not taken by its name. */
function restOf(value: Value | null, { properties }: ObjectPattern): Value | null {
  if (value?.kind !== "object" || value.isClass) return null;
  const taken = properties.flatMap((one) =>
    one.type === "ObjectProperty" && one.key.type === "Identifier" ? [one.key.name] : [],
  );
  const entries = [...value.entries].filter(([name]) => !taken.includes(name));
  return { kind: "object", entries: new Map(entries), ...(value.isOpen && { isOpen: true }) };
}

/** Whether all members of an object are written out: `open({})`. */
function isWritten(value: Value, { births: { born } }: Run): boolean {
  return value.kind === "object" && !value.isClass && !value.given && born.has(value.entries);
}

function hasDefault({ type }: Node): boolean {
  return type === "AssignmentPattern";
}

/** What has a default may have another value: the default is one of its choices. */
function withDefault(
  { left, right }: AssignmentPattern,
  given: Value | null,
  context: Context,
  run: Run,
): Value | null {
  if (given && isUndefined(given)) return run.evaluate(right, context);
  // `const { source = "web" } = Astro.props`
  const value = given && toCode(given);
  if (value && value.kind !== "code") return value;
  const other = run.evaluate(right, context);
  // The name itself can be said, whatever it is.
  if (context.reach.has(context.scope) && isPlain(other)) return value;
  const code = codeOfValue(other, run);
  if (!value) {
    const isOfProps = other.kind === "code" && isComponent(run) && left.type === "Identifier";
    if (other.kind !== "text" && !isOfProps) return isEmpty(other) ? null : other;
    if (isNothing(other) || left.type !== "Identifier") return null;
    const { name } = left;
    const own = { code: name, hidden: [name], isAwaited: false };
    const choices = other.kind === "code" ? (other.choices ?? []) : [other];
    return { kind: "code", code: own, choices, defaulted: `${name} = ${code?.code}` };
  }
  if (!code || (other.kind !== "text" && other.kind !== "code")) return value;
  const both = { code: `${value.code.code} ?? ${code.code}`, ...joinNeeds([value.code, code]) };
  // `Astro.props.id ?? "@shop"`: markup that can name it says both.
  const isNamed = isComponent(run) && isPlain(other) && both.hidden.length === 0;
  if (isNamed && !mayBeChat(other)) return { kind: "code", code: both };
  const one = choose([value, other], both);
  const isOpen = one.kind === "code" && left.type === "Identifier" && mayBeChat(one);
  return isOpen ? { ...one, defaulted: `${left.name} = ${code.code}` } : one;
}

/** `{}`, `[]`, `null` */
function isEmpty(value: Value): boolean {
  if (value.kind === "object") return value.entries.size === 0;
  return value.kind === "list" ? value.items.length === 0 : isNothing(value);
}

function memberOf(value: Value | null, name: string, run: Run, context: Context): Value | null {
  if (!value || isUndefined(value)) return null;
  if (value.kind === "native" && value.name === "event")
    return readProperty(value, name, context, run);
  if (
    value.kind === "object" &&
    (value.entries.has(name) || !(value.isOpen || /^this\./.test(value.code?.code ?? "")))
  )
    return value.entries.get(name) ?? null;
  if (value.kind === "list") return value.items[Number(name)] ?? null;
  if (value.kind === "native") {
    const isWindow = /^(window|self|globalThis)$/.test(value.name);
    return { kind: "native", name: isWindow ? name : `${value.name}.${name}` };
  }
  const whole = codeOfWhole(value);
  if (!whole) return null;
  const { code, hidden, isAwaited } = whole;
  const object =
    /^[\w$.]+$|^\w[\w$.]*\([^()]*\)$/.test(code) || isWrapped(code) ? code : `(${code})`;
  const member = /^\d+$/.test(name) ? `${object}[${name}]` : `${object}.${name}`;
  return codeValue(member, { hidden, isAwaited });
}

/** An object whose members are known at the click alone, or what a server fills in. */
function codeOfWhole(value: Value): Code | null {
  if (value.kind === "text" && value.raw !== undefined) return plainCode(value.raw);
  return value.kind === "code" || value.kind === "object" ? (value.code ?? null) : null;
}
