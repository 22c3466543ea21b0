import { findFirst, parseQuery, parseUrl } from "../builtins.js";
import { decode } from "../kakao.js";
import {
  callNative,
  findAll,
  findParent,
  isElement,
  readAttribute,
  readNative,
} from "../natives.js";
import type { TokenName } from "../options/token-syntax.js";
import { findLanguage } from "../report/language.js";
import { EDITABLE } from "./mark.js";

/** Where a token stands: in a button's extra, or in a call's or the launcher's, which have no place. */
export interface Place {
  /** Null for a call and for the launcher. */
  element: Element | null;
}

type Reader = (argument: string, place: Place) => string;

/** What the tokens say of the page, `""` if it says nothing. May throw. */
export const READERS: Record<TokenName, Reader> = {
  path: () => decode(findAddress().pathname),
  url: () => showAddress(findAddress().href),
  title: () => readNative(document, "title"),
  lang: (_, { element }) => findLanguage(element),
  referrer: () => showAddress(readNative(document, "referrer")),
  query: readQuery,
  meta: readMeta,
  data: (name, { element }) => readData(name, element),
  text: readText,
};

/** The page's address. A frame that the page has written itself (`srcdoc`) has none of its own: it is the page's. */
function findAddress(): Location | URL {
  return location.protocol === "about:" ? parseUrl(readNative(document, "baseURI")) : location;
}

/** Origin and path, decoded so that Hangul is readable. Never the query or the hash. */
function showAddress(address: string): string {
  return decode(address.replace(/[?#].*/, ""));
}

function readQuery(name: string): string {
  const values = parseQuery(findAddress().search).getAll(name);
  const value = findFirst(values, (each) => /\S/.test(each)) ?? "";
  // Not UTF-8: an EUC-KR shop's own search. As `{path}` does, it stays as it is written.
  return value.includes("\ufffd") ? readRawQuery(name) : value;
}

function readRawQuery(name: string): string {
  const pairs = findAddress().search.slice(1).split("&");
  const pair = findFirst(
    pairs,
    (each) => decode(each).startsWith(`${name}=`) && !/=\+*$/.test(each),
  );
  return pair?.slice(pair.indexOf("=") + 1) ?? "";
}

function readMeta(name: string): string {
  for (const meta of findAll("meta")) {
    const isNamed =
      readAttribute(meta, "name") === name || readAttribute(meta, "property") === name;
    const content = readAttribute(meta, "content");
    if (isNamed && content && /\S/.test(content)) return content;
  }
  return "";
}

/**
 * `data-NAME` of the nearest element that has it, through shadow roots. What stands beside the body (the
 * launcher) or nowhere is asked as if it stood in the body.
 */
function readData(name: string, element: Element | null): string {
  const body = readNative(document, "body");
  const chain: Element[] = [];
  for (let each = element; each; each = findParent(each)) chain.push(each);
  if (!chain.includes(body)) {
    const root = readNative(document, "documentElement");
    if (chain[chain.length - 1] === root) chain.pop();
    chain.push(body, root);
  }
  for (const each of chain) {
    const value = each && readAttribute(each, `data-${name}`);
    if (value !== null) return value;
  }
  return "";
}

/** What is no text for a reader, and form fields, whose content is the visitor's. */
const UNREAD = `script,style,noscript,template,textarea,select,datalist,input,${EDITABLE},[role=textbox]`;

/** `NodeFilter`'s numbers: a page may call something else by that name. */
const FILTER = { showElementsAndText: 1 | 4, accept: 1, reject: 2 };

/** Enough for a token's value after white space has been folded. */
const ENOUGH = 400;

/** The text of the first element that the selector finds, a `<br>` as a space. */
function readText(selector: string): string {
  const element = callNative(document, "querySelector", selector);
  if (!element || callNative(element, "closest", UNREAD)) return "";
  const isUnread = (node: Node) => isElement(node) && callNative(node, "matches", UNREAD);
  const walker = callNative(document, "createTreeWalker", element, FILTER.showElementsAndText, {
    acceptNode: (node) => (isUnread(node) ? FILTER.reject : FILTER.accept),
  });
  let text = "";
  for (let node = walker.nextNode(); node && text.length < ENOUGH; node = walker.nextNode()) {
    const isBreak = isElement(node) && callNative(node, "matches", "br");
    const part = isBreak ? " " : isElement(node) ? "" : (node.nodeValue ?? "");
    text = (text + part.replace(/\s+/g, " ")).replace(/^ /, "");
  }
  return text;
}
