import type { Run } from "../script/run.js";

/** What a composable returns is a ref too, if the script asks for its `.value`. */
const REF =
  /^\(*(?:ref|shallowRef|computed|toRefs?|customRef|storeToRefs|defineModel|use(?:State|Cookie|\w*Storage))\b|^\(?use\w+\(.*\)\)?\.\w+$/;

/** Vue's refs, which its markup reads without `.value`. */
export function listRefs({ language, global }: Run): string[] {
  if (language !== "vue") return [];
  return [...global.bindings].flatMap(([name, { value }]) =>
    value?.kind === "code" && REF.test(value.code.code) ? [name] : [],
  );
}

/** The names that Vue's markup knows by themselves: all of a `<script setup>`, and those that `setup()` returns. */
export function listSetUp({ language, global, setUp }: Run, source: string): string[] {
  return language === "vue" && /<script\b[^>]*\ssetup\b/.test(source)
    ? [...global.bindings.keys()]
    : [...setUp];
}
