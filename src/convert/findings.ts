import { POPUP_HEIGHT, POPUP_WIDTH } from "../kakao.js";
import type { Chat } from "./chats.js";
import { type Finding, finding } from "./codes.js";
import { listConditions } from "./conditions.js";
import { findIdentity } from "./identity.js";
import { isStartedInline } from "./inline-code.js";
import { isOperable } from "./operable.js";
import { attribute, closest, type OldElement, walk } from "./read/markup/element.js";
import { isForm } from "./read/markup/forms.js";
import type { Facts } from "./read/read.js";
import type { OpenedWindow } from "./read/script/value.js";
import { sendsForm } from "./sent-form.js";
import { listNames } from "./sent-names.js";
import { shorten } from "./shorten.js";
import { findKeptWindow } from "./write/kept/kept-window.js";
import type { Asked } from "./write/values/asked.js";
import { isSentByEnter } from "./write/values/validity.js";

type Found = Iterable<Finding>;

/** What is wrong with how an old button starts its chat. Each is said only if it can be seen. */
export function listChatFindings(chat: Chat, asked: readonly Asked[], facts: Facts): Finding[] {
  return [
    ...listOpening(chat, facts),
    ...listForm(chat, facts),
    ...listConditions(chat, asked, facts),
    ...listTrigger(chat, facts),
    ...listValues(chat, facts),
  ];
}

/** What is wrong with how the chat is opened; of an address alone, that nobody opens it. */
export function* listOpening({ start }: Chat, facts: Facts): Found {
  const { place } = start;
  if (start.isLone) {
    yield finding("KC973", place, { what: shorten(facts.pieces.show(start.url), 60) });
    return;
  }
  if (start.isAtLoad) {
    // A page that goes on by itself in its own window is a step between, and blocks nothing.
    if (start.how === "window") yield finding("KC966", place);
  } else if (opensLate(start, facts)) yield finding("KC954", place);
  const window = start.window;
  if (window) yield* listWindow(window, start, place);
  if (leavesPage(start, facts)) yield finding("KC956", place);
}

function opensLate(start: Chat["start"], facts: Facts): boolean {
  if (!start.isLate) return false;
  if (start.how === "window") return start.window?.isLate ?? true;
  if (start.how !== "form" || !start.target || start.target === "_self") return false;
  // The form goes into a window that the click itself has opened.
  return !facts.windows.some(({ name, isLate }) => name === start.target && !isLate);
}

function* listWindow(window: OpenedWindow, start: Chat["start"], place: number): Found {
  const { features } = window;
  const read = (name: string) =>
    new RegExp(`(?:^|[,\\s])${name}\\s*=\\s*(\\d+)`, "i").exec(features)?.[1];
  const width = read("(?:inner)?width");
  const height = read("(?:inner)?height");
  if (Number(width ?? POPUP_WIDTH) < POPUP_WIDTH || Number(height ?? POPUP_HEIGHT) < POPUP_HEIGHT) {
    yield finding("KC951", place, { size: `${width ?? "?"} × ${height ?? "?"}` });
  }
  if (start.how === "caller") return;
  const hasNoopener = /\bnoopener\b|\bnoreferrer\b/i.test(features);
  if (hasNoopener && window.isKept) yield finding("KC955", place);
  const isOther = window.name !== null && !/^_(self|top|parent)$/i.test(window.name);
  // A window that is kept, the new button keeps too.
  const isKept = findKeptWindow(start)?.focus != null;
  if (isOther && !isKept && !hasNoopener && !window.isOpenerCut) yield finding("KC961", place);
}

/** Whether the shop's own page goes to Kakao. */
function leavesPage({ how, target, window, isAtLoad }: Chat["start"], { root }: Facts): boolean {
  if (isAtLoad) return false;
  if (how === "page" || how === "router") return true;
  if (how === "caller" || target === null) return false;
  if (how === "window") return /^_(self|top|parent)$/i.test(window?.name ?? "");
  if (target !== "") return /^_(self|top|parent)$/i.test(target);
  for (const one of walk(root)) {
    const ofPage = one.name === "base" ? attribute(one, "target") : "";
    if (ofPage) return /^_(self|top|parent)$/i.test(ofPage);
  }
  return true;
}

function* listForm({ start }: Chat, facts: Facts): Found {
  const { form, place } = start;
  if (!form) return;
  const isUtf8 = /charset\s*=\s*["']?utf-?8/i.test(facts.source);
  if (!form.attributes.has("accept-charset") && !isUtf8) yield finding("KC952", place);
  const isMade = form.origin === "script" && form.isAttached;
  if (isMade && !form.isRemoved && !form.isConditional && !start.isAtLoad)
    yield finding("KC953", place);
}

/** Fields that start a chat, each once: no new button can stand in their place. */
export function listFields(chats: readonly Chat[]): Finding[] {
  const fields = new Set(chats.flatMap(({ start: { trigger } }) => trigger ?? []));
  return [...fields].map(({ name, start }) => finding("KC992", start, { name }));
}

function* listTrigger({ start }: Chat, facts: Facts): Found {
  const { language } = facts;
  const { trigger, place } = start;
  if (isPastedAlone(start) || isHidden(start)) yield finding("KC978", place);
  if (isSentByEnter(start.sent, facts)) yield finding("KC992", place, { cause: "submit" });
  if (sendsForm(start, facts)) yield finding("KC944", place, { cause: "submit" });
  if (!trigger) return;
  if (!isForm(trigger) && trigger.origin !== "absent" && !isOperable(trigger))
    yield finding("KC959", trigger.start, { name: trigger.name });
  // Frameworks compile what looks like a handler in the markup.
  if (language !== "html" && language !== "thymeleaf") return;
  if (isStartedInline(trigger, facts)) yield finding("KC960", place < 0 ? trigger.start : place);
}

/** Code without the button that it belongs to. */
function isPastedAlone({ trigger, isLone, isAtLoad, script }: Chat["start"]): boolean {
  const isHere = trigger !== null && (trigger.origin !== "absent" || isForm(trigger));
  return !isHere && !isLone && !isAtLoad && script !== null;
}

/** A form that nobody sees, or that has nothing to press, so that some script has to send it. */
function isHidden({ form, trigger, isLone }: Chat["start"]): boolean {
  const isUnseen = ({ attributes }: OldElement) =>
    attributes.has("hidden") || /display\s*:\s*none/i.test(attributes.get("style") ?? "");
  return (
    form !== null && (isLone || isUnseen(form)) && closest(trigger, (one) => one === form) !== null
  );
}

function* listValues(chatFound: Chat, facts: Facts): Found {
  const { values, unknown, raw, encoded, bare, isEscaped, start } = chatFound;
  const { place } = start;
  const { pieces } = facts;
  const said = new Set<string>();
  if (raw.length > 0) yield finding("KC962", place, { names: raw.join(", ") });
  if (isEscaped) yield finding("KC964", place);
  for (const name of encoded) yield finding("KC972", place, { name });
  for (const [name, text] of [...Object.entries(values), ...unknown]) {
    const isKnown = name in values;
    const words = isKnown ? listNames(text, facts.pieces) : [name];
    const identity = words.map(findIdentity).find(Boolean);
    if (identity && !said.has(identity)) {
      said.add(identity);
      yield finding("KC957", place, { name: identity });
    }
    if (!isKnown) yield finding("KC963", place, { name });
    else if (pieces.findCode(text).length === 0 && pieces.findTemplates(text).length > 0) {
      const cause = start.script === null && bare.includes(name) ? { cause: "address" } : {};
      yield finding("KC949", place, { ...cause, name });
    }
  }
}
