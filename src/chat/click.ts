import { readInput, type SaidInput } from "../input/input.js";
import { isElement, readNative } from "../natives.js";
import type { RawInput } from "../options/options.js";
import type { ChatInput, ChatPlan, Target } from "../types.js";
import type { NamedWindow } from "../window/shared-window.js";
import { findTarget } from "../window/target.js";
import { planChat } from "./plan.js";

/** One click or call under way. */
export interface Click {
  /** Null for a call with options. */
  readonly element: Element | null;
  /** Where its events are sent from: the element, or the document. */
  readonly target: EventTarget;
  /** Where a chat opens by itself on this device. */
  readonly device: Target;
  readonly said: SaidInput;
  /** What was said, and what handlers and answers have made of it. */
  input: RawInput;
  /** The request before a wait, as one text; `""` if it is not valid. */
  signature: string;
  /** The window that was opened for the wait. */
  waiting: NamedWindow | null;
  /** It waited for an answer: by now a link or a form might be refused a window, and nothing would tell. */
  hasWaited: boolean;
  /** It has been sent, given up, or overtaken by a later click. */
  isOver: boolean;
}

export function startClick(source?: Element | ChatInput): Click {
  const element = isElement(source) ? source : null;
  const said = readInput(source);
  return {
    element,
    target: element ?? document,
    device: findTarget(window.navigator),
    said,
    input: Object.assign(Object.create(null), said.input),
    signature: "",
    waiting: null,
    hasWaited: false,
    isOver: false,
  };
}

/**
 * What the click comes to by now. An id or a partner that a handler or an answer has set is the page's own
 * word, so the limits of the element's markup do not hold for it.
 */
export function planClick({ said, input, device }: Click): ChatPlan {
  const limits = said.limits && {
    channels: input.uuid === said.input.uuid ? said.limits.channels : null,
    partners: input.via === said.input.via ? said.limits.partners : null,
  };
  return planChat(input, device, limits, said.problems);
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
