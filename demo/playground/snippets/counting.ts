import type { State } from "../state.js";

/**
 * Counts the clicks: for GTM's triggers in the data layer, or for GA4 by `gtag()`. What is told are the
 * channel, the method and the target, and never the extra. In the words of 2009, as tag managers ask.
 */
export function buildCounting({ dataLayer, ga4 }: Pick<State, "dataLayer" | "ga4">): string {
  if (!dataLayer && !ga4) return "";
  const toDataLayer = `      window.dataLayer = window.dataLayer || [];
      window.dataLayer.push({ event: name, channel: options.uuid, method: method, target: target });`;
  const toGa4 = `      if (window.gtag) {
        gtag("event", name, { channel: options.uuid, method: method, target: target });
      }`;
  return `  ["open", "blocked"].forEach(function (type) {
    document.addEventListener("kakao-chat:" + type, function (event) {
      var button = event.composedPath()[0];
      var plan = KakaoChat.explain(button === document ? {} : button);
      var options = plan.options;
      var method = event.detail.method || (plan.request || {}).method;
      var target = event.detail.target || plan.target;
      var name = "kakao_chat_" + type;
${[dataLayer && toDataLayer, ga4 && toGa4].filter(Boolean).join("\n")}
    });
  });`;
}
