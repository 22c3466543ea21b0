import { type OldElement, walk } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { MARK } from "../../options/fields.js";
import type { Collector } from "../collector.js";

const CURLY_OPTION = /\sdata-kakao-chat-[\w-]+\s*=\s*[“”„‟‘’‚‛]/;

/** Of the page's broken tags and scripts, those of the chat. */
export function listCurlyQuotes({ curlyQuotes, root }: Facts, add: Collector["add"]): void {
  for (const { place, code } of curlyQuotes) {
    if (!/kakao/i.test(code)) continue;
    const isIn = ({ attributes }: OldElement) => [...attributes.values()].includes(code);
    const element = [...walk(root)].find((one) => (place < 0 ? isIn(one) : one.start === place));
    // A mark's own are tidied at the click.
    const isMarked = element?.attributes.has(MARK) && element.start === place;
    if (!isMarked || CURLY_OPTION.test(code)) add("KC950", {}, place < 0 ? (element ?? -1) : place);
  }
}
