import { EXTRA_LIMIT } from "../../../src/kakao.js";
import { cutAt } from "../../../src/options/cut.js";
import { PLATFORMS } from "../snippets/platforms/platforms.js";
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

/** Where the platform's product pages keep the name and the number; else where most pages do. */
export function findProductTokens(tab: State["tab"]): Record<keyof ProductTokens, string> {
  const { productName = "{meta:og:title}", productNumber = "{query:no}" } = PLATFORMS[tab];
  return { productName, productNumber };
}

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

function readToken(token: string, name: string, page: SamplePage, tab: State["tab"]): string {
  const { productName, productNumber } = findProductTokens(tab);
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
