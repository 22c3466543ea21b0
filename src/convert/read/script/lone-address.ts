import type { Node } from "@babel/types";
import { textOf } from "../markup/element.js";
import { maskExpressions } from "../server/templates.js";
import { expandChoices } from "../text/address.js";
import type { Context } from "./context.js";
import type { Run } from "./run.js";
import { createStart, withChoices } from "./start.js";
import type { Value } from "./value.js";

const CHAT = /^(?:https?:)?\/\/bizmessage\.kakao\.com\/(?:v1\/)?chat\/(?:write|open)\b/i;
/** An address that still lacks the id. */
const BASE = /chat\/(?:open\/?|write\/?(?:\?uuid=)?)$/i;
const ID = /^@[\w가-힣.-]+$/;
/** A channel's own page or chat. */
const CHANNEL = /^(?:https?:)?\/\/(?:pf\.kakao\.com\/|plus\.kakao\.com\/(?:home|talk)\/).*[^/]/i;
const MOST = 20;

/** Takes down an address that stands in a script, in case nothing is found that opens it. */
export function noteAddress(url: string, node: Node, context: Context, run: Run): void {
  if (run.found.addresses.length >= MOST || !(CHAT.test(url) || CHANNEL.test(url))) return;
  run.found.addresses.push(
    createStart(context, node, {
      how: "caller",
      url,
      target: null,
      isLone: true,
      isAtLoad: false,
      // What only gives it to others starts no chat.
      ...(run.gifts.isMasked && { trigger: null }),
    }),
  );
}

/** `{ host: "https://bizmessage.kakao.com/chat/open/", id: "@shop" }` */
export function noteParts(value: Value, node: Node, context: Context, run: Run): void {
  if (value.kind !== "object" || value.entries.size > 50) return;
  const texts = [...value.entries.values()].flatMap((one) =>
    one.kind === "text" ? [one.text] : [],
  );
  const base = texts.find((text) => CHAT.test(text) && BASE.test(text));
  const ids = texts.filter((text) => ID.test(text));
  if (base && ids.length === 1)
    noteAddress(base.replace(/(open)$/i, "$1/") + ids[0], node, context, run);
}

/** If nothing opens a chat, the addresses alone count: whole ones, if there are any. */
export function readLoneAddresses(run: Run): void {
  const isChat = (url: string) => CHAT.test(withChoices(run, url).trim());
  if (run.found.starts.some(({ url }) => expandChoices(url, run.pieces).some(isChat))) return;
  for (const source of run.pieces.findSources(/kakao\.com\/(?:v1\/)?chat\//)) {
    const [address] = /https?:\/\/[^\s"'`<>()]+/i.exec(source) ?? [];
    // Ruby's `#{no}` is of its own texts alone.
    const shown = (address ?? "").replace(/#\{([^{}]*)\}/g, (_, code: string) =>
      run.pieces.addTemplate(`<%= ${code} %>`),
    );
    const url = maskExpressions(shown, run.pieces);
    if (CHAT.test(url) && run.found.addresses.length < MOST)
      run.found.addresses.push(
        createStart(null, null, { how: "caller", url, target: null, isLone: true }),
      );
  }
  for (const [address] of textOf(run.root).matchAll(
    /https?:\/\/bizmessage\.kakao\.com\/[^\s"'<>()]+/gi,
  )) {
    if (CHAT.test(address) && run.found.addresses.length < MOST)
      run.found.addresses.push(
        createStart(null, null, { how: "caller", url: address, target: null, isLone: true }),
      );
  }
  const chats = run.found.addresses.filter(({ url }) => CHAT.test(url));
  const whole = chats.filter(({ url }) => !BASE.test(url));
  if (chats.length > 0) run.found.starts.push(...(whole.length > 0 ? whole : chats));
  // A channel's address is of note only where nothing else is.
  else if (run.found.starts.length === 0 && run.found.sdkCalls.length === 0)
    run.found.starts.push(...run.found.addresses);
}
