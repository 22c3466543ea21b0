/** What only Vue 2 has, and Nuxt 2: there, what goes is called `beforeDestroy`. */
const VUE_2 =
  /\bnew Vue\(|\bVue\.(?:use|filter|component|extend)\(|\bbeforeDestroy\b|\sslot(?:-scope)?="|\.sync="|="\{ on(?:, attrs)? \}"|\bthis\.\$(?:set|listeners|scopedSlots|axios)\b/;

export function isVue2(source: string): boolean {
  return VUE_2.test(source);
}
