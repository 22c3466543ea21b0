import type { Node } from "@babel/types";
import { listWaiting, noteUses } from "../frameworks/own-components.js";
import { toCurlyQuotes } from "../server/quotes.js";
import { liftTags } from "../server/statement-tags.js";
import type { Tag } from "../server/templates.js";
import { noteChanges } from "./changes.js";
import { createContext, type Place } from "./context.js";
import { parseScript } from "./parse-script.js";
import type { Run } from "./run.js";
import { execute, executeAll } from "./statements/execute.js";
import { call, callFunction } from "./statements/functions.js";
import { handle } from "./statements/handlers.js";
import { joinReturned } from "./statements/returns.js";
import type { Value } from "./value.js";
import { evaluate } from "./values/evaluate.js";

/** Puts the parts together: expressions, statements, functions and handlers need each other. */
export function connect(run: Run): void {
  run.evaluate = (node, context) => evaluate(node, context, run);
  run.execute = (nodes, context) => execute(nodes, context, run);
  run.call = (value, values, context) => call(value, values, context, run);
  run.handle = (value, element, context, event, jquery) =>
    handle(value, element, context, run, event, jquery);
}

/** Reads a script, or a handler's code. @returns the value of its last expression */
export function readScript(place: Place, run: Run): Value | null {
  const { tags, text: lifted } = liftTags(place.text, run.pieces, run.language === "jsx");
  const { program, text, unread, cut, hasCurlyQuotes } = parseScript(lifted, (source) =>
    run.pieces.addTemplate(source, source.length),
  );
  run.found.unread.push(...unread);
  if (place.offset >= 0) run.found.cut ||= cut;
  if (hasCurlyQuotes) run.found.curlyQuotes.push(toCurlyQuotes(place));
  const context = createContext({ ...place, text }, run);
  context.script.tags = [...tags, ...listPasted(place.offset, text.length, run)].sort(
    (one, other) => one.start - other.start,
  );
  if (text.length > place.text.length) context.script.cutAt = place.text.trimEnd().length;
  noteChanges(program, run.changes);
  noteUses(program, run);
  const { scope } = context;
  scope.changing = new Map([...scope.changing, ...(run.changes.changed.get(program) ?? [])]);
  const nodes: Node[] = [...program.directives, ...program.body];
  const { returned, last } = executeAll(nodes, context, run);
  // A server's branch may end in front of the last, which then has no value of its own.
  if (last && tags.length === 0) return last;
  return returned.length > 0 ? joinReturned(returned, run) : null;
}

/** The server's tags in a script that was pasted as it is. */
function listPasted(offset: number, length: number, { page: { tags } }: Run): Tag[] {
  if (offset < 0) return [];
  return tags
    .map((tag) => ({ ...tag, start: tag.start - offset }))
    .filter(({ start }) => start >= 0 && start < length);
}

/** Reads the functions that nothing has called: something outside what was pasted may. */
export function readUncalled(run: Run): void {
  let isStuck = false;
  do {
    const before = run.calls.entered.size;
    // Components that use each other would wait for ever.
    readQueued(run, isStuck ? new Set() : listWaiting(run));
    isStuck = run.calls.entered.size === before;
    for (let next = run.calls.later.shift(); next; next = run.calls.later.shift()) next();
    for (const [node, listeners] of [...run.clicks.delegated]) {
      run.clicks.delegated.delete(node);
      for (const listen of listeners) listen();
    }
  } while (
    run.calls.functions.some(({ value }) => !run.calls.entered.has(value.node)) &&
    run.steps < run.limit
  );
}

/** @param waiting functions that are read later */
function readQueued(run: Run, waiting: ReadonlySet<object>): void {
  for (let at = 0; at < run.calls.functions.length; at++) {
    const noted = run.calls.functions[at];
    if (
      !noted ||
      run.calls.entered.has(noted.value.node) ||
      run.clicks.delegated.has(noted.value.node)
    )
      continue;
    if (waiting.has(noted.value.node)) continue;
    // What a handler of JSX is, is known once its element is read.
    if (run.calls.later.length > 0 && noted.context.reach.size > 0) continue;
    const { value, context } = noted;
    const values = value.node.params.map(() => null);
    const returned = callFunction(
      value,
      values,
      {
        ...context,
        isLate: false,
        isAtLoad: false,
        event: { element: null, ran: new Set() },
        isConditional: false,
        condition: null,
        often: null,
        server: null,
        guards: [],
        handler: null,
        chain: [],
        calls: 0,
        depth: 0,
        call: { caller: null },
      },
      run,
    );
    run.calls.returned.push(returned);
    if (run.steps > run.limit) return;
  }
}
