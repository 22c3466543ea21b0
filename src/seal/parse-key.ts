import type { JWK } from "jose";
import { dictionary } from "../builtins.js";
import { isPrimitive } from "../options/raw-input.js";
import { SealError } from "./seal-error.js";

/** A public key that an extra can be sealed with, and how. */
export interface SealingKey {
  jwk: JWK;
  /** As in the header of a JWE (RFC 7518). */
  alg: "ECDH-ES" | "RSA-OAEP-256";
}

/** Reads a public JWK (RFC 7517). What else it is, a {@link SealError} says; never what is in it. */
export function parseKey(text: string): SealingKey {
  const jwk = parseJwk(text);
  // Whoever sees the page can read it.
  if (jwk.d || jwk.k) throw new SealError("the key is private; replace the pair");
  const alg = findAlgorithm(jwk);
  if (!alg) throw new SealError("the key is none of P-256, X25519 and RSA");
  if ((jwk.use ?? "enc") !== "enc") throw new SealError("the key's use is not enc");
  if ((jwk.alg ?? alg) !== alg) throw new SealError(`the key's alg is not ${alg}`);
  return { jwk, alg };
}

/** It inherits nothing: a page may have added a `d` to `Object.prototype`. */
function parseJwk(text: string): JWK {
  try {
    const jwk: unknown = JSON.parse(text);
    // Any object will do: what is missing in it shows at the next steps.
    if (!isPrimitive(jwk)) return dictionary(jwk as JWK);
  } catch {
    throw new SealError("the key is no JSON");
  }
  throw new SealError("the key is none of P-256, X25519 and RSA");
}

function findAlgorithm({ kty, crv }: JWK): SealingKey["alg"] | null {
  if (kty === "EC" && crv === "P-256") return "ECDH-ES";
  if (kty === "OKP" && crv === "X25519") return "ECDH-ES";
  return kty === "RSA" ? "RSA-OAEP-256" : null;
}
