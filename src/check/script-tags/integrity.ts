import { attribute } from "../../convert/read/markup/element.js";
import type { Package, Said, ScriptTag } from "./loaded-file.js";
import { isPublic } from "./package-address.js";
import { isModule } from "./running.js";

const HASH = /^(sha(?:256|384|512))-([A-Za-z\d+/_-]+={0,2})(?:\?.*)?$/;

/** The hashes of an `integrity`, as browsers compare them: without options, and in plain base64. */
export function parseIntegrity(text: string): string[] {
  return text.split(/\s+/).flatMap((one) => {
    const [, algorithm, value] = HASH.exec(one) ?? [];
    return value ? [`${algorithm}-${value.replace(/-/g, "+").replace(/_/g, "/")}`] : [];
  });
}

/** What is wrong with a tag's `integrity`. */
export function* listIntegrity(
  tag: ScriptTag,
  version: string,
  own: Package,
  page: URL | null,
): Iterable<Said> {
  const { element, file, url } = tag;
  const written = attribute(element, "integrity").trim();
  if (!written) return;
  const hashes = parseIntegrity(written);
  if (hashes.length === 0) {
    yield ["KC912", {}];
    return;
  }
  const [hash = "", ...others] = own.hashes[file]?.split(" ") ?? [];
  // Only the strongest algorithm counts. https://www.w3.org/TR/SRI/#does-response-match-metadatalist
  const algorithm =
    hashes
      .map((one) => one.slice(0, 6))
      .sort()
      .pop() ?? "";
  const known = [hash, ...others].filter((one) => one.startsWith(algorithm));
  const isKnown = version === own.version && known.length > 0;
  if (isKnown && !hashes.some((one) => known.includes(one)))
    yield ["KC906", { version: own.version, hash: { whole: hash } }];
  const isOther = url !== null && (page ? url.origin !== page.origin : isPublic(url));
  if (isOther && !isModule(element) && !element.attributes.has("crossorigin")) yield ["KC907", {}];
}
