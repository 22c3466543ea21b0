import type { Chat } from "./chats.js";
import { FIELDS } from "./fields.js";
import type { Start } from "./read/script/found.js";
import { KAKAO } from "./read/script/start.js";
import {
  type AllBranches,
  kindOfBranch,
  readAllBranches,
  testOf,
} from "./read/server/decisions.js";
import { parseAddress } from "./read/text/address.js";
import type { Pieces } from "./read/text/pieces.js";

/** `<?= $url ?>`, to which the server's own code gives one of several addresses: a browser only sees which. */
export function isDecidedByServer({ url }: Start, pieces: Pieces): boolean {
  const [only, ...more] = pieces.split(url.trim());
  const isAll = more.length === 0 && only !== undefined && "kind" in only;
  if (isAll && only.kind === "template" && only.choices.length > 1) return true;
  const all = readAllBranches(url, pieces);
  return all?.texts.every((text) => parseAddress(text, pieces)) ?? false;
}

/** A link of the page's, which stays as it is: it says which address it is. */
export function isLink({ how, trigger }: Start): boolean {
  return how === "link" && trigger?.name === "a";
}

/** The chats by those addresses. What an element other than a link does not send to each is left out. */
export function settleDecided(start: Start, chats: readonly Chat[], pieces: Pieces): Chat[] {
  if (isLink(start)) return chats.slice(0, 1);
  const [first] = chats;
  const all = readAllBranches(start.url, pieces);
  const isAlike = chats.every(({ endpoint }) => endpoint === first?.endpoint);
  if (first && all && isAlike && chats.length === all.texts.length)
    return [{ ...first, values: joinValues(chats, all) }];
  const names = new Set(chats.flatMap(({ values }) => Object.keys(values)));
  const differing = [...names].filter((name) => {
    const texts = chats.map(({ values }) => new Map(Object.entries(values)).get(name));
    return name !== "uuid" && new Set(texts).size > 1;
  });
  return chats.map((chat) => {
    const kept = Object.entries(chat.values).filter(([name]) => !differing.includes(name));
    return { ...chat, values: Object.fromEntries(kept), lost: [...chat.lost, ...differing] };
  });
}

/** What a server sends in each of its branches. */
function joinValues(chats: readonly Chat[], { join }: AllBranches): Chat["values"] {
  const values: Chat["values"] = {};
  for (const field of FIELDS) {
    const texts = chats.map((one) => one.values[field] ?? "");
    const [text] = texts;
    const made = texts.every((one) => one === text) ? text : join(texts);
    if (made) values[field] = made;
  }
  return values;
}

/** A server's condition under which alone an address is a chat's: `{% if vip %}https://...{% else %}/login{% endif %}`; `""` if none is. */
export function findBranchOfChat({ url }: Start, pieces: Pieces): string {
  const branches: { test: string; text: string }[] = [];
  let first = "";
  let depth = 0;
  for (const part of pieces.split(url)) {
    const last = branches.at(-1);
    if ("text" in part) {
      // What stands around a condition, all of its branches have.
      if (depth === 0 && KAKAO.test(part.text)) return "";
      if (last && depth > 0) last.text += part.text;
      continue;
    }
    const source = "source" in part ? part.source : "";
    const kind = kindOfBranch(source);
    if (kind === "open" && depth++ === 0) first = testOf(source);
    const isNext = depth === 1 && (kind === "open" || kind === "other");
    if (isNext && !BRANCHES_ALONE.test(source)) {
      const isRest = kind === "other" && !WITH_TEST.test(source);
      branches.push({ test: isRest ? `!(${first})` : testOf(source), text: "" });
    }
    if (kind === "end" && --depth === 0) {
      // Without an `else`, nothing stands there otherwise.
      if (branches.length === 1) branches.push({ test: `!(${first})`, text: "" });
    }
  }
  const chats = branches.filter(({ text }) => KAKAO.test(text));
  return chats.length > 0 && chats.length < branches.length ? (chats[0]?.test ?? "") : "";
}

/** JSP's tag around the branches, which is none itself. */
const BRANCHES_ALONE = /^<c:choose>$/;
const WITH_TEST = /\bel(?:se\s?|s)?if\b|\bwhen\b/i;
