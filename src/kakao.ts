/** What is Kakao's own: addresses, parameters, limits. https://bizmessage.kakao.com is fixed at build time. */

import { parseQuery, parseUrl, trim } from "./builtins.js";

declare const KAKAO_CHAT_ORIGIN: string;

/**
 * The origin of every chat. The build fixes it, so nothing in a page can point the buttons elsewhere.
 * Only the playground's server builds with another one, in memory.
 */
export const ORIGIN = KAKAO_CHAT_ORIGIN;

/** The address of Kakao's API document, and the one that pages in production use. */
export const PATHS = { write: "/v1/chat/write", open: "/chat/open" } as const;

/** The script that a partner's page loads. */
export const INCLUDE_SCRIPT_PATH = "/chat/includeScript";

/** A channel's own page, or a chat. */
export const CHANNEL_OR_CHAT = /\/\/(?:pf|bizmessage)\.kakao\.com\//i;

/**
 * The parameters of a request in the order in which they are sent: the option's name, Kakao's name.
 * `app_open_type` is in one dealer's manual only, the others are in the API document.
 */
export const PARAMETERS = [
  ["uuid", "uuid"],
  ["extra", "extra"],
  ["bot", "bot"],
  ["event", "event"],
  ["appOpenType", "app_open_type"],
] as const;

/** The option that a parameter is. */
export type ParameterOption = (typeof PARAMETERS)[number][0];
/** Kakao's name of a parameter. */
export type ParameterName = (typeof PARAMETERS)[number][1];

/** The API document: an extra is cut at 1,000 characters, without an error. */
export const EXTRA_LIMIT = 1000;

/** One dealer's limit for a bot event's name. Kakao publishes none. */
export const EVENT_LIMIT = 100;

/** The usual published rule for search ids is 15 characters, the `@` apart. Live ids break it. */
export const ID_LIMIT = 15;

/** The smallest inner size of a popup that the API document recommends, in CSS pixels. */
export const POPUP_WIDTH = 1024;
/** Its height. */
export const POPUP_HEIGHT = 800;

/** What one of Kakao's two GET addresses says. Values are decoded; an absent one is `null`. */
export interface ChatAddress extends Record<ParameterOption, string | null> {
  /** Which of the two. */
  endpoint: keyof typeof PATHS;
  /** Whether `&amp;` was left in it, as editors that escape twice leave it. */
  hasEscapedAmpersands: boolean;
}

/** Groups: endpoint, the id. `/chat/opened` is another address. */
const PATH = /^(?:\/v1)?\/chat\/(write|open)(?![^/])\/?([^/]*)\/?$/;

/** What a browser takes for the two slashes of an address without a protocol. */
const SLASHES = /^[/\\]{2}/;

/** `&amp;`, `&amp;amp;` and so on, and the same by number. */
const ESCAPED_AMPERSAND = /&(?:amp;|#0*38;|#x0*26;)+/gi;

/**
 * Reads a link to one of Kakao's two GET addresses. Returns null for any other address.
 *
 * @param href the attribute as written. On an EUC-KR page the property `.href` holds EUC-KR bytes,
 *   while parsing the attribute is always UTF-8.
 */
export function parseChatAddress(href: string | null): ChatAddress | null {
  if (!href) return null;
  const written = toUtf8(tidyHref(href));
  const address = tidyAmpersands(written);
  const { place, query } = splitAddress(address);
  const match = PATH.exec(findPath(place));
  if (!match) return null;
  const [, endpoint, idInPath = ""] = match;
  const fields = parseQuery(query);
  const values: Record<ParameterOption, string | null> = Object.create(null);
  for (const [option, name] of PARAMETERS) values[option] = fields.get(name);
  // An id in the path wins over one in the query.
  if (idInPath) values.uuid = decode(idInPath);
  return {
    ...values,
    endpoint: endpoint === "open" ? "open" : "write",
    hasEscapedAmpersands: address !== written,
  };
}

/**
 * The path of an address at Kakao, as browsers read it: whatever its letters, its slashes, its port. Kakao's is https,
 * also of old links. Empty for all other addresses.
 */
function findPath(place: string): string {
  try {
    const { origin, pathname } = parseUrl(place.replace(SLASHES, "https://"));
    const isKakaos = origin === ORIGIN || origin.replace(/^http:/, "https:") === ORIGIN;
    return isKakaos ? pathname : "";
  } catch {
    // A place in this site, or no address at all.
    return "";
  }
}

/** What stands before an address's query, the query, and the fragment with its `#`. */
export function splitAddress(address: string): { place: string; query: string; hash: string } {
  const [, place = "", query = "", hash = ""] =
    /^([^?#]*)\??([^#]*)(#?[\s\S]*)$/.exec(address) ?? [];
  return { place, query, hash };
}

/** Without what browsers leave out of an address: https://url.spec.whatwg.org/#concept-basic-url-parser */
export function tidyHref(href: string): string {
  return trim(href.replace(/[\t\n\r]/g, ""));
}

/** An address as it was meant. `&#038;`, as WordPress writes it, would begin a fragment. */
export function tidyAmpersands(href: string): string {
  return href.replace(ESCAPED_AMPERSAND, "&");
}

/** An address in which a page in EUC-KR has encoded its own bytes, as PHP's `urlencode()` does: `%BB%F3` is 상. */
export function toUtf8(address: string): string {
  return address.replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
    if (decode(encoded) !== encoded) return encoded;
    const bytes = encoded
      .slice(1)
      .split("%")
      .map((digits) => parseInt(digits, 16));
    try {
      const decoder = new TextDecoder("euc-kr", { fatal: true });
      return encodeURIComponent(decoder.decode(Uint8Array.from(bytes)));
    } catch {
      // Neither is it EUC-KR.
      return encoded;
    }
  });
}

/** Percent-decodes what is valid, and leaves the rest as written. */
export function decode(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
