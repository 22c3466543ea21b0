import { attribute } from "../../convert/read/markup/element.js";
import type { LoadedFile, Package, Said } from "./loaded-file.js";
import { isMajor, isRelease, parsePackageAddress } from "./package-address.js";

/** A folder of one release, right beside the file: other numbers in an address are other things' versions. */
const RELEASE_FOLDER = /(?:^|\/)v?(\d+\.\d+\.\d+(?:-[\w.]+)?)(?:\/(?:dist\/)?[^/]*)?$/;
/** The same of a part of the versions: `/1.2/`. */
const MAJOR_FOLDER = /(?:^|\/)\d+(?:\.\d+)?\/[^/]*$/;
/** The same right after the host, as the CDN's own folders are. */
const MAJOR_OF_HOST = /^https?:\/\/[^/]+\/\d{1,2}(?:\.\d{1,2})?\/[^/]*$/;

/** Lists what an address says of the version of its file. */
export function* listVersion(
  { src, url, element }: LoadedFile,
  own: Package,
  page: URL | null,
): Iterable<Said> {
  const [path = "", query = ""] = src.split(/[?#]/);
  const version = versionOf(path);
  if (version && version !== own.version) yield ["KC905", { version, own: own.version }];
  // What is on the shop's own server changes when the shop changes it.
  if (version || url === null || url.origin === page?.origin) return;
  const isFixed = attribute(element, "integrity") !== "" || /(?:^|&)v(?:er(?:sion)?)?=/.test(query);
  if (!isFixed && isMajorAddress(path)) yield ["KC904", { cause: "moving" }];
  else if (!isFixed || isMoving(path)) yield ["KC904", {}];
}

/** The version that a file's hash has to be of; `""` if the file is joined with others. */
export function hashedVersion({ src }: LoadedFile): string {
  return /\/combine\//.test(src) ? "" : versionOf(src.split(/[?#]/)[0] ?? "");
}

function versionOf(path: string): string {
  const parsed = parsePackageAddress(path);
  const isBeside = parsed && !parsed.isBare && /^(?:\/(?:dist\/)?[^/]*)?$/.test(parsed.path);
  if (isBeside && isRelease(parsed.version)) return parsed.version;
  return RELEASE_FOLDER.exec(path)?.[1] ?? "";
}

/** Whether an address goes on to each new version: `@1`, `/1.2/`, a package without a number. */
function isMoving(path: string): boolean {
  const version = versionInPackage(path);
  const isOpen = version === "" || version === "latest";
  return isOpen || isMajor(version ?? "") || MAJOR_FOLDER.test(path);
}

/** Whether an address goes on to each new version, but to none that asks for other code. */
function isMajorAddress(path: string): boolean {
  return isMajor(versionInPackage(path) ?? "") || MAJOR_OF_HOST.test(path);
}

/** The version of the package that a file is in; `null` if the address names no package. */
function versionInPackage(path: string): string | null {
  const parsed = parsePackageAddress(path);
  return parsed && !parsed.isBare && parsed.path !== "" ? parsed.version : null;
}
