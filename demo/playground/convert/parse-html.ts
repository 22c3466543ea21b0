import { EntityParser, Tokenizer } from "simple-html-tokenizer";

/** An element of a paste, as plain data. */
export interface OldElement {
  name: string;
  /** Names in lower case. */
  attributes: Map<string, string>;
  /** All text within it. */
  text: string;
  /** All elements within it, in their order. */
  inside: OldElement[];
}

/** What old buttons have in their addresses and texts. */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const RAW = /^(script|style)$/;

/** What a server fills in; its own quotes would end an attribute. */
const SERVER_CODE = /<\?[\s\S]*?\?>|<%[\s\S]*?%>/g;

/**
 * The elements of a paste, in their order. By a tokenizer of text alone: the browser's own
 * `DOMParser` runs nothing either, but Chromium holds its documents to this page's policy, and would
 * report each handler in them to whoever hosts this page.
 */
export function parseHtml(html: string): OldElement[] {
  // Where script ends, the tokenizer knows in lower case only.
  const templates: string[] = [];
  const hidden = html.replace(SERVER_CODE, (code) => `\ue002${templates.push(code) - 1}\ue003`);
  const show = (text: string) =>
    text.replace(/\ue002(\d+)\ue003/g, (_, index) => templates[index] ?? "");
  const text = hidden.replace(/<\/?(?:script|style|title)\b/gi, (tag) => tag.toLowerCase());
  const all: OldElement[] = [];
  let open: OldElement[] = [];
  for (const token of new Tokenizer(new EntityParser(ENTITIES)).tokenize(text)) {
    if (token.type === "StartTag") {
      const name = token.tagName.toLowerCase();
      const attributes = new Map<string, string>();
      for (const [attribute, value] of token.attributes) {
        const key = attribute.toLowerCase();
        if (!attributes.has(key)) attributes.set(key, show(value));
      }
      const element = { name, attributes, text: "", inside: [] };
      for (const { inside } of open) inside.push(element);
      all.push(element);
      if (!token.selfClosing && !VOID.test(name)) open.push(element);
    } else if (token.type === "EndTag") {
      const name = token.tagName.toLowerCase();
      const at = open.map((element) => element.name).lastIndexOf(name);
      if (at >= 0) open = open.slice(0, at);
    } else if (token.type === "Chars") {
      const innermost = open.at(-1);
      const readers = innermost && RAW.test(innermost.name) ? [innermost] : open;
      for (const element of readers) element.text += show(token.chars);
    }
  }
  return all;
}
