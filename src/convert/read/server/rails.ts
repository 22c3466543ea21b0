import type { Run } from "../script/run.js";
import { appendHtml } from "../script/statements/assign-element.js";
import type { Pieces } from "../text/pieces.js";
import { maskTemplates } from "./templates.js";

/**
 * `<%= link_to "text", "https://...", class: "k" %>`, `<%= link_to "https://...", class: "k" do %>...<% end %>`, and so
 * `button_tag "text", onclick: "..."`, `content_tag :a, "text", href: "..."`.
 */
const HELPER =
  /<%=\s*(link_to|button_tag|content_tag)\b\s*\(?((?:[^%]|%(?!>)){0,4000}?)\)?\s*(\bdo\b\s*(?:\|[^|]*\|)?\s*)?-?%>/g;
const TAGS = new Map(Object.entries({ link_to: "a", button_tag: "button" }));
const TAG = /<%(?:[^%]|%(?!>)){0,4000}%>/g;
const OPENS = /^<%=?-?\s*(?:if|unless|case|while|for|begin)\b|\bdo\b\s*(?:\|[^|]*\|)?\s*-?%>$/;
const CLOSES = /^<%-?\s*end\b/;

/** Reads the links and buttons that Rails' helpers make, if they lead to Kakao, as the markup that comes of them. */
export function readRailsHelpers(source: string, run: Run): void {
  for (const found of source.matchAll(HELPER)) {
    const [all, helper, code = "", block] = found;
    if (!/kakao\.com\//i.test(code)) continue;
    const values = splitArguments(code);
    const tag =
      helper === "content_tag" ? values.shift()?.replace(/\W/g, "") : TAGS.get(helper ?? "");
    const inside = block ? findBlock(source, found.index + all.length) : null;
    const label = block
      ? maskTemplates(inside ?? "", run.pieces).text
      : writeText(values.shift() ?? "", run.pieces);
    const href = helper === "link_to" ? [["href", fill(values.shift() ?? "", run.pieces)]] : [];
    const attributes = [...href, ...values.flatMap((one) => readOption(one, run.pieces))];
    const written = attributes.map(([name, value = ""]) => `${name}="${toAttribute(value)}"`);
    appendHtml(run.root, `<${tag} ${written.join(" ")}>${label.trim()}</${tag}>`, run);
  }
}

const SCRIPT_TAG = /<%=\s*javascript_tag\b(?:[^%]|%(?!>)){0,400}?\bdo\s*-?%>/g;
const END = /^<%-?\s*end\s*-?%>/;

/** `<%= javascript_tag do %>...<% end %>` as the `<script>` that it makes. Each place is still where it was. */
export function writeScriptTags(source: string): string {
  let text = source;
  for (const { 0: tag, index } of source.matchAll(SCRIPT_TAG)) {
    const start = index + tag.length;
    const inside = findBlock(source, start);
    if (inside === null) continue;
    const end = start + inside.length;
    const [close = ""] = END.exec(source.slice(end, end + 40)) ?? [];
    // Ruby lets one leave out the blanks, and then there is no room.
    if (close.length < "</script>".length) continue;
    text = writeOver(text, index, `${"<script".padEnd(tag.length - 1)}>`);
    text = writeOver(text, end, "</script>".padEnd(close.length));
  }
  return text;
}

function writeOver(text: string, at: number, written: string): string {
  return text.slice(0, at) + written + text.slice(at + written.length);
}

/** A block is no longer than this. */
const LONGEST = 10_000;

/** What stands before the block's own `end`. */
function findBlock(source: string, start: number): string | null {
  const rest = source.slice(start, start + LONGEST);
  let depth = 1;
  for (const { 0: tag, index } of rest.matchAll(TAG)) {
    if (CLOSES.test(tag)) depth--;
    else if (OPENS.test(tag)) depth++;
    if (depth === 0) return rest.slice(0, index);
  }
  return null;
}

/** A call's arguments: commas within texts, brackets and `#{}` are none between them. */
function splitArguments(code: string): string[] {
  const parts = [""];
  const open: string[] = [];
  for (let at = 0; at < code.length; at++) {
    const letter = code[at] ?? "";
    const inner = open.at(-1);
    const isText = inner === '"' || inner === "'";
    if (letter === "," && open.length === 0) {
      parts.push("");
      continue;
    }
    parts[parts.length - 1] += letter;
    if (isText && letter === "\\") parts[parts.length - 1] += code[++at] ?? "";
    else if (inner === '"' && letter === "#" && code[at + 1] === "{") open.push("#");
    else if (letter === inner) open.pop();
    else if (!isText && /["']/.test(letter)) open.push(letter);
    else if (!isText && /[([{]/.test(letter) && !(inner === "#" && code[at - 1] === "#"))
      open.push("(");
    else if (!isText && /[)\]}]/.test(letter)) open.pop();
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** `class: "k"`, `:class => "k"`, `"data-no" => 1`, `data: { turbo: false }` */
function readOption(option: string, pieces: Pieces): [string, string][] {
  const [, plain, symbol, quoted, value = ""] =
    /^(?:"?([\w-]+)"?:(?!:)|:(\w+)\s*=>|["']([\w-]+)["']\s*=>)\s*([\s\S]*)$/.exec(option) ?? [];
  const name = plain ?? symbol ?? quoted;
  if (!name || /^(?:method|remote)$/.test(name)) return [];
  const inside = /^\{([\s\S]*)\}$/.exec(value)?.[1];
  if (name === "class" && value.startsWith("["))
    return [[name, pieces.addTemplate(`<%= class_names(${value}) %>`)]];
  if (inside === undefined) return [[name, fill(value, pieces)]];
  return splitArguments(inside)
    .flatMap((one) => readOption(one, pieces))
    .map(([key, text]) => [`${name}-${key.replace(/_/g, "-")}`, text]);
}

/** Ruby's value as text: `#{no}` in it, and what else it makes, is a template. */
function fill(value: string, pieces: Pieces): string {
  const single = /^'((?:[^'\\]|\\.)*)'$/.exec(value)?.[1];
  if (single !== undefined) return single;
  const double = /^"([\s\S]*)"$/.exec(value)?.[1];
  if (double !== undefined)
    return double.replace(/#\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g, (_, code: string) =>
      pieces.addTemplate(`<%= ${code.trim()} %>`),
    );
  if (/^:?[\w-]+$/.test(value) && !/^[a-z_]\w*$/.test(value.replace(/^(?:true|false)$/, "1")))
    return value.replace(/^:/, "");
  return pieces.addTemplate(`<%= ${value} %>`);
}

function writeText(value: string, pieces: Pieces): string {
  return fill(value, pieces).replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

function toAttribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
}
