import type { OldElement } from "./markup/element.js";
import type { Run } from "./script/run.js";
import { codeValue, type Value } from "./script/value.js";

/** `KakaoChatDefaults`, however the page declares it; code of its own if that cannot be read. */
export function findDefaults(text: string, run: Run): Value | null {
  const declared = run.found.defaults ?? run.global.bindings.get("KakaoChatDefaults")?.value;
  if (declared) return declared;
  return /\bKakaoChatDefaults\b/.test(text) ? codeValue("KakaoChatDefaults") : null;
}

/** The page's own functions, by their names. */
export function listFunctions({ calls: { functions, named } }: Run): Map<string, string> {
  for (const { value } of functions) {
    const { node, script } = value;
    const key = "key" in node && node.key.type === "Identifier" ? node.key.name : null;
    const name = "id" in node && node.id ? node.id.name : key;
    if (name) named.set(name, script.text.slice(node.start ?? 0, node.end ?? 0));
  }
  return named;
}

/** What listens to clicks, each with the elements that it is for. */
export function listHandlers({ clicks: { heard } }: Run): Map<object, Set<OldElement>> {
  const found = new Map<object, Set<OldElement>>();
  for (const { element, value } of heard)
    found.set(value.node, (found.get(value.node) ?? new Set()).add(element));
  return found;
}
