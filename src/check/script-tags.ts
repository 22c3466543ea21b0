import { attribute, closest, type OldElement, walk } from "../convert/read/element.js";
import type { PageCodeName } from "./codes.js";

const FILES = [
  "kakao-chat.js",
  "kakao-chat-launcher.js",
  "kakao-chat-partner.js",
  "kakao-chat-seal.js",
] as const;
export type FileName = (typeof FILES)[number];

/** One of the product's own script tags. */
export interface ScriptTag {
  file: FileName;
  element: OldElement;
  src: string;
  /** Its whole address, if it can be told. */
  url: URL | null;
}

/** The product's script tags in a page: by the name of the file, as the script finds itself. */
export function listScriptTags(root: OldElement, page: URL | null): ScriptTag[] {
  const base = [...walk(root)].find(
    ({ name, attributes }) => name === "base" && attributes.has("href"),
  );
  const from = resolve(base ? attribute(base, "href") : "", page) ?? page;
  return [...walk(root)].flatMap((element) => {
    if (element.name !== "script") return [];
    const src = attribute(element, "src").trim();
    const [path = ""] = src.split(/[?#]/);
    const file = FILES.find((name) => path === name || path.endsWith(`/${name}`));
    return file ? [{ file, element, src, url: resolve(src, from) }] : [];
  });
}

function resolve(address: string, base: URL | null): URL | null {
  try {
    return base ? new URL(address, base) : new URL(address);
  } catch {
    return null;
  }
}

/** What is found about a tag. */
export interface TagFinding {
  code: PageCodeName;
  values: Record<string, string>;
  element: OldElement;
}

/** What this package knows of its own files. */
export interface Package {
  version: string;
  /** By file name, as `integrity` has it. */
  hashes: Readonly<Record<string, string>>;
}

/** What is wrong with the tags, or worth knowing. */
export function listTagFindings(
  tags: readonly ScriptTag[],
  own: Package,
  page: URL | null,
): TagFinding[] {
  const found: TagFinding[] = [];
  for (const tag of tags) {
    for (const [code, values] of [
      ...listRunning(tag, page),
      ...listVersion(tag, own),
      ...listIntegrity(tag, own, page),
    ]) {
      found.push({ code, values: { file: tag.file, ...values }, element: tag.element });
    }
  }
  for (const file of FILES) {
    const [, second] = tags.filter((tag) => tag.file === file);
    if (second) found.push({ code: "KC909", values: { file }, element: second.element });
  }
  return found;
}

type Said = [code: PageCodeName, values: Record<string, string>];

const JAVASCRIPT = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i;

function* listRunning({ element, url }: ScriptTag, page: URL | null): Iterable<Said> {
  const type = attribute(element, "type").trim();
  // Rocket Loader and consent managers give a type of their own, and run it later.
  const isLater = /rocket|-text\/javascript|^text\/plain$/i.test(type);
  if (element.attributes.has("nomodule")) yield ["KC911", { what: "nomodule" }];
  else if (!JAVASCRIPT.test(type) && !isLater) yield ["KC911", { what: `type="${type}"` }];
  if (url?.protocol === "http:" && page?.protocol === "https:")
    yield ["KC910", { address: url.href }];
  const isInHead = closest(element, ({ name }) => name === "head") !== null;
  const isDeferred = ["defer", "async"].some((name) => element.attributes.has(name));
  if (isInHead && !isDeferred && type !== "module" && !isLater) yield ["KC908", {}];
}

const VERSION = /(?:@|\/v?)(\d+\.\d+\.\d+(?:-[\w.]+)?)(?=\/|$)/;

export function versionOf({ src }: ScriptTag): string {
  return VERSION.exec(src)?.[1] ?? "";
}

function* listVersion(tag: ScriptTag, own: Package): Iterable<Said> {
  const version = versionOf(tag);
  if (!version && !attribute(tag.element, "integrity")) yield ["KC904", {}];
  if (version && version !== own.version) yield ["KC905", { version, own: own.version }];
}

const HASH = /^sha(256|384|512)-[A-Za-z\d+/_-]+={0,2}$/;

function* listIntegrity(tag: ScriptTag, own: Package, page: URL | null): Iterable<Said> {
  const { element, file, url } = tag;
  const integrity = attribute(element, "integrity").trim();
  if (!integrity) return;
  const hashes = integrity.split(/\s+/).map((hash) => hash.replace(/\?.*$/, ""));
  const valid = hashes.filter((hash) => HASH.test(hash));
  if (valid.length === 0) {
    yield ["KC912", {}];
    return;
  }
  const expected = own.hashes[file];
  const isSameVersion = versionOf(tag) === own.version;
  const isKnown = expected !== undefined && valid.some((hash) => hash.startsWith("sha384-"));
  if (isSameVersion && isKnown && !valid.includes(expected))
    yield ["KC906", { version: own.version, hash: expected }];
  const isOther = url !== null && page !== null && url.origin !== page.origin;
  if (isOther && !element.attributes.has("crossorigin")) yield ["KC907", {}];
}
