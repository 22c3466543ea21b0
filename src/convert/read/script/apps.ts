/** What a WebView's app gives its pages, by the names in use. */
const APP =
  /(?:^|[^a-zA-Z])app(?![a-z])|A(?:pp(?![a-z])|PP\b)|[nN]ative|messageHandlers|[bB]ridge|[wW]eb[vV]iew|(?:^|\.)[aA]ndroid\b|[fF]lutter|[cC]ordova|[cC]apacitor/;

/** Whether code has to do with the shop's own app: `window.AndroidBridge`, `isApp()`. */
export function asksApp(source: string): boolean {
  return APP.test(source);
}
