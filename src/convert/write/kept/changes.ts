import type { Node } from "@babel/types";
import type { Facts } from "../../read/read.js";
import {
  DEEPEST,
  findTarget,
  isBuiltIn,
  isFunction,
  listReferences,
} from "../../read/script/references.js";
import { parseCode } from "../values/parse-code.js";
import { TRACKING } from "./is-tracking.js";

/** What a statement gives other values to. */
export interface Changes {
  /** By name: state, variables; `document` for what stands in fields. */
  names: Set<string>;
  /** It tells others, who may take the button away: `onClose()`, `$emit("close")`. */
  isTold: boolean;
  /** These may change whatever they have given: `onReset()`, `$emit("update:memo", "")`. */
  isReset: boolean;
}

/** Objects by which state is led, and no names of it. */
const OWNERS = /^(?:this|props|state|value|current|\$store|store|getters|window|self)$/;
/** Methods that change the list, the store or the field that they are called of. */
const CHANGES =
  /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|clear|delete|add|set|update|val|reset|next)$/;
/** What tells others, by custom. */
const TELLS =
  /^(?:\$?emit|dispatch\w*|commit|on[A-Z]\w*|(?:close|hide|dismiss|toggle|reset|clear|remove|delete|cancel|finish|done|next|prev|back|goTo|navigate|push|replace|update|refresh|refetch|reload|mutate|init)(?:[A-Z]\w*)?)$/;

/** By custom, of what others have given. */
const RESETS =
  /^(?:on[-:]?)?(?:reset|clear|empty|init|remove|delete|update|change|next|prev|increase|decrease|increment|decrement)/i;

/** So many functions are read at most, each once. */
const MOST = 20;
/** What is longer is no function that changes a state. */
const LONGEST = 5000;

/** Reads what a statement changes, also by functions that were pasted. @param seen those that were read already */
export function readChanges(statement: string, facts: Facts, seen = new Set<string>()): Changes {
  const isInner = seen.size > 0;
  const changes: Changes = { names: new Set(), isTold: false, isReset: false };
  const isMethod = /^\s*(?:async\s+)?(?!function\b)[\w$]+\s*\([^()]*\)\s*\{/.test(statement);
  const { program } = parseCode(isInner && isMethod ? `({${statement}})` : statement);
  const visit = (node: Node, level: number): void => {
    // What a timer does comes later.
    if (level > DEEPEST || (!isInner && isFunction(node))) return;
    const target = findTarget(node);
    if (target) changes.names.add(nameOf(target) || "document");
    if (node.type === "CallExpression" || node.type === "OptionalCallExpression")
      readCall(node, changes, facts, seen);
    for (const child of listReferences(node)) visit(child, level + 1);
  };
  visit(program, 0);
  return changes;
}

type Call = Extract<Node, { type: "CallExpression" | "OptionalCallExpression" }>;

function readCall(
  { callee, arguments: given }: Call,
  changes: Changes,
  facts: Facts,
  seen: Set<string>,
) {
  const path = listPath(callee);
  const name = path.at(-1) ?? "";
  const [first] = given;
  const [, state] = /^set(?!Timeout$|Interval$)([A-Z]\w*)$/.exec(name) ?? [];
  const source = facts.functions.get(name);
  if (name === "setState") {
    if (first?.type !== "ObjectExpression") changes.names.add("state");
    else for (const one of first.properties) if ("key" in one) changes.names.add(keyOf(one.key));
  } else if (source !== undefined) {
    if (seen.has(name) || seen.size >= MOST || source.length > LONGEST) return;
    const inner = readChanges(source, facts, seen.add(name));
    for (const one of inner.names) changes.names.add(one);
    changes.isTold ||= inner.isTold;
    changes.isReset ||= inner.isReset;
  } else if (TRACKING.test(path.join("."))) return;
  else if (state && path.length === 1) {
    const [, own] = new RegExp(`\\[\\s*([\\w$]+)\\s*,\\s*${name}\\s*\\]`).exec(facts.source) ?? [];
    changes.names.add(own ?? (state[0] ?? "").toLowerCase() + state.slice(1));
    if (own === undefined) changes.isTold = true;
  } else if (TELLS.test(name) || RESETS.test(name)) {
    changes.isTold = true;
    const event = first?.type === "StringLiteral" ? first.value : "";
    if (RESETS.test(name) || RESETS.test(event)) changes.isReset = true;
  } else if (path.length > 1 && CHANGES.test(name)) changes.names.add(nameOf(callee) || "document");
}

/** Whether a value is another one after such changes. */
export function isChangedBy(code: string, { names, isReset }: Changes, facts: Facts): boolean {
  const reads = listRead(code);
  if ([...reads].some((name) => names.has(name))) return true;
  if (names.has("document") && /\b(?:document|jQuery)\b|\$\(/.test(code)) return true;
  if (isReset && reads.size > 0) return true;
  return names.size > 0 && [...reads].some((name) => isMadeOf(name, names, facts));
}

/** `memo` of `this.memo`, `memo.value`, `props.memo` and `this.state.memo`. */
function nameOf(node: Node): string {
  const path = listPath(node);
  return path.find((one) => !OWNERS.test(one)) ?? path.at(-1) ?? "";
}

/** The names in an expression that are the component's or the page's own. */
function listRead(code: string): Set<string> {
  const found = new Set<string>();
  const visit = (node: Node, depth: number): void => {
    if (depth > DEEPEST) return;
    const name = nameOf(node);
    if (name) {
      if (!isBuiltIn(name)) found.add(name);
      if (/^(?:local|session)Storage$/.test(name)) found.add(name);
      return;
    }
    for (const child of listReferences(node)) visit(child, depth + 1);
  };
  visit(parseCode(code).program, 0);
  return found;
}

/** What ends a declaration. */
const END = /;|\n\s*\n|\n\s*(?=(?:const|let|var|function|async|export|return|if|\$:)(?![\w$]))/;

/** Whether what a name stands for is made of one of these: `const extra = computed(() => "memo=" + memo.value)`. */
function isMadeOf(name: string, names: ReadonlySet<string>, { source, functions }: Facts): boolean {
  const declared = new RegExp(
    `(?:\\b(?:const|let|var)|\\$:)\\s+${name.replace(/\$/g, "\\$")}\\b`,
  ).exec(source);
  const [text = ""] = declared ? source.slice(declared.index, declared.index + 400).split(END) : [];
  const made = [text, functions.get(name) ?? ""].join("\n").slice(0, 1000);
  const words = new Set(made.match(/[\w$]+/g));
  return [...names].some((one) => one !== name && words.has(one));
}

/** `["this", "state", "memo"]`; of what a call or an index gives, nothing. */
function listPath(node: Node): string[] {
  switch (node.type) {
    case "ThisExpression":
      return ["this"];
    case "Identifier":
      return [node.name];
    case "ParenthesizedExpression":
    case "TSNonNullExpression":
      return listPath(node.expression);
    case "MemberExpression":
    case "OptionalMemberExpression": {
      const owner = listPath(node.object);
      if (owner.length === 0) return [];
      return node.computed ? owner : [...owner, keyOf(node.property)];
    }
    default:
      return [];
  }
}

function keyOf(node: Node): string {
  if (node.type === "StringLiteral") return node.value;
  return node.type === "Identifier" ? node.name : "";
}
