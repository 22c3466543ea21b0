import { textValue, type Value } from "../script/value.js";
import { encodeText, toText } from "../text/to-text.js";
import type { Called } from "./call.js";

/** What encodes and decodes. */
export function callText({ values, run }: Called, name: string): Value | null {
  const text = () => toText(values[0] ?? textValue(""), run);
  switch (name) {
    case "encodeURIComponent":
    case "escape":
    case "String":
    case "encodeURI": {
      if (name === "escape") return textValue(encodeText(text(), run, name));
      return textValue(name === "encodeURIComponent" ? encodeText(text(), run) : text());
    }
    case "$.trim":
    case "jQuery.trim":
      // What the click alone knows may have blanks around it.
      return isAtClick(text(), run) ? null : textValue(text());
    case "String.format": {
      const [format = "", ...rest] = values.map((value) => toText(value, run));
      return textValue(fillPlaces(format, rest));
    }
    case "atob":
      return run.pieces.has(text()) ? null : decodeBase64(text());
    case "unescape":
      return run.pieces.has(text()) ? null : textValue(unescape(text()));
    case "decodeURIComponent":
    case "decodeURI":
      return run.pieces.has(text()) ? null : textValue(decode(text()));
    default:
      return null;
  }
}

/** `"?uuid={0}&extra={1}"`, as `String.format` of many shops' own fills it. */
export function fillPlaces(format: string, values: readonly string[]): string {
  return format.replace(/\{(\d)\}/g, (place, at) => values[Number(at)] ?? place);
}

/** Whether a text is code, of which nothing else is known. */
export function isAtClick(text: string, { pieces }: Called["run"]): boolean {
  return pieces.findCode(text).some(({ choices }) => choices.length === 0);
}

function decodeBase64(text: string): Value | null {
  try {
    return textValue(atob(text));
  } catch {
    return null;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
