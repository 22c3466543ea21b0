import jsTokens from "js-tokens";
import type { Pieces } from "../text/pieces.js";
import { blank } from "./blank.js";
import { kindOfBranch } from "./decisions.js";
import type { Tag } from "./templates.js";

/**
 * A script of an attribute, in which a server's branches stand as words, without those between its statements:
 * `onclick="{% if vip %}url += '&event=vip';{% endif %} open(url)"`.
 *
 * @param isJsx it has elements of its own
 * @returns the text, as long as before, and where they stood
 */
export function liftTags(
  text: string,
  pieces: Pieces,
  isJsx = false,
): { text: string; tags: Tag[] } {
  const hasOwn = !isJsx && OWN.test(text);
  if (!hasOwn && !pieces.findTemplates(text).some(kindOfBranch)) return { text, tags: [] };
  const tags: Tag[] = [];
  let lifted = "";
  while (lifted.length < text.length)
    lifted += liftUntilOwn(text, lifted.length, tags, pieces, hasOwn);
  return { text: lifted, tags };
}

/** A tag of a library of the shop's own: `<my:ifMember level="2">`. */
const OWN = /<\/?[a-z]\w{0,20}:\w{1,40}(?:\s(?:"[^"]{0,300}"|'[^']{0,300}'|[^<>"']){0,300})?>/i;
const OWN_HERE = new RegExp(`^${OWN.source}`, "i");

/** Goes on behind what is lifted, up to and with the next tag of such a library. @returns what is added */
function liftUntilOwn(
  text: string,
  start: number,
  tags: Tag[],
  pieces: Pieces,
  hasOwn: boolean,
): string {
  let lifted = "";
  let isBetween = true;
  // Of its line.
  let isFirst = true;
  for (const { type, value } of jsTokens(text.slice(start))) {
    const place = start + lifted.length;
    const own =
      hasOwn && value.startsWith("<") ? OWN_HERE.exec(text.slice(place, place + 1000))?.[0] : "";
    if (own && (isBetween || isFirst || own.startsWith("</"))) {
      tags.push({ source: own, start: place });
      return lifted + blank(own);
    }
    const found = isBetween && type === "IdentifierName" ? listLeading(value, pieces) : [];
    for (const { source, length } of found) {
      tags.push({ source, start: start + lifted.length });
      lifted += blank(value.slice(0, length));
    }
    const rest = value.slice(found.reduce((sum, { length }) => sum + length, 0));
    lifted += rest;
    if (rest && !BLANK.test(type)) isBetween = type === "Punctuator" && /^[;{})]$/.test(value);
    isFirst = type === "LineTerminatorSequence" || (isFirst && BLANK.test(type));
  }
  return lifted;
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
