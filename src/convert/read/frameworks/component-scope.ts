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
  const self = findOptions(run);
  if (!self) return { scope, self: null };
  run.component.modules = new Set(run.global.bindings.keys());
  const own: ObjectValue = { kind: "object", entries: new Map(self.entries) };
  run.component.classes.add(own);
  nameProps(self, own);
  for (const key of ["data", "setup", "methods"]) {
    const member = self.entries.get(key);
    const value = member?.kind === "function" ? callOption(key, member, scope, run) : member;
    if (value?.kind === "object") addMembers(value, own, run);
  }
  bindMembers(own);
  readGetters(self.entries.get("computed"), own, scope, run);
  for (const [name, value] of own.entries)
    scope.declare(name, value.kind === "native" && !CODERS.test(value.name) ? null : value);
  return { scope, self: own };
}

type ObjectValue = Extract<Value, { kind: "object" }>;

/** The object that a component is made of: what its script exports, or Angular's class. */
function findOptions({ global, language }: Run): ObjectValue | null {
  const exported = global.find("export default")?.binding.value;
  const objects = [...global.bindings.values()].map(({ value }) => value);
  const last = objects.filter((one) => one?.kind === "object").at(-1) ?? null;
  const self = exported?.kind === "object" ? exported : language === "angular" ? last : null;
  return self?.kind === "object" ? self : null;
}

/** `props: { channel: String }` */
function nameProps({ entries }: ObjectValue, own: ObjectValue): void {
  const props = entries.get("props");
  if (props?.kind !== "object") return;
  for (const [name, option] of props.entries) {
    const known = orDefault(`this.${name}`, findPropDefault(option));
    own.entries.set(name, known ?? codeValue(`this.${name}`));
  }
}

/** What `data()`, `setup()` and `methods` give it; data that is empty at first is filled in later. */
function addMembers({ entries }: ObjectValue, own: ObjectValue, run: Run): void {
  for (const [name, one] of entries) {
    if (isNothing(one)) run.component.empty.add(name);
    else if (isState(name, one, run.changes)) own.entries.set(name, codeValue(`this.${name}`));
    else own.entries.set(name, withoutEmpty(one));
  }
}

/** Methods are called on it; a list that is empty at first is filled in later. */
function bindMembers(own: ObjectValue): void {
  for (const [name, value] of own.entries) {
    if (value.kind === "function") own.entries.set(name, { ...value, self: own });
    else if (value.kind === "list" && value.items.length === 0)
      own.entries.set(name, codeValue(`this.${name}`));
  }
}

/** What a component gives its markup by another name: `encode = encodeURIComponent`. */
const CODERS = /^(?:encodeURI(?:Component)?|escape)$/;

function callOption(key: string, option: FunctionValue, scope: Scope, run: Run): Value {
  return key === "setup" ? readSetup(option, run) : run.call(option, [], contextOf(run, scope));
}

/** Vue's computed values, twice: one can use another that stands after it. */
function readGetters(computed: Value | undefined, own: ObjectValue, scope: Scope, run: Run): void {
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
