/** Where a chat opens: a popup, a new tab, or the page's own window. */
export type Target = "popup" | "tab" | "self";

/**
 * The marks of in-app browsers, in which `window.open` often does nothing: any Android WebView since
 * Android 5 (`; wv`), KakaoTalk and Kakao Story, Naver's apps but not its browser Whale, Daum, Toss,
 * Everytime (`...App`), Facebook, Instagram and Threads (`FB_IAB`, `IABMV`), LINE but not "Online/";
 * and a WebKit with more than one touch point that leaves "Safari/" out: an iOS app's own view or a
 * home-screen page. Others have no mark of their own: where they refuse a window, the same one serves.
 */
const IN_APP = /; wv|KAKAO|NAVER(?!.*whale)|[a-z]App|IAB|Line\/|^[^01].*KHTML(?!.*Safari\/)/;

/**
 * Phones and tablets. iPadOS says Macintosh: Kakao's own pages take one with more than one touch point for
 * an iPad, and so does this.
 */
const MOBILE = /Android|Mobile|^[^01].*Mac/;

/**
 * Where a chat opens by itself: a popup on a PC, a tab on a phone or tablet, the same window in an
 * in-app browser.
 *
 * @param browser `navigator`, or the two of its properties that decide
 */
export function findTarget(browser: Pick<Navigator, "userAgent" | "maxTouchPoints">): Target {
  const marks = `${browser.maxTouchPoints}${browser.userAgent}`;
  return IN_APP.test(marks) ? "self" : MOBILE.test(marks) ? "tab" : "popup";
}
