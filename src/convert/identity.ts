/** Names under which shops send who their visitor is; the word alone, never within another. */
const IDENTITY =
  /(?:^|[^a-z])((?:user|usr|member|mem|mbr|mb|login|cust|customer|session|sess|auth|authentication|principal|access)(?:_|-|\.)?(?:id|no|num|key|idx|token|seq|srl|name|sn)|uid|token|jwt|jsession\w*|ssn)(?![a-z])/i;

/** Camel case as words: `loginUserId` is `login_User_Id`. */
export function findIdentity(text: string): string | undefined {
  const words = text.replace(/([a-z])([A-Z])/g, "$1_$2");
  const found =
    IDENTITY.exec(text) ??
    IDENTITY.exec(words.replace(/_(id|no|num|key|idx|token|seq|srl|name)\b/gi, "$1"));
  return found?.[1];
}
