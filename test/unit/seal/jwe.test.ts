import { spawnSync } from "node:child_process";
import { compactDecrypt, decodeProtectedHeader, exportJWK, generateKeyPair, type JWK } from "jose";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { buildJwe } from "../../../src/seal/jwe";
import { parseKey } from "../../../src/seal/parse-key";
import { hasJwcrypto } from "../../find-jwcrypto.mjs";

const TEXT = '{"이름":"홍길동 👩‍👩‍👧","tel":"010-1234-5678"}\n끝';
const KINDS = ["P-256", "X25519", "RSA-2048", "RSA-4096"] as const;
type Kind = (typeof KINDS)[number];
const pairs = new Map<Kind, { publicKey: JWK; privateKey: JWK }>();

beforeAll(async () => {
  for (const kind of KINDS) {
    const isRsa = kind.startsWith("RSA");
    const pair = await generateKeyPair(isRsa ? "RSA-OAEP-256" : "ECDH-ES", {
      extractable: true,
      ...(isRsa ? { modulusLength: Number(kind.slice(4)) } : { crv: kind }),
    });
    pairs.set(kind, {
      publicKey: { ...(await exportJWK(pair.publicKey)), kid: "2026-11" },
      privateKey: await exportJWK(pair.privateKey),
    });
  }
}, 60_000);

afterEach(() => {
  vi.unstubAllGlobals();
});

const pairOf = (kind: Kind) => pairs.get(kind) as { publicKey: JWK; privateKey: JWK };
const seal = (text: string, kind: Kind) =>
  buildJwe(text, parseKey(JSON.stringify(pairOf(kind).publicKey)));

async function open(jwe: string, kind: Kind): Promise<string> {
  const { plaintext } = await compactDecrypt(jwe, pairOf(kind).privateKey);
  return new TextDecoder().decode(plaintext);
}

describe.each(KINDS)("buildJwe for %s", (kind) => {
  it("is opened by jose", async () => {
    const jwe = await seal(TEXT, kind);
    expect(await open(jwe, kind)).toBe(TEXT);
    expect(decodeProtectedHeader(jwe)).toMatchObject({
      alg: kind.startsWith("RSA") ? "RSA-OAEP-256" : "ECDH-ES",
      enc: "A256GCM",
      kid: "2026-11",
    });
  });

  // An implementation in another language by other people, on another cryptographic library.
  it.skipIf(!hasJwcrypto())("is opened by Python's jwcrypto", async () => {
    const program = `
import json, sys
from jwcrypto import jwe, jwk
told = json.load(sys.stdin)
token = jwe.JWE()
token.deserialize(told["jwe"], jwk.JWK(**told["key"]))
sys.stdout.buffer.write(token.payload)
`;
    const input = JSON.stringify({ jwe: await seal(TEXT, kind), key: pairOf(kind).privateKey });
    const { stdout, stderr } = spawnSync("/usr/bin/python3", ["-c", program], { input });
    expect(stderr.toString()).toBe("");
    expect(stdout.toString()).toBe(TEXT);
  });

  it("says how many characters fit, and that many do", async () => {
    const refused = await seal("가".repeat(1000), kind).catch((error: Error) => error.message);
    const [, letters, hangul] =
      /^no seal: too long; with this key (\d+) letters and digits or (\d+) Hangul fit$/.exec(
        String(refused),
      ) ?? [];
    console.log(`${kind}: ${letters} letters and digits or ${hangul} Hangul fit`);
    for (const fitting of ["a".repeat(Number(letters)), "가".repeat(Number(hangul))]) {
      expect(await open(await seal(fitting, kind), kind)).toBe(fitting);
      await expect(seal(fitting + fitting[0], kind)).rejects.toThrow("no seal: too long");
    }
  });

  it("is another one each time", async () => {
    expect(await seal(TEXT, kind)).not.toBe(await seal(TEXT, kind));
  });
});

describe("buildJwe", () => {
  it("says where the page has no cryptography", async () => {
    vi.stubGlobal("crypto", {});
    await expect(seal(TEXT, "P-256")).rejects.toThrow(Error("no seal: the page is not on https"));
  });

  it.each([undefined, class {}])("says that TextEncoder is %s", async (TextEncoder) => {
    vi.stubGlobal("TextEncoder", TextEncoder);
    await expect(seal(TEXT, "P-256")).rejects.toThrow(
      Error("no seal: the page has no TextEncoder that works"),
    );
  });

  it.each([
    ["P-256", 700],
    ["RSA-4096", 300],
  ] as const)("says that an id leaves no room: %s, %i", async (kind, length) => {
    const jwk = { ...pairOf(kind).publicKey, kid: "k".repeat(length) };
    await expect(buildJwe("a", parseKey(JSON.stringify(jwk)))).rejects.toThrow(
      Error("no seal: too long; the key's id (kid) leaves no room"),
    );
  });

  it("says that a key leaves no room", async () => {
    const jwk = { kty: "RSA", n: Buffer.alloc(1024, 255).toString("base64url"), e: "AQAB" };
    await expect(buildJwe("a", parseKey(JSON.stringify(jwk)))).rejects.toThrow(
      Error("no seal: too long; the key leaves no room"),
    );
  });

  it.each([
    { kty: "EC", crv: "P-256", x: "x", y: "y" },
    { kty: "RSA", n: "AQAB", e: "AQAB" },
    { kty: "OKP", crv: "X25519" },
  ])("says that %j does not work", async (jwk) => {
    await expect(buildJwe(TEXT, parseKey(JSON.stringify(jwk)))).rejects.toThrow(
      Error("no seal: the key does not work in this browser"),
    );
  });
});
