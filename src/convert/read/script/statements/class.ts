import type { Node } from "@babel/types";
import { mayBeChat } from "../../start.js";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import { isPlain, isState, withoutState } from "../settled.js";
import { isNothing, type Value } from "../value.js";
import { orDefault } from "../values/defaulted.js";
import { withoutEmpty } from "../values/empty-members.js";
import { makeFunction } from "../values/literals.js";

/** A class, as one object that is made of it. */
export function executeClass(
  node: Extract<Node, { type: "ClassDeclaration" | "ClassExpression" }>,
  context: Context,
  run: Run,
): Value {
  const entries = new Map<string, Value>();
  const given = listGiven(node.body.body);
  const self: Value = { kind: "object", entries, isClass: true, given };
  const own = { ...context, self };
  if (run.language !== "html") run.classes.add(self);
  for (const member of node.body.body) {
    if (member.type === "ClassMethod" && member.key.type === "Identifier") {
      entries.set(member.key.name, makeFunction(member, own, run));
    } else if (member.type === "ClassProperty" && member.key.type === "Identifier") {
      const value = member.value ? run.evaluate(member.value, own) : null;
      const isGiven = given.has(member.key.name);
      // What has nothing in it yet, comes from outside, or is made once, is known at the click alone.
      const isOnce = value?.kind === "code" && run.classes.has(self) && !mayBeChat(value);
      const isLater = value && run.classes.has(self) && isState(member.key.name, value, run);
      const isFilled = value && !isOnce && !isLater && !isNothing(value) && !isGiven;
      const code = { code: `this.${member.key.name}`, hidden: [], isAwaited: false };
      // A custom element's property, which its attribute may say.
      if (value?.kind === "text" && isPlain(value) && isGiven && run.language === "html")
        entries.set(member.key.name, {
          kind: "code",
          code: { ...code, hidden: ["this"] },
          choices: [value],
          defaulted: `${member.key.name} = ${run.pieces.toExpression(value.text)}`,
        });
      const told = isGiven ? orDefault(`this.${member.key.name}`, value) : null;
      if (told && run.language !== "html") entries.set(member.key.name, told);
      if (isFilled)
        entries.set(
          member.key.name,
          value.kind === "object"
            ? { ...withoutEmpty(withoutState(member.key.name, value, run)), code }
            : value.kind === "code"
              ? { ...value, code }
              : value,
        );
    } else if (member.type === "ClassPrivateProperty") {
      const value = member.value ? run.evaluate(member.value, own) : null;
      if (value && !isNothing(value)) entries.set(`#${member.key.id.name}`, withoutEmpty(value));
    } else if (member.type === "ClassPrivateMethod") {
      entries.set(`#${member.key.id.name}`, makeFunction(member, own, run));
    }
  }
  return self;
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
