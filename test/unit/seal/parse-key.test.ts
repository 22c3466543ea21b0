import { afterEach, describe, expect, it } from "vitest";
import { parseKey } from "../../../src/seal/parse-key";

const polluted = Object.prototype as { d?: unknown; k?: unknown; use?: unknown };

afterEach(() => {
  delete polluted.d;
  delete polluted.k;
  delete polluted.use;
});

describe("parseKey", () => {
  it("reads nothing that the page has put on Object.prototype", () => {
    polluted.d = 1;
    polluted.k = 1;
    polluted.use = "sig";
    expect(parseKey('{"kty":"EC","crv":"P-256"}').alg).toBe("ECDH-ES");
  });

  it.each([
    [{ kty: "EC", crv: "P-256", x: "x", y: "y" }, "ECDH-ES"],
    [{ kty: "OKP", crv: "X25519", x: "x" }, "ECDH-ES"],
    [{ kty: "RSA", n: "n", e: "AQAB" }, "RSA-OAEP-256"],
    [{ kty: "RSA", n: "n", e: "AQAB", alg: "RSA-OAEP-256", use: "enc" }, "RSA-OAEP-256"],
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
    ['{"kty":"EC","crv":"P-256","use":"sig"}', "no seal: the key's use is not enc"],
    ['{"kty":"EC","crv":"P-256","alg":"ECDH-ES+A256KW"}', "no seal: the key's alg is not ECDH-ES"],
    ['{"kty":"RSA","alg":"RS256"}', "no seal: the key's alg is not RSA-OAEP-256"],
  ])("says what is wrong with %s", (text, message) => {
    expect(() => parseKey(text)).toThrow(Error(message));
  });
});
