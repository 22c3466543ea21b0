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

/** The names of a `<script setup>`: Vue's markup knows all of them. */
export function listSetUp({ language, global }: Run, source: string): string[] {
  return language === "vue" && /<script\b[^>]*\ssetup\b/.test(source)
    ? [...global.bindings.keys()]
    : [];
}
