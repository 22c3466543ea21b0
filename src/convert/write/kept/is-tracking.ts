import type { Node } from "@babel/types";
import { SETTER } from "../../read/calls/hooks.js";
import type { Code } from "../../read/script/code.js";
import { contains, isFunction } from "../../read/script/references.js";
import { onlyBuilds } from "./builds.js";
import { findInTimer, findNamedInTimer } from "./callbacks.js";
import { dispatches } from "./dispatched.js";
import { opensAtClick } from "./opening-function.js";
import { findCalled, type Scene } from "./scene.js";
import { showsElement } from "./shown.js";
import { hasSideEffect } from "./side-effects.js";
import { changesLooks, changesOther, changesState } from "./state.js";
import { isOpening } from "./statements.js";
import { goesOn } from "./told.js";

/** Calls that count clicks, by the names of what is in use. */
export const TRACKING =
  /\b(?:gtag|gtag_\w+|fbq|ga|_gaq|dataLayer|kakaoPixel|wcs|wcs_do|_nasa|ttq|twq|amplitude|mixpanel|hj|clarity|_paq|criteo\w*|braze|appboy|airbridge|AppsFlyer|analytics|Sentry|logEvent|trackEvent|track\w*|logger|\w*[tT]rack(?:ing|er)?\w*|\w*Log|sendEvent|send\w*Log)\b/;
/** Calls that say nothing of what the shop does besides. */
const ORDINARY =
  /^(?:window\.)?(?:alert|confirm|console|document|event|e|ev|evt|self|super|require|set(?:Timeout|Interval)|clear(?:Timeout|Interval)|fetch|axios|nextTick|tick|Object|JSON|Array|Promise|\$|jQuery)(?![\w$])/;
/** Requests that nobody waits for. */
const SENT = /^(?:(?:\$|jQuery)\.(?:ajax|get|post)|fetch|axios(?:\.\w+)?)$/;

/** Whether a call only tells somebody of the click, or copies something: no chat waits for that. */
export function onlyTells(called: string): boolean {
  return TRACKING.test(called) || SENT.test(called) || /\bclipboard\.write\w*$/.test(called);
}

/** Whether a statement goes with starting the chat. @param called what it calls */
export function isTracking(statement: Node, called: Node | null, scene: Scene): boolean {
  const { step, start, facts, own, madeNames, sourceOf } = scene;
  const inner = withoutStatement(statement);
  if (facts.queried.has(inner) || onlyBuilds(inner, step.node, own)) return false;
  const opens = contains(inner, start.node) || isOpening(sourceOf(statement));
  const isAfter = scene.isAfter(statement) && !opens;
  if (
    changesLooks(inner, called, madeNames) ||
    showsElement(inner, scene) ||
    changesState(inner, own, facts.language, isAfter, scene.isRead)
  )
    return true;
  const isOther =
    changesOther(inner, own, facts.language, scene.isRead) && !facts.touched.has(inner);
  if ((isOther && !opens) || hasSideEffect(inner, called, sourceOf, scene)) return true;
  const name = called ? withoutCast(sourceOf(called)).replace(/\(.*/s, "") : "";
  // What a visitor is told.
  if (/^(?:window\.)?alert$/.test(name))
    return inner.type === "CallExpression" && goesOn(statement, scene);
  if (TRACKING.test(name) || makesList(inner, sourceOf) || dispatches(inner, scene)) return true;
  if (SENT.test(name) && inner.type === "CallExpression" && !contains(inner, start.node)) {
    const hasAnswer = /\b(?:success|complete)\b/.test(sourceOf(statement));
    return !inner.arguments.some(isFunction) && !hasAnswer;
  }
  // A window's, or an element's focus; anything else that is closed is a layer or a menu.
  if (/^(?!this\.).*\.(?:focus|blur)$/.test(name) || closesWindow(name, scene)) return false;
  const inTimer = findInTimer(inner);
  if (inTimer)
    return !contains(inner, start.node) && isTracking(inTimer, findCalled(inTimer), scene);
  const named = findNamedInTimer(inner);
  if (named) return PATH.test(sourceOf(named)) && !startsChat(sourceOf(named), scene);
  // React calls back once the state is set: `this.setState({ no }, () => form.submit())`
  if (name === "this.setState") return true;
  const root = /^(?:this\.)?([\w$]+)/.exec(name)?.[1] ?? "";
  // What is the function's own may be a component's all the same: `const { close } = this.props`.
  const made = called && own.has(root) ? step.write(called, own) : null;
  if (made?.hidden.includes(SETTER)) return true;
  const full = (made ? nameElsewhere(made) : name).replace(/\?\./g, ".");
  return PATH.test(full) && !ORDINARY.test(full) && !isOpening(sourceOf(statement));
}

/** `window.gtag` of `(window as any).gtag` and `(<any>window).gtag` */
function withoutCast(source: string): string {
  return source.replace(CAST, "$1$2");
}

const CAST = /(^|[^\w$\])])\(\s*(?:<[^<>()]*>\s*)?([\w$.]+)(?:\s+as\s[^()]*)?\)(?=\s*[?!]?\.)/g;

/** What windows are called that are not this function's own. */
const WINDOW = /^(?:window|self|top|parent|opener|w|\w*win(?:dow)?\d?|\w*popup\w*)$/i;

/** `popup.close()` */
function closesWindow(name: string, { windows }: Scene): boolean {
  const [, closed] = /^(?:window\.)?([\w$]+)\??\.close$/.exec(name) ?? [];
  return closed !== undefined && (windows.has(closed) || WINDOW.test(closed));
}

export function withoutStatement(node: Node): Node {
  return node.type === "ExpressionStatement" ? node.expression : node;
}

/** `window.dataLayer = window.dataLayer || []`, before something is put into it. */
function makesList(node: Node, sourceOf: (node: Node) => string): boolean {
  if (node.type !== "AssignmentExpression") return false;
  const name = sourceOf(node.left);
  const isKept = node.right.type === "LogicalExpression" && sourceOf(node.right.left) === name;
  return TRACKING.test(name) && (isKept || /^(?:\|\||\?\?)=$/.test(node.operator));
}

/** Whether a function is one through which the chat is started. */
function startsChat(name: string, { start, facts }: Scene): boolean {
  const own = name.replace(/^.*\./, "");
  const isInChain = start.chain.some(({ node }) => "id" in node && node.id?.name === own);
  return isInChain || opensAtClick(own, start, facts);
}

const PATH = /^(?:this\.)?[A-Za-z_$][\w$]*(?:\.[\w$]+)*$/;

/** What a function is called by outside the old one; `""` if it cannot be reached there. */
function nameElsewhere({ code, hidden }: Code): string {
  return hidden.length === 0 ? code : "";
}
