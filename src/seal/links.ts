import { parseQuery } from "../builtins.js";
import { isButton, readHref } from "../input/mark.js";
import { parseChatAddress, splitAddress, tidyAmpersands, tidyHref } from "../kakao.js";
import { callNative, findAll, readAttribute } from "../natives.js";
import { isAbsent } from "../options/raw-input.js";

const EXTRA = "data-kakao-chat-extra";

/** Clears every link of the page that is a button. */
export function clearLinks(): void {
  for (const link of findAll("a,area")) if (isButton(link)) clearLink(link);
}

/**
 * Takes the extra out of a button link's address into its attribute, so that a modified or middle click, the
 * context menu and a drag have nothing in clear. An attribute that says something has more weight than the address anyway.
 */
export function clearLink(link: Element): void {
  const href = readHref(link);
  const extra = parseChatAddress(href)?.extra;
  if (!href || typeof extra !== "string") return;
  const hasOther = !isAbsent(readAttribute(link, EXTRA)) || isAbsent(extra);
  if (!hasOther) callNative(link, "setAttribute", EXTRA, extra);
  const name = readAttribute(link, "href") === null ? "xlink:href" : "href";
  callNative(link, "setAttribute", name, removeExtra(href));
}

/** The address without the parameter, and otherwise as browsers read it: they drop tabs and line ends, also in a name. */
function removeExtra(href: string): string {
  const { place, query, hash } = splitAddress(tidyAmpersands(tidyHref(href)));
  const kept = query.split("&").filter((pair) => !parseQuery(pair).has("extra"));
  return place + (kept.length > 0 ? `?${kept.join("&")}` : "") + hash;
}
