/** An element as plain data: what is shown is what is copied. */
export interface Markup {
  name: string;
  attributes: [name: string, value: string][];
  /** Its text, or an element without content. */
  content: string | Omit<Markup, "content">;
}

/** Longer than this, and in a file of source code each attribute has a line of its own. */
const LINE = 90;

export function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** For an attribute in double quotes, on one line: also right in JSX, which reads the same references. */
export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replace(/"/g, "&quot;")
    .replace(/\r\n?|\n/g, "&#10;")
    .replace(
      /[\t\u00a0\u200b-\u200f\u2028-\u202e\ufeff]/g,
      (character) => `&#${character.charCodeAt(0)};`,
    );
}

/** How a kind of file writes what HTML leaves open. */
export interface Syntax {
  /** What follows the name of an attribute without a value. */
  empty?: string;
  escapeAttribute?: (value: string) => string;
  escapeText?: (text: string) => string;
  /** What ends an element without content. */
  voidEnd?: string;
}

/** On one line, because many editors make a line break of each line. */
export function formatLine(markup: Markup, syntax: Syntax = {}): string {
  const { start, content, end } = formatParts(markup, syntax);
  return `<${start.join(" ")}>${content}${end}`;
}

/** For a file of source code: each attribute on a line of its own if it is long. */
export function formatBlock(markup: Markup, syntax: Syntax = {}): string {
  const line = formatLine(markup, syntax);
  if (line.length <= LINE) return line;
  const { start, content, end } = formatParts(markup, syntax);
  return `<${start.join("\n  ")}\n>${content}${end}`;
}

function formatParts(markup: Markup, syntax: Syntax) {
  const { name, attributes, content } = markup;
  const inner =
    typeof content === "string"
      ? (syntax.escapeText ?? escapeText)(content)
      : `<${formatStart(content.name, content.attributes, syntax).join(" ")}${syntax.voidEnd ?? ""}>`;
  return { start: formatStart(name, attributes, syntax), content: inner, end: `</${name}>` };
}

function formatStart(name: string, attributes: Markup["attributes"], syntax: Syntax): string[] {
  const { empty = "", escapeAttribute: escapeValue = escapeAttribute } = syntax;
  return [
    name,
    ...attributes.map(([attribute, value]) =>
      // An image without a text says so: `alt=""`.
      value === "" && attribute !== "alt"
        ? attribute + empty
        : `${attribute}="${escapeValue(value)}"`,
    ),
  ];
}

/** A value in a script within a page: no `</script>` in it ends the script. */
export function formatScriptValue(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/\u2028|\u2029/g, (end) => (end === "\u2028" ? "\\u2028" : "\\u2029"));
}

/** An object literal, for scripts as old as tag managers take. */
export function formatObject(entries: [name: string, value: unknown][], indent = "  "): string {
  const written = entries.map(([name, value]) => `${name}: ${formatValue(value)}`);
  const line = `{ ${written.join(", ")} }`;
  return line.length <= LINE ? line : `{\n${indent}  ${written.join(`,\n${indent}  `)}\n${indent}}`;
}

function formatValue(value: unknown): string {
  if (typeof value !== "object" || value === null) return formatScriptValue(value);
  const written = Object.entries(value).map(([name, each]) => `${name}: ${formatValue(each)}`);
  return `{ ${written.join(", ")} }`;
}
