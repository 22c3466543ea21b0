/**
 * A button on a company's homepage that starts a KakaoTalk consultation.
 *
 * Importing it touches neither window nor document; `start()` puts the listeners on the page. The
 * one-script-tag file `kakao-chat.js` is the same with `start()` called and `KakaoChat` as a global.
 */

export { open } from "./chat/chat.js";
export { explain } from "./chat/explain.js";
export { start, stop } from "./page/listeners.js";
export type {
  ChatAttributes,
  ChatEventMap,
  ChatInput,
  ChatOptions,
  ChatPlan,
  ChatRequest,
  KakaoChatGlobal,
  Outcome,
  PageInput,
  Problem,
  Target,
} from "./types.js";
export { version } from "./version.js";
