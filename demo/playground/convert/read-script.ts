import {
  type Constants,
  findClosing,
  type Part,
  readExpression,
  readTokens,
  sliceExpression,
  type Token,
} from "./read-expression.js";
import { readField, textAt, valueAt } from "./read-field.js";

/** What a script says about a chat, read and never run. */
export interface ScriptFacts {
  /** Form fields, by name. */
  fields: Map<string, Part[]>;
  /** Addresses that it goes to or gives a form. */
  addresses: Part[][];
  /** Markup that it makes. */
  html: Part[][];
  /** `window.open`: the name and the features. */
  windows: { name: string; features: string; isKept: boolean }[];
  /** It makes a form of its own. */
  makesForm: boolean;
  removesForm: boolean;
  /** The window opens, or the form is sent, in a callback that comes later. */
  isLate: boolean;
  /** It sends the page itself on. */
  leavesPage: boolean;
}

const KAKAO = /(bizmessage|pf)\.kakao\.com/;
const LATER = /^(ajax|get|post|getJSON|fetch|setTimeout|then|done|success|addEventListener)$/;
/** The events of a click are no waiting; those of a request are. */
const LOADED = /^["'](load|loadend|readystatechange)["']$/;

export function readScript(code: string): ScriptFacts {
  const tokens = readTokens(code);
  const constants = readConstants(tokens);
  const read = (start: number) => readExpression(sliceExpression(tokens, start), constants);
  const facts: ScriptFacts = {
    fields: new Map(),
    addresses: [],
    html: [],
    windows: [],
    makesForm: false,
    removesForm: /\.\s*(remove|removeChild|detach|empty)\s*\(/.test(code),
    isLate: isLate(tokens),
    leavesPage: false,
  };
  for (let at = 0; at < tokens.length; at++) {
    readField(tokens, at, read, facts.fields);
    readAddress(tokens, at, read, facts);
    readWindow(tokens, at, constants, facts);
  }
  readTexts(tokens, constants, facts);
  for (const name of ["uuid", "extra", "bot", "event"]) {
    const known = constants.get(name);
    if (known && !facts.fields.has(name)) facts.fields.set(name, known);
  }
  return facts;
}

function readConstants(tokens: readonly Token[]): Constants {
  const constants: Constants = new Map();
  for (const [at, { type, value }] of tokens.entries()) {
    if (type !== "IdentifierName" || valueAt(tokens, at + 1) !== "=") continue;
    if (valueAt(tokens, at - 1) === ".") continue;
    const parts = readExpression(sliceExpression(tokens, at + 2), constants);
    if (parts.length > 0 && parts.every((part) => "text" in part)) constants.set(value, parts);
    else constants.delete(value);
  }
  return constants;
}

function readAddress(
  tokens: readonly Token[],
  at: number,
  read: (start: number) => Part[],
  facts: ScriptFacts,
): void {
  const value = valueAt(tokens, at);
  const next = valueAt(tokens, at + 1);
  const isAction = /^["']?(action|href|location)["']?$/.test(value) && /^[:=,]$/.test(next);
  const isCall = /^(open|assign|replace)$/.test(value) && next === "(";
  if (!isAction && !isCall) return;
  const parts = read(at + 2);
  if (!parts.some((part) => "text" in part && KAKAO.test(part.text))) return;
  facts.addresses.push(parts);
  if (/^(href|location|assign|replace)$/.test(value)) facts.leavesPage = true;
}

function readWindow(
  tokens: readonly Token[],
  at: number,
  constants: Constants,
  facts: ScriptFacts,
): void {
  if (valueAt(tokens, at) !== "open" || valueAt(tokens, at + 1) !== "(") return;
  if (valueAt(tokens, at - 1) === "." && !/^(window|self|top)$/.test(valueAt(tokens, at - 2)))
    return;
  const end = findClosing(tokens, at + 1);
  // `open() { ... }` is a function of that name.
  if (valueAt(tokens, end + 1) === "{") return;
  const given: string[] = [];
  for (let start = at + 2; start < end; ) {
    const expression = sliceExpression(tokens, start);
    const parts = readExpression(expression, constants);
    given.push(parts.map((part) => ("text" in part ? part.text : "?")).join(""));
    start += expression.length + 1;
  }
  const before = valueAt(tokens, at - (valueAt(tokens, at - 1) === "." ? 3 : 1));
  const isKept = /^(=|!|\(|return)$/.test(before);
  facts.windows.push({ name: given[1] ?? "", features: given[2] ?? "", isKept });
}

/** Addresses and markup that stand anywhere else. */
function readTexts(tokens: readonly Token[], constants: Constants, facts: ScriptFacts): void {
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const isStart = /^(StringLiteral|NoSubstitutionTemplate|TemplateHead)$/.test(token.type);
    if (!isStart) {
      const name = textAt(tokens, at + 2);
      if (token.value === "createElement" && name?.toLowerCase() === "form") facts.makesForm = true;
      at++;
      continue;
    }
    const expression = sliceExpression(tokens, at);
    const parts = readExpression(expression, constants);
    const whole = parts.map((part) => ("text" in part ? part.text : "")).join("");
    if (/<\s*(form|input|a|button)\b/i.test(whole)) {
      facts.html.push(parts);
      if (/<\s*form\b/i.test(whole)) facts.makesForm = true;
    } else if (KAKAO.test(whole)) facts.addresses.push(parts);
    at += Math.max(expression.length, 1);
  }
}

/** Whether what opens the window stands in a callback of a request, a promise or a timer. */
function isLate(tokens: readonly Token[]): boolean {
  const isOpening = (at: number) =>
    /^(open|submit)$/.test(valueAt(tokens, at)) && valueAt(tokens, at + 1) === "(";
  for (let at = 0; at < tokens.length; at++) {
    const value = valueAt(tokens, at);
    const isAwait = value === "await" || /^on(load|readystatechange)$/.test(value);
    const isCall =
      LATER.test(value) &&
      valueAt(tokens, at + 1) === "(" &&
      (value !== "addEventListener" || LOADED.test(valueAt(tokens, at + 2)));
    const end = isCall ? findClosing(tokens, at + 1) : isAwait ? tokens.length : at;
    for (let inner = at + 1; inner < end; inner++) if (isOpening(inner)) return true;
  }
  return false;
}
