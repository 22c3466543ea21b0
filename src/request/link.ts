import { ORIGIN } from "../kakao.js";
import { SENT } from "../sent.js";

/** Either of Kakao's two GET addresses: which, the id in the path, the query. */
const ADDRESS = RegExp(`^${ORIGIN}/(?:v1/)?chat/(write|open)(?![^/?#])/?([^/?#]*)/?\\??([^#]*).*`);

/**
 * What a link to one of the two addresses says, by field, or nothing for any other address.
 *
 * @param href the attribute as written. An EUC-KR page's `.href` has its Hangul in EUC-KR bytes
 *   already, while parsing the attribute is always UTF-8.
 */
export function parseLink(href: string | null): [name: string, value: string | null][] {
  const address = `${href}`.trim();
  if (!ADDRESS.test(address)) return [];
  const fields = new URLSearchParams(address.replace(ADDRESS, "$3&uuid=$2&endpoint=$1"));
  return [...SENT, "endpoint"].map((name) => [name, fields.get(name)]);
}
