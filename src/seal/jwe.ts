import { CompactEncrypt } from "jose/jwe/compact/encrypt";
import type { SealingKey } from "./parse-key.js";

/** The API document: what exceeds 1,000 characters is cut, and a cut JWE cannot be opened. */
const LIMIT = 1000;

/**
 * A text as a compact JWE (RFC 7516) for the owner of the private key. Rejects with an `Error` that
 * says why where there is none: never with the text.
 */
export async function buildJwe(text: string, { jwk, alg }: SealingKey): Promise<string> {
  // Browsers have it in secure contexts only: https, and localhost.
  if (!globalThis.crypto || !crypto.subtle) throw Error("no seal: the page is not on https");
  const bytes = new TextEncoder().encode(text);
  const header = { alg, enc: "A256GCM", ...(jwk.kid && { kid: jwk.kid }) };
  const attempt = () => new CompactEncrypt(bytes).setProtectedHeader(header).encrypt(jwk);
  // Again: WebKitGTK 2.50 fails to make one X25519 key in 200.
  const jwe = await attempt()
    .catch(attempt)
    .catch(() => {
      // Also X25519 before Chrome 133, Firefox 130 and Safari 17.
      throw Error("no seal: the key does not work in this browser");
    });
  if (jwe.length > LIMIT) {
    const around = jwe.length - Math.ceil((bytes.length * 4) / 3);
    const room = Math.floor(((LIMIT - around) * 3) / 4);
    throw Error(
      `no seal: too long; with this key ${room} letters and digits or ${Math.floor(room / 3)} Hangul fit`,
    );
  }
  return jwe;
}
