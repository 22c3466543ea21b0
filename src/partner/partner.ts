/** The file of a partner's page between the homepage and Kakao: `kakao-chat-partner.js`. */

import { isAlive, startAnswering } from "../alive.js";
import { findFirst } from "../builtins.js";
import { findScriptTag } from "../input/own-tag.js";
import { listen, readAttribute, readNative } from "../natives.js";
import { isError, type Problem, reporterFor } from "../problems.js";
import { reportLostTag } from "../report/lost-tag.js";
import { FAILED, GOING } from "../report/messages.js";
import { report } from "../report/report.js";
import { buildFallbackAddress } from "../request/request.js";
import { submitForm } from "../window/post.js";
import { mayLoseForms } from "../window/this-page.js";
import { readHandover } from "./handover.js";
import { loadIncludeScript } from "./include-script.js";
import { measurePopup, resizePopup } from "./resize-popup.js";
import { showStatus } from "./status.js";

/** This page and Kakao's. With no more in the history, as in a popup, nothing lies before. */
const BOTH_PAGES = 2;

const FILE = "kakao-chat-partner.js";
const NAME = "kakao-chat-partner";

// A script tag that is there twice sends once.
if (!isAlive(NAME)) {
  startAnswering(NAME);
  const tag = findScriptTag(FILE);
  const start = () => passOn(tag);
  // The page's own includeScript and the place for the status may come after our tag.
  if (readNative(document, "readyState") === "loading") {
    listen(document, "DOMContentLoaded", start);
  } else start();
}

function passOn(tag: Element | null): void {
  if (!tag) reportLostTag(FILE);
  const problems: Problem[] = [];
  const readTag = (name: string) => tag && readAttribute(tag, `data-${name}`);
  const { options, request } = readHandover(readTag, location.search, problems);
  const reportAll = () => report(problems, tag ?? document);
  const goByGet = () => {
    const url = buildFallbackAddress(options, problems);
    reportAll();
    location.replace(url);
  };
  if (!request) {
    showStatus(FAILED, findFirst(problems, isError)?.code);
    reportAll();
    return;
  }
  if (goBackIfComingBack()) return;
  showStatus(GOING);
  const size = measurePopup();
  resizePopup(size);
  loadIncludeScript(findNonce(tag), reporterFor(problems, "includeScript"), () => {
    // Once more: what Kakao's script asks for may be an outer size.
    resizePopup(size);
    if (request.method === "GET" || mayLoseForms()) {
      goByGet();
      return;
    }
    reportAll();
    // Before the page's load event, which waits for includeScript, a form replaces the page in
    // the history as `location.replace` does.
    // https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm
    submitForm(request, "_self", null, goByGet);
  });
}

/** Only a POST from a script that came after the load event leaves this page in the history. */
function goBackIfComingBack(): boolean {
  const canGoBack = () => history.length > BOTH_PAGES;
  // A page's variable may have taken its place.
  const [entry] = window.performance?.getEntriesByType?.("navigation") ?? [];
  if (entry && "type" in entry && entry.type === "back_forward" && canGoBack()) {
    history.back();
    return true;
  }
  listen(window, "pageshow", (event: PageTransitionEvent) => {
    if (!event.persisted) return;
    if (canGoBack()) history.back();
    else location.reload();
  });
  return false;
}

function findNonce(tag: Element | null): string {
  return tag && "nonce" in tag ? String(tag.nonce) : "";
}
