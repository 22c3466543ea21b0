import type { Run } from "../run.js";
import { isNothing, type Value } from "../value.js";

/** An object that is changed later, without what has nothing in it yet, however deep. */
export function withoutEmpty(value: Value): Value {
  if (value.kind !== "object") return value;
  const filled = [...value.entries]
    .filter(([, one]) => !isNothing(one))
    .map(([name, one]) => [name, withoutEmpty(one)] as const);
  return { ...value, entries: new Map(filled) };
}

/** Whether something in a component's state has nothing in it yet: that comes later. */
export function isFilledLater(value: Value, run: Run): boolean {
  return run.language === "svelte" && hasEmpty(value);
}

function hasEmpty(value: Value): boolean {
  return (
    value.kind === "object" &&
    [...value.entries.values()].some((one) => isNothing(one) || hasEmpty(one))
  );
}
