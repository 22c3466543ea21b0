import { attribute, type OldElement, walk } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { tidyChannelId } from "../../options/channel-id.js";
import { MARK } from "../../options/fields.js";
import { type Problem, reporterFor } from "../../problems.js";
import type { Collector } from "../collector.js";

const CURLY_MARK = /\sdata-kakao-chat\s*=\s*([“”„‟‘’‚‛][^\s>]*)/;
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

/** Says what a click says of an id in curly quotes: they were read as straight ones. */
export function reportCurlyMark(element: OldElement, facts: Facts, problems: Problem[]): void {
  if (element.start < 0) return;
  const [, written] = CURLY_MARK.exec(facts.source.slice(element.start, element.tagEnd)) ?? [];
  const read = attribute(element, MARK);
  // What was not read as straight is in the value, and tidied with it.
  if (written !== undefined && written !== read)
    reporterFor(problems, "uuid", written)("KC111", tidyChannelId(read));
}
