/**
 * A property's computed value; `""` where the browser does not know it, or a page has put a function of its own in the
 * place of the browser's.
 */
export function readComputed(element: Element, property: string): string {
  try {
    return getComputedStyle(element).getPropertyValue(property);
  } catch {
    return "";
  }
}
