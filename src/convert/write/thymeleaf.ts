import type { OldElement } from "../read/markup/element.js";
import type { Pieces } from "../read/text/pieces.js";
import { writeAttribute } from "./escape.js";
import { replaceTemplates } from "./values/template-reads.js";

/** What Thymeleaf fills into a script: `[[${no}]]`, and without escapes `[(${no})]`. */
const INLINED = /^\[[[(]/;
const BRACKETS = /^\[[[(]([\s\S]*)[\])]\]$/;
/** What may stand between the two lines of a text that has values in it: `|no ${no}|`. */
const IN_LINES = /^[$*#]\{[^{}]*\}$/;
/** What stands for a value while the page is designed. */
const SAMPLE =
  /^\s*('[^'\n]*'|"[^"\n]*"|\[[^[\]\n]*\]|\{[^{}\n]*\}|new \w+\([^()\n]*\)|-?[\w.]+(?:\(\))?)/;

/** A script, and the attribute of its tag without which Thymeleaf writes values as a page's text: without quotes. */
export interface Inlined {
  code: string;
  /** `""` if nothing is filled in. */
  attribute: string;
}

/** A script of a page of Thymeleaf's. A text that is filled in brings its own quotes with it. */
export function writeInlined(listener: string, source: string, pieces: Pieces): Inlined {
  const sources = pieces.findSources(INLINED).filter((one) => listener.includes(one));
  if (sources.length === 0) return { code: listener, attribute: "" };
  const code = replaceTemplates(listener.replace(/;\s*$/, ""), sources, (one, isText) => {
    if (one.startsWith("[(")) return isText ? `"${one}"` : null;
    const sample = findSample(one, source);
    return sample === "" ? one : `(/*${one}*/ ${sample})`;
  });
  return { code: `${code};`, attribute: ' th:inline="javascript"' };
}

/** What the old script had behind the value's comment; `""` if it had none. */
function findSample(inlined: string, source: string): string {
  const comment = `/*${inlined}*/`;
  const at = source.indexOf(comment);
  return at < 0 ? "" : (SAMPLE.exec(source.slice(at + comment.length))?.[1] ?? "");
}

/** Whether what is filled into a script stands outside the row, so that it is the same for all and can stay a script's. */
export function isOfPage(inlined: string, row: OldElement | null, source: string): boolean {
  const at = INLINED.test(inlined) ? source.indexOf(inlined) : -1;
  if (!row || at < 0) return false;
  const isWithin = (place: number) => row.start <= place && place < row.end;
  return !isWithin(at) && !isWithin(source.lastIndexOf(inlined));
}

/**
 * Code for the value that a script was filled with, of a text that an attribute is filled with: a text has no quotes there.
 *
 * @param read code that reads the attribute
 */
export function readFilled(read: string, inlined: string, source: string): string {
  const sample = findSample(inlined, source);
  if (/^["']/.test(sample)) return read;
  if (!INLINED.test(inlined) || /^(?:-?\d|true\b|false\b)/.test(sample))
    return `JSON.parse(${read})`;
  return `(function (text) { try { return JSON.parse(text); } catch (error) { return text; } })(${read})`;
}

/** A mark that Thymeleaf fills in: only its own attributes say so, and there without the brackets of a text. */
export function writeFilledMark(name: string, text: string, pieces: Pieces): string {
  const parts = pieces.split(text).map((part) => {
    if ("text" in part || part.kind !== "template") return part;
    return { ...part, source: part.source.replace(BRACKETS, "$1") };
  });
  const join = (all: typeof parts) =>
    all.map((part) => ("text" in part ? part.text : pieces.add(part))).join("");
  if (parts.length === 1) return `th:${writeAttribute(name, join(parts), pieces)}`;
  const canStandInLines = parts.every(
    (part) => "text" in part || part.kind !== "template" || IN_LINES.test(part.source),
  );
  const sum = canStandInLines ? `|${join(parts)}|` : "";
  if (sum) return `th:${writeAttribute(name, sum, pieces)}`;
  const written = parts.map((part) => {
    if ("text" in part) return `'${part.text.replace(/[\\']/g, "\\$&")}'`;
    return `(${pieces.add(part)})`;
  });
  return `th:${writeAttribute(name, written.join(" + "), pieces)}`;
}
