import jsTokens from "js-tokens";

/** A text that is cut off, with what it has open closed again. */
export function closeBrackets(text: string): string {
  const open: string[] = [];
  let last = "";
  let tail = text;
  for (const token of jsTokens(text)) {
    const { type, value } = token;
    if (type === "Punctuator") {
      if (value === "(") open.push(")");
      else if (value === "[") open.push("]");
      else if (value === "{") open.push("}");
      else if (/^[)\]}]$/.test(value) && open.at(-1) === value) open.pop();
    } else if (type === "TemplateHead") open.push("}`");
    else if (type === "TemplateTail" && open.at(-1) === "}`") open.pop();
    if ("closed" in token && token.closed === false) last = value;
    if (!/^(WhiteSpace|LineTerminatorSequence|.*Comment)$/.test(type)) tail = value;
  }
  if (open.length === 0 && !last) return text;
  const quote = /^["'`]/.exec(last)?.[0] ?? (last.startsWith("/*") ? "*/" : "");
  // An operator at the end wants one more operand.
  const operand = !last && /^([-+*/%=.,?:&|<>]+|return|new|typeof)$/.test(tail) ? " undefined" : "";
  return text + quote + (tail === "." ? "x" : operand) + open.reverse().join("");
}

/** The innermost statement around a place, as its brackets and semicolons tell. */
export function findStatement(text: string, place: number): [start: number, end: number] {
  const starts: number[] = [0];
  let at = 0;
  let level = -1;
  let start = 0;
  for (const { type, value } of jsTokens(text)) {
    const end = at + value.length;
    if (level < 0 && end > place) {
      level = starts.length;
      start = starts.at(-1) ?? 0;
    }
    const isMark = type === "Punctuator";
    if (isMark && value === "{") starts.push(end);
    else if (isMark && value === "}") {
      if (level >= 0 && starts.length <= level) {
        // The bracket itself is what nobody expected.
        return start < at && text.slice(start, at).trim() ? [start, at] : [at, end];
      }
      if (starts.length > 1) starts.pop();
      starts[starts.length - 1] = end;
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
