import { attribute } from "../../convert/read/markup/element.js";
import type { Collector } from "../collector.js";
import { listCallers } from "../scripts/callers.js";
import { listPoliciesFor } from "./page-policies.js";
import {
  allowsAttributes,
  allowsForm,
  allowsInline,
  allowsScript,
  findScriptRule,
} from "./policy.js";
import type { Surroundings } from "./surroundings.js";

/** What the policies of a page keep from working. */
export function listPolicyFindings(around: Surroundings, add: Collector["add"]): void {
  listScripts(around, add);
  listInlineModules(around, add);
  listForms(around, add);
  if (around.inline.forbidden) add("KC916", {}, around.inline.forbidden);
  listAttributes(around, add);
  listSandboxes(around, add);
}

/** Code in attributes that starts a chat. */
function listAttributes({ facts, policies }: Surroundings, add: Collector["add"]): void {
  for (const element of listCallers(facts.root)) {
    const isForbidden = listPoliciesFor(element, policies).some(
      (policy) => allowsAttributes(policy) === false,
    );
    if (isForbidden) add("KC994", {}, element);
  }
}

function listScripts({ page, tags, modules, policies }: Surroundings, add: Collector["add"]): void {
  for (const { url, element, file } of [...tags, ...modules.filter(({ url }) => url !== null)]) {
    // The page's own computer is no server.
    if (url && !/^https?:$/.test(url.protocol)) continue;
    const script = {
      url,
      nonce: attribute(element, "nonce"),
      integrity: attribute(element, "integrity"),
    };
    const forbidding = listPoliciesFor(element, policies).find(
      (policy) => !allowsScript(policy, script, page.url),
    );
    if (!forbidding) continue;
    const { directive, isStrict } = findScriptRule(forbidding);
    const sources = forbidding.get(directive) ?? [];
    const policy = [directive, ...sources].join(" ");
    const origin = url?.origin ?? "'self'";
    // What `default-src` lets in is for pictures and frames, too; a `script-src` takes nothing from it.
    const isDefault = directive === "default-src";
    const kept = isDefault ? sources.filter((source) => !/^'none'$/i.test(source)) : [];
    const to = isDefault ? "script-src" : directive;
    if (script.nonce && sources.some((source) => /^'nonce-/i.test(source)))
      add("KC999", { file, policy }, element);
    // What a script imports is as trusted as the script is.
    else if (isStrict && element.attributes.has("src")) add("KC937", { file, directive }, element);
    else if (!isStrict) {
      const needed = [...kept, origin].join(" ");
      add("KC914", { file, directive, policy, origin, needed, to }, element);
    }
  }
}

/** Inline scripts that import the product: a policy may let the file in, and not them. */
function listInlineModules({ modules, policies }: Surroundings, add: Collector["add"]): void {
  for (const { element, file } of modules) {
    if (element.attributes.has("src")) continue;
    const forbidding = listPoliciesFor(element, policies).find(
      (policy) => allowsInline(policy, attribute(element, "nonce")) === false,
    );
    if (!forbidding) continue;
    const { directive } = findScriptRule(forbidding);
    const policy = [directive, ...(forbidding.get(directive) ?? [])].join(" ");
    add("KC914", { file, directive, policy, needed: "'nonce-…'", to: directive }, element);
  }
}

function listForms({ page, plans, policies }: Surroundings, add: Collector["add"]): void {
  const addresses = plans.flatMap(({ request }) =>
    request?.method === "POST" ? [new URL(request.url)] : [],
  );
  const seen = new Set<string>();
  for (const { policy, meta } of policies) {
    for (const { origin } of addresses.filter((url) => !allowsForm(policy, url, page.url))) {
      if (!seen.has(origin)) add("KC915", { origin }, meta ?? undefined);
      seen.add(origin);
    }
  }
}

/** A window that leaves its sandbox, and what it needs for that. */
const WINDOW = ["allow-popups", "allow-popups-to-escape-sandbox"];

function listSandboxes({ tags, plans, policies }: Surroundings, add: Collector["add"]): void {
  const isUsed = tags.length > 0 || plans.length > 0;
  const isSelf = plans.length > 0 && plans.every(({ options }) => options.target === "self");
  for (const { policy } of policies) {
    const sandbox = policy.get("sandbox")?.map((flag) => flag.toLowerCase());
    if (!sandbox || !isUsed) continue;
    const needs = ["allow-scripts", ...(isSelf ? [] : WINDOW)];
    const flags = needs.filter((flag) => !sandbox.includes(flag)).join(" ");
    if (flags) add(flags.startsWith("allow-scripts") ? "KC917" : "KC938", { flags });
  }
}
