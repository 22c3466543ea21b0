/** An element as plain data: what is shown is what is copied. */
export interface Markup {
  name: string;
  attributes: [name: string, value: string][];
  text: string;
}

/** Longer than this, and each attribute has a line of its own. */
const LINE = 90;

export function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** For an attribute in double quotes, on one line: also right in JSX, which reads the same references. */
export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replace(/"/g, "&quot;")
    .replace(/\r\n?|\n/g, "&#10;")
    .replace(/[\t\u00a0\u200b-\u200f\u2028-\u202e\ufeff]/g, (found) => `&#${found.charCodeAt(0)};`);
}

/** @param empty what follows the name of an attribute without a value */
export function formatMarkup({ name, attributes, text }: Markup, empty = ""): string {
  const written = attributes.map(([attribute, value]) =>
    value === "" ? attribute + empty : `${attribute}="${escapeAttribute(value)}"`,
  );
  const content = escapeText(text);
  const line = `<${[name, ...written].join(" ")}>${content}</${name}>`;
  return line.length <= LINE || !content
    ? line
    : `<${[name, ...written].join("\n  ")}\n>${content}</${name}>`;
}

/** A value in a script within a page: no `</script>` in it ends the script. */
export function formatScriptValue(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/\u2028|\u2029/g, (found) => (found === "\u2028" ? "\\u2028" : "\\u2029"));
}

/** An object literal, for scripts as old as tag managers take. */
export function formatObject(entries: [name: string, value: string][]): string {
  const written = entries.map(([name, value]) => `${name}: ${formatScriptValue(value)}`);
  const line = `{ ${written.join(", ")} }`;
  return line.length <= LINE ? line : `{\n    ${written.join(",\n    ")}\n  }`;
}
