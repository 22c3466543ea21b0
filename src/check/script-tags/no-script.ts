import type { LoadedFile, Package, Said } from "./script-tags.js";

/** The hosts that serve a package's files as they are packed, and where a package is there. */
const CDN =
  /^https?:\/\/(?:cdn\.jsdelivr\.net\/npm|unpkg\.com)\/kakao-chat-button(@[\w.^~-]{1,30})?\//i;
/** GitHub's page about a file, and its text, which browsers refuse as a script (`nosniff`). */
const GITHUB =
  /^https?:\/\/(?:(?:raw|gist)\.githubusercontent\.com\/|github\.com\/[^/]+\/[^/]+\/(?:blob|raw)\/)/i;

/** An address by which the file is known, and at which no browser finds a script. */
export function* listNoScript({ file, url }: LoadedFile, own: Package): Iterable<Said> {
  if (!url) return;
  const address = url.href;
  const [prefix, version = `@${own.version}`] = CDN.exec(address) ?? [];
  const isBeside = prefix !== undefined && !url.pathname.endsWith(`/dist/${file}`);
  if (!isBeside && !GITHUB.test(address)) return;
  const meant = `https://cdn.jsdelivr.net/npm/kakao-chat-button${version}/dist/${file}`;
  yield ["KC933", { address, meant }];
}
