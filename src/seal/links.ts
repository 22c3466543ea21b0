import { isButton } from "../input/mark.js";
import { decode, parseChatAddress, tidyAmpersands } from "../kakao.js";
import { callNative, findAll, readAttribute } from "../natives.js";

const EXTRA = "data-kakao-chat-extra";

/** Clears every link of the page that is a button. */
export function clearLinks(): void {
  for (const link of findAll("a[href],area[href]")) if (isButton(link)) clearLink(link);
}

/**
 * Takes the extra out of a button link's address into its attribute, so that a modified or middle click, the
 * context menu and a drag have nothing in clear. An attribute that is there has more weight than the address anyway.
 */
export function clearLink(link: Element): void {
  const href = readAttribute(link, "href");
  const extra = parseChatAddress(href)?.extra;
  if (!href || !extra) return;
  if (!callNative(link, "hasAttribute", EXTRA)) callNative(link, "setAttribute", EXTRA, extra);
  callNative(link, "setAttribute", "href", removeExtra(tidyAmpersands(href)));
}

/** The address without the parameter, and otherwise as it was. */
function removeExtra(href: string): string {
  const [, base = "", query = "", hash = ""] = /^([^?#]*)\??([^#]*)(#?[\s\S]*)$/.exec(href) ?? [];
  const isExtra = (pair: string) => /^extra(?:=|$)/.test(decode(pair));
  const kept = query.split("&").filter((pair) => !isExtra(pair));
  return base + (kept.length > 0 ? `?${kept.join("&")}` : "") + hash;
}
