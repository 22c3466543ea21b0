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

/** The last step of each of a selector's alternatives: what the found elements themselves are. */
function parseSelector(selector: string): Step[] {
  if (selector.length > LONGEST) return [];
  return selector.split(",").flatMap((alternative) => {
    const last =
      alternative
        .trim()
        .split(/\s*[>+~]\s*|\s+(?![^[]*\])/)
        .at(-1) ?? "";
    const step: Step = { name: "", id: "", classes: [], attributes: [] };
    let end = 0;
    for (const [all, id, className, name, sign = "", value = null, tag] of last.matchAll(PIECE)) {
      end += all.length;
      if (id) step.id = id.replace(/\\/g, "");
      else if (className) step.classes.push(className.replace(/\\/g, ""));
      else if (name) step.attributes.push({ name: name.toLowerCase(), sign, value });
      else if (tag) step.name = tag.toLowerCase();
    }
    return end > 0 && end === last.length ? [step] : [];
  });
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
 * What a script finds by a selector: by its last step alone, which tells one button from another well
 * enough.
 */
export function findElements(root: OldElement, selector: string): OldElement[] {
  const steps = parseSelector(selector);
  if (steps.length === 0) return [];
  return [...walk(root)].filter((element) => steps.some((step) => matches(element, step)));
}

/** Stands for what a script looks for, but nobody pasted. */
export function createAbsent(selector: string): OldElement {
  const [step] = parseSelector(selector);
  const element = createElement(step?.name ?? "", "absent");
  if (step?.id) element.attributes.set("id", step.id);
  if (step && step.classes.length > 0) element.attributes.set("class", step.classes.join(" "));
  // Of `[id^="talk"]` only the beginning is known.
  for (const { name, sign, value } of step?.attributes ?? [])
    if (!sign) element.attributes.set(name, value ?? "");
  return element;
}
