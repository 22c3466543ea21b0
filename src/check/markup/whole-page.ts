/** Whether it is a page from its beginning, and no part of one, no component and no template. */
export function isWholePage(html: string): boolean {
  return /<html[\s>]|<!doctype/i.test(html);
}
