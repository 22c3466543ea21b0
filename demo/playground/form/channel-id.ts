/** An id as it stands in an address, in a piece of code or between words: after its `@`. */
const WITHIN = /(?:^|[\s"'=/(,:;>\u2018-\u201d])[@\uff20]([\p{L}\p{N}_.-]+)/u;

/** What is no search id even with an `@` before it: said as it was pasted, so that the form can say why. */
const IS_NO_ID = /^_|[:/?#]/;

/**
 * The id's part after the `@`, out of whatever was typed or pasted: an address of Kakao's, a marked
 * button, `@mystore`. What has none stays as it is.
 */
export function takeId(text: string): string {
  const decoded = text.replace(/%40/gi, "@");
  if (isHangulAddress(decoded)) return takeId(decodeAddress(decoded));
  const id = WITHIN.exec(decoded)?.[1];
  // `@_abc` is a public id, whatever is written before it.
  return id === undefined || id.startsWith("_") ? decoded.replace(/^\s*[@\uff20]/, "") : id;
}

/** The id as the product takes it. */
export function toUuid(typed: string): string {
  const text = typed.trim();
  return text === "" || IS_NO_ID.test(text) ? text : `@${text}`;
}

/** What the field shows of an id, behind its fixed `@`. */
export function toTyped(uuid: string): string {
  return uuid.replace(/^@/, "");
}

function isHangulAddress(text: string): boolean {
  return /%[ef][0-9a-f]%/i.test(text) && decodeAddress(text) !== text;
}

function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
