import type { Function as FunctionNode, JSXElement, Node } from "@babel/types";
import type { Context } from "../script/context.js";
import { DEEPEST, isFunction, listChildren, withoutParentheses } from "../script/references.js";
import type { Run } from "../script/run.js";
import type { FunctionValue, Value } from "../script/value.js";

/** The components that were pasted themselves. */
export interface OwnComponents {
  /** Where they are used: the name, and the outermost function that the use is in. */
  uses: { name: string; by: FunctionNode }[];
  /** By the function of a component: what those that use it tell it; `null` where they tell it different things. */
  props: Map<FunctionNode, Map<string, Value | null>>;
}

/** Takes down which functions use which components: `<Hero onAsk={ask} />`. */
export function noteUses(program: Node, run: Run): void {
  if (run.language !== "jsx") return;
  const visit = (node: Node, by: FunctionNode | null, depth: number): void => {
    if (depth > DEEPEST) return;
    const name = node.type === "JSXOpeningElement" ? nameOfComponent(node) : null;
    if (name && by) run.component.own.uses.push({ name, by });
    const inner = by ?? (isFunction(node) ? node : null);
    for (const child of listChildren(node)) visit(child, inner, depth + 1);
  };
  visit(program, null, 0);
}

function nameOfComponent({ name }: JSXElement["openingElement"]): string | null {
  return name.type === "JSXIdentifier" && /^[A-Z]/.test(name.name) ? name.name : null;
}

/**
 * The function of a component that was pasted, and that has not been read yet, if the button is somewhere in its markup:
 * what it is told, `onAsk={ask}`, says nothing of a click on all of it. `null` of one that is no more than a button.
 */
export function findOwnComponent(
  { openingElement }: JSXElement,
  { scope }: Context,
  run: Run,
): FunctionValue | null {
  const name = nameOfComponent(openingElement);
  const value = name ? scope.find(name)?.binding.value : null;
  if (value?.kind !== "function" || run.calls.entered.has(value.node)) return null;
  const root = findMarkup(value.node);
  return root && !listens(root) ? value : null;
}

/** What a component's function returns last. */
function findMarkup({ body }: FunctionNode): Node | null {
  const returns = body?.type === "BlockStatement" ? body.body.map(readReturn) : [body];
  const last = returns.filter((one) => one !== null).at(-1);
  return last ? withoutParentheses(last) : null;
}

function readReturn(statement: Node): Node | null {
  return statement.type === "ReturnStatement" ? (statement.argument ?? null) : null;
}

/** Whether an element has a handler of its own. */
function listens(node: Node): boolean {
  if (node.type !== "JSXElement") return false;
  return node.openingElement.attributes.some(
    (one) => one.type === "JSXSpreadAttribute" || /^on[A-Z]/.test(String(one.name.name)),
  );
}

/** Takes down what a component is told. Where it is told something else elsewhere, nothing of it is known. */
export function noteProps(
  { node }: FunctionValue,
  told: readonly { name: string; value: Value }[],
  run: Run,
): void {
  const known = run.component.own.props.get(node) ?? new Map<string, Value | null>();
  run.component.own.props.set(node, known);
  for (const { name, value } of told) {
    const before = known.get(name);
    known.set(name, before === undefined || isSame(before, value) ? value : null);
  }
  // Functions that the component is told are read with it.
  run.calls.later.push(() => {});
}

function isSame(one: Value | null, other: Value): boolean {
  return one?.kind === "function" && other.kind === "function" && one.node === other.node;
}

/** What is known of a component's first parameter; the rest is not. */
export function readProps(node: FunctionNode, run: Run): Value | null {
  const known = run.component.own.props.get(node);
  if (!known) return null;
  const entries = [...known].flatMap(([name, value]): [string, Value][] =>
    value ? [[name, value]] : [],
  );
  return { kind: "object", entries: new Map(entries), isOpen: true };
}

/** The components that wait for a function that uses them: that says what they are told. */
export function listWaiting(run: Run): ReadonlySet<FunctionNode> {
  if (run.component.own.uses.length === 0) return new Set();
  const unread = run.calls.functions.filter(({ value }) => !run.calls.entered.has(value.node));
  const users = new Set(unread.map(({ value }) => value.node));
  const used = run.component.own.uses.flatMap(({ name, by }) => {
    const value = run.global.find(name)?.binding.value;
    const isLater = value?.kind === "function" && value.node !== by && users.has(by);
    return isLater ? [value.node] : [];
  });
  return new Set(used);
}
