/** Names under which shops send who their visitor is; the word alone, never within another. */
const IDENTITY =
  /(?:^|[^a-z])((?:user|usr|member|mem|mbr|mb|login|cust|customer|session|sess|auth|authentication|principal|access)(?:_|-|\.)?(?:id|no|num|key|idx|token|seq|srl|name|sn)|uid|token|jwt|jsession\w*|ssn)(?![a-z])/i;

/** What lets its holder in, as the last of a name's words: `claimToken`. */
const TOKEN = /_token$/i;
/** A visitor's session; the session alone may be one of a course. */
const SESSION = /(?:^|[^a-z])(?:user|usr|member|login|cust|customer|auth|access)[_-]?session$/i;

/** Camel case as words: `loginUserId` is `login_User_Id`. */
export function findIdentity(text: string): string | undefined {
  const words = toWords(text);
  const found =
    IDENTITY.exec(text) ??
    IDENTITY.exec(words.replace(/_(id|no|num|key|idx|token|seq|srl|name)\b/gi, "$1"));
  if (found) return wholeOf(found[1] ?? text, text);
  if (SESSION.test(words)) return text.split(".").at(-1);
  return text.split(".").find((name) => TOKEN.test(toWords(name)));
}

/** The whole name in which a word was found: `loginUser.no` of `User.no`. */
function wholeOf(word: string, text: string): string {
  const letters = [...word].filter((one) => one !== "_").map((one) => one.replace(/\W/, "\\$&"));
  return new RegExp(`[\\w$]*${letters.join("_?")}\\w*`, "i").exec(text)?.[0] ?? word;
}

function toWords(text: string): string {
  return text.replace(/([a-z])([A-Z])/g, "$1_$2");
}
