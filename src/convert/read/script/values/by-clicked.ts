import type { Node } from "@babel/types";
import { isComponent } from "../../frameworks/reach.js";
import { toDashes } from "../../markup/dataset.js";
import { attribute, contains, type OldElement, walk } from "../../markup/element.js";
import { findElements } from "../../markup/selector.js";
import { namesState } from "../../markup/state-selector.js";
import type { Context } from "../context.js";
import type { Run } from "../run.js";
import type { Value } from "../value.js";
import { readIndexTest } from "./by-markup.js";

/** What a condition asks of an element: whether this selector is of it. */
interface Question {
  of: Node;
  selector: string;
  /** The names of classes, or of an attribute, on which that depends. */
  names: readonly string[];
}

/**
 * Whether a condition holds that the clicked element's own markup answers, if one handler is for several elements and the
 * answer tells them apart: `$(this).hasClass("talk")`, `this.id === "talk"`; `null` if it does not.
 */
export function decideByClicked(test: Node, context: Context, run: Run): boolean | null {
  if (context.event === null || isComponent(run) || run.show) return null;
  const { question, holds } = readTest(test, context, run) ?? {};
  if (!question || holds === undefined) return null;
  const { of, selector, names } = question;
  if (namesState(selector) || names.some((name) => run.changes.toggled.has(name))) return null;
  const element = findOwn(run.evaluate(of, context), context, run);
  if (!element) return null;
  const found = run.page.answers.get(selector) ?? new Set(findElements(run.root, selector));
  run.page.answers.set(selector, found);
  const isFound = found.has(element);
  const isFilled = names.some((name) => run.pieces.has(attribute(element, name)));
  if (isFilled || (!isFound && run.pieces.has(attribute(element, "class")))) return null;
  // What tells it from no other is a state of its own.
  const isTelling = isFound ? hasUnlike(element, found, run) : found.size > 0;
  return isTelling ? isFound === holds : null;
}

function hasUnlike(element: OldElement, alike: ReadonlySet<OldElement>, { root }: Run): boolean {
  for (const one of walk(root)) if (one.name === element.name && !alike.has(one)) return true;
  return false;
}

/** The clicked element, or what it stands in; `null` for what within it was clicked. */
function findOwn(value: Value, { frame, trigger }: Context, run: Run): OldElement | null {
  const clicked = frame.target ?? trigger;
  const [element, ...more] = value.kind === "elements" ? value.elements : [];
  if (value.kind !== "elements" || !clicked || element?.origin !== "page") return null;
  const isOfEvent =
    !value.isOwn &&
    element === trigger &&
    [run.buttonCode, `${value.jquery}(${run.buttonCode})`].includes(value.code?.code ?? "");
  return more.length === 0 && !isOfEvent && contains(element, clicked) ? element : null;
}

function readTest(
  test: Node,
  context: Context,
  run: Run,
): { question: Question; holds: boolean } | null {
  if (test.type !== "BinaryExpression") {
    const question = readQuestion(test, context, run);
    return question && { question, holds: true };
  }
  const isThere = readIndexTest(test);
  if (isThere !== null) {
    const question = readQuestion(test.left, context, run);
    return question && { question, holds: isThere };
  }
  if (!/^[!=]==?$/.test(test.operator)) return null;
  const read = readRead(test.left, context, run);
  const text = readText(test.right, context, run);
  if (!read || text === null) return null;
  const question = { of: read.of, selector: `[${read.name}="${text}"]`, names: [read.name] };
  return { question, holds: test.operator.startsWith("=") };
}

/** `$(this).hasClass("talk")`, `this.matches(".talk")`, `this.className.includes("talk")` */
function readQuestion(call: Node, context: Context, run: Run): Question | null {
  if (call.type !== "CallExpression" || call.callee.type !== "MemberExpression") return null;
  const { object, property } = call.callee;
  const [given, ...more] = call.arguments;
  if (property.type !== "Identifier" || !given || more.length > 0) return null;
  const text = readText(given, context, run);
  if (text === null) return null;
  switch (property.name) {
    case "hasClass":
      return { of: object, selector: `.${text.trim()}`, names: [text.trim()] };
    case "is":
    case "matches":
      return { of: object, selector: text, names: text.match(/[\w-]+/g) ?? [] };
    case "contains":
      return object.type === "MemberExpression" && nameOf(object) === "classList"
        ? { of: object.object, selector: `.${text}`, names: [text] }
        : null;
    case "indexOf":
    case "includes": {
      const read = readRead(object, context, run);
      return read && { of: read.of, selector: `[${read.name}*="${text}"]`, names: [read.name] };
    }
    default:
      return null;
  }
}

/** What of an element's markup is read: `this.id`, `this.dataset.kind`, `$(this).attr("data-kind")`. */
function readRead(node: Node, context: Context, run: Run): { of: Node; name: string } | null {
  if (node.type === "MemberExpression") {
    const name = nameOf(node);
    const { object } = node;
    if (object.type === "MemberExpression" && nameOf(object) === "dataset")
      return name && !run.changes.members.has(name)
        ? { of: object.object, name: `data-${toDashes(name)}` }
        : null;
    const own = PROPERTIES.get(name);
    return own ? { of: object, name: own } : null;
  }
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return null;
  const [given, ...more] = node.arguments;
  const name = given && more.length === 0 ? readText(given, context, run) : null;
  if (!name) return null;
  const { object } = node.callee;
  switch (nameOf(node.callee)) {
    case "attr":
    case "prop":
    case "getAttribute":
      return { of: object, name: PROPERTIES.get(name) ?? name };
    case "data":
      return { of: object, name: `data-${toDashes(name)}` };
    default:
      return null;
  }
}

const PROPERTIES = new Map(Object.entries({ id: "id", className: "class", name: "name" }));

function nameOf({ property, computed }: Extract<Node, { type: "MemberExpression" }>): string {
  return !computed && property.type === "Identifier" ? property.name : "";
}

/** A text that can stand in a selector. */
function readText(node: Node, context: Context, run: Run): string | null {
  const value = run.evaluate(node, context);
  if (value.kind !== "text" || run.pieces.has(value.text)) return null;
  return value.text && !/["\\\]]/.test(value.text) ? value.text : null;
}
