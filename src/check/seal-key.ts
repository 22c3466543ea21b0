import { attribute, type OldElement, walk } from "../convert/read/markup/element.js";
import type { Surroundings } from "./headers.js";
import type { Notes } from "./page.js";
import { allowsFetch } from "./policy.js";
import { isInert } from "./running.js";
import { resolve } from "./script-tags.js";

/** Without its key the seal lets a chat start without the extra: why it gets none. */
export function checkSealKey(around: Surroundings, add: Notes["add"]): void {
  const seal = around.tags.find(({ file }) => file === "kakao-chat-seal.js")?.element;
  if (!seal) return;
  const tag = [seal, ...walk(around.facts.root)].find(hasKey);
  const reason = tag ? findReason(tag, around) : "no data-key";
  if (reason) add("KC935", { reason }, tag ?? seal);
}

function hasKey(element: OldElement): boolean {
  const { name, attributes } = element;
  const isNamed = attributes.has("data-key") || attributes.has("data-key-url");
  return name === "script" && isNamed && !isInert(element);
}

function findReason(tag: OldElement, { page, facts, policies }: Surroundings): string {
  const key = attribute(tag, "data-key");
  const address = attribute(tag, "data-key-url");
  if (facts.pieces.has(key + address)) return "";
  if (!key && address) {
    const url = resolve(address, page.url);
    return policies.every(({ policy }) => allowsFetch(policy, url, page.url)) ? "" : "connect-src";
  }
  return key ? findFault(key) : "no data-key";
}

function findFault(key: string): string {
  try {
    const jwk: unknown = JSON.parse(key);
    const isPrivate = typeof jwk === "object" && jwk !== null && ("d" in jwk || "k" in jwk);
    return isPrivate ? "the key is private" : "";
  } catch {
    return "the key is no JSON";
  }
}
