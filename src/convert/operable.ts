import { attribute, closest, type OldElement } from "./read/markup/element.js";

/** HTML's own elements that do nothing; what is none of HTML's is a component. */
const PLAIN =
  /^(?:a|area|div|span|p|li|ul|ol|dl|dt|dd|td|th|tr|table|tbody|img|picture|svg|i|b|em|strong|u|s|small|font|center|section|article|header|footer|nav|aside|main|figure|figcaption|h[1-6]|address|blockquote|body|html|form|map|canvas|marquee|nobr|object|video|time|mark|pre|code|sub|sup)$/;
const OPERABLE = /^(button|input|summary|select|textarea|label|option)$/;

/** Whether an element can be used by keyboard as it is. What a component makes of itself is not known. */
export function isOperable(element: OldElement): boolean {
  const isOwn = (one: OldElement) => {
    const { name, attributes } = one;
    if (!PLAIN.test(name) && !OPERABLE.test(name)) return true;
    const isLink =
      /^(?:a|area)$/.test(name) &&
      [...attributes.keys()].some((key) =>
        /^(:|v-bind:|\[|th:|ng-)?(attr\.)?(href|to|routerlink)\]?$/i.test(key),
      );
    return (
      isLink ||
      OPERABLE.test(name) ||
      ((attributes.has("tabindex") || attributes.has("tabIndex")) &&
        attribute(one, "role") === "button")
    );
  };
  // The nameless root is no element.
  return closest(element, (one) => one.name !== "" && isOwn(one)) !== null;
}
