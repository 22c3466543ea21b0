import type { Node } from "@babel/types";
import { placeAnyItem } from "../markup/any-item.js";
import { listEach } from "../markup/each-item.js";
import type { OldElement } from "../markup/element.js";
import { findListed } from "../markup/item-address.js";
import { type Context, type Guard, inPlace } from "../script/context.js";
import type { Run } from "../script/run.js";
import { OF_COMPONENT } from "../script/statements/handlers.js";
import type { Value } from "../script/value.js";

/** What is called at an event of an element. */
export interface Handler {
  name: string;
  value: Value;
  /** Reads the same for whichever item of such a list it is, if several have a chat's address: `window.open(link.url)`. */
  readAny: () => { value: Value; context: Context } | null;
  /** Reads the same for each item of a known list that the element stands for: `onClick={link.onClick}`. */
  readEach: () => readonly { value: Value; guard: Guard }[];
}

/** What a dialog's own button answers, which is in the component: `onOk`, `onConfirm`. A click on the rest is none. */
const ANSWER =
  /^on(?:O[Kk]|Yes|(?:Confirm|Accept|Approve|Agree|Cancel|Clos|Dismiss|Primary|Secondary)(?![a-df-z])\w*)$/;

/** What libraries and pages call a component that is a control. */
const CONTROL =
  /(?:button|btn|link|anchor|cta|fab|chip|icon|item|action|trigger|tab|switch|input|form|image|img)s?$/i;

/** Handlers are read once all elements are known; those of single items if they say more. */
export function handleLater(
  handlers: readonly Handler[],
  element: OldElement,
  context: Context,
  run: Run,
): void {
  for (const { name, value, readAny, readEach } of handlers) {
    // What a component calls its events is its own affair: `onOpen`.
    const isOwn = /[A-Z.]/.test(element.name) && !/^on(?:Load|Mount|Change)/.test(name);
    const isClick = /^on(?:Click|Press|Tap|Touch|Mouse|Pointer|Submit)/.test(name);
    const event = isOwn
      ? `click${isClick ? "" : ` ${OF_COMPONENT}`}`
      : name.replace(/^on|\$$/g, "").toLowerCase();
    const isPart = isOwn && (ANSWER.test(name) || (!isClick && !CONTROL.test(element.name)));
    const pressed = isPart ? null : element;
    run.calls.later.push(() => {
      const before = run.found.starts.length;
      run.handle(value, pressed, inPlace(context), event);
      if (run.found.starts.length > before) return;
      const any = readAny();
      if (any) run.handle(any.value, pressed, inPlace(any.context), event);
      if (run.found.starts.length > before) return;
      for (const one of readEach())
        run.handle(one.value, element, { ...context, guards: [one.guard] }, event);
    });
  }
}

export function readForAny(
  expression: Node,
  context: Context,
  run: Run,
): ReturnType<Handler["readAny"]> {
  const listed = findListed(context, run);
  const place = listed && placeAnyItem(listed.params, listed.one.items, context, run);
  return place && { value: run.evaluate(expression, place), context: place };
}

export function readForEach(
  expression: Node,
  context: Context,
  run: Run,
): ReturnType<Handler["readEach"]> {
  const listed = findListed(context, run);
  if (!listed) return [];
  return listEach(listed.params, listed.one.items, context, run).map(({ scope, guard }) => ({
    value: run.evaluate(expression, { ...context, scope }),
    guard,
  }));
}
