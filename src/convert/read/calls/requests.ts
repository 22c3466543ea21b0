import { type OldElement, walk } from "../markup/element.js";
import { awaited, callLater } from "../script/statements/functions.js";
import { UNDEFINED, type Value } from "../script/value.js";
import { codeOfValue } from "../script/values/code-of-value.js";
import type { Called } from "./call.js";

const REQUEST =
  /^(?:(?:\$|jQuery)\.(?:ajax|get|post|getJSON)|fetch|axios(?:\.\w+)?|\$fetch|ky(?:\.\w+)?)$/;
const TIMER =
  /^(?:window\.)?(?:setTimeout|setInterval|requestAnimationFrame|queueMicrotask|setImmediate)$/;

/** Requests and timers: what runs only once they are through. */
export function callLaterKnown(called: Called, name: string): Value | null {
  const { values, context, run } = called;
  if (TIMER.test(name)) {
    callLater(values[0], [], context, run);
    return UNDEFINED;
  }
  if (name === "Promise") {
    if (values[0]) run.call(values[0], [], context);
    return null;
  }
  if (!REQUEST.test(name)) return null;
  const answer = [awaited({ kind: "code", code: withoutCallbacks(called, name) }, run)];
  const before = { made: run.page.made.length, starts: run.found.starts.length };
  for (const value of values) {
    if (value.kind === "function") callLater(value, answer, context, run);
    if (value.kind !== "object") continue;
    const async = value.entries.get("async");
    // jQuery's `async: false` goes on within the click.
    const isNow = async?.kind === "text" && async.text === "false";
    for (const [key, one] of value.entries) {
      if (one.kind !== "function") continue;
      const own = key === "success" ? answer : [];
      if (isNow) run.call(one, own, context);
      else callLater(one, own, context, run);
    }
  }
  forgetMade(before, run);
  return null;
}

/** Takes back the elements that the answer has made: what is called is read once more, and makes them again. */
function forgetMade(before: { made: number; starts: number }, run: Called["run"]): void {
  const made = run.page.made.splice(before.made);
  const elements = new Set<OldElement | string>(made.flatMap((top) => [top, ...walk(top)]));
  for (const { parent } of made)
    if (parent) parent.children = parent.children.filter((child) => !elements.has(child));
  const starts = run.found.starts.splice(before.starts);
  run.found.starts.push(...starts.filter(({ trigger }) => !trigger || !elements.has(trigger)));
}

/** The request as an expression that can be awaited: without the functions that take its answer. */
function withoutCallbacks({ values, run }: Called, name: string) {
  const hidden: string[] = [];
  const list = values.flatMap((value, index) => {
    // `$.post(url, data, done, "json")`: after the data jQuery takes a text for the function.
    if (value.kind === "function") return index === 2 && values.length > 3 ? ["null"] : [];
    if (value.kind === "object") return [writeObject(value.entries, run, hidden)];
    const code = codeOfValue(value, run);
    hidden.push(...(code?.hidden ?? ["…"]));
    return [code?.code ?? "undefined"];
  });
  return { code: `${name}(${list.join(", ")})`, hidden, isAwaited: false };
}

function writeObject(entries: Map<string, Value>, run: Called["run"], hidden: string[]): string {
  const written = [...entries].flatMap(([key, value]) => {
    if (value.kind === "function") return [];
    const code = codeOfValue(value, run);
    hidden.push(...(code?.hidden ?? ["…"]));
    return [`${/^[\w$]+$/.test(key) ? key : JSON.stringify(key)}: ${code?.code ?? "undefined"}`];
  });
  return `{ ${written.join(", ")} }`;
}
