/** Where a chat opens: a popup, a new tab, or the page's own window. */
export type Target = "popup" | "tab" | "self";

/**
 * The marks of in-app browsers, in which `window.open` often does nothing: any Android WebView since
 * Android 5 (`; wv)`), KakaoTalk and Kakao Story, Naver's apps but not its browser Whale, Daum and
 * Toss and Everytime (`...App`), WhatsApp, Instagram and Telegram, Facebook and Messenger, LINE but
 * not "Online/", Google's app on iOS, TikTok, Snapchat. The tests' table needs each of them.
 */
const IN_APP = /; wv\)|KAKAO|NAVER\((?!inapp; whale)|[a-z]App|Instagram|FBAV|IAB|\bLine\//;

/**
 * Where a chat opens by itself: a popup on a PC, a tab on a phone or tablet, the same window in an
 * in-app browser.
 *
 * @param browser `navigator`, or the two of its properties that decide
 */
export function findTarget(browser: Pick<Navigator, "userAgent" | "maxTouchPoints">): Target {
  const { userAgent } = browser;
  // iPadOS says Macintosh, as Kakao's own pages know; no Mac has a touch screen.
  const isApple =
    /iP[aho]/.test(userAgent) || (/Macintosh/.test(userAgent) && browser.maxTouchPoints > 1);
  // An iOS app's own view and a home-screen page leave "Safari/" out.
  if (IN_APP.test(userAgent) || (isApple && !/Safari\//.test(userAgent))) return "self";
  return isApple || /Android|Mobile/.test(userAgent) ? "tab" : "popup";
}
