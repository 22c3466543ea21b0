import type { Node } from "@babel/types";
import { settle } from "./changes.js";
import { isWrapped } from "./code-of.js";
import { readProperty } from "./member.js";
import type { Context, Run } from "./run.js";
import { codeValue, isUndefined, type Value } from "./value.js";

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
      // Where `$` is a parameter, it may be nothing on the page: WordPress has `jQuery` alone.
      if (isParameter && pattern.name === "$")
        scope.declare("$", { kind: "native", name: "jQuery" });
      else if (pattern.name === "$window")
        scope.declare(pattern.name, { kind: "native", name: "window" });
      else
        scope.declare(
          pattern.name,
          isParameter ? value : settle(pattern.name, value, scope, run),
          isParameter,
        );
      return;
    case "AssignmentPattern":
      into(
        pattern.left,
        value && !isUndefined(value) ? value : run.evaluate(pattern.right, context),
      );
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

function memberOf(value: Value | null, name: string, run: Run, context: Context): Value | null {
  if (!value || isUndefined(value)) return null;
  if (value.kind === "native" && value.name === "event")
    return readProperty(value, name, context, run);
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
