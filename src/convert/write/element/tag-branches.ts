import { isOldHandler } from "../../read/markup/handler-names.js";
import type { Start } from "../../read/script/found.js";
import { kindOfBranch, writesNothing } from "../../read/server/decisions.js";
import { SERVERS, type WrittenAttribute } from "./attributes.js";

/** Where the attributes of the chat stand among others that a server decides on. */
export const CHAT = "\u0000chat";
/** Where the code of a click stands among them. */
export const CLICK = "\u0000click";

/** Places of the old attributes that the new ones take, among the attributes as they are written; -1 if no condition is around them. */
export interface Places {
  chat: number;
  click: number;
  id: number;
}

/** The conditions of a server under which the old attributes start the chat, or do something at a click. */
export function findPlaces(written: readonly WrittenAttribute[], { how }: Start): Places {
  let depth = 0;
  const found: { name: string; at: number; depth: number }[] = [];
  for (const [at, [name, text, isSecond]] of written.entries()) {
    if (isSecond) continue;
    const kind = name === SERVERS ? kindOfBranch(text) : null;
    if (kind === "open") depth++;
    else if (kind === "end") depth--;
    else found.push({ name, at, depth });
  }
  const place = (own: typeof found) =>
    own.every((one) => one.depth > 0) ? (own[0]?.at ?? -1) : -1;
  const click = place(found.filter(({ name }) => isOldHandler(name)));
  const link = place(found.filter(({ name }) => name === "href"));
  const id = place(found.filter(({ name }) => name === "id"));
  return { chat: how === "link" ? link : click, click, id };
}

/** A branch that is still open. */
interface Branch {
  words: string[];
  attributes: string[];
}

/**
 * Attributes as they are written, each condition of a server's with what stands under it as one of them. A condition under
 * which nothing is left is left out.
 *
 * @param tags the server's
 * @param filled what stands in the places of the chat and of the click
 */
export function joinBranches(
  written: readonly string[],
  tags: ReadonlySet<string>,
  filled: ReadonlyMap<string, readonly string[]>,
): { attributes: string[]; lost: string[] } {
  const whole: Branch = { words: [], attributes: [] };
  const open: Branch[] = [];
  const add = (words: readonly string[], attributes: readonly string[]) => {
    const last = open.at(-1) ?? whole;
    last.words.push(...words);
    last.attributes.push(...attributes);
  };
  for (const word of written) {
    const kind = tags.has(word) ? kindOfBranch(word) : null;
    if (kind === "open") open.push({ words: [word], attributes: [] });
    else if (kind === "end") {
      const branch = open.pop();
      if (kindOfBranch(branch?.words.at(-1) ?? "") === "other") branch?.words.pop();
      if (branch && branch.attributes.length > 0)
        add([joinWords([...branch.words, word], tags)], branch.attributes);
    } else if (kind === "other" || (tags.has(word) && writesNothing(word))) {
      // It belongs to a branch.
      if (open.length > 0) add([word], []);
    } else {
      const own = filled.get(word) ?? (word === CHAT || word === CLICK ? [] : [word]);
      add(own, own);
    }
  }
  return { attributes: whole.words, lost: open.flatMap(({ attributes }) => attributes) };
}

/** Attributes need a space between them; tags in brackets need none. */
function joinWords(words: readonly string[], tags: ReadonlySet<string>): string {
  const isBracket = (word: string) => tags.has(word) && /^[<{][\s\S]*[>}]$/.test(word);
  return words.reduce((text, word, at) => {
    const before = words[at - 1];
    const isJoined = before === undefined || isBracket(before) || isBracket(word);
    return isJoined ? text + word : `${text} ${word}`;
  }, "");
}

/** What the new element is told. */
interface Told {
  /** Its address, or that it is a button. */
  address: string[];
  isLink: boolean;
  marks: string[];
  /** Values and code that the markup fills in. */
  filled: string[];
}

/** The attributes of the new element, before and behind those that its script needs: each under the condition of the old one. */
export function arrangeAttributes(
  { attributes, tags }: { attributes: readonly string[]; tags: ReadonlySet<string> },
  { address, isLink, marks, filled }: Told,
): [first: string[], last: string[]] {
  const isPlaced = attributes.includes(CHAT);
  const isClickPlaced = attributes.includes(CLICK);
  const link = isPlaced && isLink ? address : [];
  const places = new Map([
    [CHAT, isPlaced ? [...link, ...marks] : []],
    [CLICK, isClickPlaced ? filled : []],
  ]);
  const kept = joinBranches(attributes, tags, places).attributes;
  return [
    [...(link.length > 0 ? [] : address), ...kept],
    [...(isPlaced ? [] : marks), ...(isClickPlaced ? [] : filled)],
  ];
}
