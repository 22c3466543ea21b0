import { attribute, type OldElement, walk } from "../../convert/read/markup/element.js";
import type { Page } from "../page.js";
import { type Policy, parsePolicies } from "./policy.js";

/** A policy of a page, and the `<meta>` that says it; `null` if the header does. */
export interface PagePolicy {
  policy: Policy;
  meta: OldElement | null;
}

/** The policies of a page. A `<meta>` outside the `<head>` says none. https://www.w3.org/TR/CSP3/#meta-element */
export function listPolicies({ headers }: Page, root: OldElement): PagePolicy[] {
  const metas = [...walk(root)].filter(
    (element) =>
      element.name === "meta" &&
      element.parent?.name === "head" &&
      /^content-security-policy$/i.test(attribute(element, "http-equiv")),
  );
  return [
    ...parsePolicies(headers["content-security-policy"] ?? "").map((policy) => ({
      policy,
      meta: null,
    })),
    ...metas.flatMap((meta) =>
      parsePolicies(attribute(meta, "content")).map((policy) => ({
        policy: withoutHeaderOnly(policy),
        meta,
      })),
    ),
  ];
}

/** Browsers leave these out of a `<meta>`. */
function withoutHeaderOnly(policy: Policy): Policy {
  return new Map(
    [...policy].filter(([name]) => !/^(sandbox|frame-ancestors|report-uri)$/.test(name)),
  );
}

/** The policies that hold when the parser comes to a script: a `<meta>` further down is too late for it. */
export function listPoliciesFor(
  { start }: OldElement,
  policies: readonly PagePolicy[],
): readonly Policy[] {
  return policies
    .filter(({ meta }) => !meta || start < 0 || meta.start < start)
    .map(({ policy }) => policy);
}
