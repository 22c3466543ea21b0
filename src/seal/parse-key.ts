import type { JWK } from "jose";

/** A public key that an extra can be sealed with, and how. */
export interface SealingKey {
  jwk: JWK;
  alg: "ECDH-ES" | "RSA-OAEP-256";
}

const ALGORITHMS: Record<string, SealingKey["alg"]> = {
  "EC P-256": "ECDH-ES",
  "OKP X25519": "ECDH-ES",
  "RSA ": "RSA-OAEP-256",
};

/** Reads a public JWK (RFC 7517). What else it is, an `Error` says; never what is in it. */
export function parseKey(text: string): SealingKey {
  let jwk: JWK;
  try {
    jwk = Object(JSON.parse(text));
  } catch {
    throw Error("no seal: the key is no JSON");
  }
  // Whoever sees the page can read it.
  if (jwk.d || jwk.k) throw Error("no seal: the key is private; replace the pair");
  const alg = ALGORITHMS[`${jwk.kty} ${jwk.crv || ""}`];
  if (!alg) throw Error("no seal: the key is none of P-256, X25519 and RSA");
  return { jwk, alg };
}
