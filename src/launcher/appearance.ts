import { pickLanguage } from "../report/language.js";
import { NEW_WINDOW_TITLE } from "../report/messages.js";
import type { Parts } from "./button.js";
import { parseComputedColor, type Rgb } from "./colors.js";
import { readComputed } from "./computed.js";
import type { LauncherSettings } from "./settings.js";
import { COLOR_PROPERTY } from "./styles.js";

/** The background unless one is set. Not Kakao's own yellow. */
export const YELLOW: Rgb = [255, 214, 51];

/** The words of the settings, or those of the page's language; in that language the core's title, too. */
export function writeLabel({ host, button, label }: Parts, settings: LauncherSettings): void {
  const title = pickLanguage(...NEW_WINDOW_TITLE, host);
  // Whoever has taken it away, or written another, wants it so.
  if (NEW_WINDOW_TITLE.some((known) => known === button.title)) button.title = title;
  const words = settings.label || pickLanguage("카카오톡 상담", "Chat on KakaoTalk", host);
  if (label.textContent === words) return;
  button.setAttribute("aria-label", words);
  label.textContent = words;
}

/** The colour that the page has set in CSS, or that of the settings. */
export function readBackground(parts: Parts, settings: LauncherSettings): Rgb {
  const [byPage = ""] = readComputed(parts.host, COLOR_PROPERTY);
  return readColor(parts, byPage) ?? readColor(parts, settings.color) ?? YELLOW;
}

/** What a CSS colour comes to in this browser, or null if the browser does not know it. */
export function readColor({ label }: Parts, color: string): Rgb | null {
  if (!color || BORROWED.test(color)) return null;
  const { style } = label;
  style.backgroundColor = "";
  style.backgroundColor = color;
  if (!style.backgroundColor) return null;
  // Computed style keeps oklch() and its like; mixed with nothing, they come out as sRGB.
  style.backgroundColor = `color-mix(in srgb, ${color} 100%, transparent 0%)`;
  const [computed = ""] = readComputed(label, "background-color");
  style.backgroundColor = "";
  // `var(--brand)`, if there is no such property: the initial value counts.
  const isUnset = color.includes("var(") && /[,/] ?0\)$/.test(computed);
  return isUnset ? null : parseComputedColor(computed);
}

/** Colours of what is around an element, or of none. */
const BORROWED = /currentcolor|^\s*(?:inherit|initial|unset|revert(?:-layer)?)\s*$/i;
