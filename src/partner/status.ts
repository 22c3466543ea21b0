import { findAll } from "../natives.js";
import { pickLanguage } from "../report/language.js";

/**
 * Says it in the page's `[data-kakao-chat-status]`, in the language there, as text.
 *
 * @param words Korean and English; `{code}` is replaced
 */
export function showStatus([korean, english]: readonly [string, string], code = ""): void {
  for (const element of findAll("[data-kakao-chat-status]")) {
    element.textContent = pickLanguage(korean, english, element).replace("{code}", code);
  }
}
