import type { Chat } from "./chats.js";
import type { Start } from "./read/found.js";
import type { Pieces } from "./read/text/pieces.js";

/** `<?= $url ?>`, to which the server's own code gives one of several addresses: a browser only sees which. */
export function isDecidedByServer({ url }: Start, pieces: Pieces): boolean {
  const [only, ...more] = pieces.split(url.trim());
  const isAll = more.length === 0 && only !== undefined && "kind" in only;
  return isAll && only.kind === "template" && only.choices.length > 1;
}

/** A link of the page's, which stays as it is: it says which address it is. */
export function isLink({ how, trigger }: Start): boolean {
  return how === "link" && trigger?.name === "a";
}

/** The chats by those addresses. What an element other than a link does not send to each is left out. */
export function settleDecided(start: Start, chats: readonly Chat[]): Chat[] {
  if (isLink(start)) return chats.slice(0, 1);
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
