/**
 * A button on a company's homepage that starts a KakaoTalk consultation.
 *
 * Importing it touches neither window nor document; `start()` puts the listeners on the page. The
 * one-script-tag file `kakao-chat.js` is the same with `start()` called and `KakaoChat` as a global.
 */

export type { ChatAttributes } from "./attributes";
export { start, stop } from "./bind-page";
export type { ChatPlan } from "./build-plan";
export type { ChatRequest } from "./build-request";
export type { ChatEventMap, KakaoChatGlobal } from "./events";
export { explain, type Outcome, open } from "./open-chat";
export type { ChatInput, ChatOptions } from "./options";
export { version } from "./origin";
export type { Problem } from "./problem";
