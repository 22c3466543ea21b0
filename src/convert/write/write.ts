import { MARK } from "../../options/fields.js";
import type { Chat } from "../chats.js";
import { markOf, optionOf } from "../fields.js";
import { isInAlpine } from "../read/frameworks/alpine.js";
import type { Facts } from "../read/read.js";
import { writeAddress } from "./element/address.js";
import { readDrawn } from "./element/blank.js";
import { countAlike, nameButton } from "./element/button-id.js";
import { writeHandlers } from "./element/handler.js";
import { findSelector, writeIsOther } from "./element/is-other.js";
import type { Kept } from "./element/kept-element.js";
import type { Link } from "./element/link.js";
import { writeMarkIf, writeMarkOfItem } from "./element/mark-if.js";
import { findOwnEvent, withClicked } from "./element/own-event.js";
import { hasRef, makeRef } from "./element/ref.js";
import { nameOnce } from "./element/shared.js";
import { arrangeAttributes } from "./element/tag-branches.js";
import { writeAttribute, writeElement, writeExpression } from "./escape.js";
import type { Guarded } from "./kept/guarded.js";
import { NO_SCRIPT, type PlacedScript, writeFunction, writeScript } from "./script.js";
import { writeFilledMark } from "./thymeleaf.js";
import type { Asked } from "./values/asked.js";
import { type Computed, writeFilling } from "./values/computed.js";
import { isOfScript } from "./values/in-page.js";
import { isAtAlpineClick, isAttribute } from "./values/is-attribute.js";
import { writeForItem } from "./values/item-condition.js";
import { isEventTaken } from "./values/locals.js";
import { toMarkup } from "./values/markup-code.js";
import { writeCall } from "./write-call.js";
import { isRendered, type Syntax, writeJsx } from "./write-jsx.js";

/** What the new button is made of. */
export interface Draft {
  chat: Chat;
  facts: Facts;
  kept: Kept;
  label: string;
  link: Link | null;
  /** The marks: `data-kakao-chat...`, by their names. */
  marks: [name: string, text: string][];
  computed: Computed[];
  /** Conditions that are asked before the chat starts. */
  asked: readonly Asked[];
  /** Statements of the old handler that go on counting clicks. */
  statements: string[];
  /** Those that come after the values were read. */
  late: readonly string[];
  /** The same, if what is asked lets a click pass. */
  guarded: readonly Guarded[];
}

export interface Written extends PlacedScript {
  code: string;
}

/** The new button, in the language of the old one. */
export function writeButton(draft: Draft): Written {
  const { kept, link, facts, label, asked } = draft;
  const { pieces } = facts;
  const { attributes: filled, rest } = writeFilled(draft);
  const made = [draft.marks, label, kept.attributes, rest, ...countAlike(draft.chat, facts)];
  const id = kept.id || nameButton(pieces.show(JSON.stringify(made)));
  const selector = kept.id || kept.outer ? "" : findSelector(draft.chat.start.trigger);
  const name = link?.name ?? kept.name ?? "button";
  const needsListener = rest.length > 0 || asked.length > 0 || draft.guarded.length > 0;
  const lines = writeFilling(rest, asked, draft.guarded);
  const ref =
    needsListener && hasRef(draft, lines, kept.styled?.tag ?? name) && !selector
      ? makeRef(id, (draft.chat.start.trigger?.locals?.size ?? 0) > 0, facts)
      : null;
  const needed = [...rest, ...asked].flatMap((one) => one.needed);
  const own = needsListener ? findOwnEvent(id, name, draft.chat, facts, needed) : null;
  const needsId = needsListener && !kept.id && !selector && !ref && !own;
  const once = needsListener ? nameOnce(id, draft, rest) : "";
  const isOther = writeIsOther(once && needsId ? `[data-button=${id}]` : selector, ref, id, facts);
  const drawn = readDrawn(draft.chat.start.trigger, kept.inner, label, facts);
  const [first, last] = arrangeAttributes(kept, {
    address: writeAddress(draft),
    isLink: link !== null,
    marks: writeMarks(draft),
    filled: withClicked(filled, own?.clicked),
  });
  const attributes = [
    ...first,
    ...(drawn?.name ? [writeAttribute("aria-label", drawn.name, pieces)] : []),
    ...(needsId ? [`${once ? "data-button" : "id"}="${id}"`] : []),
    ...(ref ? [`ref={${ref.value}}`] : []),
    ...(own?.attributes ?? []),
    ...rest.flatMap(({ data = [] }) => data),
    ...last,
  ];
  // A component of its own needs no text.
  const isDrawn = drawn || kept.styled?.isWhole;
  const inner = kept.inner || (link?.href === null || isDrawn ? "" : label);
  const { call, isInClass = false } = draft.chat.start.trigger ?? {};
  const write = (...element: Parameters<typeof writeElement>) =>
    call ? writeCall(call, ...element) : writeElement(...element);
  const isText = call && !kept.inner && inner;
  const button = write(name, attributes, isText ? JSON.stringify(inner) : inner);
  const code = kept.outer
    ? write(
        kept.outer.name,
        kept.outer.attributes,
        call ? button : `${kept.outer.before}${button}${kept.outer.after}`,
      )
    : button;
  if (!needsListener) return { code: `${code}\n`, ...NO_SCRIPT };
  const placed = own
    ? writeFunction(lines, own, facts)
    : writeScript(lines, isOther, facts, isInClass, ref, once);
  return { code: `${code}\n`, ...placed };
}

