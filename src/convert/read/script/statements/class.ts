import type { Class, Node } from "@babel/types";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import { isPlain, isState, withoutState } from "../settled.js";
import { mayBeChat } from "../start.js";
import { isNothing, type Value } from "../value.js";
import { orDefault } from "../values/defaulted.js";
import { withoutEmpty } from "../values/empty-members.js";
import { makeFunction } from "../values/literals.js";

type ClassValue = Extract<Value, { kind: "object" }> & { given: Set<string> };

/** A class, as one object that is made of it. */
export function executeClass(node: Class, context: Context, run: Run): Value {
  const given = listGiven(node.body.body);
  const self: ClassValue = { kind: "object", entries: new Map(), isClass: true, given };
  const own = { ...context, self };
  if (run.language !== "html") run.component.classes.add(self);
  for (const member of node.body.body) defineMember(member, self, own, run);
  return self;
}

function defineMember(member: Node, self: ClassValue, own: Context, run: Run): void {
  const { entries } = self;
  if (member.type === "ClassMethod" && member.key.type === "Identifier")
    entries.set(member.key.name, makeFunction(member, own, run.calls));
  else if (member.type === "ClassProperty" && member.key.type === "Identifier") {
    const value = member.value ? run.evaluate(member.value, own) : null;
    defineProperty(member.key.name, value, self, run);
  } else if (member.type === "ClassPrivateProperty") {
    const value = member.value ? run.evaluate(member.value, own) : null;
    if (value && !isNothing(value)) entries.set(`#${member.key.id.name}`, withoutEmpty(value));
  } else if (member.type === "ClassPrivateMethod")
    entries.set(`#${member.key.id.name}`, makeFunction(member, own, run.calls));
}

/** `channel = "@shop";` in a class */
function defineProperty(name: string, value: Value | null, self: ClassValue, run: Run): void {
  const { entries, given } = self;
  const isGiven = given.has(name);
  const code = { code: `this.${name}`, hidden: [], isAwaited: false };
  // A custom element's property, which its attribute may say.
  if (value?.kind === "text" && isPlain(value) && isGiven && run.language === "html")
    entries.set(name, {
      kind: "code",
      code: { ...code, hidden: ["this"] },
      choices: [value],
      defaulted: `${name} = ${run.pieces.toExpression(value.text)}`,
    });
  const told = isGiven ? orDefault(`this.${name}`, value) : null;
  if (told && run.language !== "html") entries.set(name, told);
  if (!value || isGiven || !isFilled(name, value, self, run)) return;
  if (value.kind === "object")
    entries.set(name, { ...withoutEmpty(withoutState(name, value, run)), code });
  else entries.set(name, value.kind === "code" ? { ...value, code } : value);
}

/** Not what has nothing in it yet, or is made once: that is known at the click alone. */
function isFilled(name: string, value: Value, self: Value, run: Run): boolean {
  const isOnce = value.kind === "code" && run.component.classes.has(self) && !mayBeChat(value);
  const isLater = run.component.classes.has(self) && isState(name, value, run.changes);
  return !isOnce && !isLater && !isNothing(value);
}

/** What whoever uses a component may give it, by `@property()` or Lit's `static properties = { no: {} }`. */
function listGiven(members: readonly Node[]): Set<string> {
  const names = members.flatMap((member) => {
    if (member.type !== "ClassProperty" && member.type !== "ClassMethod") return [];
    if (member.key.type !== "Identifier") return [];
    if (member.decorators?.length) return [member.key.name];
    if (!member.static || member.key.name !== "properties") return [];
    return listKeys(
      member.type === "ClassProperty" ? member.value : findReturned(member.body.body),
    );
  });
  return new Set(names);
}

function findReturned(statements: readonly Node[]): Node | null | undefined {
  for (const one of statements) if (one.type === "ReturnStatement") return one.argument;
  return null;
}

function listKeys(node: Node | null | undefined): string[] {
  if (node?.type !== "ObjectExpression") return [];
  return node.properties.flatMap((one) =>
    one.type === "ObjectProperty" && one.key.type === "Identifier" ? [one.key.name] : [],
  );
}
