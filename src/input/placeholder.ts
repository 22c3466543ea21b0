/**
 * Whether an address leads nowhere, or to a place in its own page: preventing the default of such a link is everybody's
 * habit, and scripts that scroll take over all of them.
 *
 * @param href as it is written
 * @param whole the same as the browser resolves it; `""` if that is not known
 * @param page the page's own address
 */
export function isPlaceholderAddress(href: string, whole: string, page: string): boolean {
  // Browsers leave out tabs and line ends: https://url.spec.whatwg.org/#concept-basic-url-parser
  const tidy = href.replace(/[\t\n\r]/g, "").trim();
  if (tidy === "" || /^(?:#|javascript:)/i.test(tidy)) return true;
  const [address, fragment] = whole.split("#");
  return fragment !== undefined && address === page.split("#")[0];
}
