import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
import { isState } from "../script/settled.js";
import { codeValue, type FunctionValue, isNothing, type Value } from "../script/value.js";
import { findPropDefault, orDefault } from "../script/values/defaulted.js";
import { withoutEmpty } from "../script/values/empty-members.js";
import { contextOf, isComponent } from "./reach.js";
import { readSetup } from "./vue-setup.js";

/** What a component's markup can name: its script's names, and the members of its object. */
export interface Component {
  scope: Scope;
  self: Value | null;
}

/** Finds what the markup of a component can name; for a plain page, what its scripts declare. */
export function buildComponent(run: Run): Component {
  if (!isComponent(run)) return { scope: run.global, self: null };
  const scope = new Scope(run.global);
  scope.isOfMarkup = run.language === "vue";
  const exported = run.global.find("export default")?.binding.value;
  const objects = [...run.global.bindings.values()].map(({ value }) => value);
  const last = objects.filter((one) => one?.kind === "object").at(-1) ?? null;
  const self = exported?.kind === "object" ? exported : run.language === "angular" ? last : null;
  if (self?.kind !== "object") return { scope, self: null };
  run.modules = new Set(run.global.bindings.keys());
  const entries = new Map(self.entries);
  const own: Value = { kind: "object", entries };
  run.classes.add(own);
  const props = self.entries.get("props");
  if (props?.kind === "object")
    for (const [name, option] of props.entries) {
      const known = orDefault(`this.${name}`, findPropDefault(option));
      entries.set(name, known ?? codeValue(`this.${name}`));
    }
  for (const key of ["data", "setup", "methods"]) {
    const member = self.entries.get(key);
    const value = member?.kind === "function" ? callOption(key, member, scope, run) : member;
    // Data that is empty at first is filled in later.
    if (value?.kind === "object")
      for (const [name, one] of value.entries)
        if (isNothing(one)) run.empty.add(name);
        else
          entries.set(
            name,
            isState(name, one, run) ? codeValue(`this.${name}`) : withoutEmpty(one),
          );
  }
  for (const [name, value] of entries)
    if (value.kind === "function") entries.set(name, { ...value, self: own });
    // So is a list.
    else if (value.kind === "list" && value.items.length === 0)
      entries.set(name, codeValue(`this.${name}`));
  readGetters(self.entries.get("computed"), own, scope, run);
  for (const [name, value] of entries)
    scope.declare(name, value.kind === "native" && !CODERS.test(value.name) ? null : value);
  return { scope, self: own };
}

/** What a component gives its markup by another name: `encode = encodeURIComponent`. */
const CODERS = /^(?:encodeURI(?:Component)?|escape)$/;

function callOption(key: string, option: FunctionValue, scope: Scope, run: Run): Value {
  return key === "setup" ? readSetup(option, run) : run.call(option, [], contextOf(run, scope));
}

/** Vue's computed values, twice: one can use another that stands after it. */
function readGetters(
  computed: Value | undefined,
  own: Extract<Value, { kind: "object" }>,
  scope: Scope,
  run: Run,
): void {
  if (computed?.kind !== "object") return;
  for (let pass = 0; pass < 2; pass++) {
    for (const [name, one] of computed.entries) {
      const getter = one.kind === "object" ? one.entries.get("get") : one;
      if (getter?.kind !== "function") continue;
      const value = run.call({ ...getter, self: own }, [], contextOf(run, scope));
      if (!isNothing(value)) own.entries.set(name, value);
    }
  }
}
