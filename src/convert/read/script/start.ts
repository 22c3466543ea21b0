import type { Node } from "@babel/types";
import { isPressable } from "../markup/control.js";
import { attribute, listFields, type OldElement, textOf, walk } from "../markup/element.js";
import { revealNames } from "../markup/reveal.js";
import { withoutLogin } from "../text/address.js";
import type { Pieces } from "../text/pieces.js";
import { takeApart } from "../text/take-apart.js";
import { type Code, joinNeeds } from "./code.js";
import { type Context, type Guard, placeOf } from "./context.js";
import type { Start } from "./found.js";
import { noteElsewhere } from "./note-elsewhere.js";
import { parseExpression } from "./parse-script.js";
import type { Run } from "./run.js";
import type { Found } from "./run-parts.js";
import { readFilled } from "./settled.js";
import { type OpenedWindow, plainCode, type Value } from "./value.js";

/** Every address that has to do with a chat, however it is spelled. */
export const KAKAO =
  /(?:^|[^-])(?:bizmessage|pf|plus|goto|open|talk)\.kakao\.com|plus-talk\.kakao|kakaoplus:|kakaotalk:|kakaolink:|scheme=kakao|com\.kakao\.talk|api\.happytalk\.io\/api\/kakao/i;

/** Whether an address, or one of its choices, is a consultation's, and not the channel's own chat. */
export function isConsultation(pieces: Pieces, url: string): boolean {
  return /bizmessage\.kakao\.com/i.test(withChoicesOf(pieces, url));
}

/** The scheme of an app that is no browser and not Kakao's. */
const APP =
  /^(?!https?:|intent:|kakao|googlechrome|x-safari|naversearchapp|samsungbrowser|microsoft-edge|firefox|javascript:)[a-z][\w+.-]*:/i;

/** Takes down one way in which a chat is started, if the address is one of Kakao's. */
export function addStart(
  run: Run,
  context: Context | null,
  node: Node | null,
  found: Partial<Start> & Pick<Start, "how" | "url">,
): void {
  const url = withoutLogin(found.url, run.pieces);
  if (!KAKAO.test(withChoices(run, url))) {
    noteElsewhere(url, found.trigger ?? context?.trigger ?? null, context, run);
    return;
  }
  const start = createStart(context, node, {
    ...found,
    ...ofSeveral(url, found.guards ?? context?.guards ?? [], run),
  });
  const reveal = (text: string) => (context ? revealNames(text, context, run) : text);
  start.url = reveal(start.url);
  start.fields = start.fields.map(([name, text]) => [name, reveal(text)]);
  run.found.starts.push(start);
}

/** An address that is one of several, `link.url`: taken apart, and what asks whether it is a chat's. */
function ofSeveral(
  url: string,
  guards: readonly Guard[],
  run: Run,
): Pick<Start, "url"> & Partial<Start> {
  const asked = guards.filter(({ holds }) => holds).map(({ code }) => code.code);
  const apart = takeApart(url, asked, run.pieces);
  if (!apart) return { url };
  const { test } = apart;
  const taken = { url: apart.url, given: url };
  const made = test ? parseExpression(test) : null;
  if (!made) return taken;
  const code = plainCode(test);
  return { ...taken, guards: [...guards, { test: made, holds: true, source: test, code }] };
}

/** Whether a chat's address is one of its choices: `environment.talkUrl || "https://bizmessage..."`. */
export function mayBeChat(value: Value): boolean {
  if (value.kind !== "code") return false;
  return (value.choices ?? []).some((one) => one.kind === "text" && KAKAO.test(one.text));
}

export function createStart(
  context: Context | null,
  node: Node | null,
  found: Partial<Start> & Pick<Start, "how" | "url">,
): Start {
  const branch = found.guards ?? context?.guards ?? [];
  return {
    given: "",
    fields: [],
    method: "get",
    trigger: context?.frame.target ?? context?.trigger ?? null,
    form: null,
    sent: null,
    window: null,
    target: "",
    isLate: context !== null && (context.isLate || context.frame.isAwaited),
    isAtLoad: context?.isAtLoad ?? false,
    caller: "",
    isInApp: APP.test(found.url.trim()),
    node,
    handler: context?.handler ?? null,
    chain: context?.chain ?? [],
    script: context?.script ?? null,
    branch,
    isLone: false,
    place: node && context ? placeOf(node, context) : -1,
    ...found,
    guards: branch.filter(({ isOfPage }) => !isOfPage),
  };
}

/** A text with what its pieces can be: enough to look for an address in it. */
export function withChoices(run: Run, text: string): string {
  return withChoicesOf(run.pieces, text);
}

export function withChoicesOf(pieces: Pieces, text: string): string {
  return pieces
    .split(text)
    .map((part) => {
      if ("text" in part) return part.text;
      return part.choices.join(" ");
    })
    .join("");
}

/** Takes down `window.open`. */
export function addWindow(
  found: Found,
  context: Context,
  opened: Partial<OpenedWindow>,
): OpenedWindow {
  const window: OpenedWindow = {
    name: "",
    features: "",
    trigger: context.trigger,
    isLate: context.isLate || context.isAtLoad || context.frame.isAwaited,
    isKept: false,
    isOpenerCut: false,
    hasChat: false,
    ...opened,
  };
  found.windows.push(window);
  return window;
}

/** Takes down a form that is sent, as it is at that moment. */
export function addForm(
  run: Run,
  context: Context | null,
  node: Node | null,
  form: OldElement,
  more: Partial<Start> = {},
  fields: [string, string][] = [],
): void {
  const target = form.attributes.get("target") ?? "";
  const name = run.pieces.findCode(target).length > 0 ? null : target;
  const window = run.found.windows.find(
    (one) => one.name !== null && one.name === name && name !== "",
  );
  addStart(run, context, node, {
    how: "form",
    url: attribute(form, "action"),
    fields: [...readFields(run, form, context), ...fields],
    method: /post/i.test(attribute(form, "method")) ? "post" : "get",
    form,
    target: name,
    window: window ?? null,
    ...more,
  });
}

function readFields(run: Run, form: OldElement, context: Context | null): [string, string][] {
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
