import { attribute, type OldElement, walk } from "../../convert/read/markup/element.js";
import { listPoliciesFor, type PagePolicy } from "../policies/page-policies.js";
import { allowsInline } from "../policies/policy.js";
import { setsDefaults } from "./defaults.js";

/** The inline scripts that set `KakaoChatDefaults`. */
export interface InlineDefaults {
  /** The first of those that a policy forbids. */
  forbidden: OldElement | null;
  /** A policy forbids all of them: nothing is set. */
  isNothingSet: boolean;
}

/** Which of a page's inline settings its policies let run. */
export function findInlineDefaults(
  root: OldElement,
  policies: readonly PagePolicy[],
): InlineDefaults {
  const scripts = [...walk(root)].filter(setsDefaults);
  const forbidden = scripts.filter((script) =>
    listPoliciesFor(script, policies).some(
      (policy) => allowsInline(policy, attribute(script, "nonce")) === false,
    ),
  );
  return {
    forbidden: forbidden[0] ?? null,
    isNothingSet: forbidden.length > 0 && forbidden.length === scripts.length,
  };
}
