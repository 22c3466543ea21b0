import { decode } from "../../kakao.js";
import { parseIntegrity } from "../script-tags/integrity.js";
import { isPublic } from "../script-tags/package-address.js";

/** A Content Security Policy: its directives by name. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Reads policies as a header or a `<meta>` has them, several separated by commas. */
export function parsePolicies(text: string): Policy[] {
  return text.split(",").flatMap((one) => {
    const directives = new Map<string, string[]>();
    for (const directive of one.split(";")) {
      const [name, ...sources] = directive.trim().split(/\s+/);
      // The first of a name counts.
      if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
    }
    return directives.size > 0 ? [directives] : [];
  });
}

/** A script's tag, as far as a policy asks for it. */
export interface PolicyScript {
  /** `null` if it cannot be told: a relative address in a file. */
  url: URL | null;
  nonce: string;
  integrity: string;
}

const SCRIPTS = ["script-src-elem", "script-src", "default-src"];
const ATTRIBUTES = ["script-src-attr", "script-src", "default-src"];

/** Whether a policy lets a script of the page's HTML load. https://www.w3.org/TR/CSP3/#script-pre-request */
export function allowsScript(policy: Policy, script: PolicyScript, page: URL | null): boolean {
  const sources = policy.get(findDirective(policy, SCRIPTS) ?? "");
  if (!sources) return true;
  if (hasNonce(sources, script.nonce)) return true;
  const allowed = sources.flatMap((source) => parseIntegrity(source.slice(1, -1)));
  const hashes = parseIntegrity(script.integrity);
  if (hashes.length > 0 && hashes.every((hash) => allowed.includes(hash))) return true;
  return !isStrict(sources) && allowsUrl(sources, script.url, page);
}

/** The directive that decides on scripts, and whether it goes by nonces and hashes alone. */
export function findScriptRule(policy: Policy): { directive: string; isStrict: boolean } {
  const directive = findDirective(policy, SCRIPTS) ?? "";
  return { directive, isStrict: isStrict(policy.get(directive) ?? []) };
}

function isStrict(sources: readonly string[]): boolean {
  return sources.some((source) => /^'strict-dynamic'$/i.test(source));
}

/** Whether a policy lets an inline script run; `null` if only its hash would tell. */
export function allowsInline(
  policy: Policy,
  nonce: string,
  directives: readonly string[] = SCRIPTS,
): boolean | null {
  const sources = policy.get(findDirective(policy, directives) ?? "");
  if (!sources || hasNonce(sources, nonce)) return true;
  if (sources.some((source) => /^'sha(256|384|512)-/i.test(source))) return null;
  const hasOwnRule = sources.some((source) => /^'(nonce-|strict-dynamic)/i.test(source));
  return !hasOwnRule && sources.some((source) => /^'unsafe-inline'$/i.test(source));
}

/** Whether a policy lets code in attributes run: `onclick`. No nonce helps there; `null` if only a hash would tell. */
export function allowsAttributes(policy: Policy): boolean | null {
  return allowsInline(policy, "", ATTRIBUTES);
}

/** Whether a policy lets a form go to an address. There is no default for it. */
export function allowsForm(policy: Policy, url: URL, page: URL | null): boolean {
  const sources = policy.get("form-action");
  return !sources || allowsUrl(sources, url, page);
}

/** Whether a policy lets a script fetch an address. */
export function allowsFetch(policy: Policy, url: URL | null, page: URL | null): boolean {
  const sources = policy.get(findDirective(policy, ["connect-src", "default-src"]) ?? "");
  return !sources || allowsUrl(sources, url, page);
}

/** Of several directives, the first that a policy has decides. */
function findDirective(policy: Policy, names: readonly string[]): string | undefined {
  return names.find((name) => policy.has(name));
}

function hasNonce(sources: readonly string[], nonce: string): boolean {
  return nonce !== "" && sources.some((source) => source.replace(/^'nonce-/i, "") === `${nonce}'`);
}

function allowsUrl(sources: readonly string[], url: URL | null, page: URL | null): boolean {
  return sources.some((source) =>
    url ? matchesSource(source, url, page) : !source.startsWith("'") || /^'self'$/i.test(source),
  );
}

const HOST = /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[^/:*]+)(?::(\d+|\*))?(\/.*)?$/i;

/** https://www.w3.org/TR/CSP3/#match-url-to-source-expression */
function matchesSource(source: string, url: URL, page: URL | null): boolean {
  // Without the page's own address, nothing tells whether 'self' is the file's.
  if (/^'self'$/i.test(source)) return page ? isSame(page, url) : !isPublic(url);
  if (source === "*") return /^(https?|wss?):$/.test(url.protocol);
  if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return matchesScheme(source.toLowerCase(), url.protocol);
  const found = source.startsWith("'") ? null : HOST.exec(source);
  if (!found) return false;
  const [, scheme, host = "", port, path] = found;
  const expected = scheme ? `${scheme.toLowerCase()}:` : (page?.protocol ?? url.protocol);
  return (
    matchesScheme(expected, url.protocol) &&
    matchesHost(host.toLowerCase(), url.hostname) &&
    matchesPort(port, url) &&
    matchesPath(decode(path ?? ""), decode(url.pathname))
  );
}

function matchesPath(pattern: string, path: string): boolean {
  if (pattern === "" || pattern === "/") return true;
  return pattern.endsWith("/") ? path.startsWith(pattern) : path === pattern;
}

function isSame(page: URL, url: URL): boolean {
  const isUpgraded = page.protocol === "http:" && url.protocol === "https:";
  return (
    page.hostname === url.hostname &&
    (page.origin === url.origin || (isUpgraded && !page.port && !url.port))
  );
}

function matchesScheme(expected: string, actual: string): boolean {
  return expected === actual || (expected === "http:" && actual === "https:");
}

function matchesHost(pattern: string, host: string): boolean {
  if (pattern === "*") return true;
  return pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : pattern === host;
}

function matchesPort(port: string | undefined, url: URL): boolean {
  if (port === "*") return true;
  const actual = url.port || (url.protocol === "https:" ? "443" : "80");
  if (port) return port === actual || (port === "80" && actual === "443");
  return url.port === "";
}
