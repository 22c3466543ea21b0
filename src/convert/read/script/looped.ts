/**
 * What a loop over elements makes of each is of the one that the clicked button is in, or is itself: which of the two,
 * is known at the click alone.
 */

import { closest, type OldElement } from "../markup/element.js";
import { namesState } from "../markup/state-selector.js";
import type { Code } from "./code.js";
import type { Context } from "./context.js";
import type { Run } from "./run.js";
import type { Clicks } from "./run-parts.js";
import { plainCode, type Value } from "./value.js";

/** One of the elements that a selector has found, as what is around the button; `null` if it cannot be said so. */
export function nameLooped(
  { selector = "" }: Extract<Value, { kind: "elements" }>,
  element: OldElement,
  run: Run,
): Code | null {
  if (!selector || run.pieces.has(selector)) return null;
  const code = `${run.buttonCode}.closest(${JSON.stringify(selector.trim())})`;
  run.clicks.looped.set(code, (run.clicks.looped.get(code) ?? new Set()).add(element));
  return plainCode(code);
}

/** Whether it is what a loop calls its element: `$(event.target.closest(".box"))`, too. */
export function isLooped({ code }: Value, clicks: Clicks): boolean {
  return code !== undefined && [...clicks.looped.keys()].some((each) => code.code.includes(each));
}

/** Code that a loop has made, at a click: of the button itself, of what is around it, or of neither. */
export function settleLooped<Made extends Code>(made: Made, context: Context, run: Run): Made {
  const clicked = context.frame.target ?? context.trigger;
  if (run.clicks.looped.size === 0 || !context.event) return made;
  let { code } = made;
  const hidden = [...made.hidden];
  for (const [each, elements] of run.clicks.looped) {
    if (!code.includes(each)) continue;
    if (clicked && elements.has(clicked)) code = code.replaceAll(each, run.clickedCode(clicked));
    else if (!isWithin(clicked, elements) || !isSaid(nameEach(each))) hidden.push(nameEach(each));
  }
  return { ...made, code, hidden };
}

/** `.box`: a person knows the element by what found it. */
function nameEach(each: string): string {
  return JSON.parse(each.slice(each.indexOf("(") + 1, -1));
}

/** Whether a selector is the same at the click, and the browser's: `:first` and `[data-no=1]` are jQuery's alone. */
function isSaid(selector: string): boolean {
  return /^(?!.*=\s*\d)[^:\\]+$/.test(selector) && !namesState(selector);
}

/** Whether a button is in one of the elements; one that was not pasted is. */
function isWithin(clicked: OldElement | null, elements: ReadonlySet<OldElement>): boolean {
  if (!clicked) return false;
  const isPasted =
    clicked.origin === "page" && [...elements].every(({ origin }) => origin === "page");
  return !isPasted || closest(clicked, (one) => elements.has(one)) !== null;
}

/** The same of a value. */
export function settleValue(value: Value, context: Context, run: Run): Value {
  if (run.clicks.looped.size === 0 || !context.event) return value;
  if (value.kind === "text" && run.pieces.has(value.text)) {
    const text = run.pieces.map(value.text, (piece) => {
      const settled = piece.kind === "code" ? settleLooped(piece, context, run) : piece;
      return settled.code === piece.code ? piece : settled;
    });
    return { ...value, text };
  }
  return value.code ? ({ ...value, code: settleLooped(value.code, context, run) } as Value) : value;
}
