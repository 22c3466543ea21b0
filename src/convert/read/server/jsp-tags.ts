import type { Pieces } from "../text/pieces.js";
import { maskExpressions } from "./templates.js";

const TAG =
  /<c:(?:set\s([^<>]{0,1000}?)\/?>|url\s([^<>]{0,1000}?)(?:\/>|>([\s\S]{0,4000}?)<\/c:url>))/gi;
const PARAM = /<c:param\s([^<>]{0,1000}?)\/?>/gi;

/** Nothing but an expression of the server's. */
const EXPRESSION = /^\s*[$#]\{[^{}]*\}\s*$/;
const NAMES = /\$\{\s*(\w+)\s*\}/g;

/** What JSP's own tags say of names: `<c:set var="id" value="@shop"/>`, `<c:url var="url" ...>`. */
export function readJspTags(text: string, pieces: Pieces): void {
  // Of one name another is made: addresses as they are written, the server's expressions in them.
  const addresses = new Map<string, string>();
  const follow = (value: string) =>
    value.replace(NAMES, (shown, name: string) => addresses.get(name) ?? shown);
  for (const [, set, url = "", inside = ""] of text.matchAll(TAG)) {
    const attributes = set ?? url;
    const name = read(attributes, "var");
    const value = follow(read(attributes, "value"));
    if (!name || !value) continue;
    if (set === undefined && !KAKAO.test(value)) continue;
    const written = set === undefined ? withParams(value, inside) : value;
    const source = `\${${name}}`;
    // Another name for what the server alone knows says no more than the name.
    const said = EXPRESSION.test(written) ? "" : maskExpressions(written, pieces);
    // What a page sets twice depends on something.
    const isOnce = !pieces.known.has(source) || pieces.known.get(source) === said;
    pieces.known.set(source, isOnce ? said : "");
    if (isOnce && KAKAO.test(written) && written.length < LONGEST) addresses.set(name, written);
    else addresses.delete(name);
  }
}

const KAKAO = /kakao\.com/i;
/** Of a page that makes each name of two others, no address grows without end. */
const LONGEST = 4000;

/** The address of `<c:url>`, with the parameters that stand in it. */
function withParams(value: string, inside: string): string {
  const query = [...inside.matchAll(PARAM)].map(
    ([, one = ""]) =>
      `${read(one, "name")}=${read(one, "value").replace(/[%&#]/g, encodeURIComponent)}`,
  );
  return query.length > 0 ? `${value}${value.includes("?") ? "&" : "?"}${query.join("&")}` : value;
}

function read(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(
    attributes,
  );
  return found?.[1] ?? found?.[2] ?? "";
}
