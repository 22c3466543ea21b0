import { attribute, type OldElement, walk } from "../../convert/read/markup/element.js";
import { parseKey, type SealingKey } from "../../seal/parse-key.js";
import type { Collector } from "../collector.js";
import { FILES } from "../product-files.js";
import { resolve } from "../script-tags/address.js";
import { isInert } from "../script-tags/running.js";
import { allowsFetch } from "./policy.js";
import type { Surroundings } from "./surroundings.js";

/** Without its key the seal lets a chat start without the extra: why it gets none. */
export function checkSealKey(around: Surroundings, add: Collector["add"]): void {
  const seal = around.tags.find(({ file }) => file === FILES.seal)?.element;
  if (!seal) return;
  const tag = [seal, ...walk(around.facts.root)].find(hasKey);
  if (tag && isPrivate(attribute(tag, "data-key"))) {
    add("KC996", {}, tag);
    return;
  }
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
    return hasAllParts(parseKey(key).jwk) ? "" : "the key is not whole";
  } catch (error) {
    return error instanceof Error ? error.message.replace("no seal: ", "") : "";
  }
}

/** What its kind consists of, in base64url: 32 bytes are 43 letters, and RSA has 2048 bits or more. */
function hasAllParts({ kty, x, y, n, e }: SealingKey["jwk"]): boolean {
  const isPart = (part: unknown, pattern: RegExp) => typeof part === "string" && pattern.test(part);
  if (kty === "RSA") return isPart(n, /^[\w-]{342,}$/) && isPart(e, /^[\w-]+$/);
  return isPart(x, /^[\w-]{43}$/) && (kty !== "EC" || isPart(y, /^[\w-]{43}$/));
}

/** Whether there is a private or a shared key in it, one of several too: with the page, it is public. */
function isPrivate(key: string): boolean {
  try {
    const value: unknown = JSON.parse(key);
    const isList = typeof value === "object" && value !== null && "keys" in value;
    const all: unknown = isList ? value.keys : [value];
    return Array.isArray(all) && all.some(hasSecret);
  } catch {
    return /-----BEGIN [\w ]*PRIVATE KEY/.test(key);
  }
}

function hasSecret(jwk: unknown): boolean {
  return typeof jwk === "object" && jwk !== null && ("d" in jwk || "k" in jwk);
}
