import { explain, open, start, stop, version } from "./index.js";
import { bindScript } from "./input/input.js";

// Through the prototype: `<img name="currentScript">` hides the document's own property.
bindScript(Reflect.get(Document.prototype, "currentScript", document));
start();
// A script tag that is there twice (a PC and a mobile skin) is the normal accident: the first stays.
// An element named like the global is on the window too, but never as its own property.
if (!Object.getOwnPropertyDescriptor(window, "KakaoChat")) {
  window.KakaoChat = { open, explain, start, stop, version };
}
