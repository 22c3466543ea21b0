import type { Node } from "@babel/types";
import type { Start } from "../../read/found.js";
import type { Facts } from "../../read/read.js";
import type { Guard } from "../../read/script/context.js";
import { findTarget, listChildren } from "../../read/script/references.js";
import { findPlace } from "./opening-place.js";

/** Methods that change what they are called of: `button.classList.add("busy")`. */
const CHANGES = /^(?:(?:add|remove|toggle|set)\w*|push)$/;
/** jQuery's, which read what they are given no value for. */
const SETS = /^(?:data|attr|prop|css)$/;
/** Words that many expressions have: they are no sign that two are about the same. */
const COMMON =
  /^(?:document|window|this|event|e|ev|jquery|getelementbyid|queryselector|value|val|is|state|current)?$/;

/** `(function () { var list = []; ... })()`, by which a loop is written out. */
const MADE = /\((?:function \(\)|\(\) =>) \{ (?:for\s*\()?(?:var|let|const)\s+([\w$]+)/g;

/** Whether the click itself changes what is asked for, such as a sign of loading: the new code would ask too late. */
export function isChanged(
  { source, code }: Guard,
  others: readonly Node[],
  start: Start,
  facts: Facts,
): boolean {
  const { chain } = start;
  // What the code asked for makes itself is not from before.
  const made = new Set([...code.code.matchAll(MADE)].map(([, name = ""]) => name.toLowerCase()));
  const asked = listWords(source).filter((word) => !made.has(word));
  const isAsked = (word: string) =>
    asked.some((one) => one === word || (one.startsWith("is") && one.slice(2) === word));
  const visit = (node: Node, text: string, place: number): boolean => {
    // What comes after the chat is started, the new code does after it has asked.
    if (others.includes(node) || Number(node.start) >= place) return false;
    return (
      listWords(readChanged(node, text)).some(isAsked) ||
      listChildren(node).some((child) => visit(child, text, place))
    );
  };
  return chain.some((step) => {
    const { body } = step.node;
    return body && visit(body, step.script.text, findPlace(step, start, facts));
  });
}

/** The words of a text, without the sign that a library has before some. */
function listWords(text: string): string[] {
  const words = text.match(/[\w$-]+/g) ?? [];
  return words
    .map((word) => word.replace(/^\$+/, "").toLowerCase())
    .filter((word) => !COMMON.test(word));
}

/** What a statement changes, as it is written: `busy` of `busy = true`, `setBusy(true)` and `button.addClass("busy")`. */
function readChanged(node: Node, text: string): string {
  const sourceOf = ({ start, end }: Node) => text.slice(start ?? 0, end ?? 0);
  const target = findTarget(node);
  if (target) return sourceOf(target);
  if (node.type !== "CallExpression") return "";
  const { callee } = node;
  // React's and Solid's, by their custom.
  const name = callee.type === "MemberExpression" ? callee.property : callee;
  const called = name.type === "Identifier" ? name.name : "";
  if (called === "setState") return node.arguments.map(sourceOf).join(" ");
  const [, state = ""] = /^set([A-Z]\w*)$/.exec(called) ?? [];
  if (callee.type !== "MemberExpression") return state;
  const isSet = SETS.test(called) && node.arguments.length > 1;
  return isSet || CHANGES.test(called) ? `${sourceOf(callee.object)} ${state}` : "";
}
