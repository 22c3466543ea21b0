import { isDecidedByServer, settleDecided } from "./decided-address.js";
import { FIELDS, type Field } from "./fields.js";
import type { OldElement } from "./read/markup/element.js";
import type { Facts } from "./read/read.js";
import { joinNeeds, opposite } from "./read/script/code.js";
import type { Guard } from "./read/script/context.js";
import type { Start } from "./read/script/found.js";
import { isConsultation, KAKAO, withChoicesOf } from "./read/script/start.js";
import {
  type Address,
  classifyAddress,
  expandChoices,
  type OtherAddress,
  parseAddress,
} from "./read/text/address.js";
import type { Pieces } from "./read/text/pieces.js";
import { withEncoding } from "./read/text/to-text.js";
import { withoutRepeats } from "./repeats.js";
import type { ItemCondition } from "./write/values/item-condition.js";

/** One consultation that the old code starts. */
export interface Chat {
  start: Start;
  endpoint: Address["endpoint"];
  /** Texts that may hold pieces. */
  values: Partial<Record<Field, string>>;
  /** What is sent besides, which Kakao's documents do not have. */
  unknown: [name: string, text: string][];
  isEscaped: boolean;
  raw: string[];
  encoded: string[];
  bare: string[];
  /** Parts of the address that could not be read. */
  lost: string[];
  /** Parts of which only what they are otherwise is known: `data.channel || "@shop"`. */
  defaulted: string[];
  /** What has to hold for it to be this address, and no other page's. */
  condition?: string;
  /** All conditions under which it is this chat. */
  branch: readonly Decision[];
  /** The ids of which one is chosen at the click, if `values.uuid` is the code that chooses. */
  ids?: readonly string[];
  /** The item of a list that it is of, if one element stands for several. */
  item?: ItemCondition | null;
}

/** A condition that decides between chats. */
export type Decision = Pick<Guard, "holds" | "code"> & {
  /** What it is told from others by. */
  test: object;
};

/** An address of Kakao's that starts no consultation. */
export interface Other {
  kind: OtherAddress;
  address: string;
  start: Start | null;
  place: number;
  trigger: OldElement | null;
}

/** The consultations in what was read, the likeliest button first, and what else of Kakao's is there. */
export function listChats(facts: Facts): { chats: Chat[]; others: Other[] } {
  const chats: Chat[] = [];
  const others: Other[] = [];
  for (const start of withoutRepeats(facts.starts, facts.pieces)) {
    const condition = findCondition(start, facts);
    const chosen = findChosen(start, facts);
    if (chosen) {
      chats.push(chosen);
      continue;
    }
    const urls = expandChoices(start.url, facts.pieces);
    if (isDecidedByServer(start, facts.pieces)) {
      const decided = urls.flatMap((url) => {
        const address = parseAddress(url, facts.pieces);
        return address ? [toChat(start, address, facts)] : [];
      });
      chats.push(...settleDecided(start, decided, facts.pieces));
      continue;
    }
    const test = urls.length === 2 ? findTest(start, facts) : null;
    for (const [at, url] of urls.entries()) {
      const address = parseAddress(url, facts.pieces);
      if (address) {
        const chat = toChat(start, address, facts);
        const branch = [...chat.branch, ...(test ? [{ ...test, holds: at === 0 }] : [])];
        const ids = listChosen(chat, facts);
        chats.push({ ...chat, branch, ...condition, ...(ids && { ids }) });
      } else if (KAKAO.test(withChoicesOf(facts.pieces, url))) {
        const kind = classifyAddress(url);
        const shown = facts.pieces.show(url.trim());
        others.push({ kind, address: shown, start, place: start.place, trigger: start.trigger });
      }
    }
  }
  return { chats: chats.sort((a, b) => rank(a) - rank(b)), others };
}

/** `".../chat/open/" + (isEnglish ? "@shop-en" : "@shop")`: one address, whose id the same code can choose again. */
function findChosen(start: Start, facts: Facts): Chat | null {
  const address = parseAddress(start.url, facts.pieces);
  const chat = address && toChat(start, address, facts);
  const ids = chat && listChosen(chat, facts);
  return ids ? { ...chat, ids, defaulted: [] } : null;
}

/** The ids of which the same code can choose one again; `null` if it is one, or nobody knows which there are. */
function listChosen({ values }: Chat, { pieces }: Facts): string[] | null {
  const uuid = values.uuid ?? "";
  const found = pieces.findCode(uuid);
  const isAtHand = found.every(({ hidden, isAwaited }) => hidden.length === 0 && !isAwaited);
  if (found.length === 0 || !isAtHand) return null;
  const ids = listLast(expandChoices(uuid, pieces));
  const isOpen = ids.length > 1 || found.some(({ defaulted }) => defaulted !== undefined);
  const known = ids.filter((id) => !pieces.has(id));
  // Of ids that are all made at the click, the code is the one id.
  return isOpen && (known.length > 0 || ids.length > 1) ? known : null;
}

