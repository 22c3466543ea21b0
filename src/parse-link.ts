import { SENT } from "./options";
import { ORIGIN } from "./origin";

/** Either of Kakao's two GET addresses: which, the id in the path, the query. */
const ADDRESS = RegExp(`^${ORIGIN}/(?:v1/)?chat/(write|open)/?([^/?#]*)/?[?]?([^#]*)`);

/**
 * What a link to one of the two addresses says, by field, or nothing for any other address.
 *
 * @param href the attribute as written. An EUC-KR page's `.href` has its Hangul in EUC-KR bytes
 *   already, while parsing the attribute is always UTF-8.
 */
export function parseLink(href: string | null): [name: string, value: string | null][] {
  const match = ADDRESS.exec(href as string);
  if (!match) return [];
  const [, endpoint, id, query] = match;
  const fields = new URLSearchParams(`${query}&uuid=${id}&endpoint=${endpoint}`);
  return [...SENT, "endpoint"].map((name) => [name, fields.get(name)]);
}
