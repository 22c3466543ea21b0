import type { Node } from "@babel/types";
import type { Facts } from "../../read/read.js";
import type { Called, Guard } from "../../read/script/context.js";
import type { Start } from "../../read/script/found.js";
import { findTarget, isFunction, listChildren } from "../../read/script/references.js";
import { listLocals } from "../values/locals.js";
import { isBehind } from "./behind.js";
import { findInTimer } from "./callbacks.js";
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
  guard: Guard,
  others: readonly Node[],
  start: Start,
  facts: Facts,
): boolean {
  const { source, code } = guard;
  // What the code asked for makes itself is not from before.
  const made = new Set([...code.code.matchAll(MADE)].map(([, name = ""]) => name.toLowerCase()));
  const asked = listWords(source).filter((word) => !made.has(word));
  const isAsked = (word: string) =>
    asked.some((one) => one === word || (one.startsWith("is") && one.slice(2) === word));
  return start.chain.some((step) => {
    const { body } = step.node;
    if (!body) return false;
    const { text } = step.script;
    const place = findPlace(step, start, facts);
    const changes = listChanges(body, others).filter(({ node }) =>
      listWords(readChanged(node, text)).some(isAsked),
    );
    // What comes after the chat is started, the new code does after it has asked.
    if (!changes.some(({ node }) => Number(node.start) < place)) return false;
    return !changes.every((one) => waits(one, guard, step, start, facts));
  });
}

/** What may change something in a function. */
interface Change {
  node: Node;
  /** A function within that one does it, who knows when. */
  isInner: boolean;
}

/** All nodes of a function that may change something, but those of some branches. */
function listChanges(node: Node, others: readonly Node[], isInner = false): Change[] {
  if (others.includes(node)) return [];
  // What a timer does comes after all that was asked.
  const within = isInner || isFunction(node);
  const children = findInTimer(node) ? [] : listChildren(node);
  const own = findInTimer(node) ?? node;
  return [{ node: own, isInner }, ...children.flatMap((one) => listChanges(one, others, within))];
}

/** Whether a component's new code, which asks first, makes a change behind that, as the old code does. */
function waits(
  { node, isInner }: Change,
  { test, holds }: Guard,
  step: Called,
  { trigger }: Start,
  { language }: Facts,
): boolean {
  if (isInner || !/^(?:jsx|vue|svelte|angular)$/.test(language)) return false;
  // Who asks does not know the items of a list.
  if (listLocals(trigger).size > 0) return false;
  return isBehind(step.node, (one) => one === test, holds, Number(node.start));
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
