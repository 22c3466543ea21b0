import type { Context } from "../script/context.js";
import type { Run } from "../script/run.js";
import { codeValue, type Value } from "../script/value.js";

/** What a composable returns is a ref too, if the script asks for its `.value`. */
const REF =
  /^\(*(?:ref|shallowRef|computed|toRefs?|customRef|storeToRefs|defineModel|use(?:State|Cookie|\w*Storage))\b|^\(?use\w+\(.*\)\)?\.\w+$/;

/** Vue's refs, which its markup reads without `.value`, each with what makes it. */
export function listRefs({ language, global }: Run): [name: string, code: string][] {
  if (language !== "vue") return [];
  return [...global.bindings].flatMap(([name, { value }]): [string, string][] =>
    isRef(value) ? [[name, value.code.code]] : [],
  );
}

function isRef(value: Value | null): value is Extract<Value, { kind: "code" }> {
  return value?.kind === "code" && REF.test(value.code.code);
}

/** What a name of Vue's markup stands for, if it is a ref: what that has in it. `null` of other names, and in scripts. */
export function readRef(name: string, { scope }: Pick<Context, "scope">): Value | null {
  const found = scope.find(name);
  if (!found || ![...scope.list()].some(({ isOfMarkup }) => isOfMarkup)) return null;
  const { value } = found.binding;
  if (isRef(value)) return codeValue(`${name}.value`);
  const isBox = value?.kind === "object" && value.entries.size === 1 && !value.isOpen;
  return (isBox && value.entries.get("value")) || null;
}

/** The names that Vue's markup knows by themselves: all of a `<script setup>`, and those that `setup()` returns. */
export function listSetUp(
  { component: { setUp }, language, global }: Run,
  source: string,
): string[] {
  return language === "vue" && /<script\b[^>]*\ssetup\b/.test(source)
    ? [...global.bindings.keys()]
    : [...setUp];
}
