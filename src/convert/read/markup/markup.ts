import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  type ParserOptions,
  parse,
  parseFragment,
} from "parse5";
import { append, createElement, type OldElement } from "./element.js";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What makes a paste a whole page: without it, parse5 reads rows and cells by themselves too. */
const WHOLE_PAGE = /<(?:!doctype|html|head|body|frameset)\b/i;

/**
 * What was pasted as a tree below one nameless root.
 *
 * @param mask changes texts and the values of attributes
 */
export function parseMarkup(
  html: string,
  origin: OldElement["origin"] = "page",
  mask: (text: string) => string = (text) => text,
  root = createElement("", origin),
): OldElement {
  const tree = parseTree(html);
  const open: [node: Node, parent: OldElement][] = [[tree, root]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, parent] = next;
    const children = listChildren(node);
    let inside = parent;
    if ("tagName" in node) {
      inside = readElement(node, html, origin, mask);
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
function closesItself({ tagName, sourceCodeLocation }: Element, html: string): boolean {
  const tag = sourceCodeLocation?.startTag;
  if (!tag || html.slice(tag.endOffset - 2, tag.endOffset) !== "/>") return false;
  const written = html.slice(tag.startOffset + 1, tag.startOffset + 1 + tagName.length);
  return /[:-]|^[A-Z].*[a-z]/.test(written);
}

/** What Spring's own form is told in its own words. */
const NAMES: Record<string, string> = { acceptcharset: "accept-charset" };
/** What JSF's own link is told in its own words. */
const JSF_NAMES: Record<string, string> = { value: "href", styleclass: "class" };

function readElement(
  node: Element,
  html: string,
  origin: OldElement["origin"],
  mask: (text: string) => string,
): OldElement {
  const isJsf = node.tagName === "h:outputlink";
  const names = isJsf ? { ...NAMES, ...JSF_NAMES } : NAMES;
  const element = createElement(
    isJsf ? "a" : node.tagName.replace(/^(?:form|s|html):form$/, "form"),
    origin,
    node.attrs.map(({ name, prefix, value }) => [
      prefix ? `${prefix}:${name}` : (names[name] ?? name),
      mask(value),
    ]),
  );
  const place = node.sourceCodeLocation;
  if (place && origin === "page") {
    element.start = place.startOffset;
    element.end = place.endOffset;
    element.tagEnd = place.startTag?.endOffset ?? place.endOffset;
    element.closeStart = place.endTag?.startOffset ?? place.endOffset;
    element.written = listWritten(place, html);
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
