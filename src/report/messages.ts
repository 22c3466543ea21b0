/** What a visitor reads: Korean, then English. The build escapes the Korean, for pages in EUC-KR. */

/** The title of a button that opens a window or a tab. */
export const NEW_WINDOW_TITLE = ["새 창으로 열림", "Opens in a new window"] as const;

/** In the window that waits for an answer. */
export const CONNECTING = [
  "상담으로 연결하고 있습니다",
  "Connecting you to the consultation",
] as const;

/** On a partner's page. */
export const GOING = [
  "카카오로 이동 중입니다. 잠시만 기다려 주세요.",
  "Taking you to Kakao. One moment, please.",
] as const;

/** On a partner's page. `{code}` is replaced by the problem's code. */
export const FAILED = [
  "상담 채널을 확인할 수 없어 상담을 시작하지 못했습니다. ({code})",
  "The consultation could not be started: its channel could not be confirmed. ({code})",
] as const;
