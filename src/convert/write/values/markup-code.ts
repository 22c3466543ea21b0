import type { Facts } from "../../read/read.js";
import { withSums } from "./sums.js";

/** A component's expression as its markup says it: without `this.`, and with refs without their `.value`. */
export function toMarkup(
  code: string,
  { refs, language }: Pick<Facts, "refs" | "language">,
): string {
  if (language === "jsx" || language === "lit") return code;
  const said = language === "angular" ? withSums(code) : code;
  return said
    .replace(/\bthis\./g, "")
    .replace(/(^|[^.\w$])([\w$]+)\.value\b/g, (all, before: string, name: string) =>
      refs.has(name) ? before + name : all,
    );
}
