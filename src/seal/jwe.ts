import { encode as encodeBase64url } from "jose/base64url";
import { CompactEncrypt } from "jose/jwe/compact/encrypt";
import { EXTRA_LIMIT } from "../kakao.js";
import type { SealingKey } from "./parse-key.js";
import { SealError } from "./seal-error.js";

/**
 * A text as a compact JWE (RFC 7516) for the owner of the private key. Rejects with a {@link SealError} that
 * says why if there is none.
 */
export async function buildJwe(text: string, { jwk, alg }: SealingKey): Promise<string> {
  // Browsers have it in secure contexts only: https, and localhost.
  if (!globalThis.crypto?.subtle) throw new SealError("the page is not on https");
  if (!addsUp()) throw new SealError("an Array.prototype.reduce of the page's own");
  if (!writesBase64url()) throw new SealError("a toBase64() or btoa() of the page's own");
  const bytes = encode(text);
  const header = { alg, enc: "A256GCM", ...(jwk.kid && { kid: jwk.kid }) };
  const attempt = () => new CompactEncrypt(bytes).setProtectedHeader(header).encrypt(jwk);
  // Again: WebKitGTK 2.50 fails to make one X25519 key in 200.
  const jwe = await attempt()
    .catch(attempt)
    .catch(() => {
      // Also X25519 before Chrome 133, Firefox 130 and Safari 17.
      throw new SealError("the key does not work in this browser");
    });
  // Kakao cuts what exceeds its limit, and a cut JWE cannot be opened.
  if (jwe.length > EXTRA_LIMIT) {
    throw new SealError(
      `too long; ${describeRoom(jwe.length - countChars(bytes.length), jwk.kid)}`,
    );
  }
  return jwe;
}

/** A page may have put something else in its place, or nothing. */
function encode(text: string): Uint8Array {
  try {
    return new globalThis.TextEncoder().encode(text);
  } catch {
    throw new SealError("the page has no TextEncoder that works");
  }
}

/** `jose` adds lengths by `reduce`. With that of prototype.js 1.6, it makes what nobody can open. */
function addsUp(): boolean {
  return [1, 2].reduce((sum, each) => sum + each, 0) === 3;
}

/** `jose` writes bytes by `toBase64()`, where the browser or the page has one, else by `btoa()`. */
function writesBase64url(): boolean {
  try {
    return encodeBase64url(new Uint8Array([251, 255])) === "-_8";
  } catch {
    return false;
  }
}

/** A JWE holds bytes in base64url: four characters for three. */
function countChars(bytes: number): number {
  return Math.ceil((bytes * 4) / 3);
}

/**
 * How much text would fit, or what leaves no room for it.
 *
 * @param around the JWE's length without the text
 */
function describeRoom(around: number, kid = ""): string {
  const room = Math.floor(((EXTRA_LIMIT - around) * 3) / 4);
  if (room > 0) {
    return `with this key ${room} letters and digits or ${Math.floor(room / 3)} Hangul fit`;
  }
  const isKid = around - countChars(kid.length) < EXTRA_LIMIT;
  return `the key${isKid ? "'s id (kid)" : ""} leaves no room`;
}
