import { isWrapped } from "../script/code.js";
import type { Pieces, TemplatePiece } from "../text/pieces.js";

/** What a server's language has around an expression, and what stands for it in an attribute. */
export interface Encoders {
  /** Functions around the whole. */
  calls: readonly (readonly [name: RegExp, instead: string])[];
  /** Filters at the end. */
  filters: readonly (readonly [name: RegExp, instead: string])[];
}

/** A template's own brackets: `<?= ... ?>`, `{{ ... }}`, `${...}`. */
const BRACKETS =
  /^(<\?(?:=|(?:php\s+|\s*)(?:echo|print)\b)|<%[=:#]|\{\{\{?|\{!!|\$\{|#\{|\{(?=\$|(?:raw)?urlencode\()|@(?=[A-Z(]))([\s\S]*?)(;?\s*(?:\?>|%>|!!\}|\}\}\}?|\})|)$/i;
const CALLS: Encoders["calls"] = [
  [/^\s*(?:raw)?urlencode\s*\(/i, "htmlspecialchars"],
  [/^\s*Server\.URLEncode\s*\(/i, "Server.HTMLEncode"],
  [/^\s*(?:System\.Web\.)?HttpUtility\.UrlEncode\s*\(/i, "HttpUtility.HtmlEncode"],
  [/^\s*(?:java\.net\.)?URLEncoder\.encode\s*\(/, ""],
  [
    /^\s*(?:Url\.Encode|(?:System\.)?Uri\.EscapeDataString|(?:System\.Net\.)?WebUtility\.UrlEncode)\s*\(/,
    "",
  ],
  [/^\s*(?:CGI\.escape|ERB::Util\.url_encode|u|encodeURIComponent|encodeURI)\s*\(/, ""],
];
/** Filters at the end: Jinja's, Smarty's, Liquid's, FreeMarker's. */
const FILTERS: Encoders["filters"] = [
  [
    /\s*\|\s*(?:urlencode|url_encode|escape\s*:\s*["']url(?:pathinfo)?["'])(?:\s*:\s*(?:""|''))?\s*$/,
    "|escape",
  ],
  [/\s*\|\s*urlquery\s*$/, ""],
  // Ruby calls without parentheses.
  [/^\s*(?:u|url_encode|CGI\.escape|ERB::Util\.url_encode)\s+(?=["'@\w])/, " "],
  [/\?url(?:\([^()]*\))?\s*$/, "?html"],
];
const URLS: Encoders = { calls: CALLS, filters: FILTERS };
/** Handlebars' helpers. */
const HELPER = /^\s*(?:encodeURI(?:Component)?|urlencode|urlEncode)\s+(?!\()/;

/**
 * A server's template that stood in an address, as it has to be in an attribute: not encoded for the
 * address, since the button does that itself. What else it is stays as it was.
 */
export function withoutUrlEncoding(source: string): string {
  // Velocity's tools have no brackets around them.
  if (/^\$!?\{?\w+\.url\(/.test(source)) return source.replace(".url(", ".html(");
  // Server side includes say it by an attribute.
  if (source.startsWith("<!--#"))
    return source.replace(/(\bencoding=.)url(?:encoded)?\b/, "$1entity");
  const { open, inside, close } = readBrackets(source);
  if (!open) return source;
  const bare = withoutEncoder(inside, open);
  return bare === null ? source : open + bare + close;
}

/** A template's brackets, and what stands in them; without brackets it is none. */
export function readBrackets(source: string): { open: string; inside: string; close: string } {
  const [, open = "", inside = "", close = ""] = BRACKETS.exec(source) ?? [];
  return { open, inside, close };
}

/** The same of a template that may show a name, to which the server's own code has given what is encoded. */
export function withoutEncoding({ source, choices }: TemplatePiece, pieces: Pieces): string {
  const [known] = choices.length === 1 ? pieces.split(choices[0] ?? "") : [];
  const isNamed = known && "kind" in known && known.kind === "template";
  const shown = isNamed ? withoutUrlEncoding(known.source) : "";
  return isNamed && shown !== known.source ? shown : withoutUrlEncoding(source);
}

/** The same of an expression alone; nothing if it is not encoded. @param open the brackets that it stands in */
export function withoutEncoder(inside: string, open: string): string | null {
  const bare = takeOff(inside, open, URLS);
  return bare === null && HELPER.test(inside) ? inside.replace(HELPER, "") : bare;
}

/** What escapes for HTML, around what encodes: `htmlspecialchars(urlencode($no))`. */
const AROUND = /^\s*(?:htmlspecialchars|htmlentities|esc_attr|esc_html|html_escape|h|e)\s*\(/i;

/** An expression without what encodes it; nothing if nothing does. */
export function takeOff(inside: string, open: string, { calls, filters }: Encoders): string | null {
  const around = AROUND.exec(inside)?.[0] ?? "";
  const within = around ? inside.slice(around.length) : "";
  for (const [name] of calls) {
    const found = name.exec(within)?.[0];
    if (found === undefined) continue;
    const end = found.length - 1 + measureBrackets(within.slice(found.length - 1));
    return around + within.slice(found.length, end - 1) + within.slice(end);
  }
  for (const [name, instead] of calls) {
    const found = name.exec(inside)?.[0];
    if (found === undefined) continue;
    const length = measureBrackets(inside.slice(found.length - 1));
    if (inside.slice(found.length - 1 + length).trim()) return null;
    const whole = inside
      .slice(found.length, found.length - 2 + length)
      .replace(
        /,\s*(?:"[\w-]+"|'[\w-]+'|(?:StandardCharsets|Encoding)\.\w+|(?:JSON|ENT)_[A-Z_ |]+)\s*$/,
        "",
      )
      .trim();
    const argument = isWrapped(whole) ? whole.slice(1, -1) : whole;
    const before = /^\s*/.exec(inside)?.[0] ?? "";
    const after = /\s*$/.exec(inside)?.[0] ?? "";
    // Razor escapes what it writes, and so do double braces.
    if (open === "@") return `(${argument})`;
    const bare = instead && !open.startsWith("{{") ? `${instead}(${argument})` : argument;
    return before + bare + after;
  }
  for (const [name, instead] of filters) {
    if (name.test(inside)) return inside.replace(name, instead) + (/\s*$/.exec(inside)?.[0] ?? "");
  }
  return null;
}

/** The length from the first bracket to the one that closes it. */
function measureBrackets(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at + 1;
  }
  return text.length + 1;
}
