import { blank } from "./blank.js";
import type { Language } from "./run.js";

const TEMPLATE =
  /\btemplate\s*:\s*(?:`((?:[^`\\]|\\[\s\S])*)`|'((?:[^'\\\n]|\\[\s\S])*)'|"((?:[^"\\\n]|\\[\s\S])*)")/;

/** The markup within a component's script: Angular's `@Component({ template })`, Vue's `template`. */
export interface ComponentTemplate {
  language: Language;
  /** As long as the script, and blank but for the markup: each place is where it was. */
  html: string;
}

/** Finds the markup that a script has as a text of its own. */
export function findComponentTemplate(script: string): ComponentTemplate | null {
  const isAngular = /@Component\s*\(/.test(script);
  const isVue = /\bVue\b|\bcreateApp\b|\bdefineComponent\b|export default\s*\{/.test(script);
  const found = isAngular || isVue ? TEMPLATE.exec(script) : null;
  const html = found?.[1] ?? found?.[2] ?? found?.[3] ?? "";
  if (!found || !html.includes("<")) return null;
  const start = found.index + found[0].length - 1 - html.length;
  const before = blank(script.slice(0, start));
  return {
    language: isAngular ? "angular" : "vue",
    html: before + html + blank(script.slice(start + html.length)),
  };
}
