import type { Node } from "@babel/types";
import { readRef } from "../../frameworks/vue-names.js";
import { showJson } from "../../server/script-encoders.js";
import type { Code } from "../code.js";
import type { Context } from "../context.js";
import { asAtClick, isChangedElsewhere, isGivenElsewhere, isSettable } from "../elsewhere.js";
import { isBuiltIn } from "../references.js";
import type { Run } from "../run.js";
import type { Scope } from "../scope.js";
import { isOfOther } from "../settled.js";
import { readValue } from "../statements/writes.js";
import { codeValue, globalNamed, isNothing, plainCode, UNDEFINED, type Value } from "../value.js";
import { codeOf } from "./code-of.js";
import { isOfPage, isStateful } from "./code-of-name.js";
import { isFilledLater, withoutEmpty } from "./empty-members.js";
import { codeOfLoop } from "./loop-code.js";
import { findById } from "./member.js";
import { selfAtClick } from "./own-member.js";

/** What a name stands for. */
export function readName(name: string, at: Node, context: Context, run: Run): Value {
  const [written] = run.pieces.findCode(name);
  // `onclick="ask(${order.no})"` in markup that a script makes
  if (written) return readValue(name, run);
  if (run.pieces.has(name))
    return { kind: "text", text: run.pieces.mapTemplates(name, showJson), raw: name };
  const found = context.scope.find(name);
  if (!found) return readGlobal(name, run);
  const ref = readRef(name, context);
  if (ref) return ref;
  const { value } = found.binding;
  if (value && isOfOther(value, context, run)) return nameAlone(name, found.scope, null, context);
  const isOuter = value !== null && found.scope !== context.scope;
  const isChanged = isOuter && isChangedElsewhere(name, found, context, run);
  const isGiven = isOuter && isGivenElsewhere(found.binding, context, run);
  if (isGiven || (isChanged && isSettable(value)))
    return nameAlone(name, found.scope, null, context);
  if (value?.kind === "object") {
    const code = codeOfName(name, found.scope, null, context);
    const seen = asAtClick(value, code, isChanged, context, run);
    if (seen !== value) return seen;
  }
  if (value && value.kind !== "code") return readKnown(name, value, found.scope, context, run);
  const isLooped = !isOuter && value?.code.hidden.includes(name);
  const looped = isLooped ? codeOfLoop(name, Number(at.start), context, run, codeOf) : null;
  return looped ? { kind: "code", code: looped } : nameAlone(name, found.scope, value, context);
}

/** A name whose value is known, by itself if that is what can be said at the click. */
function readKnown(name: string, value: Value, scope: Scope, context: Context, run: Run): Value {
  // A variable of the page's that is empty at first is filled by another script, or later.
  const isLater = scope.isGlobal && !context.scope.isGlobal && !run.show;
  if (isLater && value.kind === "text" && isNothing(value))
    return { kind: "code", code: plainCode(name) };
  if (isLater && isFilledLater(value, run))
    return { ...withoutEmpty(value), code: plainCode(name) };
  // What is larger than a word is said by its name.
  const isLarge = value.kind === "object" || value.kind === "list";
  return isLarge && context.reach.has(scope) ? { ...value, code: plainCode(name) } : value;
}

/** The name, with what it may stand for. */
function nameAlone(name: string, scope: Scope, value: CodeValue | null, context: Context): Value {
  return { ...value, kind: "code", code: codeOfName(name, scope, value, context) };
}

type CodeValue = Extract<Value, { kind: "code" }>;

/** What a page has by itself: an element by its id too. */
function readGlobal(name: string, run: Run): Value {
  if (name === "undefined") return UNDEFINED;
  const element = isBuiltIn(name) || run.show ? undefined : findById(name, run);
  if (element) return { kind: "elements", elements: [element] };
  return globalNamed(name);
}

function codeOfName(name: string, scope: Scope, value: CodeValue | null, context: Context): Code {
  if (context.reach.has(scope)) return plainCode(name);
  if (value && isOfPage(scope, value.code)) return plainCode(name);
  if (value)
    return isStateful(value.code) ? { ...value.code, code: name, hidden: [name] } : value.code;
  return { code: name, hidden: scope.isGlobal ? [] : [name], isAwaited: false };
}

export function readThis(context: Context, run: Run): Value {
  const { self } = context;
  if (self?.kind === "object") return selfAtClick(self, context, run);
  if (self) return self;
  if (!context.trigger) return codeValue("this", { hidden: ["this"] });
  return {
    kind: "elements",
    elements: [context.trigger],
    isOwn: true,
    code: { code: run.clickedCode(context.trigger), hidden: [], isAwaited: false },
  };
}
