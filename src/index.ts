/**
 * A button on a company's homepage that starts a KakaoTalk consultation.
 *
 * Importing it touches neither window nor document; `start()` puts the listeners on the page. The
 * one-script-tag file `kakao-chat.js` is the same with `start()` called and `KakaoChat` as a global.
 */

export type { ChatAttributes } from "./attributes.js";
export { explain, type Outcome, open } from "./chat/chat.js";
export type { ChatPlan } from "./chat/plan.js";
export type { ChatEventMap, KakaoChatGlobal } from "./events.js";
export { version } from "./kakao.js";
export type { ChatInput, ChatOptions } from "./options/fields.js";
export { start, stop } from "./page/listeners.js";
export type { Problem } from "./problems.js";
export type { ChatRequest } from "./request/request.js";
