import { isServed } from "./bind-page";
import { bindScript } from "./find-input";
import { explain, open, start, stop, version } from "./kakao-chat";

/** The global of the one-script-tag file. */
declare global {
  interface Window {
    KakaoChat: typeof import("./kakao-chat");
  }
}

// A script tag that is there twice (a PC and a mobile skin) is the normal accident: the first stays.
if (!isServed()) {
  window.KakaoChat = { open, explain, start, stop, version };
  // Through the prototype: `<img name="currentScript">` hides the document's own property.
  bindScript(Reflect.get(Document.prototype, "currentScript", document));
  start();
}
