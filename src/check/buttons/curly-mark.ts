import { attribute, type OldElement } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { tidyChannelId } from "../../options/channel-id.js";
import { MARK } from "../../options/fields.js";
import { type Problem, reporterFor } from "../../problems.js";

const CURLY_MARK = /\sdata-kakao-chat\s*=\s*([“”„‟‘’‚‛][^\s>]*)/;

/** Says what a click says of an id in curly quotes: they were read as straight ones. */
export function reportCurlyMark(element: OldElement, facts: Facts, problems: Problem[]): void {
  if (element.start < 0) return;
  const [, written] = CURLY_MARK.exec(facts.source.slice(element.start, element.tagEnd)) ?? [];
  const read = attribute(element, MARK);
  // What was not read as straight is in the value, and tidied with it.
  if (written !== undefined && written !== read)
    reporterFor(problems, "uuid", written)("KC111", tidyChannelId(read));
}
