import type { Facts } from "../../read/read.js";

/** A component's expression as its markup says it: without `this.`, and with refs without their `.value`. */
export function toMarkup(
  code: string,
  { refs, language }: Pick<Facts, "refs" | "language">,
): string {
  if (language === "jsx" || language === "lit") return code;
  return code
    .replace(/\bthis\./g, "")
    .replace(/(^|[^.\w$])([\w$]+)\.value\b/g, (all, before: string, name: string) =>
      refs.has(name) ? before + name : all,
    );
}
