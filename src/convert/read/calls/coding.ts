import type { Run } from "../script/run.js";
import { appendHtml } from "../script/statements/assign-element.js";
import { textValue, UNDEFINED, type Value } from "../script/value.js";
import { encodeEntries, encodeText, toText } from "../text/to-text.js";
import type { Called } from "./call.js";
import { listEntries } from "./entries.js";

/** What a server fills in, with the function that encodes it: what takes that off knows that it needs another. */
function withEncoder(text: string, { pieces, show }: Run): string {
  return pieces.mapTemplates(text, (piece) => {
    if (piece.code === undefined || !show) return null;
    const code = `urlencode(${piece.code})`;
    return { ...piece, code, source: show(code) };
  });
}

/** PHP's own functions, while a server's code is read. */
export function callServer({ values, context, run }: Called, name: string): Value | null {
  const [first, ...rest] = values.map((value) => toText(value, run));
  switch (name) {
    case "define":
      if (first && values[1]) context.scope.declare(first, values[1]);
      return UNDEFINED;
    case "esc_url":
    case "esc_url_raw":
    case "esc_attr":
    case "esc_html":
    case "htmlspecialchars":
    case "htmlentities":
    case "Server.HTMLEncode":
    case "trim":
    case "e":
      // What escapes an address for the page leaves it as it is.
      return textValue(first ?? "");
    case "http_build_query": {
      if (values[0]?.kind !== "object") return null;
      const entries = listEntries(values[0], run);
      const encoded = entries.map(([key, text]): [string, string] => [key, withEncoder(text, run)]);
      return textValue(encodeEntries(encoded, run));
    }
    case "array_map": {
      // `array_map( 'rawurlencode', $args )`
      const given = values[1];
      if (given?.kind !== "object" || !/^(?:raw)?urlencode$/.test(first ?? "")) return null;
      const entries = [...given.entries].map(([key, one]): [string, Value] => [
        key,
        textValue(encodeText(toText(one, run), run)),
      ]);
      return { kind: "object", entries: new Map(entries) };
    }
    case "add_query_arg": {
      const url = toText(values.at(-1) ?? UNDEFINED, run);
      const [object] = values;
      const pairs =
        object?.kind === "object" ? listEntries(object, run) : [[first ?? "", rest[0] ?? ""]];
      const query = pairs.map(([key, text]) => `${key}=${text}`).join("&");
      return textValue(`${url}${url.includes("?") ? "&" : "?"}${query}`);
    }
    case "sprintf":
    case "printf": {
      let at = 0;
      const text = (first ?? "").replace(/%(?:%|\d*[sd])/g, (sign) =>
        sign === "%%" ? "%" : (rest[at++] ?? ""),
      );
      if (name === "printf") appendHtml(run.root, text, run);
      return textValue(text);
    }
    default:
      return null;
  }
}

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
