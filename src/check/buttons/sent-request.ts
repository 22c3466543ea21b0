import { buildFallbackAddress } from "../../request/request.js";
import type { ChatPlan } from "../../types.js";
import type { PagePolicy } from "../policies/page-policies.js";
import { allowsForm, type Policy } from "../policies/policy.js";
import { resolve } from "../script-tags/address.js";

/** What a click sends: what a policy keeps from going by POST goes by GET. */
export function findRequest(
  { request, options }: ChatPlan,
  { url: page, policies }: { url: URL | null; policies: readonly PagePolicy[] },
): { method: string; url: string } | null {
  if (!request) return null;
  const { method, url } = request;
  const to = method === "POST" ? resolve(url, null) : null;
  const isRefused = to && policies.some(({ policy }) => refuses(policy, to, page));
  return isRefused ? { method: "GET", url: buildFallbackAddress(options, []) } : { method, url };
}

/** In a sandbox of an origin of its own, a form may send nothing and say nothing: none is tried. */
function refuses(policy: Policy, to: URL, page: URL | null): boolean {
  const sandbox = policy.get("sandbox")?.map((flag) => flag.toLowerCase());
  const isBoxed =
    sandbox && !["allow-forms", "allow-same-origin"].every((one) => sandbox.includes(one));
  return Boolean(isBoxed) || !allowsForm(policy, to, page);
}
