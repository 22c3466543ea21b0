import { tidyHref } from "../kakao.js";

/**
 * Whether an address leads nowhere, or to a place in its own page: preventing the default of such a link is everybody's
 * habit, and scripts that scroll take over all of them.
 *
 * @param href as it is written
 * @param whole the same as the browser resolves it; `""` if that is not known
 * @param page the page's own address
 */
export function isPlaceholderAddress(href: string, whole: string, page: string): boolean {
  const tidy = tidyHref(href);
  if (tidy === "" || /^(?:#|javascript:)/i.test(tidy)) return true;
  const [address, fragment] = whole.split("#");
  return fragment !== undefined && address === page.split("#")[0];
}