function writeMarks(draft: Draft): string[] {
  const { marks, facts } = draft;
  return marks
    .map(([name, plain]) => {
      const { item, start } = draft.chat;
      const { chatIf } = start.trigger ?? {};
      if (name === MARK && plain === "" && chatIf !== undefined) return writeMarkIf(chatIf, facts);
      const text = facts.isRazor ? doubleAt(plain, facts) : plain;
      if (name === MARK && isFilledAsAttribute("uuid", draft)) return "";
      if (name === MARK && item) return writeMarkOfItem(item, plain, facts);
      const { pieces, language } = facts;
      const templates = pieces.findTemplates(text);
      if (language !== "thymeleaf" || templates.length === 0)
        return writeAttribute(name, text, pieces);
      return writeFilledMark(name, text, pieces);
    })
    .filter(Boolean);
}

/** A text in a Razor page. */
function doubleAt(text: string, { pieces }: Facts): string {
  return pieces
    .split(text)
    .map((part) => ("text" in part ? part.text.replace(/@/g, "@@") : pieces.add(part)))
    .join("");
}

function fillsAttributes({ start }: Chat, { language }: Facts): boolean {
  return /^(?:vue|svelte|angular)$/.test(language) || isInAlpine(start.trigger);
}

/** Whether the framework's own markup fills a value in, so that the mark needs no value of its own. */
function isFilledAsAttribute(field: Computed["field"], draft: Draft): boolean {
  const { chat, computed, facts } = draft;
  const one = computed.find((each) => each.field === field);
  if (!one) return false;
  if (facts.isAstro) return !needsScript(one, chat, facts);
  if (isExpression(facts))
    return (
      !one.isAwaited &&
      isRendered(
        one,
        { ...draft, statements: [...draft.statements, ...draft.late] },
        !isEventTaken(chat.start),
      )
    );
  return fillsAttributes(chat, facts) && isAttribute(one, chat.start, facts);
}

/** Whether a value stands in a script beside the button. */
export function needsScript(one: Computed, chat: Chat, facts: Facts): boolean {
  if (facts.isAstro) return isOfScript(one, chat);
  if (isExpression(facts)) return one.isAwaited;
  const isMarkup = isAttribute(one, chat.start, facts) || isAtAlpineClick(one, chat, facts);
  return !fillsAttributes(chat, facts) || !isMarkup;
}

/** The values that a framework's own markup fills in, and those that are left for a script. */
function writeFilled(draft: Draft): { attributes: string[]; rest: Computed[] } {
  const { chat, computed, facts } = draft;
  const { language } = facts;
  const { item } = chat;
  if (isExpression(facts)) return writeJsx(draft, findSyntax(chat, facts));
  const handler = writeHandlers(draft);
  if (!fillsAttributes(chat, facts)) return { attributes: handler, rest: computed };
  const attributes = [...handler];
  const clicked: string[] = [];
  const rest: Computed[] = [];
  for (const one of computed) {
    const code = toMarkup(one.code, facts);
    const made = item
      ? writeForItem(code, item, language === "svelte" ? "undefined" : "null")
      : code;
    if (isAtAlpineClick(one, chat, facts))
      clicked.push(`$event.detail.options.${optionOf(one.field)} = ${code}`);
    else if (!isAttribute(one, chat.start, facts)) rest.push(one);
    else if (language === "svelte") attributes.push(`${markOf(one.field)}={${made}}`);
    else {
      const name = language === "angular" ? `[attr.${markOf(one.field)}]` : `:${markOf(one.field)}`;
      attributes.push(writeExpression(name, made));
    }
  }
  if (clicked.length > 0)
    attributes.push(writeExpression("@kakao-chat:before", clicked.join("; ")));
  return { attributes, rest };
}

/** Whether the markup is an expression of its script's, which can say all that the script can. */
function isExpression({ language }: Facts): boolean {
  return language === "jsx" || language === "lit";
}

/** How that markup has its handlers and values. */
function findSyntax({ start }: Chat, { language, source }: Facts): Syntax {
  const asks = !isEventTaken(start);
  const isQwik = start.trigger?.sources?.has("onClick$") === true;
  if (language === "jsx") return { handler: isQwik ? "onClick$" : "onClick", open: "{", asks };
  // What has no lit in it is htm's.
  const isLit = /\bLitElement\b|\bfrom\s*["']lit\b/.test(source);
  return { handler: isLit ? "@click" : "onClick", open: "${", asks };
}
