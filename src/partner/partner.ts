import { findAll } from "../find-all.js";
import { noteIn, type Problem } from "../problems.js";
import { report } from "../report/report.js";
import { buildFallback } from "../request/request.js";
import { isSandboxed, submitForm } from "../window/post.js";
import { buildHandover } from "./handover.js";
import { bindInclude } from "./include-script.js";
import { resizePopup } from "./resize-popup.js";
import { FAILED, GOING, showStatus } from "./status.js";

/** On the window, so that a script tag that is there twice sends once. */
const OWNER = Symbol.for("kakao-chat-partner");

// Through the prototype: `<img name="currentScript">` hides the document's own property. What runs
// scripts later than the browser would (Rocket Loader) leaves it null.
const tag = (Reflect.get(Document.prototype, "currentScript", document) ||
  findAll('script[src*="kakao-chat-partner"]')[0]) as HTMLElement | undefined;

if (!(OWNER in window)) {
  Object.defineProperty(window, OWNER, {});
  // The page's own includeScript and the place for the status may come after our tag.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}

function start(): void {
  const problems: Problem[] = [];
  const read = (name: string) => tag && tag.getAttribute(`data-${name}`);
  const { options, request } = buildHandover(read, location.search, problems);
  const tell = () => report(problems, tag || document);
  const goByGet = () => {
    const url = buildFallback(options, problems);
    tell();
    location.replace(url);
  };
  const error = problems.find(({ level }) => level === "error");
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (!request) {
    showStatus(FAILED, error && error.code);
    tell();
  } else if (entry && entry.type === "back_forward") history.back();
  else {
    // Only a POST from a script that came after the load event leaves this page in the history.
    window.addEventListener("pageshow", ({ persisted }) => {
      if (persisted) history.back();
    });
    showStatus(GOING);
    resizePopup();
    bindInclude(tag && tag.nonce, noteIn(problems, "includeScript"), () => {
      // Once more: what Kakao's script asks for may be an outer size.
      resizePopup();
      if (request.method === "GET" || isSandboxed()) goByGet();
      else {
        tell();
        // Before the page's load event, which waits for includeScript, a form replaces the page in
        // the history as `location.replace` does.
        // https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm
        submitForm(request, "_self", goByGet);
      }
    });
  }
}
