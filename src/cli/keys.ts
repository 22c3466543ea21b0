import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import type { Language } from "../check/words/words.js";
import { say } from "./messages.js";

/** The kinds of keys that the seal knows: two curves, and RSA of 2,048 bits. */
export const KINDS = ["P-256", "X25519", "RSA"];

/**
 * A key pair for the seal, as JWKs (RFC 7517).
 *
 * @param kind one of {@link KINDS}
 */
export async function makeKeys(kind: string) {
  const pair = await generateKeyPair(kind === "RSA" ? "RSA-OAEP-256" : "ECDH-ES", {
    extractable: true,
    ...(kind === "RSA" ? { modulusLength: 2048 } : { crv: kind }),
  });
  const publicKey = await exportJWK(pair.publicKey);
  // Every sealed extra names its key, so that its reader knows it after a change of keys. Eight characters
  // tell a company's keys apart; each takes its place from the extra.
  const kid = (await calculateJwkThumbprint(publicKey)).slice(0, 8);
  return {
    publicKey: { ...publicKey, kid },
    privateKey: { ...(await exportJWK(pair.privateKey)), kid },
  };
}

/** `keys`: the keys, and what goes where. */
export async function runKeys(
  kind: string,
  { language, isJson }: { language: Language; isJson: boolean },
): Promise<string> {
  const keys = await makeKeys(kind);
  if (isJson) return `${JSON.stringify(keys, null, 2)}\n`;
  return say("keys", language, {
    publicKey: JSON.stringify(keys.publicKey),
    privateKey: JSON.stringify(keys.privateKey),
  });
}
