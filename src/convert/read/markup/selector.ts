import { WORD } from "../text/piece-words.js";
import { attribute, createElement, type OldElement, walk } from "./element.js";

/** One step of a selector, such as `a.talk[data-kind="1"]`. */
interface Step {
  name: string;
  id: string;
  classes: string[];
  attributes: Condition[];
}

/** `[href^="#talk"]`: the sign before `=`, and no value for `[href]`. */
interface Condition {
  name: string;
  sign: string;
  value: string | null;
}

/** Longer than this no selector is. */
const LONGEST = 300;

const PIECE =
  /#((?:[^\s.#:[\]>+~,\\]|\\.)+)|\.((?:[^\s.#:[\]>+~,\\]|\\.)+)|\[\s*([\w-]+)\s*(?:([~|^$*]?)=\s*["']?([^\]"']*)["']?)?\s*\]|::?[\w-]+(?:\([^)]*\))?|\*|([\w-]+)/gy;

/** One of a selector's alternatives: what the found elements themselves are, and what they stand in. */
interface Path {
  step: Step;
  /** The nearest first; not those of which an element next to it is asked. */
  around: { step: Step; isParent: boolean }[];
}

function parseSelector(selector: string): Path[] {
  if (selector.length > LONGEST) return [];
  return selector.split(",").flatMap((alternative) => {
    const parts = alternative.trim().split(/\s*([>+~])\s*|(\s)\s*(?![^[]*\])/);
    const step = parseStep(parts.at(-1) ?? "");
    if (!step) return [];
    const around: Path["around"] = [];
    // Between two steps stand two signs, one of which is not there.
    for (let at = parts.length - 4; at >= 0; at -= 3) {
      const sign = parts[at + 1];
      const outer = sign === "+" || sign === "~" ? null : parseStep(parts[at] ?? "");
      if (!outer) break;
      around.push({ step: outer, isParent: sign === ">" });
    }
    return [{ step, around }];
  });
}

function parseStep(text: string): Step | null {
  const step: Step = { name: "", id: "", classes: [], attributes: [] };
  let end = 0;
  for (const [all, id, className, name, sign = "", value = null, tag] of text.matchAll(PIECE)) {
    end += all.length;
    if (id) step.id = id.replace(/\\/g, "");
    else if (className) step.classes.push(className.replace(/\\/g, ""));
    else if (name) step.attributes.push({ name: name.toLowerCase(), sign, value });
    else if (tag) step.name = tag.toLowerCase();
  }
  return end > 0 && end === text.length ? step : null;
}

/** Whether an element stands in what a selector says, the nearest first. */
function standsIn({ parent }: OldElement, [first, ...more]: Path["around"]): boolean {
  if (!first) return true;
  for (let at = parent; at; at = at.parent) {
    if (matches(at, first.step) && standsIn(at, more)) return true;
    if (first.isParent) return false;
  }
  return false;
}

function matches(element: OldElement, { name, id, classes, attributes }: Step): boolean {
  // What a server adds to a class may be another: `class="item<?= $isOn ? ' on' : '' ?>"`.
  const own = attribute(element, "class").replace(WORD, " ").split(/\s+/);
  return (
    (!name || element.name.toLowerCase() === name) &&
    (!id || attribute(element, "id") === id) &&
    classes.every((one) => own.includes(one)) &&
    attributes.every((one) => holds(element.attributes.get(one.name), one))
  );
}

/** https://drafts.csswg.org/selectors-4/#attribute-selectors */
function holds(has: string | undefined, { sign, value }: Condition): boolean {
  if (has === undefined || value === null) return has !== undefined;
  switch (sign) {
    case "^":
      return value !== "" && has.startsWith(value);
    case "$":
      return value !== "" && has.endsWith(value);
    case "*":
      return value !== "" && has.includes(value);
    case "~":
      return has.split(/\s+/).includes(value);
    case "|":
      return has === value || has.startsWith(`${value}-`);
    default:
      return has === value;
  }
}

/**
 * What a script finds by a selector. What is pasted may be cut out of a page: where nothing stands in what the
 * selector says, its last step alone tells one button from another well enough.
 */
export function findElements(root: OldElement, selector: string): OldElement[] {
  const paths = parseSelector(selector);
  if (paths.length === 0) return [];
  const all = [...walk(root)];
  const found = new Set(
    paths.flatMap(({ step, around }) => {
      const alike = all.filter((element) => matches(element, step));
      const inside = alike.filter((element) => standsIn(element, around));
      return inside.length > 0 ? inside : alike;
    }),
  );
  return all.filter((element) => found.has(element));
}

/** Stands for what a script looks for, but nobody pasted. */
export function createAbsent(selector: string): OldElement {
  return toAbsent(parseSelector(selector)[0]?.step);
}

/** So many alternatives of one selector are told apart. */
const MOST = 10;

/** The same for each alternative of a selector, without those that another one finds too. */
export function listAbsent(selector: string): OldElement[] {
  const steps: Step[] = [];
  for (const { step } of parseSelector(selector).slice(0, MOST))
    if (!steps.some((other) => includes(step, other))) steps.push(step);
  return steps.length > 0 ? steps.map(toAbsent) : [createAbsent(selector)];
}

/** Whether what one step finds is among what another one finds, whatever the elements' names are. */
function includes(step: Step, other: Step): boolean {
  const alike = (one: Condition) =>
    step.attributes.some((own) => JSON.stringify(own) === JSON.stringify(one));
  return (
    (!other.id || other.id === step.id) &&
    other.classes.every((one) => step.classes.includes(one)) &&
    other.attributes.every(alike)
  );
}

function toAbsent(step: Step | undefined): OldElement {
  const element = createElement(step?.name ?? "", "absent");
  if (step?.id) element.attributes.set("id", step.id);
  if (step && step.classes.length > 0) element.attributes.set("class", step.classes.join(" "));
  // Of `[id^="talk"]` only the beginning is known.
  for (const { name, sign, value } of step?.attributes ?? [])
    if (!sign) element.attributes.set(name, value ?? "");
  return element;
}
