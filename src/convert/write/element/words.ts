import type { OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";
import { parseExpression } from "../../read/script/parse-script.js";
import { escapeText } from "../escape.js";

/** What a component shows, by what it is told. */
interface Shown {
  /** Markup. */
  inner: string;
  /** The attributes that said so. */
  names: readonly string[];
}

/** The attributes by which components are told their words, the likeliest first. */
const WORDS = ["label", "text", "title", "content", "buttonText", "name"];
const PICTURES = /^(?:.*icon|.*img|.*image|logo|picture)$/i;

/** The words and the pictures of a component that has nothing within it. */
export function readShown(trigger: OldElement, facts: Facts): Shown {
  const all = trigger.sources ? readJsx(trigger.sources, facts) : readMarkup(trigger, facts);
  const words = WORDS.flatMap((name) => {
    const inner = all.words.get(name);
    return inner === undefined || (name === "name" && isCode(inner)) ? [] : [{ name, inner }];
  }).slice(0, 1);
  const shown = [...all.pictures, ...words];
  return { inner: shown.map(({ inner }) => inner).join(""), names: shown.map(({ name }) => name) };
}

/** `name="kakao"` is a word for scripts. */
function isCode(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

interface Read {
  words: Map<string, string>;
  pictures: { name: string; inner: string }[];
}

function readJsx(sources: ReadonlyMap<string, string>, { pieces }: Facts): Read {
  const words = new Map<string, string>();
  const pictures: Read["pictures"] = [];
  for (const [name, written] of sources) {
    const source = pieces.showCode(written);
    if (name === "children" || name === "...") continue;
    const element = parseExpression(`<x ${source}\n/>`);
    const [attribute] = element?.type === "JSXElement" ? element.openingElement.attributes : [];
    const value = attribute?.type === "JSXAttribute" ? attribute.value : null;
    const code = source.slice(source.indexOf("=") + 1).trim();
    if (value?.type === "StringLiteral") words.set(name, code.slice(1, -1));
    if (value?.type !== "JSXExpressionContainer") continue;
    const { type } = value.expression;
    if (type === "JSXElement" && PICTURES.test(name))
      pictures.push({ name, inner: code.slice(1, -1).trim() });
    else if (type !== "BooleanLiteral" && !/Function/.test(type)) words.set(name, code);
  }
  return { words, pictures };
}

/** The same of Vue's and Svelte's markup. */
function readMarkup({ attributes }: OldElement, { pieces, language }: Facts): Read {
  const words = new Map<string, string>();
  for (const [name, value] of attributes) {
    const [, bound] = /^(?::|v-bind:)([\w-]+)$/.exec(name) ?? [];
    if (bound !== undefined && language === "vue") words.set(bound, `{{ ${pieces.show(value)} }}`);
    else if (language === "svelte" && pieces.findCode(value).length > 0)
      words.set(
        name,
        pieces
          .split(value)
          .map((one) =>
            "text" in one ? escapeText(one.text) : `{${pieces.showCode(one.code ?? "")}}`,
          )
          .join(""),
      );
    else if (value) words.set(name, escapeText(pieces.show(value)));
  }
  return { words, pictures: [] };
}
