/** All elements for a selector. `<img name="querySelectorAll">` hides the document's own method. */
export function findAll<E extends Element>(selector: string): NodeListOf<E> {
  return Document.prototype.querySelectorAll.call(document, selector) as NodeListOf<E>;
}
