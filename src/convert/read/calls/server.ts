import type { Run } from "../script/run.js";
import { appendHtml } from "../script/statements/assign-element.js";
import { textValue, UNDEFINED, type Value } from "../script/value.js";
import { listEntries } from "../text/entries.js";
import { encodeEntries, encodeText, toText } from "../text/to-text.js";
import type { Called } from "./call.js";

/** @param texts what it is called with, as texts */
type Reader = (called: Called, texts: readonly string[]) => Value | null;

/** What each of them makes, by the function's name. */
const READERS: ReadonlyMap<string, Reader> = new Map(
  Object.entries<Reader>({
    define,
    esc_url: readEscaped,
    esc_url_raw: readEscaped,
    esc_attr: readEscaped,
    esc_html: readEscaped,
    htmlspecialchars: readEscaped,
    htmlentities: readEscaped,
    "Server.HTMLEncode": readEscaped,
    trim: readEscaped,
    e: readEscaped,
    http_build_query: buildQuery,
    array_map: encodeAll,
    add_query_arg: addToQuery,
    sprintf: fillFormat,
    printf: printFormat,
  }),
);

/** PHP's own functions, while a server's code is read. */
export function callServer(called: Called, name: string): Value | null {
  const { values, run } = called;
  // What a server's code has as a text may be asked for later, whatever is called with it.
  const texts = values.map((value) => toText(value, run));
  return READERS.get(name)?.(called, texts) ?? null;
}

/** `define( 'CHANNEL', '@shop' )` */
function define({ values: [, value], context }: Called, [first]: readonly string[]): Value {
  if (first && value) context.scope.declare(first, value);
  return UNDEFINED;
}

/** What escapes an address for the page leaves it as it is. */
function readEscaped(_: Called, [first = ""]: readonly string[]): Value {
  return textValue(first);
}

/** `http_build_query( [ 'uuid' => $channel ] )` */
function buildQuery({ values: [given], run }: Called): Value | null {
  if (given?.kind !== "object") return null;
  const entries = listEntries(given, run);
  const encoded = entries.map(([key, text]): [string, string] => [key, withEncoder(text, run)]);
  return textValue(encodeEntries(encoded, run));
}

/** What a server fills in, with the function that encodes it: what takes that off knows that it needs another. */
function withEncoder(text: string, { pieces, show }: Run): string {
  return pieces.mapTemplates(text, (piece) => {
    if (piece.code === undefined || !show) return null;
    const code = `urlencode(${piece.code})`;
    return { ...piece, code, source: show(code) };
  });
}

/** `array_map( 'rawurlencode', $args )` */
function encodeAll({ values: [, given], run }: Called, [first]: readonly string[]): Value | null {
  if (given?.kind !== "object" || !/^(?:raw)?urlencode$/.test(first ?? "")) return null;
  const entries = [...given.entries].map(([key, one]): [string, Value] => [
    key,
    textValue(encodeText(toText(one, run), run)),
  ]);
  return { kind: "object", entries: new Map(entries) };
}

/** WordPress' `add_query_arg( [ 'uuid' => $channel ], $url )`, `add_query_arg( 'uuid', $channel, $url )` */
function addToQuery({ values, run }: Called, [first, second]: readonly string[]): Value {
  const url = toText(values.at(-1) ?? UNDEFINED, run);
  const [object] = values;
  const pairs =
    object?.kind === "object" ? listEntries(object, run) : [[first ?? "", second ?? ""]];
  const query = pairs.map(([key, text]) => `${key}=${text}`).join("&");
  return textValue(`${url}${url.includes("?") ? "&" : "?"}${query}`);
}

/** `sprintf( 'https://.../%s', $channel )` */
function fillFormat(_: Called, texts: readonly string[]): Value {
  return textValue(writeFormat(texts));
}

/** `printf( '<a href="%s">', $url )` */
function printFormat({ run }: Called, texts: readonly string[]): Value {
  const text = writeFormat(texts);
  appendHtml(run.root, text, run);
  return textValue(text);
}

function writeFormat([first = "", ...rest]: readonly string[]): string {
  let at = 0;
  return first.replace(/%(?:%|\d*[sd])/g, (sign) => (sign === "%%" ? "%" : (rest[at++] ?? "")));
}
