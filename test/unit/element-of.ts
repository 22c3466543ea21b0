/** The first element of some HTML, which is put into the page. */
export function elementOf(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild as Element;
}
