import { attribute, closest, type OldElement, walk } from "../../convert/read/markup/element.js";
import { listPoliciesFor, type PagePolicy } from "../policies/page-policies.js";
import { findFileName, servesButtons } from "../product-files.js";
import { isUsedAtOnce } from "../scripts/immediate-use.js";
import { resolve } from "./address.js";
import { listIntegrity } from "./integrity.js";
import type { LoadedFile, Package, Said, ScriptTag, TagFinding } from "./loaded-file.js";
import { listMisspelt } from "./misspelt.js";
import { listNoScript } from "./no-script.js";
import { isPublic } from "./package-address.js";
import { findRun, isInert, isModule } from "./running.js";
import { listTwice } from "./twice.js";
import { hashedVersion, listVersion } from "./version.js";

/** The product's script tags in a page: by the name of the file, as the script finds itself. */
export function listScriptTags(
  root: OldElement,
  page: URL | null,
  policies: readonly PagePolicy[],
): ScriptTag[] {
  const base = [...walk(root)].find(
    (element) => element.name === "base" && element.attributes.has("href") && !isInert(element),
  );
  const fromBase = resolve(base ? attribute(base, "href") : "", page) ?? page;
  return [...walk(root)].flatMap((element) => {
    if (element.name !== "script" || isInert(element)) return [];
    // A `<base>` further down is too late for it.
    const from = base && (element.start < 0 || base.start < element.start) ? fromBase : page;
    // Browsers read `\` as `/`.
    const src = attribute(element, "src").trim().replace(/\\/g, "/");
    const file = findFileName(src);
    if (!file) return [];
    const url = resolve(src, from);
    const isUpgraded = listPoliciesFor(element, policies).some((policy) =>
      policy.has("upgrade-insecure-requests"),
    );
    if (url && isUpgraded) url.protocol = url.protocol.replace(/^http:$/, "https:");
    return [{ file, element, src, url }];
  });
}

/** What is wrong with the tags, or worth knowing. */
export function listTagFindings(
  root: OldElement,
  tags: readonly ScriptTag[],
  modules: readonly LoadedFile[],
  own: Package,
  page: URL | null,
): TagFinding[] {
  const found: TagFinding[] = [];
  const note = ({ file, element }: LoadedFile, said: Iterable<Said>) => {
    for (const [code, values] of said) found.push({ code, values: { file, ...values }, element });
  };
  for (const tag of tags) {
    note(tag, listRunning(tag, tags, page, root));
    note(tag, listOfFile(tag, own, page));
    note(tag, listIntegrity(tag, hashedVersion(tag), own, page));
    found.push(...listMisspelt(tag));
  }
  for (const module of modules) {
    note(module, listAddress(module, page));
    note(module, listOfFile(module, own, page));
  }
  return [...found, ...listTwice(tags)];
}

/** What an address says of the file behind it. */
function* listOfFile(file: LoadedFile, own: Package, page: URL | null): Iterable<Said> {
  yield* listNoScript(file, own);
  yield* listVersion(file, own, page);
}

function* listRunning(
  tag: ScriptTag,
  tags: readonly ScriptTag[],
  page: URL | null,
  root: OldElement,
): Iterable<Said> {
  const { element, file, url } = tag;
  const run = findRun(element);
  const others = tags.filter((other) => other.file === file && other.element !== element);
  if (!others.some(isRunning)) {
    if (run.when === "never") yield ["KC911", { what: run.what }];
    if (run.when === "agreed") yield ["KC939", {}];
  }
  if (url && isPublic(url) && /^use-credentials$/i.test(attribute(element, "crossorigin")))
    yield ["KC911", { cause: "credentials", what: 'crossorigin="use-credentials"' }];
  yield* listAddress(tag, page);
  const isInHead = closest(element, ({ name }) => name === "head") !== null;
  const isDeferred = ["defer", "async"].some((name) => element.attributes.has(name));
  const isNow = run.when === "now" || run.when === "never";
  const isWaiting = isInHead && !isDeferred && !isModule(element) && isNow;
  if (isWaiting && !isUsedAtOnce(root, element)) yield ["KC908", {}];
}

/** An address that a visitor's browser does not load. */
function* listAddress({ url }: LoadedFile, page: URL | null): Iterable<Said> {
  if (!url) return;
  const address = url.href;
  if (!page) {
    // Where a file will be is not known, but it is nobody else's computer.
    if (isFile(url)) yield ["KC936", { address }];
    return;
  }
  const isMixed = url.protocol === "http:" && page.protocol === "https:";
  if (isFile(url) || (isLocal(url) && !isLocal(page))) yield ["KC936", { address }];
  // Browsers trust their own computer without https.
  else if (isMixed && !isLocal(url)) yield ["KC910", { address }];
}

/** An address of the computer that the browser runs on: a visitor's has no such file. */
function isLocal(url: URL): boolean {
  return isFile(url) || /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
}

/** A page that a server has sent loads none of these, wherever the server is. */
function isFile({ protocol }: URL): boolean {
  return /^(?:file|[a-z]):$/.test(protocol);
}

function isRunning({ element }: ScriptTag): boolean {
  return findRun(element).when === "now";
}

/** The tag that starts the buttons: of several, the first that a browser runs. */
export function findCore(tags: readonly ScriptTag[]): ScriptTag | null {
  const cores = tags.filter(({ file }) => servesButtons(file));
  return cores.find(isRunning) ?? cores[0] ?? null;
}
