import { toDashes } from "../markup/dataset.js";
import { attribute, closest, type OldElement, walk } from "../markup/element.js";
import { createContext } from "../script/context.js";
import type { Run } from "../script/run.js";
import { codeValue, textValue, type Value } from "../script/value.js";

const ACTION = /^(?:([a-z]+)[\w.:@+]*->)?([\w-]+)#(\w+)/i;

/** Stimulus: `data-action="talk#open"` calls a method of the class that is registered as `talk`. */
export function readActions(run: Run): void {
  if (run.calls.controllers.size === 0) return;
  for (const element of [...walk(run.root)]) {
    const actions = attribute(element, "data-action").split(/\s+/).filter(Boolean);
    const others = actions.filter((action) => !opensChat(action, element, run));
    if (others.length === actions.length) continue;
    // The old controller must not open a second window.
    if (others.length > 0) element.attributes.set("data-action", others.join(" "));
    else element.attributes.delete("data-action");
  }
}

/** Reads what an action calls. @returns whether that starts a chat */
function opensChat(action: string, element: OldElement, run: Run): boolean {
  const [, event, name = "", method = ""] = ACTION.exec(action) ?? [];
  const made = run.calls.controllers.get(name);
  const own = closest(element, (one) =>
    attribute(one, "data-controller").split(/\s+/).includes(name),
  );
  if (made?.kind !== "object" || !own) return false;
  const called = makeController(made, own, name).get(method);
  if (called?.kind !== "function") return false;
  const before = run.found.starts.length;
  const context = createContext({ text: "", offset: -1 }, run);
  run.handle(called, element, context, event ?? (element.name === "form" ? "submit" : "click"));
  return run.found.starts.length > before;
}

/** A class with what the markup tells it: `this.uuidValue`, `this.element`. */
function makeController(
  made: Extract<Value, { kind: "object" }>,
  element: OldElement,
  name: string,
): Map<string, Value> {
  const entries = new Map(made.entries);
  const self: Value = { kind: "object", entries };
  entries.set("element", { kind: "elements", elements: [element] });
  const values = made.entries.get("values");
  const known = values?.kind === "object" ? values.entries : new Map<string, Value>();
  for (const [key, type] of known) {
    const said = element.attributes.get(`data-${name}-${toDashes(key)}-value`);
    const standard = type.kind === "object" ? type.entries.get("default") : undefined;
    const value = said === undefined ? standard : textValue(said);
    entries.set(`${key}Value`, value ?? codeValue(`this.${key}Value`, { hidden: ["this"] }));
  }
  for (const [key, one] of entries) if (one.kind === "function") entries.set(key, { ...one, self });
  return entries;
}
