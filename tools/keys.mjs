/**
 * `npm run keys`: a key pair for the seal, and what goes where. `npm run keys -- X25519` or `RSA` in
 * place of P-256.
 */

import { fileURLToPath } from "node:url";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";

const KINDS = ["P-256", "X25519", "RSA"];

/** @param {string} kind one of `P-256`, `X25519`, `RSA` */
export async function makeKeys(kind) {
  const pair = await generateKeyPair(kind === "RSA" ? "RSA-OAEP-256" : "ECDH-ES", {
    extractable: true,
    ...(kind === "RSA" ? { modulusLength: 2048 } : { crv: kind }),
  });
  const publicKey = await exportJWK(pair.publicKey);
  // In every sealed extra, so that its reader knows the key after a change of keys. Eight characters
  // tell a company's keys apart; each takes its place from the extra.
  const kid = (await calculateJwkThumbprint(publicKey)).slice(0, 8);
  return {
    publicKey: { ...publicKey, kid },
    privateKey: { ...(await exportJWK(pair.privateKey)), kid },
  };
}

/** @param {string} kind */
async function run(kind) {
  const { publicKey, privateKey } = await makeKeys(kind);
  console.log(`1. The public key, for everybody to see. On your pages, before kakao-chat.js:

<script src="kakao-chat-seal.js" data-key='${JSON.stringify(publicKey)}' defer></script>

   Or the line between the quotes as a file on your server, and data-key-url="/that-file.json".

2. The private key opens every extra. It belongs where your counsellors' system keeps its secrets,
   and nowhere else: not on a page, not in a repository, not in a message.

${JSON.stringify(privateKey)}

3. How to open an extra with it: docs/opening-a-sealed-extra.md
`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [kind = "P-256"] = process.argv.slice(2);
  if (KINDS.includes(kind)) await run(kind);
  else {
    console.error(`expected ${KINDS.join(", ")}, got ${kind}`);
    process.exitCode = 1;
  }
}
