import type { TemplatePiece } from "../text/pieces.js";
import { type Encoders, readBrackets, takeOff } from "./url-encoders.js";

/** What makes a script's value of a server's: with quotes of its own. */
const JSON_VALUES: Encoders = {
  calls: [
    [/^\s*json_encode\s*\(/i, "htmlspecialchars"],
    [/^\s*wp_json_encode\s*\(/i, "esc_attr"],
    [/^\s*(?:\\?Illuminate\\Support\\)?Js::from\s*\(/, ""],
    [
      /^\s*(?:Json|JsonConvert|JsonSerializer|Newtonsoft\.Json\.JsonConvert|System\.Text\.Json\.JsonSerializer)\.(?:Serialize|SerializeObject|Encode)\s*\(/,
      "",
    ],
  ],
  filters: [
    [/\s*\|\s*(?:tojson|json_encode(?:\([^()]*\))?|jsonify)(?:\s*\|\s*(?:safe|raw))?\s*$/, ""],
    [/\s*\|\s*json\s*$/, " | escape"],
    [/\.to_json(?:\.html_safe)?\s*$/, ""],
  ],
};

/** What makes a server's value fit between a script's quotes. */
const IN_QUOTES: Encoders = {
  calls: [
    [/^\s*addslashes\s*\(/i, "htmlspecialchars"],
    [/^\s*esc_js\s*\(/i, "esc_attr"],
    [/^\s*(?:j|escape_javascript)\s*\(/, ""],
    [/^\s*(?:[\w.]+\.)?StringEscapeUtils\.escapeJavaScript\s*\(/, "StringEscapeUtils.escapeHtml"],
    [/^\s*(?:[\w.]+\.)?StringEscapeUtils\.escapeEcmaScript\s*\(/, "StringEscapeUtils.escapeHtml4"],
    [/^\s*(?:HttpUtility|System\.Web\.HttpUtility)\.JavaScriptStringEncode\s*\(/, ""],
  ],
  filters: [
    [/\s*\|\s*(?:escapejs|e\(\s*["']js["']\s*\))\s*$/, ""],
    [/\s*\|\s*escape\s*:\s*["']javascript["']\s*$/, "|escape"],
    [/\?js_string\s*$/, "?html"],
    // Ruby calls without parentheses.
    [/^\s*(?:j|escape_javascript)\s+(?=[@\w])/, " "],
  ],
};

/** What hands the value on as it is: Ruby's `raw`, Razor's `Html.Raw`. */
const RAW = /^(\s*)(?:raw\s+|(?:raw|Html\.Raw)\s*\(([\s\S]*)\)\s*$)/;
const BLADE = /^@js(?:on)?\(([\s\S]*)\)$/;

/** A template that writes a script's value, as it shows the same in an attribute; nothing if it is no such. */
export function showJson(template: TemplatePiece): TemplatePiece | null {
  return show(template, JSON_VALUES, template.source);
}

/** The same of a template between a script's quotes. */
export function showQuoted(template: TemplatePiece): TemplatePiece | null {
  return show(template, IN_QUOTES, `"${template.source}"`);
}

function show(template: TemplatePiece, encoders: Encoders, script: string): TemplatePiece | null {
  const { source } = template;
  const blade = BLADE.exec(source)?.[1];
  if (blade !== undefined)
    return show({ ...template, source: `{!!json_encode(${blade})!!}` }, encoders, script);
  const { open, inside, close } = readBrackets(source);
  const whole = inside.replace(RAW, (_, space: string, argument = "") => space + argument);
  const bare = open ? takeOff(whole, open, encoders) : null;
  if (bare === null) return null;
  const text = bare.trim();
  // What is in double braces, Laravel escapes.
  const shown =
    open === "{!!"
      ? `{{ ${unwrap(text)} }}`
      : open.startsWith("{{")
        ? `{{ ${text} }}`
        : open + bare + close;
  return { ...template, source: shown, script };
}

/** `htmlspecialchars($no)` in braces that escape by themselves. */
function unwrap(code: string): string {
  return code.replace(/^htmlspecialchars\(([\s\S]*)\)$/, "$1");
}
