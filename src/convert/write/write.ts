import type { Chat } from "../chats.js";
import type { Facts } from "../read/read.js";
import { writeAddress } from "./element/address.js";
import { readDrawn } from "./element/blank.js";
import { countAlike, nameButton } from "./element/button-id.js";
import { findSelector, writeIsOther } from "./element/is-other.js";
import type { Kept } from "./element/kept-element.js";
import type { Link } from "./element/link.js";
import { findOwnEvent, type OwnEvent, withClicked } from "./element/own-event.js";
import { hasRef, makeRef, type Ref } from "./element/ref.js";
import { nameOnce } from "./element/shared.js";
import { arrangeAttributes } from "./element/tag-branches.js";
import { writeAttribute, writeElement } from "./escape.js";
import { writeFilled } from "./filled.js";
import type { Guarded } from "./kept/guarded.js";
import { writeMarks } from "./marks.js";
import { NO_SCRIPT, type PlacedScript, placeScript, writeFunction, writeScript } from "./script.js";
import type { Asked } from "./values/asked.js";
import { type Computed, writeFilling } from "./values/computed.js";
import { writeCall } from "./write-call.js";

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
  const { kept, link, facts, label } = draft;
  const { trigger } = draft.chat.start;
  const { attributes: filled, rest } = writeFilled(draft);
  const made = [draft.marks, label, kept.attributes, rest, ...countAlike(draft.chat, facts)];
  const id = kept.id || nameButton(facts.pieces.show(JSON.stringify(made)));
  const name = link?.name ?? kept.name ?? "button";
  const listener = findListener(draft, { id, name, rest });
  const drawn = readDrawn(trigger, kept.inner, label, facts);
  const [first, last] = arrangeAttributes(kept, {
    address: writeAddress(draft),
    isLink: link !== null,
    marks: writeMarks(draft),
    filled: withClicked(filled, listener?.own?.clicked),
  });
  const attributes = [
    ...first,
    ...(drawn?.name ? [writeAttribute("aria-label", drawn.name, facts.pieces)] : []),
    ...(listener?.attributes ?? []),
    ...rest.flatMap(({ data = [] }) => data),
    ...last,
  ];
  // A component of its own needs no text.
  const isDrawn = drawn || kept.styled?.isWhole;
  const inner = kept.inner || (link?.href === null || isDrawn ? "" : label);
  const code = `${writeElements(name, attributes, inner, draft)}\n`;
  if (!listener) return { code, ...NO_SCRIPT };
  const { lines, own, isOther, ref, once } = listener;
  const placed = own
    ? writeFunction(lines, own, facts)
    : writeScript(lines, isOther, facts, trigger?.isInClass ?? false, ref, once);
  return { code, ...placeScript(placed, trigger) };
}

/** What listens for the new button's click, and by what it finds the button. */
interface Listener {
  lines: string[];
  /** By which a function component finds it. */
  ref: Ref | null;
  /** An event of the button's own, which calls the component. */
  own: OwnEvent | null;
  once: string;
  /** The condition under which a click is another button's. */
  isOther: string;
  /** What the button says for it. */
  attributes: string[];
}

/** @returns `null` if nothing has to listen */
function findListener(
  draft: Draft,
  { id, name, rest }: { id: string; name: string; rest: readonly Computed[] },
): Listener | null {
  const { kept, facts, asked, chat, guarded } = draft;
  const { trigger } = chat.start;
  if (rest.length === 0 && asked.length === 0 && guarded.length === 0) return null;
  const selector = kept.id || kept.outer ? "" : findSelector(trigger);
  const lines = writeFilling(rest, asked, guarded);
  const ref =
    hasRef(draft, lines, kept.styled?.tag ?? name) && !selector
      ? makeRef(id, (trigger?.locals?.size ?? 0) > 0, facts)
      : null;
  const needed = [...rest, ...asked].flatMap((one) => one.needed);
  const own = findOwnEvent(id, name, chat, facts, needed);
  const needsId = !kept.id && !selector && !ref && !own;
  const once = nameOnce(id, draft, rest);
  const isOther = writeIsOther(once && needsId ? `[data-button=${id}]` : selector, ref, id, facts);
  const attributes = [
    ...(needsId ? [`${once ? "data-button" : "id"}="${id}"`] : []),
    ...(ref ? [`ref={${ref.value}}`] : []),
    ...(own?.attributes ?? []),
  ];
  return { lines, ref, own, once, isOther, attributes };
}

/** The button, with what is around it: as markup, or as the calls that make it. */
function writeElements(
  name: string,
  attributes: string[],
  inner: string,
  { kept, chat }: Draft,
): string {
  const { call } = chat.start.trigger ?? {};
  const write = (...element: Parameters<typeof writeElement>) =>
    call ? writeCall(call, ...element) : writeElement(...element);
  const isText = call && !kept.inner && inner;
  const button = write(name, attributes, isText ? JSON.stringify(inner) : inner);
  if (!kept.outer) return button;
  const { before, after } = kept.outer;
  return write(
    kept.outer.name,
    kept.outer.attributes,
    call ? button : `${before}${button}${after}`,
  );
}
