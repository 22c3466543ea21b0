import type { OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";
import type { Start } from "../../read/script/found.js";
import { parseExpression } from "../../read/script/parse-script.js";
import { listNames, withoutParentheses } from "../../read/script/references.js";

const LOOP = /^(?:v-for|x-for)$/;
const SLOT = /^(?:v-slot|#|slot-scope)/;

/** The names that only the markup around an element knows: a loop's item, a slot's, Alpine's data. */
export function listLocals(trigger: OldElement | null): ReadonlySet<string> {
  const names = new Set(trigger?.locals);
  for (let at = trigger; at; at = at.parent) {
    for (const [name, value] of at.attributes) {
      if (LOOP.test(name)) readPattern(value.split(/\s(?:in|of)\s/)[0] ?? "", names);
      else if (SLOT.test(name)) readPattern(value, names);
      else if (/^\*ngfor$/i.test(name))
        for (const [, one = ""] of value.matchAll(/\b(?:let|as)\s+(\w+)/g)) names.add(one);
      else if (name === "x-data") readKeys(value, names);
    }
  }
  return names;
}

/** `(item, index)`, `{ item }` */
function readPattern(pattern: string, names: Set<string>): void {
  const list = /^\s*\(/.test(pattern) ? pattern : `(${pattern})`;
  const made = parseExpression(`${list} => 0`);
  if (made?.type === "ArrowFunctionExpression")
    for (const param of made.params) listNames(param, names);
}

function readKeys(code: string, names: Set<string>): void {
  const made = parseExpression(`(${code}\n)`);
  const object = made && withoutParentheses(made);
  if (object?.type !== "ObjectExpression") return;
  for (const property of object.properties)
    if (property.type !== "SpreadElement" && property.key.type === "Identifier")
      names.add(property.key.name);
}

/** The same, also of Angular's `@for (item of items; let i = $index)`. */
export function listKnown(
  trigger: OldElement | null,
  { language, source }: Pick<Facts, "language" | "source">,
): ReadonlySet<string> {
  const names = new Set(listLocals(trigger));
  if (language !== "angular") return names;
  for (const [, name = ""] of source.matchAll(BLOCK)) names.add(name);
  for (const [, head = ""] of source.matchAll(LOOP_HEAD)) {
    for (const [, name = ""] of head.matchAll(/[;,]\s*(?:let\s+)?(\w+)\s*=\s*\$/g)) names.add(name);
    for (const name of OF_EACH_LOOP) names.add(name);
  }
  return names;
}

const BLOCK = /(?:@for\s*\(\s*|@if\b.*;\s*as\s+|@let\s+)(\w+)/g;
const LOOP_HEAD = /@for\s*\(([^{}]{0,500})\)\s*\{/g;
/** What Angular's `@for` has without saying so. */
const OF_EACH_LOOP = ["$index", "$count", "$first", "$last", "$even", "$odd"];

/** Whether a button's own function is given a name that its script does not know: a loop's item, Angular's `#memo`. */
export function isGiven(name: string, trigger: OldElement | null, facts: Facts): boolean {
  if (facts.language === "angular" && facts.held.has(name)) return true;
  const isMarkup = /^(?:vue|angular)$/.test(facts.language) && trigger?.origin !== "absent";
  return isMarkup && listKnown(trigger, facts).has(name);
}

/** Whether `event` is a word of the component's own: `events.map((event) => ...)`. */
export function isEventTaken({ trigger, chain }: Start): boolean {
  return chain.some((called) => called.isEventTaken) || listLocals(trigger).has("event");
}
