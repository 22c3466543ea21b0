import { dictionary } from "../builtins.js";
import { readInput, type SaidInput } from "../input/input.js";
import { readNative } from "../natives.js";
import { addObject, addTo, checkIsOptions, type RawInput } from "../options/raw-input.js";
import type { Problem } from "../problems.js";
import type { ChatInput, ChatPlan, Target } from "../types.js";
import type { LostOpening } from "../window/popup.js";
import type { NamedWindow } from "../window/shared-window.js";
import { findTarget } from "../window/target.js";
import { findDispatched } from "./dispatched.js";
import { planChat } from "./plan.js";

/** One click or call under way. */
export interface Click {
  /** Null for a call with options. */
  readonly element: Element | null;
  /** The button that it is for: the element, or for a call the one whose click's handler makes it. */
  readonly button: Element | null;
  /** Where its events are sent from: the element, or the document. */
  readonly target: EventTarget;
  /** Where a chat opens by itself on this device. */
  readonly device: Target;
  /** What the page and the button said of it as it began. */
  readonly said: SaidInput;
  /**
   * What its `kakao-chat:before` tells. Handlers may change the options, or put others in their place, until what they
   * wait for is there.
   */
  readonly detail: { options: unknown; waitUntil?: (promise: unknown) => void };
  /** What was said, and what handlers and answers have made of it. */
  input: RawInput;
  /** What is wrong with how all that was said. */
  problems: Problem[];
  /** The request before a wait, as one text; `""` if it is not valid. */
  signature: string;
  /** The window that was opened for the wait. */
  waiting: NamedWindow | null;
  /** What came of opening it if that gave none. */
  lost: LostOpening | null;
  /** It waited for an answer: by now a link or a form might be refused a window, and nothing would tell. */
  hasWaited: boolean;
  /** It has been sent, given up, or overtaken by a later click. */
  isOver: boolean;
}

/** @param element the button that `source` names */
export function startClick(element: Element | null, source?: Element | ChatInput): Click {
  const said = readInput(element ?? source);
  const input = dictionary(said.input);
  return {
    element,
    button: element ?? findDispatched(),
    target: element ?? document,
    device: findTarget(),
    said,
    detail: { options: input },
    input,
    problems: said.problems,
    signature: "",
    waiting: null,
    lost: null,
    hasWaited: false,
    isOver: false,
  };
}

/** Takes over what handlers have made of the options: they may have frozen ours, or put others in their place. */
export function takeOptions(click: Click): void {
  const { options } = click.detail;
  const { uuid, privacy } = click.said.input;
  const input: RawInput = Object.create(null);
  // Without a word on these two, what was said before holds: no chat is lost for it, and nothing is sent in clear.
  addTo(input, "uuid", uuid);
  addTo(input, "privacy", privacy);
  mergeOptions(input, options);
  click.input = input;
  click.problems = [...click.said.problems];
  checkIsOptions(options, "options", click.problems);
}

/**
 * Adds an answer, or what handlers have made of the options. Absent values say nothing, but of the extra: what was to
 * be prepared is not sent as it was.
 */
export function mergeOptions(input: RawInput, options: unknown): void {
  addObject((name, value) => {
    if (name === "extra") input.extra = value;
    else addTo(input, name, value);
  }, options);
}

/**
 * What the click comes to by now. An id or a partner that a handler or an answer has set is the page's own
 * word, so the limits of the element's markup do not hold for it.
 */
export function planClick({ said, input, problems, device }: Click): ChatPlan {
  const limits = said.limits && {
    channels: input.uuid === said.input.uuid ? said.limits.channels : null,
    partners: input.via === said.input.via ? said.limits.partners : null,
  };
  return planChat(input, device, limits, problems);
}

/** A request as one text, to tell whether two are the same. */
export function signRequest({ request }: ChatPlan): string {
  if (!request) return "";
  const fields = Object.entries(request.fields).map(([name, value]) => `${name}=${value}`);
  return [request.method, request.url, ...fields].join("\n");
}

/** The element whose language the visitor reads, if it is still on the page. */
export function findReader({ element }: Click): Element | null {
  return element && readNative(element, "isConnected") ? element : null;
}

/** Whether two clicks are of the same button, or come to the same request. */
export function isSame(
  click: { readonly button: Element | null; signature: string },
  button: Element | null,
  signature: string,
): boolean {
  return (
    (button !== null && click.button === button) ||
    (signature !== "" && click.signature === signature)
  );
}
