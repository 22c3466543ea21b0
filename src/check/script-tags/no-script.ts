import { attribute, type OldElement, walk } from "../../convert/read/markup/element.js";
import type { Value } from "../collector.js";
import { FILES } from "../product-files.js";
import { resolve } from "./address.js";
import type { LoadedFile, Package, Said } from "./loaded-file.js";
import { parsePackageAddress } from "./package-address.js";
import { isInert } from "./running.js";

/** GitHub's page about a file, and its text, which browsers refuse as a script (`nosniff`). */
const GITHUB =
  /^https?:\/\/(?:(?:raw|gist)\.githubusercontent\.com\/|github\.com\/[^/]+\/[^/]+\/(?:blob|raw)\/)/i;
/** A page about a file that somebody shares, unless it asks for the file. */
const SHARED = /^https?:\/\/(?:www\.)?dropbox\.com\/(?!.*[?&]raw=1)/i;
/** Pages about the package, and those of files whose names are not in their addresses. */
const PAGES =
  /^https?:\/\/(?:(?:www\.)?(?:npmjs\.com\/package|jsdelivr\.com\/package\/npm)\/kakao-chat-button\b|drive\.google\.com\/)/i;

/** Where a file of a version is for everybody. */
export function addressOf(file: string, { version }: Pick<Package, "version">): Value {
  return { whole: `https://cdn.jsdelivr.net/npm/kakao-chat-button@${version}/dist/${file}` };
}

/**
 * Scripts that are to be loaded from a page, which has the file for those who read it.
 *
 * @param isWanted the product is what the page needs: a shared file without a name may be it
 */
export function listFromPages(root: OldElement, isWanted: boolean): LoadedFile[] {
  return [...walk(root)].flatMap((element) => {
    const src = element.name === "script" ? attribute(element, "src").trim() : "";
    const isOurs = PAGES.test(src) && (isWanted || /kakao-chat/.test(src));
    const url = isOurs && !isInert(element) ? resolve(src, null) : null;
    return url ? [{ file: FILES.core, element, src, url }] : [];
  });
}

/** An address by which the file is known, and at which no browser finds a script. */
export function* listNoScript({ file, url }: LoadedFile, own: Package): Iterable<Said> {
  if (!url) return;
  const address = url.href;
  const parsed = parsePackageAddress(address);
  const isInPackage = parsed?.isCdn && parsed.path !== "";
  const isBeside = isInPackage && !url.pathname.endsWith(`/dist/${file}`);
  if (!isBeside && ![GITHUB, SHARED, PAGES].some((place) => place.test(address))) return;
  const version = (isInPackage && parsed.version) || own.version;
  const meant = addressOf(file, { version });
  yield ["KC933", { address, meant }];
}
