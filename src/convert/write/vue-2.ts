import type { Facts } from "../read/read.js";

/** What only Vue 2 has, and Nuxt 2: there, what goes is called `beforeDestroy`. */
const VUE_2 =
  /\bnew Vue\(|\bVue\.(?:use|filter|component|extend)\(|\bbeforeDestroy\b|\sslot(?:-scope)?="|\.sync="|="\{ on(?:, attrs)? \}"|\bthis\.\$(?:set|listeners|scopedSlots|axios)\b/;

export function isVue2({ language, source }: Pick<Facts, "language" | "source">): boolean {
  return language === "vue" && VUE_2.test(source);
}
