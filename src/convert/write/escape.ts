import { FILLED_COMMENT } from "../read/server/template-forms.js";
import type { Part, Pieces } from "../read/text/pieces.js";

export function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/**
 * For an attribute in double quotes, on one line: also right in JSX, which reads the same references. `>` needs none, and a
 * server that reads its own code there (`cond="$shop->id"`) knows none.
 */
function escapeAttribute(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/"/g, "&quot;")
    .replace(/\r\n?|\n/g, "&#10;")
    .replace(/[\t\u00a0\u200b-\u200f\u2028-\u202e\ufeff]/g, (found) => `&#${found.charCodeAt(0)};`);
}

/** The parts of a text: a server's templates as they were written, code in Svelte's braces. */
function writeParts(
  parts: readonly Part[],
  pieces: Pieces,
  writeText: (text: string) => string,
): string[] {
  return parts.map((part) => {
    if ("text" in part) return writeText(part.text);
    return part.kind === "code" ? `{${pieces.showCode(part.code)}}` : pieces.show(part.source);
  });
}

/** An expression in an attribute, whose quotes it shares. */
export function writeExpression(name: string, code: string): string {
  const quote = code.includes("'") ? "&quot;" : "'";
  return `${name}="${code.replace(/&/g, "&amp;").replace(/"/g, quote)}"`;
}

/** A text with a server's templates in it: those stay as they were written. */
export function writeAttribute(name: string, text: string, pieces: Pieces): string {
  // A template can stand for attributes: `{{ $attributes }}`; Svelte's `{title}` and `{...rest}` are names, too.
  if (text === "") return writeParts(pieces.split(name), pieces, (own) => own).join("");
  const shown = pieces.has(name) ? pieces.show(name) : name;
  const parts = pieces.split(text);
  const [only] = parts;
  // Svelte's own braces take no quotes.
  if (parts.length === 1 && only && "kind" in only && only.kind === "code") {
    return `${shown}={${pieces.showCode(only.code)}}`;
  }
  // In these, a new line is a space.
  const isOnLines = /^(?:class|style)$/.test(name);
  const write = (own: string) => escapeAttribute(isOnLines ? own.replace(/\s*\n\s*/g, " ") : own);
  return `${shown}="${joinTags(writeParts(parts, pieces, write))}"`;
}

/** Blade knows a tag of its own by what stands around it: `@auth member @else guest @endauth`. */
function joinTags(parts: readonly string[]): string {
  return parts.reduce((text, part) => {
    const isOpen = /(?:^|\W)@[a-z]+$/.test(text) && /^[\w(]/.test(part);
    const isTag = /^@[a-z]/.test(part) && /\w$/.test(text);
    return isOpen || isTag ? `${text} ${part}` : text + part;
  }, "");
}

/** The same in single quotes, as the old page has it. */
export function writeInSingleQuotes(name: string, text: string, pieces: Pieces): string {
  const written = pieces
    .split(text)
    .map((part) =>
      "text" in part
        ? part.text.replace(/&/g, "&amp;").replace(/'/g, "&#39;")
        : pieces.show(pieces.add(part)),
    );
  return `${name}='${written.join("")}'`;
}

/** JavaScript within a page: nothing in it ends the script. What a server fills in, it has to find as it was. */
export function escapeScript(code: string): string {
  return code
    .replace(/<\/(script)/gi, "<\\/$1")
    .replace(COMMENT, (found) => (found === "<!--" ? "<\\!--" : found));
}

const COMMENT = new RegExp(`${FILLED_COMMENT.source}|<!--`, "g");

/** Longer than this, and each attribute has a line of its own. */
const LINE = 90;

/** An element of attributes that are already written. */
export function writeElement(name: string, attributes: readonly string[], inner: string): string {
  if (name === "area") return `<${[name, ...attributes].join(" ")}>`;
  if (/^[A-Z]/.test(name) && inner === "") return `<${[name, ...attributes].join("\n  ")}\n/>`;
  const line = `<${[name, ...attributes].join(" ")}>${inner}</${name}>`;
  return line.length <= LINE ? line : `<${[name, ...attributes].join("\n  ")}\n>${inner}</${name}>`;
}
