import type { Node } from "@babel/types";
import { readRef } from "../../frameworks/vue-names.js";
import type { Code } from "../code.js";
import type { Context } from "../context.js";
import { isOfClick } from "../elsewhere.js";
import { isLooped } from "../looped.js";
import { isBuiltIn } from "../references.js";
import type { Run } from "../run.js";
import type { Scope } from "../scope.js";
import { isOfOther } from "../settled.js";
import { plainCode, type Value } from "../value.js";
import { codeOfValue } from "./code-of-value.js";
import { isFilledLater } from "./empty-members.js";
import { codeOfLoop } from "./loop-code.js";

/**
 * What cannot be made a second time, elsewhere: `new XMLHttpRequest()` is another request, hooks such as `useRouter()`
 * can be called by a component alone, and `document.currentScript` is nothing at the click.
 */
export function isStateful({ code }: Code): boolean {
  return (
    /^\(?new (?!(?:Date|URL|URLSearchParams|RegExp|Intl|FormData|Map|Set)\b)/.test(code) ||
    /(?:^|[^.\w$])use[A-Z]\w*(?:<[^()]*>)?\(|\bcurrentScript\b/.test(code)
  );
}

/** A page's own variable that an old function fills: its name can be reached, what fills it cannot. */
export function isOfPage(scope: Scope, { hidden }: Code): boolean {
  return scope.isGlobal && hidden.length > 0;
}

/** What stands for a name elsewhere; `null` if nothing does. */
export type CodeOfName = Code | "as written" | null;

/** What stands for a name outside its function: the name itself, if it can be reached from there. */
export function codeOfName(
  name: string,
  at: Node,
  context: Context,
  run: Run,
  codeOf: (node: Node, context: Context, run: Run) => Code,
): CodeOfName {
  const found = context.scope.find(name);
  if (!found) return run.pieces.has(name) || isBuiltIn(name) ? "as written" : plainCode(name);
  const { binding, scope } = found;
  const ref = readRef(name, context);
  if (ref) return codeOfValue(ref, run);
  if (context.reach.has(scope)) return "as written";
  const { value } = binding;
  const isOther = value !== null && isOfOther(value, context, run);
  if (isOther || isOfClick(name, found, context, run)) return scope.isGlobal ? "as written" : null;
  if (value?.kind === "native") return codeOfNative(name, value);
  if (value?.kind === "code" && isOfPage(scope, value.code)) return "as written";
  if (value?.kind === "code" && isStateful(value.code)) return null;
  const pressed = value && codeOfPressed(value, context, run);
  if (pressed) return pressed;
  if (value && scope.isGlobal && isFilledLater(value, run)) return "as written";
  const code = value && codeOfValue(value, run);
  const isOpen = value !== null && (!code || code.hidden.length > 0) && scope === context.scope;
  const looped = isOpen ? codeOfLoop(name, Number(at.start), context, run, codeOf) : null;
  if (looped ?? code) return looped ?? code;
  return scope.isGlobal ? "as written" : null;
}

/** `(function (d) {...})(document)`, `(function ($) {...})(jQuery1_11_2)` */
function codeOfNative(name: string, value: Extract<Value, { kind: "native" }>): CodeOfName {
  if (value.name === "event" || isStateful(plainCode(value.name))) return null;
  return value.name === name ? "as written" : (value.code ?? plainCode(value.name));
}

/** `links.forEach((link) => link.addEventListener(...))` */
function codeOfPressed(value: Value, { trigger }: Context, run: Run): Code | null {
  const isPressed =
    value.kind === "elements" &&
    (!value.code || value.elements.length === 1) &&
    value.elements[0] === trigger &&
    !isLooped(value, run.clicks);
  if (!isPressed || !trigger) return null;
  const clicked = run.clickedCode(trigger);
  return plainCode(value.jquery ? `${value.jquery}(${clicked})` : clicked);
}
