import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";

export const KINDS = ["P-256", "X25519", "RSA"];

/** A key pair for the seal. @param kind one of `P-256`, `X25519`, `RSA` */
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
export async function runKeys(kind: string): Promise<string> {
  const { publicKey, privateKey } = await makeKeys(kind);
  return `1. The public key, for everybody to see. On your pages, before kakao-chat.js:

<script src="kakao-chat-seal.js" data-key='${JSON.stringify(publicKey)}' defer></script>

   Or the line between the quotes as a file on your server, and data-key-url="/that-file.json".

2. The private key opens every extra. It belongs where your counsellors' system keeps its secrets,
   and nowhere else: not on a page, not in a repository, not in a message.

${JSON.stringify(privateKey)}

3. How to open an extra with it: docs/opening-a-sealed-extra.md
`;
}
