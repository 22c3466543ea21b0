import type { Run } from "../run.js";
import { jqueryAs, type Value } from "../value.js";

/** What jQuery has itself: a copy of it in the paste says no more than its name. */
const OWN =
  /^(?:ajax\w*|cssHooks|Deferred|each|error|Event|expr|extend|fn|get\w*|grep|inArray|is\w+|makeArray|map|merge|noConflict|noop|now|param|parse\w+|post|proxy|ready|support|trim|type|uniqueSort|when)$/;

/** `$.talk = function () {}`, `$.fn.talk = function () {}`: a function that a page gives to jQuery, or to what it finds. */
export function assignJquery(object: string, name: string, value: Value, { calls }: Run): void {
  if (/^(?:\$|jQuery)\.fn$/.test(object) && value.kind === "function")
    calls.plugins.set(name, value);
  if (!/^(?:\$|jQuery)$/.test(object) || OWN.test(name)) return;
  const isUnbound = value.kind === "function" && !value.self;
  if (isUnbound && value.node.type !== "ArrowFunctionExpression")
    calls.statics.set(name, { ...value, self: jqueryAs("jQuery") });
  else if (value.kind === "function" || value.kind === "object") calls.statics.set(name, value);
}
