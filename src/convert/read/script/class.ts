import type { Node } from "@babel/types";
import { mayBeChat } from "../start.js";
import { isPlain, isState, withoutState } from "./changes.js";
import { type Context, sourceOf } from "./context.js";
import { makeFunction } from "./literals.js";
import type { Run } from "./run.js";
import { isNothing, type Value, withoutEmpty } from "./value.js";

/** A class, as one object that is made of it. */
export function executeClass(
  node: Extract<Node, { type: "ClassDeclaration" | "ClassExpression" }>,
  context: Context,
  run: Run,
): Value {
  const entries = new Map<string, Value>();
  const self: Value = { kind: "object", entries, isClass: true };
  const own = { ...context, self };
  if (run.language !== "html") run.classes.add(self);
  for (const member of node.body.body) {
    if (member.type === "ClassMethod" && member.key.type === "Identifier") {
      entries.set(member.key.name, makeFunction(member, own, run));
    } else if (member.type === "ClassProperty" && member.key.type === "Identifier") {
      const value = member.value ? run.evaluate(member.value, own) : null;
      // What has nothing in it yet, comes from outside, or is made once, is known at the click alone.
      const isOnce = value?.kind === "code" && run.classes.has(self) && !mayBeChat(value);
      const isLater = value && run.classes.has(self) && isState(member.key.name, value, run);
      const isFilled =
        value && !isOnce && !isLater && !isNothing(value) && !member.decorators?.length;
      const code = { code: `this.${member.key.name}`, hidden: [], isAwaited: false };
      // A custom element's property, which its attribute may say.
      if (
        value?.kind === "text" &&
        isPlain(value) &&
        member.decorators?.length &&
        run.language === "html"
      )
        entries.set(member.key.name, {
          kind: "code",
          code: { ...code, hidden: ["this"] },
          choices: [value],
          defaulted: sourceOf(member, context),
        });
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
