import type { Language } from "../script/run.js";
import { blank } from "../server/blank.js";

const TEMPLATE =
  /\btemplate\s*:\s*(?:`((?:[^`\\]|\\[\s\S])*)`|'((?:[^'\\\n]|\\[\s\S])*)'|"((?:[^"\\\n]|\\[\s\S])*)")/g;

/** The markup within a component's script: Angular's `@Component({ template })`, Vue's `template`. */
export interface ComponentTemplate {
  language: Language;
  /** As long as the script, and blank but for the markup: each place is where it was. */
  html: string;
}

/** Finds the markup that a script has as texts of its own. */
export function findComponentTemplate(script: string): ComponentTemplate | null {
  const isOfAngular = isAngular(script);
  const isVue = /\bVue\b|\bcreateApp\b|\bdefineComponent\b|export default\s*\{/.test(script);
  if (!isOfAngular && !isVue) return null;
  let html = "";
  for (const found of script.matchAll(TEMPLATE)) {
    const inside = found[1] ?? found[2] ?? found[3] ?? "";
    if (!inside.includes("<")) continue;
    const start = found.index + found[0].length - 1 - inside.length;
    html += blank(script.slice(html.length, start)) + inside;
  }
  if (!html) return null;
  return {
    language: isOfAngular ? "angular" : "vue",
    html: html + blank(script.slice(html.length)),
  };
}

/** Whether a script is a component of Angular's, whose markup may be in a file of its own. */
export function isAngular(script: string): boolean {
  return /@Component\s*\(/.test(script);
}

const SCRIPTS = /(<script\b[^>]*>)([\s\S]*?)<\/script\s*>/gi;

/** The same of all scripts of a page. */
export function findPageTemplates(page: string): ComponentTemplate | null {
  let html = "";
  for (const { index, 1: tag = "", 2: script = "" } of page.matchAll(SCRIPTS)) {
    const found = findComponentTemplate(script);
    if (found?.language === "vue")
      html += blank(page.slice(html.length, index + tag.length)) + found.html;
  }
  return html ? { language: "vue", html: html + blank(page.slice(html.length)) } : null;
}
