import type { Pieces } from "../text/pieces.js";
import { maskExpressions } from "./templates.js";

const SET = /<c:set\s([^<>]{0,1000}?)\/?>/gi;
const URL_TAG = /<c:url\s([^<>]{0,1000}?)(?:\/>|>([\s\S]{0,4000}?)<\/c:url>)/gi;
const PARAM = /<c:param\s([^<>]{0,1000}?)\/?>/gi;

/** Nothing but an expression of the server's. */
const EXPRESSION = /^\s*[$#]\{[^{}]*\}\s*$/;

/** What JSP's own tags say of names: `<c:set var="id" value="@shop"/>`, `<c:url var="url" ...>`. */
export function readJspTags(text: string, pieces: Pieces): void {
  for (const [, attributes = ""] of text.matchAll(SET)) {
    const [name, written] = [read(attributes, "var"), read(attributes, "value")];
    const source = `\${${name}}`;
    // Another name for what the server alone knows says no more than the name.
    const value = EXPRESSION.test(written) ? "" : maskExpressions(written, pieces);
    // What a page sets twice depends on something.
    const isOnce = !pieces.known.has(source) || pieces.known.get(source) === value;
    if (name && written) pieces.known.set(source, isOnce ? value : "");
  }
  for (const [, attributes = "", inside = ""] of text.matchAll(URL_TAG)) {
    const [name, value] = [read(attributes, "var"), read(attributes, "value")];
    if (!name || !/kakao\.com/i.test(value)) continue;
    const query = [...inside.matchAll(PARAM)].map(
      ([, one = ""]) =>
        `${read(one, "name")}=${read(one, "value").replace(/[%&#]/g, encodeURIComponent)}`,
    );
    const url =
      query.length > 0 ? `${value}${value.includes("?") ? "&" : "?"}${query.join("&")}` : value;
    pieces.known.set(`\${${name}}`, maskExpressions(url, pieces));
  }
}

function read(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(
    attributes,
  );
  return found?.[1] ?? found?.[2] ?? "";
}
