import { isPressable } from "../markup/control.js";
import { attribute, listFields, type OldElement, textOf, walk } from "../markup/element.js";
import { type Code, joinNeeds } from "./code.js";
import type { Context } from "./context.js";
import type { Run } from "./run.js";
import { readFilled } from "./settled.js";

/** What a form sends, by the names of its fields. */
export function readFields(
  run: Run,
  form: OldElement,
  context: Context | null,
): [string, string][] {
  return listFields(form, run.root).flatMap((field): [string, string][] => {
    const name = attribute(field, "name");
    if (!name || isPressable(field)) return [];
    const filled = readFilled(field, context, run);
    const text = filled?.kind === "text" ? filled.text : readFieldText(run, field, form);
    return [[name, field.sentIf ? sendIf(field.sentIf, text, run) : text]];
  });
}

function sendIf(condition: Code, text: string, { pieces }: Run): string {
  const code = `${condition.code} ? ${pieces.toExpression(text)} : ""`;
  return pieces.addCode(code, joinNeeds([condition, ...pieces.findCode(text)]));
}

function readFieldText(run: Run, field: OldElement, form: OldElement): string {
  const value = field.attributes.get("value");
  const choice = /^(radio|checkbox)$/i.exec(attribute(field, "type"))?.[1];
  const isShown = field.origin === "page" || isPressed(form);
  if (choice && isShown) return readChoice(run, field, choice.toLowerCase());
  const isLeftEmpty = isShown && isOfVisitor(field) && !value;
  if (!isTyped(field) && !isLeftEmpty) return value ?? textOf(field);
  const code = codeOfField(field);
  return value && field.name === "input" && !attribute(field, "type")
    ? value
    : run.pieces.addCode(code, { choices: value ? [value] : [] });
}

/** Whether what is in it is known at the click alone. */
export function isTyped(field: OldElement): boolean {
  return isOfVisitor(field) && field.origin === "page";
}

function isOfVisitor(field: OldElement): boolean {
  return field.name !== "input" || /^(text|tel|email|search)?$/i.test(attribute(field, "type"));
}

/** Whether visitors see a form, to press its button themselves. */
function isPressed(form: OldElement): boolean {
  return [...walk(form)].some(isPressable);
}

/** The expression of what is in a field. */
export function codeOfField(field: OldElement): string {
  const id = attribute(field, "id");
  const selector = id ? `#${id}` : `[name="${attribute(field, "name")}"]`;
  return `document.querySelector(${JSON.stringify(selector)}).value`;
}

/** What a visitor chooses: one of several, or this one or nothing. */
function readChoice(run: Run, field: OldElement, type: string): string {
  const named = `[name="${attribute(field, "name")}"]`;
  const find = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`;
  if (type === "radio") return run.pieces.addCode(`${find(`${named}:checked`)}.value`);
  const value = field.attributes.get("value") ?? "on";
  return run.pieces.addCode(`${find(named)}.checked ? ${run.pieces.toExpression(value)} : ""`);
}