/** All ids that a chat may have. */
export function listIds({ ids, values }: Chat): readonly string[] {
  return ids ?? [values.uuid ?? ""];
}

/** Each once, where it stands last: what is chosen otherwise comes at the end. */
export function listLast(ids: readonly string[]): string[] {
  return ids.filter((id, at) => ids.lastIndexOf(id) === at);
}

/** `isPhone ? "https://.../@shop-mo" : "https://.../@shop"`: what decides between two addresses. */
function findTest({ url, node }: Start, { pieces }: Facts): Omit<Decision, "holds"> | null {
  const [only, ...more] = pieces.split(url);
  if (!node || more.length > 0 || !only || !("kind" in only) || only.kind !== "code") return null;
  const { test: code, hidden, isAwaited } = only;
  return code === undefined ? null : { test: only, code: { code, hidden, isAwaited } };
}

/** `data.channel || "@shop"` in an address before its query, of which the one text is taken that is known. */
function listDefaulted(url: string, uuid: string, pieces: Pieces): string[] {
  const [path = ""] = url.split("?");
  return pieces
    .findCode(path + uuid)
    .flatMap(({ choices, defaulted }) =>
      choices.length === 1 && defaulted !== undefined ? [pieces.showCode(defaulted)] : [],
    );
}

/** `isOpen ? "https://bizmessage.kakao.com/..." : "/hours"`; if it asks for the other address, one is the default. */
function findCondition({ url }: Start, { pieces }: Facts): Partial<Chat> {
  const [only] = pieces.findCode(url);
  const { test, choices = [] } = only ?? {};
  if (test === undefined) return {};
  const [first, second] = choices.map((one) => isConsultation(pieces, one));
  if (first === second || choices.includes("")) return {};
  const other = pieces.showCode(pieces.toExpression(choices[first ? 1 : 0] ?? ""));
  const asked = test.replace(/\?\./g, ".").split(/[^\w$.]+/);
  if (asked.includes(other.replace(/\?\./g, "."))) return { defaulted: [other] };
  return { condition: first ? test : opposite(test) };
}

function toChat(start: Start, address: Address, { pieces }: Facts): Chat {
  const values: Chat["values"] = {};
  const unknown: [string, string][] = [];
  const nameless: string[] = [];
  const fields = start.fields.map(([name, text]) => [name, withEncoding(text, pieces)] as const);
  for (const [name, text] of [...address.values, ...fields]) {
    if (!text.trim() || isEmpty(text, pieces)) continue;
    const field = FIELDS.find((one) => one === name);
    // A field whose name is known at the click alone.
    if (pieces.has(name)) nameless.push(pieces.show(`${name}=${text}`));
    else if (field) values[field] = orElse(values[field], text, pieces);
    else unknown.push([name, text]);
  }
  const { endpoint, isEscaped, raw, encoded, bare } = address;
  const lost = [...address.lost, ...nameless];
  const defaulted = listDefaulted(start.url, values.uuid ?? "", pieces);
  const { branch } = start;
  return {
    start,
    endpoint,
    values,
    unknown,
    isEscaped,
    raw,
    encoded,
    bare,
    lost,
    defaulted,
    branch,
  };
}

/** A text that is put together of nothing: `if (extra) url += "&extra=" + extra`, called with `""`. */
function isEmpty(text: string, pieces: Pieces): boolean {
  return pieces.has(text) && pieces.toExpression(text) === '""';
}

/** The first of a name counts: if that is there under a condition only, the next counts without it. */
function orElse(first: string | undefined, next: string, pieces: Pieces): string {
  if (first === undefined) return next;
  const [only, ...more] = pieces.findCode(first);
  if (!only?.isOptional || more.length > 0) return first;
  const others = pieces.findCode(next);
  const isOptional = others.length === 1 && others[0]?.isOptional === true;
  const code = `(${only.code}) || (${pieces.toExpression(next)})`;
  return pieces.addCode(code, { ...joinNeeds([only, ...others]), isOptional });
}

/** A button that can be seen comes before one that only a script knows; a window before the page. */
const RANKS: Partial<Record<Start["how"], number>> = { page: 0.5, caller: 1 };

function rank({ start, values }: Chat): number {
  const { trigger, how, isAtLoad } = start;
  const origin = trigger ? { page: 0, script: 1, absent: 2 }[trigger.origin] : 3;
  return (values.uuid ? 0 : 100) + (isAtLoad ? 10 : 0) + origin * 2 + (RANKS[how] ?? 0);
}
