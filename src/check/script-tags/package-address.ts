/** An address of the product's package, or of a file in it. */
export interface PackageAddress {
  /** The host is a CDN that serves packages as they are packed. */
  isCdn: boolean;
  /** The address is the package's bare name, which bundlers and import maps resolve. */
  isBare: boolean;
  /** What stands after `@`: `1.0.0`, `1`, `latest`; `""` if nothing does. */
  version: string;
  /** The path in the package: `/dist/kakao-chat.js`; `""` for the package itself. */
  path: string;
}

/** Groups: what stands before the name, the version, the path. */
const ADDRESS = /^(.*\/)?kakao-chat-button(?:@([\w.^~-]{1,30}))?(\/.*)?$/s;
const CDN = /^https?:\/\/(?:cdn\.jsdelivr\.net\/npm|unpkg\.com)\/$/i;

/**
 * Parses an address that has the package's name in it; of several, the last counts. `null` if it has none.
 *
 * @param address without its query
 */
export function parsePackageAddress(address: string): PackageAddress | null {
  const match = ADDRESS.exec(address);
  if (!match) return null;
  const [, before = "", version = "", path = ""] = match;
  return { isCdn: CDN.test(before), isBare: before === "", version, path };
}

/** Whether a version stands for one release. */
export function isRelease(version: string): boolean {
  return /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version);
}

/** Whether a version goes on to each release that asks for no other code: `1`, `1.2`. */
export function isMajor(version: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(version);
}

/** Whether an address is of a host's folder in which there are packages and nothing else. */
export function isOfPackages(address: string): boolean {
  return /^(?:https?:)?\/\/(?:cdn\.jsdelivr\.net\/npm|unpkg\.com|cdnjs\.cloudflare\.com)\//i.test(
    address,
  );
}

/** Whether a host is one of packages, which is nobody's own and answers everybody alike. */
export function isPublic({ hostname }: URL): boolean {
  return /^(?:cdn\.jsdelivr\.net|unpkg\.com|cdnjs\.cloudflare\.com)$/.test(hostname);
}
