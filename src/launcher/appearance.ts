import { pickLanguage } from "../report/language.js";
import type { Parts } from "./button.js";
import { parseComputedColor, pickInk, type Rgb } from "./colors.js";
import type { LauncherSettings } from "./settings.js";
import { applyLook, COLOR_PROPERTY } from "./styles.js";

/** Not Kakao's own yellow. */
const YELLOW: Rgb = [255, 214, 51];

/** Brings words, colours and corner in line with the settings, and with what the page has set in CSS. */
export function updateAppearance(
  parts: Parts,
  settings: LauncherSettings,
  isShown: boolean,
  isNarrow: boolean,
): void {
  const { host, button, label } = parts;
  const words = settings.label || pickLanguage("카카오톡 상담", "Chat on KakaoTalk", host);
  button.setAttribute("aria-label", words);
  label.textContent = words;
  const byPage = getComputedStyle(host).getPropertyValue(COLOR_PROPERTY);
  const background = readColor(parts, byPage) ?? readColor(parts, settings.color) ?? YELLOW;
  applyLook(parts, settings, { isShown, isNarrow, background, ink: pickInk(background) });
}

/** What a CSS colour comes to in this browser, or null if the browser does not know it. */
export function readColor({ label }: Parts, color: string): Rgb | null {
  const { style } = label;
  style.color = "";
  style.color = color;
  if (!style.color) return null;
  // Computed style keeps oklch() and its like; mixed with nothing, they come out as sRGB.
  style.color = `color-mix(in srgb, ${color} 100%, transparent 0%)`;
  const computed = getComputedStyle(label).color;
  style.color = "";
  return parseComputedColor(computed);
}
