import { ORIGIN } from "./origin";
import { SENT } from "./sent";

/** Either of Kakao's two GET addresses, without the origin: which, the id in the path, the query. */
const PATH = /^\/(?:v1\/)?chat\/(write|open)(?![^/?#])\/?([^/?#]*)\/?\??([^#]*).*/;

/**
 * What a link to one of the two addresses says, by field, or nothing for any other address.
 *
 * @param href the attribute as written. An EUC-KR page's `.href` has its Hangul in EUC-KR bytes
 *   already, while parsing the attribute is always UTF-8.
 */
export function parseLink(href: string | null): [name: string, value: string | null][] {
  const [before, after = ""] = `${href}`.trim().split(ORIGIN);
  if (before || !PATH.test(after)) return [];
  const fields = new URLSearchParams(after.replace(PATH, "$3&uuid=$2&endpoint=$1"));
  return [...SENT, "endpoint"].map((name) => [name, fields.get(name)]);
}
