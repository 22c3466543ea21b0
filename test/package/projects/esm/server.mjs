import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as chat from "kakao-chat-button";
import manifest from "kakao-chat-button/package.json" with { type: "json" };

const files = ["kakao-chat.js", "kakao-chat-partner.js", "kakao-chat-seal.js"];
const sizes = files.map(
  (file) => readFileSync(fileURLToPath(import.meta.resolve(`kakao-chat-button/${file}`))).length,
);
console.log(
  JSON.stringify({
    names: Object.keys(chat),
    isVersionTrue: chat.version === manifest.version,
    isComplete: sizes.every((size) => size > 1000),
  }),
);
