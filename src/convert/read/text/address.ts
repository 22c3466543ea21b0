import { isDecision, splitPairs } from "../server/decisions.js";
import { withoutEncoding } from "../server/url-encoders.js";
import { decode } from "./decode.js";
import type { CodePiece, Part, Piece, Pieces } from "./pieces.js";
import { isPlainValue } from "./plain-value.js";
import { spreadConditions } from "./query-parts.js";

/** What an address of Kakao's says; texts may hold pieces. */
export interface Address {
  endpoint: "write" | "open";
  values: [name: string, text: string][];
  /** `&amp;` was left in it. */
  isEscaped: boolean;
  /** Names whose code stands in it unencoded. */
  raw: string[];
  /** Names whose template a server has encoded for the address. */
  encoded: string[];
  /** Names whose template stands in the query with nothing that encodes it. */
  bare: string[];
  /** Parts of the query whose names are not known. */
  lost: string[];
}

const CHAT =
  /^(?:https?:)?\/\/bizmessage\.kakao\.com(?::443)?\/(?:v1\/)?chat\/(write|open)(?![^/?#])\/?([^/?#]*)\/?\??([^#]*)/i;

/** Reads an address that starts a consultation; nothing for any other. */
export function parseAddress(address: string, pieces: Pieces): Address | null {
  const text = withoutIntent(address.trim());
  const tidy = text.replace(/&(?:amp;|#0*38;|#x0*26;)+/gi, "&");
  const isEscaped = tidy !== text;
  const found = CHAT.exec(withQuery(tidy, pieces));
  if (!found) return null;
  const [, endpoint = "", path = "", query = ""] = found;
  const { before: id, pairs } = splitPairs(path, spreadConditions(query, pieces), pieces);
  const values: [string, string][] = [];
  const raw: string[] = [];
  const encoded: string[] = [];
  const bare: string[] = [];
  const lost: string[] = [];
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    const name = decode(at < 0 ? pair : pair.slice(0, at), pieces);
    const value = at < 0 ? "" : pair.slice(at + 1);
    // A query that is put together elsewhere has no names here.
    if (!/^[\w.-]+$/.test(name)) {
      if (!pieces.split(pair).every(isDecision)) lost.push(pieces.show(pair));
      continue;
    }
    if (pieces.findCode(value).some(isUnsafe)) raw.push(name);
    if (pieces.split(value).some((part) => isEncodedByServer(part, pieces))) encoded.push(name);
    else if (isBare(value, pieces)) bare.push(name);
    values.push([name, decode(value.replace(/\+/g, " "), pieces)]);
  }
  if (pieces.split(id).some((part) => isEncodedByServer(part, pieces))) encoded.unshift("uuid");
  // As Kakao reads it: the id of the path counts.
  const rest = id ? values.filter(([name]) => name !== "uuid") : values;
  return {
    endpoint: endpoint.toLowerCase() === "open" ? "open" : "write",
    values: id ? [["uuid", decode(id, pieces)], ...rest] : rest,
    isEscaped,
    raw,
    encoded,
    bare,
    lost,
  };
}

/** `".../chat/write" + makeQuery()`: what follows begins a query. */
function withQuery(address: string, pieces: Pieces): string {
  let at = 0;
  for (const [part, length] of pieces.measure(address)) {
    const before = address.slice(0, at);
    const isCode = "kind" in part && part.kind === "code";
    if (isCode && /\/chat\/(?:write|open)$/i.test(before)) return `${before}?${address.slice(at)}`;
    at += length;
  }
  return address;
}

/** `intent://bizmessage.kakao.com/...#Intent;scheme=https;end`: how Android's browsers open the same in an app. */
function withoutIntent(address: string): string {
  return address.replace(/^intent:(\/\/[\s\S]*?)#Intent;[\s\S]*$/i, "https:$1");
}

function isEncodedByServer(part: Part, pieces: Pieces): boolean {
  if (!("kind" in part) || part.kind !== "template") return false;
  return withoutEncoding(part, pieces) !== part.source;
}

/** Whether all of a value is a template of which nobody knows whether it is encoded. */
function isBare(value: string, pieces: Pieces): boolean {
  const [only, ...more] = pieces.split(value.trim());
  if (more.length > 0 || !only || !("kind" in only) || only.kind !== "template") return false;
  return only.choices.length === 0 && !isDecision(only);
}

/** A function that was not pasted, whose name says that it encodes, in whatever way. */
const ENCODES = /^\(?(?:[\w$]+\.)*\w*(?:encode|encrypt|escape|base64)\w*\(/i;

/** Whether code could put a letter into an address that cuts it: not if all it can be is plain words. */
function isUnsafe({ code, isEncoded, choices }: CodePiece): boolean {
  if (ENCODES.test(code)) return false;
  const arePlain = choices.length > 1 && choices.every((one) => /^[\w.~!*'()-]*$/.test(one));
  return !isEncoded && !arePlain && !isPlainValue(code);
}

/** The address to which Kakao's own login page goes on: a chat asks for the login by itself. */
export function withoutLogin(address: string, pieces: Pieces): string {
  const [, onward] =
    /^\s*(?:https?:)?\/\/accounts\.kakao\.com\/login\/?(?:#\w*)?\?(?:[^#]*&)?continue=([^#]*)/i.exec(
      address,
    ) ?? [];
  if (onward === undefined) return address;
  return /^https?:\/\//i.test(onward) ? onward : decode(onward.replace(/&.*/s, ""), pieces);
}

/** All that an address can be, if it is one of several: `isPhone ? A : B`. */
export function expandChoices(address: string, pieces: Pieces): string[] {
  return splitDecided(address, pieces).flatMap((one) => expandOne(one, pieces));
}

/** `<% if (isPhone) { %>A<% } else { %>B<% } %>`: each address by itself. */
function splitDecided(address: string, pieces: Pieces): string[] {
  const parts = pieces.split(address);
  const isAddress = (part: Part) => "text" in part && /^\s*(?:https?:)?\/\//i.test(part.text);
  if (!parts.slice(1).some(isAddress)) return [address];
  const all: string[] = [];
  for (const part of parts) {
    if (isAddress(part)) all.push("");
    if (all.length > 0 && !isDecision(part))
      all[all.length - 1] += "text" in part ? part.text : pieces.add(part);
  }
  return all.map((one) => one.trim());
}

function expandOne(address: string, pieces: Pieces): string[] {
  let all = [""];
  for (const part of pieces.split(address)) {
    const isOpen = !all.some((text) => text.includes("?"));
    const texts =
      "text" in part
        ? [part.text]
        : part.choices.length > 0 && isOpen
          ? isQuery(part)
            ? [`?${pieces.add(part)}`]
            : (joinSame(part, pieces) ?? part.choices)
          : [pieces.add(part)];
    all = all.flatMap((start) => texts.map((text) => start + text)).slice(0, 6);
  }
  return all;
}

/** `isPhone ? "?extra=m" : "?extra=pc"`: which parameters there are, not which address it is. */
function isQuery(part: Piece): boolean {
  if (part.kind !== "code") return false;
  return part.choices.length > 1 && part.choices.every((one) => /^(?:\?|$)/.test(one));
}

/** `isPhone ? "//host/id?extra=m" : "//host/id?extra=pc"`: one address, whose parameters alone are decided. */
function joinSame(part: Piece, pieces: Pieces): string[] | null {
  if (part.kind !== "code" || part.test === undefined) return null;
  const [first = "", second = "", ...more] = part.choices;
  const [head = "", other] = [first, second].map((one) => one.replace(/\?.*/s, ""));
  if (more.length > 0 || !head || head !== other || /#/.test(first + second)) return null;
  const choices = [first, second].map((one) => one.slice(head.length));
  // An address that is put together elsewhere may have parameters without names here: if one choice has them, they are lost.
  const isNamed = (one: string) => /^(?:$|\?[\w.-]+=)/.test(one);
  if (!choices.every((one) => isNamed(one) || (choices.includes("") && one.startsWith("?"))))
    return null;
  return [`${head}?${pieces.add({ ...part, choices })}`];
}

/** Addresses that look like the consultation's, but are something else. */
export type OtherAddress =
  | "landed"
  | "channel"
  | "home"
  | "page"
  | "include"
  | "dealer"
  | "openchat"
  | "other";

/** What kind of address it is, if it does not start a consultation. */
export function classifyAddress(address: string): OtherAddress {
  if (/bizmessage\.kakao\.com\/chat\/includeScript/i.test(address)) return "include";
  if (/bizmessage\.kakao\.com\/chat\/[^/?#\s]+/i.test(address)) return "landed";
  if (/api\.happytalk\.io\/api\/kakao/i.test(address)) return "dealer";
  if (/plus\.kakao\.com\/home\/|goto\.kakao\.com\/@|kakaoplus:|plus-talk\.kakao/i.test(address))
    return "home";
  if (/pf\.kakao\.com\/[^/?#\s]+\/(?!chat\b)[^/?#\s]/i.test(address)) return "page";
  if (/pf\.kakao\.com\/|plus\.kakao\.com\/talk/i.test(address)) return "channel";
  if (/open\.kakao\.com\/\w/i.test(address)) return "openchat";
  return "other";
}
