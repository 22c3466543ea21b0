import { attribute, type OldElement, walk } from "../convert/read/element.js";
import type { Surroundings } from "./headers.js";
import type { Notes } from "./page.js";
import { listPoliciesFor } from "./page-policies.js";
import { allowsForm, allowsInline, allowsScript } from "./policy.js";

/** What the policies of a page keep from working. */
export function listPolicyFindings(around: Surroundings, add: Notes["add"]): void {
  listScripts(around, add);
  listForms(around, add);
  listInline(around, add);
  listSandboxes(around, add);
}

function listScripts({ page, tags, policies }: Surroundings, add: Notes["add"]): void {
  for (const { url, element, file } of tags) {
    if (!url) continue;
    const script = {
      url,
      nonce: attribute(element, "nonce"),
      integrity: attribute(element, "integrity"),
    };
    const isAllowed = listPoliciesFor(element, policies).every((policy) =>
      allowsScript(policy, script, page.url),
    );
    if (!isAllowed) add("KC914", { file, origin: url.origin }, element);
  }
}

function listForms({ page, plans, policies }: Surroundings, add: Notes["add"]): void {
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

function listInline({ facts, policies }: Surroundings, add: Notes["add"]): void {
  const inline = findDefaults(facts.root);
  const isForbidden =
    inline &&
    listPoliciesFor(inline, policies).some(
      (policy) => allowsInline(policy, attribute(inline, "nonce")) === false,
    );
  if (isForbidden) add("KC916", {}, inline);
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

/** A window that leaves its sandbox, and what it needs for that. */
const WINDOW = ["allow-popups", "allow-popups-to-escape-sandbox"];

function listSandboxes({ tags, plans, policies }: Surroundings, add: Notes["add"]): void {
  const isUsed = tags.length > 0 || plans.length > 0;
  const isSelf = plans.length > 0 && plans.every(({ options }) => options.target === "self");
  for (const { policy } of policies) {
    const sandbox = policy.get("sandbox")?.map((flag) => flag.toLowerCase());
    if (!sandbox || !isUsed) continue;
    const lacks = WINDOW.filter((flag) => !sandbox.includes(flag));
    if (!sandbox.includes("allow-scripts")) add("KC917", { flags: "allow-scripts" });
    else if (lacks.length > 0 && !isSelf) add("KC938", { flags: lacks.join(" ") });
  }
}
