import {
  type ChatInput,
  type ChatPlan,
  explain,
  type Outcome,
  open,
  type Problem,
  start,
  stop,
  version,
} from "kakao-chat-button";
import "kakao-chat-button/kakao-chat.js";
import "kakao-chat-button/kakao-chat-seal.js";
// @ts-expect-error: it has a global, and no exports
import { open as none } from "kakao-chat-button/kakao-chat.js";

const input: ChatInput = { uuid: "@channel", extra: 1, bot: true, width: "1200", via: null };
const outcome: Outcome = open(input);
const plan: ChatPlan = explain(document.querySelector("button") ?? undefined);
const url: string | undefined = plan.request?.url;
const problems: Problem[] = plan.problems;
start();
stop();
none();
export const said: [string, Outcome, string | undefined, Problem[]] = [
  version,
  outcome,
  url,
  problems,
];

// @ts-expect-error: no such value
open({ bot: "on" });
// @ts-expect-error: no such option
open({ tagret: "tab" });

const button = document.createElement("button");
button.addEventListener("kakao-chat:before", ({ detail }) => {
  detail.options.extra = "order=1234";
  detail.waitUntil(Promise.resolve({ extra: "ticket=1" }));
  // @ts-expect-error: no such option
  detail.waitUntil({ ticket: 1 });
});
document.addEventListener("kakao-chat:open", (event) => {
  const focused: boolean = event.detail.focused;
  // @ts-expect-error: no text
  event.detail.focused.length;
  return focused;
});
window.addEventListener("kakao-chat:blocked", ({ detail }) => detail.href.startsWith("https:"));
const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
icon.addEventListener("kakao-chat:problem", ({ detail }) =>
  detail.problems.map(({ code, level }) => `${code} ${level === "error"}`),
);

window.KakaoChatDefaults = { uuid: "@channel", links: true };
// @ts-expect-error: no such value
window.KakaoChatDefaults = { endpoint: "read" };
export const global: string[] = [window.KakaoChat.version, KakaoChat.explain().target];
