import { explain, open, start, stop, version } from "../index.js";
import { bindScript } from "../input/input.js";
import { FIELDS } from "../options/fields.js";
import { type Marked, PRINTED } from "../report/report.js";
import { createLauncher } from "./launcher.js";

const tag: Element | null = Reflect.get(Document.prototype, "currentScript", document);
const isServed = Boolean((document as Marked)[PRINTED]);
bindScript(tag);
start();
if (!Object.getOwnPropertyDescriptor(window, "KakaoChat")) {
  window.KakaoChat = { open, explain, start, stop, version };
}

const attributes: Record<string, string> = {};
if (isServed) {
  for (const name of Object.keys(FIELDS)) {
    const value = tag?.getAttribute(`data-${name}`);
    if (value) attributes[name === "uuid" ? "data-kakao-chat" : `data-kakao-chat-${name}`] = value;
  }
}
const launcher = createLauncher({
  attributes,
  readInput() {
    const input: Record<string, unknown> = Object.create(null);
    for (const name of tag?.getAttributeNames() ?? []) {
      if (name.startsWith("data-launcher-")) input[name.slice(14)] = tag?.getAttribute(name);
    }
    return Object.assign(input, window.KakaoChatDefaults?.launcher);
  },
  explain: (button) => window.KakaoChat.explain(button),
  restartCore: start,
});
launcher.start();
window.KakaoChat.launcher = launcher;
