import { isComponent } from "../../frameworks/reach.js";
import type { OldElement } from "../../markup/element.js";
import { codeInHandler } from "../../markup/in-handler.js";
import { type Context, createFrame } from "../context.js";
import type { Run } from "../run.js";
import { type FunctionValue, jqueryAs, type Value } from "../value.js";
import { isOnce } from "../values/asked.js";
import { isOther, noteGiven, readGiving } from "./given.js";

const CLICKS =
  /^(click|dblclick|mousedown|mouseup|touchstart|touchend|pointerdown|pointerup|submit|finish|keydown|keyup|keypress|tap|press|change)$/i;
const LOADS = /^(load|DOMContentLoaded|ready|pageshow|readystatechange|mount|mounted|created)$/i;

/** Beside `click`: it is a component's own event. */
export const OF_COMPONENT = "component";
const EVENT = /^(?:_\w*|e|ev|evt|event)$/i;

/** So many elements of one listener are told apart. */
const MOST_PRESSABLE = 10;

/**
 * Reads a handler: of a click on an element, or of the page's own load.
 *
 * @param jquery the page's name for the jQuery that hands itself to what waits for the page
 */
export function handle(
  value: Value,
  element: OldElement | null,
  context: Context,
  run: Run,
  event = "click",
  jquery = "jQuery",
): void {
  const names = event.split(/[\s.]+/);
  const isClick = names.some((name) => CLICKS.test(name));
  const isLoad = names.some((name) => LOADS.test(name));
  // What is sent is a form, pasted or not.
  if (element && !element.name && names.includes("submit")) element.name = "form";
  if (isLoad && !isClick && value.kind === "function" && run.isLoaded(value)) return;
  if (element && isOther(element, context, run)) noteGiven(element, `on${event}`, run.gifts);
  const at = run.clicks.heard.length;
  if (isClick && element && value.kind === "function") noteHeard(element, value, context, run);
  const happening = createHappening(value, element, { isClick, isLoad }, context, run);
  const given = event === "ready" ? jqueryAs(jquery) : findGiven(value, names);
  callForEach(value, given, happening, run);
  const heard = run.clicks.heard.at(at);
  const called = value.kind === "function" ? run.calls.called.get(value.node) : undefined;
  if (heard && called && isComponent(run)) heard.called = called;
}

/** What a handler is given: the event, but what a component's own tells, `onAsk(no)`, is not known. */
function findGiven(value: Value, names: readonly string[]): Value | null {
  const first = value.kind === "function" ? value.node.params[0] : undefined;
  const isEvent = first?.type !== "Identifier" || EVENT.test(first.name);
  return names.includes(OF_COMPONENT) && !isEvent ? null : { kind: "native", name: "event" };
}

/** Takes down that an element listens for a click. */
function noteHeard(element: OldElement, value: FunctionValue, context: Context, run: Run): void {
  const { node, script } = value;
  run.clicks.heard.push({
    element,
    value,
    called: {
      node,
      script,
      isReached: false,
      around: new Set(),
      left: new Set(),
      write: (part, own) => codeInHandler(part, own, { ...context, script }, run),
      isEventTaken: false,
    },
  });
}

/** What is around a handler, once its event happens. */
function createHappening(
  value: Value,
  element: OldElement | null,
  { isClick, isLoad }: { isClick: boolean; isLoad: boolean },
  context: Context,
  run: Run,
): Context {
  const isOfElement = isClick && element?.name !== "#document";
  return {
    ...context,
    self: value.kind === "function" ? value.self : null,
    trigger: isOfElement ? (element ?? context.trigger) : context.trigger,
    isAtLoad: isClick ? false : context.isAtLoad || isLoad,
    event: isLoad && !isClick ? context.event : { element, ran: new Set() },
    isLate: isClick || isLoad ? false : context.isLate,
    isConditional: false,
    condition: null,
    often: null,
    server: null,
    guards: context.guards.filter((one) => !isOnce(one, context, run.changes)),
    handler: value.kind === "function" ? value.node : context.handler,
    call: { caller: null },
    chain: [],
  };
}

/** Calls a handler for each element that it may be pressed on: of those within what listens, each is a button. */
function callForEach(value: Value, given: Value | null, happening: Context, run: Run): void {
  const around = run.clicks.pressable;
  for (
    let nth = 0;
    nth === 0 || nth < Math.min(run.clicks.pressable.found.length, MOST_PRESSABLE);
    nth++
  ) {
    run.clicks.pressable = { found: nth === 0 ? [] : run.clicks.pressable.found, at: nth };
    readGiving(happening.trigger, run, () =>
      run.call(value, [given], { ...happening, frame: createFrame() }),
    );
  }
  run.clicks.pressable = around;
}
