import { EXTRA_LIMIT } from "../../../src/kakao.js";
import { cutAt } from "../../../src/options/cut.js";
import {
  listPlatformNames,
  PLATFORMS,
  type PlatformName,
} from "../snippets/platforms/platforms.js";
import type { State } from "../state.js";
import type { TextKey } from "../texts/texts.js";
import type { SamplePage } from "./sample-page.js";

/** What a button above the extra inserts. */
export interface TokenButton {
  label: TextKey;
  /** The name of the pair. */
  name: string;
  token: string;
}

/** The product cuts a value of a page at so many UTF-16 units. */
const LONGEST_VALUE = 200;

const TOKEN = /\{(path|url|title|lang|referrer|(?:query|meta|data|text):[^{}]+)\}/g;

/** The tokens that are worth a button on this platform. */
export function listTokenButtons(tab: State["tab"]): TokenButton[] {
  const { productName, productNumber } = findProductTokens(tab);
  return [
    { label: "token.path", name: "page", token: "{path}" },
    { label: "token.title", name: "title", token: "{title}" },
    { label: "token.productName", name: "name", token: productName },
    { label: "token.productNumber", name: "product", token: productNumber },
    { label: "token.campaign", name: "utm_source", token: "{query:utm_source}" },
    { label: "token.referrer", name: "from", token: "{referrer}" },
  ];
}

/** Where the platform's product pages keep the name and the number; else what every page has. */
export function findProductTokens(tab: State["tab"]): ProductTokens {
  const { productName = "{title}", productNumber = "{path}" } = PLATFORMS[tab];
  return { productName, productNumber };
}

/**
 * The platforms whose product pages have a token of the extra that this platform's have not. Nothing is known of a
 * page that can be any shop's.
 */
export function listForeignTokens(extra: string, tab: State["tab"]): Map<string, PlatformName> {
  const found = new Map<string, PlatformName>();
  if (!PLATFORMS[tab].hasOwnPages) return found;
  const own = Object.values(findProductTokens(tab));
  for (const name of listPlatformNames()) {
    const { productName = "", productNumber = "" } = PLATFORMS[name];
    for (const token of [productName, productNumber]) {
      const isForeign = token !== "" && !own.includes(token) && !ON_MANY_PAGES.includes(token);
      if (isForeign && extra.includes(token)) found.set(token, name);
    }
  }
  return found;
}

/** What pages of other platforms may have as well. */
const ON_MANY_PAGES = ["{meta:og:title}", "{text:h1}"];

interface ProductTokens {
  productName: string;
  productNumber: string;
}

export function hasTokens(extra: string): boolean {
  return extra.search(TOKEN) >= 0;
}

/** The extra with one more pair at its end. */
export function addToken(extra: string, { name, token }: TokenButton): string {
  const text = extra.trimEnd();
  if (text === "") return `${name}=${token}`;
  return text.includes("=") ? `${text}&${name}=${token}` : `${text} ${token}`;
}

/** How long the extra is if every token's value is as long as it may be. */
export function countLongest(extra: string): number {
  const tokens = extra.match(TOKEN)?.length ?? 0;
  const rest = extra.replace(TOKEN, "").replace(/\r\n?|\n/g, "\r\n");
  return rest.length + tokens * LONGEST_VALUE;
}

/** What a click on the example page would send, by the product's rules. */
export function fillTokens(extra: string, page: SamplePage, tab: State["tab"]): string {
  const encode = findEncoding(extra);
  for (let longest = LONGEST_VALUE; longest > 0; longest -= 10) {
    const filled = extra.replace(TOKEN, (token, name: string) => {
      const value = readToken(token, name, page, tab).replace(/\s+/g, " ").trim();
      return encode(cutAt(value, longest));
    });
    if (filled.length <= EXTRA_LIMIT) return filled;
  }
  return extra.replace(TOKEN, "");
}

/** A value cannot break the form of what is around it. */
function findEncoding(extra: string): (value: string) => string {
  if (isJson(extra)) return (value) => JSON.stringify(value).slice(1, -1);
  if (!extra.replace(TOKEN, "").includes("=")) return (value) => value;
  return (value) => value.replace(/[%&=+#,;|]/g, encodeURIComponent);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Which of the example's fields a token of the extra is read from. */
export function isProductRead(
  extra: string,
  tab: State["tab"],
): Record<keyof ProductTokens, boolean> {
  const { productName, productNumber } = findPlaces(tab);
  return {
    productName: extra.includes(productName),
    productNumber: productNumber !== undefined && extra.includes(productNumber),
  };
}

/** Where the example page keeps the product: most shops' pages have a title for shared links. */
function findPlaces(tab: State["tab"]) {
  const { productName = "{meta:og:title}", productNumber } = PLATFORMS[tab];
  return { productName, productNumber };
}

function readToken(token: string, name: string, page: SamplePage, tab: State["tab"]): string {
  const { productName, productNumber } = findPlaces(tab);
  if (token === productName) return page.productName;
  if (token === productNumber) return page.productNumber;
  const address = parseAddress(page.address);
  if (name === "path") return decode(address?.pathname ?? "");
  if (name === "url") return address ? decode(address.origin + address.pathname) : "";
  if (name === "title") return page.title;
  if (name === "lang") return "ko";
  if (name === "referrer") {
    const referrer = parseAddress(page.referrer);
    return referrer ? decode(referrer.origin + referrer.pathname) : "";
  }
  if (name.startsWith("query:")) return address?.searchParams.get(name.slice(6)) ?? "";
  return "";
}

function parseAddress(text: string): URL | null {
  try {
    return new URL(text.trim());
  } catch {
    return null;
  }
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
