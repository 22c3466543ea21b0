/**
 * Computed values of an element; `""` for what the browser does not know, and for all if a page has put a function of
 * its own in the place of the browser's.
 */
export function readComputed(element: Element, ...properties: string[]): string[] {
  try {
    const style = getComputedStyle(element);
    return properties.map((property) => style.getPropertyValue(property));
  } catch {
    return properties.map(() => "");
  }
}
