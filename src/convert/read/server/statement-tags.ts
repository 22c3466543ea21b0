import jsTokens from "js-tokens";
import type { Pieces } from "../text/pieces.js";
import { blank } from "./blank.js";
import { kindOfBranch } from "./decisions.js";
import type { Tag } from "./templates.js";

/**
 * A script of an attribute, in which a server's branches stand as words, without those between its statements:
 * `onclick="{% if vip %}url += '&event=vip';{% endif %} open(url)"`.
 *
 * @returns the text, as long as before, and where they stood
 */
export function liftTags(text: string, pieces: Pieces): { text: string; tags: Tag[] } {
  if (!pieces.findTemplates(text).some(kindOfBranch)) return { text, tags: [] };
  const tags: Tag[] = [];
  let lifted = "";
  let isBetween = true;
  for (const { type, value } of jsTokens(text)) {
    const found = isBetween && type === "IdentifierName" ? listLeading(value, pieces) : [];
    for (const { source, length } of found) {
      tags.push({ source, start: lifted.length });
      lifted += blank(value.slice(0, length));
    }
    const rest = value.slice(found.reduce((sum, { length }) => sum + length, 0));
    lifted += rest;
    if (rest && !BLANK.test(type)) isBetween = type === "Punctuator" && /^[;{})]$/.test(value);
  }
  return { text: lifted, tags };
}

const BLANK = /^(?:WhiteSpace|LineTerminatorSequence|(?:Single|Multi)LineComment)$/;

/** The tags with which a word begins: nothing may stand between them and the statement's own. */
function listLeading(word: string, pieces: Pieces): { source: string; length: number }[] {
  const tags: { source: string; length: number }[] = [];
  for (const [part, length] of pieces.measure(word)) {
    const source = "source" in part ? part.source : "";
    if (kindOfBranch(source) === null) break;
    tags.push({ source, length });
  }
  return tags;
}
