import { describe, expect, it } from "vitest";
import { parseKey } from "../../../src/seal/parse-key";

describe("parseKey", () => {
  it.each([
    [{ kty: "EC", crv: "P-256", x: "x", y: "y" }, "ECDH-ES"],
    [{ kty: "OKP", crv: "X25519", x: "x" }, "ECDH-ES"],
    [{ kty: "RSA", n: "n", e: "AQAB" }, "RSA-OAEP-256"],
  ])("takes %j", (jwk, alg) => {
    expect(parseKey(JSON.stringify(jwk))).toEqual({ jwk, alg });
  });

  it.each([
    ["", "no seal: the key is no JSON"],
    ["-----BEGIN PUBLIC KEY-----", "no seal: the key is no JSON"],
    ["null", "no seal: the key is none of P-256, X25519 and RSA"],
    ["{}", "no seal: the key is none of P-256, X25519 and RSA"],
    ['{"kty":"EC","crv":"P-384"}', "no seal: the key is none of P-256, X25519 and RSA"],
    ['{"kty":"OKP","crv":"Ed25519"}', "no seal: the key is none of P-256, X25519 and RSA"],
    ['{"kty":"EC","crv":"P-256","d":"secret"}', "no seal: the key is private; replace the pair"],
    ['{"kty":"oct","k":"secret"}', "no seal: the key is private; replace the pair"],
  ])("says what is wrong with %s", (text, message) => {
    expect(() => parseKey(text)).toThrow(Error(message));
  });
});
