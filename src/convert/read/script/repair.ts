import { listTokens } from "./tokens.js";

const CLOSING = new Map(Object.entries({ "(": ")", "[": "]", "{": "}" }));

/** A text that is cut off, with what it has open closed again. */
export function closeBrackets(text: string): string {
  const open: string[] = [];
  let last = "";
  let tail = text;
  let tag: Tag = { name: "", isEnd: false };
  for (const token of listTokens(text)) {
    const { type, value } = token;
    if (type === "JSXPunctuator" && /^[<>/]$/.test(value)) tag = readTag(value, tail, tag, open);
    else if (type === "JSXIdentifier" && /^[<./]$/.test(tail)) tag.name += value;
    else if (type === "Punctuator" || type === "JSXPunctuator") {
      const closing = CLOSING.get(value);
      if (closing) open.push(closing);
      else if (open.at(-1) === value) open.pop();
      else if (value === "." && tag.name === tail) tag.name += value;
    } else if (type === "TemplateHead") open.push("}`");
    else if (type === "TemplateTail" && open.at(-1) === "}`") open.pop();
    if ("closed" in token && token.closed === false) last = value;
    if (!/^(WhiteSpace|LineTerminatorSequence|.*Comment)$/.test(type)) tail = value;
  }
  if (open.length === 0 && !last) return text;
  const quote = /^["'`]/.exec(last)?.[0] ?? (last.startsWith("/*") ? "*/" : "");
  // An operator at the end wants one more operand.
  const isOperator = /^([-+*/%=.,?:&|<>]+|return|new|typeof)$/.test(tail);
  const operand = !last && isOperator && !isTag(open.at(-1)) ? " undefined" : "";
  return text + quote + (tail === "." ? "x" : operand) + open.reverse().join("");
}

/** The tag of JSX that is being read. */
interface Tag {
  name: string;
  isEnd: boolean;
}

function readTag(sign: string, before: string, tag: Tag, open: string[]): Tag {
  if (sign === "<") {
    open.push("/>");
    return { name: "", isEnd: false };
  }
  if (sign === "/") return { ...tag, isEnd: tag.isEnd || before === "<" };
  // The tag itself is whole, and so is the element that it ends.
  open.pop();
  if (tag.isEnd) open.pop();
  else if (before !== "/") open.push(`</${tag.name}>`);
  return tag;
}

function isTag(closing: string | undefined): boolean {
  return /^(?:\/>|<\/)/.test(closing ?? "");
}

/** The innermost statement around a place, as its brackets and semicolons tell. */
export function findStatement(text: string, place: number): [start: number, end: number] {
  const starts: number[] = [0];
  let at = 0;
  let level = -1;
  let start = 0;
  for (const { type, value } of listTokens(text)) {
    const end = at + value.length;
    if (level < 0 && end > place) {
      level = starts.length;
      start = starts.at(-1) ?? 0;
    }
    const isOfTag = type === "JSXPunctuator";
    const isMark = type === "Punctuator" || isOfTag;
    if (isMark && value === "{") starts.push(end);
    else if (isMark && value === "}") {
      if (level >= 0 && starts.length <= level) {
        // The bracket itself is what nobody expected.
        return start < at && text.slice(start, at).trim() ? [start, at] : [at, end];
      }
      if (starts.length > 1) starts.pop();
      // What stands in a tag's braces is a part of its statement.
      if (!isOfTag) starts[starts.length - 1] = end;
    } else if (isMark && value === ";") {
      if (level >= 0 && starts.length <= level) return [start, end];
      starts[starts.length - 1] = end;
    } else if (type === "LineTerminatorSequence" && level >= 0 && starts.length <= level) {
      if (text.slice(start, at).trim()) return [start, at];
    }
    at = end;
  }
  return [start, text.length];
}
