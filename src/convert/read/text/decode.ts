import { withoutEncoding } from "../server/url-encoders.js";
import type { Pieces } from "./pieces.js";

/** Percent-decoding around the pieces, and without a server's own; what is no encoding stays. */
export function decode(text: string, pieces: Pieces): string {
  if (!text.includes("%") && !pieces.has(text)) return text;
  return pieces
    .split(text)
    .map((part) => {
      if (!("text" in part)) {
        const isTemplate = part.kind === "template";
        return pieces.add(isTemplate ? { ...part, source: withoutEncoding(part, pieces) } : part);
      }
      try {
        return decodeURIComponent(part.text);
      } catch {
        return decodeKorean(part.text);
      }
    })
    .join("");
}

/** What an EUC-KR page has encoded; anything else stays. */
function decodeKorean(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    const bytes = Uint8Array.from(encoded.slice(1).split("%"), (one) => Number.parseInt(one, 16));
    try {
      return new TextDecoder("euc-kr", { fatal: true }).decode(bytes);
    } catch {
      return encoded;
    }
  });
}
