import type { Facts } from "../../read/read.js";
import type { Called } from "../../read/script/context.js";
import type { Start } from "../../read/script/found.js";
import { isOpeningFunction } from "./statements.js";

/** Whether a function of the pasted script opens a chat, or calls one that does. */
export function opensByName(name: string, { functions }: Pick<Facts, "functions">): boolean {
  const source = functions.get(name);
  if (source === undefined) return false;
  return (
    isOpeningFunction(source) ||
    [...functions].some(
      ([other, inner]) =>
        other !== name && source.includes(`${other}(`) && isOpeningFunction(inner),
    )
  );
}

/** The same, and whether it is one of those through which a click comes to its chat: what chooses a function by a key. */
export function opensAtClick(name: string, { chain }: Start, facts: Facts): boolean {
  const source = facts.functions.get(name);
  const isStep = ({ node, script }: Called) =>
    script.text.slice(node.start ?? 0, node.end ?? 0) === source;
  return opensByName(name, facts) || chain.some(isStep);
}
