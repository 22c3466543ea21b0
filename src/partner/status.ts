import { findAll } from "../find-all.js";
import { findText } from "../report/language.js";

/** What a visitor reads on a partner's page: Korean, then English. */
export const GOING = [
  "카카오로 이동 중입니다. 잠시만 기다려 주세요.",
  "Taking you to Kakao. One moment, please.",
] as const;
/** `KC` stands for the code. */
export const FAILED = [
  "상담 채널을 확인할 수 없어 상담을 시작하지 못했습니다. (KC)",
  "The consultation could not be started: its channel could not be confirmed. (KC)",
] as const;

/** Says it in the page's `[data-kakao-chat-status]`, in the language there, as text. */
export function showStatus([korean, english]: readonly [string, string], code = ""): void {
  for (const place of findAll("[data-kakao-chat-status]")) {
    place.textContent = findText(korean, english, place).replace("KC", code);
  }
}
