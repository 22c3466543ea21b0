import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  type ParserOptions,
  parse,
  parseFragment,
} from "parse5";
import { append, createElement, type OldElement } from "./element.js";
import { asWritten, type Closed, closeTags } from "./self-closing.js";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What makes a paste a whole page: without it, parse5 reads rows and cells by themselves too. */
const WHOLE_PAGE = /<(?:!doctype|html|head|body|frameset)\b/i;

/**
 * What was pasted as a tree below one nameless root.
 *
 * @param mask changes texts and the values of attributes
 * @param isCompiled a compiler reads it that ends an element at `/>`: Vue's, Svelte's
 */
export function parseMarkup(
  source: string,
  origin: OldElement["origin"] = "page",
  mask: (text: string) => string = (text) => text,
  root = createElement("", origin),
  isCompiled = false,
): OldElement {
  const closed = isCompiled ? closeTags(source) : asWritten(source);
  const { html } = closed;
  const tree = parseTree(html);
  const seen = new Set<number>();
  const open: [node: Node, parent: OldElement][] = [[tree, root]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, parent] = next;
    const children = listChildren(node);
    let inside = parent;
    if ("tagName" in node && !isCopy(node, seen)) {
      inside = readElement(node, closed, origin, mask);
      append(parent, inside);
      if (closesItself(node, html)) {
        inside.end = inside.closeStart = inside.tagEnd;
        inside = parent;
      }
    } else if (node.nodeName === "#text" && "value" in node) {
      append(parent, parent.name === "script" ? node.value : mask(node.value));
    }
    for (const child of [...children].reverse()) open.push([child, inside]);
  }
  return root;
}

/** Elements of which browsers make another wherever they are left open. */
const FORMATTING = /^(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/;

/** Whether an element is one that was left open, once more: it was written once. */
function isCopy({ tagName, sourceCodeLocation }: Element, seen: Set<number>): boolean {
  if (!FORMATTING.test(tagName)) return false;
  const start = sourceCodeLocation?.startOffset;
  if (start === undefined || seen.has(start)) return true;
  seen.add(start);
  return false;
}

/** Browsers stop at 512; parse5 has no limit, and its work grows with the square of the depth. */
export const DEEPEST = 600;

/** Elements are nested so deeply that the rest is not read. */
class TooDeep extends Error {}

function parseTree(html: string): Node {
  let depth = 0;
  let outermost: Node | null = null;
  const options: ParserOptions<DefaultTreeAdapterMap> = {
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: (node) => {
        outermost ??= node;
        if (++depth > DEEPEST) throw new TooDeep();
      },
      onItemPop: () => {
        depth--;
      },
    },
  };
  try {
    return WHOLE_PAGE.test(html) ? parse(html, options) : parseFragment(html, options);
  } catch (error) {
    if (error instanceof TooDeep && outermost) return outermost;
    throw error;
  }
}

function listChildren(node: Node): Node[] {
  // A template's children are in a document of their own.
  if ("content" in node) return node.content.childNodes;
  return "childNodes" in node ? node.childNodes : [];
}

/** `<asp:Button />`, `<MyIcon />`: a component ends where it says, though HTML has no such end. */
function closesItself(node: Element, html: string): boolean {
  const { tagName, sourceCodeLocation } = node;
  const tag = sourceCodeLocation?.startTag;
  if (!tag || html.slice(tag.endOffset - 2, tag.endOffset) !== "/>") return false;
  return /[:-]/.test(tagName) || isCapitalized(node, html);
}

/** `<MyIcon>`, which HTML reads in lower case. */
function isCapitalized({ tagName, sourceCodeLocation }: Element, html: string): boolean {
  const start = (sourceCodeLocation?.startOffset ?? 0) + 1;
  return /^[A-Z].*[a-z]/.test(html.slice(start, start + tagName.length));
}

/** What Spring's own form is told in its own words. */
const NAMES = new Map([["acceptcharset", "accept-charset"]]);
/** What JSF's own link is told in its own words. */
const JSF_NAMES = new Map([...NAMES, ["value", "href"], ["styleclass", "class"]]);

function readElement(
  node: Element,
  { html, toPlace }: Closed,
  origin: OldElement["origin"],
  mask: (text: string) => string,
): OldElement {
  const isJsf = node.tagName === "h:outputlink";
  const names = isJsf ? JSF_NAMES : NAMES;
  const element = createElement(
    isJsf ? "a" : node.tagName.replace(/^(?:form|s|html):form$/, "form"),
    origin,
    node.attrs.map(({ name, prefix, value }) => [
      prefix ? `${prefix}:${name}` : (names.get(name) ?? name),
      mask(value),
    ]),
  );
  const place = node.sourceCodeLocation;
  if (place && origin === "page") {
    element.start = toPlace(place.startOffset);
    element.end = toPlace(place.endOffset);
    element.tagEnd = toPlace(place.startTag?.endOffset ?? place.endOffset);
    element.closeStart = toPlace(place.endTag?.startOffset ?? place.endOffset);
    element.written = listWritten(place, html);
    if (isCapitalized(node, html)) element.isCapitalized = true;
  }
  return element;
}

/** The names of attributes that HTML has in lower case, and that were written otherwise. */
function listWritten(
  { attrs = {} }: NonNullable<Element["sourceCodeLocation"]>,
  html: string,
): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  for (const [name, { startOffset }] of Object.entries(attrs)) {
    const one = html.slice(startOffset, startOffset + name.length);
    if (one !== name && one.toLowerCase() === name) written.set(name, one);
  }
  return written;
}
