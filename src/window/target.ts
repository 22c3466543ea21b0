import type { Target } from "../types.js";

/**
 * The marks of in-app browsers, in which `window.open` often does nothing. Each is one app or family: any
 * Android WebView since Android 5 (`; wv`); KakaoTalk and Kakao Story; Naver's apps, but not its browser Whale;
 * Daum, Toss, Everytime (`DaumApps`, `TossApp`, `everytimeApp`); Facebook, Instagram and Threads (`FB_IAB`,
 * `IABMV`); LINE, but not "Online/". Others have no mark of their own: if they refuse a window, the same
 * window serves.
 */
const IN_APP = /; wv|KAKAO|NAVER(?!.*whale)|[a-z]App|IAB|Line\//;

/** A WebKit that leaves "Safari/" out: on a touch screen, an iOS app's own view or a home-screen page. */
const BARE_WEBKIT = /KHTML(?!.*Safari\/)/;

const PHONE_OR_TABLET = /Android|Mobile/;

/** What decides of `navigator`. */
interface Device {
  userAgent: string;
  /** Undefined in Safari 12.1. A Mac has none, some emulators have one. docs/browser-facts.md#7-measured-since */
  maxTouchPoints?: number | undefined;
}

/**
 * Where a chat opens by itself: a popup on a PC, a tab on a phone or tablet, the same window in an
 * in-app browser.
 */
export function findTarget(device: Device = window.navigator): Target {
  const { userAgent, maxTouchPoints = 0 } = device;
  const isTouch = maxTouchPoints > 1;
  if (IN_APP.test(userAgent) || (isTouch && BARE_WEBKIT.test(userAgent))) return "self";
  // iPadOS says Macintosh. Kakao's own pages take one with more than one touch point for an iPad.
  const isIPad = isTouch && userAgent.includes("Mac");
  return isIPad || PHONE_OR_TABLET.test(userAgent) ? "tab" : "popup";
}
