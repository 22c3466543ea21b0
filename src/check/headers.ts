import { attribute, type OldElement, walk } from "../convert/read/element.js";
import type { Facts } from "../convert/read/read.js";
import { ORIGIN, PATHS } from "../kakao.js";
import type { ChatPlan } from "../types.js";
import type { Notes, Page } from "./page.js";
import { allowsForm, allowsInline, allowsScript, type Policy, parsePolicies } from "./policy.js";
import type { ScriptTag } from "./script-tags.js";
import type { KnownSettings } from "./settings.js";

/** What a page's answer and its head say, beside the buttons. */
export interface Surroundings {
  page: Page;
  facts: Facts;
  tags: readonly ScriptTag[];
  known: KnownSettings;
  plans: readonly ChatPlan[];
}

/** What the policies, COOP, the charset and `<base>` do to the buttons. */
export function listHeaderFindings(around: Surroundings, add: Notes["add"]): void {
  if (around.tags.length > 0) {
    listPolicyFindings(around, add);
    listOpener(around, add);
  }
  listCharset(around, add);
  listBase(around, add);
}

function listPolicies({ page, facts }: Surroundings): Policy[] {
  const metas = [...walk(facts.root)].filter(
    (element) =>
      element.name === "meta" &&
      /^content-security-policy$/i.test(attribute(element, "http-equiv")),
  );
  const inPage = metas
    .flatMap((meta) => parsePolicies(attribute(meta, "content")))
    .map(withoutHeaderOnly);
  return [...parsePolicies(page.headers["content-security-policy"] ?? ""), ...inPage];
}

/** Browsers leave these out of a `<meta>`. https://www.w3.org/TR/CSP3/#meta-element */
function withoutHeaderOnly(policy: Policy): Policy {
  return new Map(
    [...policy].filter(([name]) => !/^(sandbox|frame-ancestors|report-uri)$/.test(name)),
  );
}

function listPolicyFindings(around: Surroundings, add: Notes["add"]): void {
  const { page, facts, tags, plans } = around;
  const policies = listPolicies(around);
  for (const tag of tags) {
    const { url, element } = tag;
    if (!url) continue;
    const script = {
      url,
      nonce: attribute(element, "nonce"),
      integrity: attribute(element, "integrity"),
    };
    if (!policies.every((policy) => allowsScript(policy, script, page.url))) {
      add("KC914", { file: tag.file, origin: url.origin }, element);
    }
  }
  const posts = plans.some(({ request }) => request?.method === "POST");
  const address = new URL(ORIGIN + PATHS.write);
  if (posts && !policies.every((policy) => allowsForm(policy, address, page.url))) {
    add("KC915", { origin: ORIGIN });
  }
  const inline = findDefaults(facts.root);
  if (
    inline &&
    policies.some((policy) => allowsInline(policy, attribute(inline, "nonce")) === false)
  ) {
    add("KC916", {}, inline);
  }
  for (const policy of policies) {
    const sandbox = policy.get("sandbox");
    if (!sandbox) continue;
    const lacks = ["allow-scripts", "allow-popups"].filter((flag) => !sandbox.includes(flag));
    if (lacks.length > 0) add("KC917", { flags: lacks.join(" ") });
  }
}

/** The inline script that sets the page's defaults. */
function findDefaults(root: OldElement): OldElement | undefined {
  return [...walk(root)].find(
    (element) =>
      element.name === "script" &&
      !element.attributes.has("src") &&
      element.children.some(
        (child) => typeof child === "string" && child.includes("KakaoChatDefaults"),
      ),
  );
}

function listOpener({ page, plans }: Surroundings, add: Notes["add"]): void {
  const policy = (page.headers["cross-origin-opener-policy"] ?? "").split(";")[0]?.trim() ?? "";
  const cuts = policy === "same-origin" || policy === "noopener-allow-popups";
  if (cuts && plans.some(({ options }) => options.reuse === "true")) add("KC918", { policy });
}

/** What a label means to every browser; `""` if it means nothing, as `cp949`. */
function knownCharset(label: string): string {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return "";
  }
}

function listCharset({ page, facts }: Surroundings, add: Notes["add"]): void {
  const isWhole = /<html[\s>]|<!doctype/i.test(page.html);
  const inHeader =
    /charset\s*=\s*"?([\w.:-]+)/i.exec(page.headers["content-type"] ?? "")?.[1] ?? "";
  const metas = [...walk(facts.root)].filter(({ name }) => name === "meta");
  const meta = metas.find(
    (element) =>
      element.attributes.has("charset") || /^content-type$/i.test(attribute(element, "http-equiv")),
  );
  const inMeta = meta
    ? attribute(meta, "charset") ||
      (/charset\s*=\s*"?([\w.:-]+)/i.exec(attribute(meta, "content"))?.[1] ?? "")
    : "";
  // The byte order mark counts before both.
  if (/bom/i.test(page.charset)) return;
  const [header, own] = [knownCharset(inHeader), knownCharset(inMeta)];
  if (isWhole && page.url && !header && !own) add("KC919");
  if (header && own && header !== own) {
    add("KC920", { header: inHeader, meta: inMeta }, meta);
  }
}

function listBase({ facts, tags }: Surroundings, add: Notes["add"]): void {
  const base = [...walk(facts.root)].find(
    ({ name, attributes }) => name === "base" && Boolean(attributes.get("target")),
  );
  if (base && (tags.length > 0 || facts.starts.length > 0)) {
    add("KC921", { target: attribute(base, "target") }, base);
  }
}
