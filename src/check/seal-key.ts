import { attribute, type OldElement, walk } from "../convert/read/element.js";
import { parseKey } from "../seal/parse-key.js";
import { SealError } from "../seal/seal-error.js";
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
  try {
    if (!key) return "no data-key";
    parseKey(key);
    return "";
  } catch (error) {
    return error instanceof SealError ? error.message.replace("no seal: ", "") : "";
  }
}
