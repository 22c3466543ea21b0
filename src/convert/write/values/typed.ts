import type { Node } from "@babel/types";
import type { Facts } from "../../read/read.js";
import { parseScript } from "../../read/script/parse-script.js";
import { DEEPEST, listChildren } from "../../read/script/references.js";

/** A script of Vue's or Svelte's that is TypeScript. */
const LANGUAGE = /<script\b[^>]*\slang=["']?tsx?\b/i;

type Source = Pick<Facts, "language" | "source" | "file">;

/** Whether a component is TypeScript, whose strict compilers refuse a parameter without a type. */
export function isTypeScript({ language, source, file }: Source): boolean {
  if (/\.[cm]?tsx?$/i.test(file)) return true;
  if (language === "jsx" || language === "lit") return hasTypes(parseScript(source).program);
  return (language === "vue" || language === "svelte") && LANGUAGE.test(source);
}

function hasTypes(node: Node, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  return node.type.startsWith("TS") || listChildren(node).some((one) => hasTypes(one, depth + 1));
}

/** How a function hears of the click. */
export interface Listening {
  /** Its parameter. */
  parameter: "event" | "event: CustomEvent & { target: HTMLElement }";
  /** What stands behind it where `addEventListener` is given it: that knows no event but `Event`. */
  cast: "" | " as EventListener";
}

/** The type of the event, where a compiler asks for one: `any` is what linters refuse. */
export function listeningIn(facts: Source): Listening {
  return isTypeScript(facts)
    ? { parameter: "event: CustomEvent & { target: HTMLElement }", cast: " as EventListener" }
    : { parameter: "event", cast: "" };
}
