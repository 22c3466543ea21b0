import type { Chat } from "./chats.js";
import { type Finding, finding } from "./codes.js";
import { findBranchOfChat } from "./decided-address.js";
import { listGuards, type ShownGuard } from "./guards.js";
import type { Facts } from "./read/read.js";
import type { Guard } from "./read/script/context.js";
import { isConsultation } from "./read/script/start.js";
import { shorten, shortenAll } from "./shorten.js";
import { findKeptWindow } from "./write/kept/kept-window.js";
import { listWork } from "./write/kept/other-branch.js";
import type { Asked } from "./write/values/asked.js";
import { needsNames } from "./write/values/needed.js";
import { findRules } from "./write/values/validity.js";

/** Conditions of the old code: which of them the new code asks too, and what it needs for that. */
export function* listConditions(
  { start, condition, item }: Chat,
  asked: readonly Asked[],
  facts: Facts,
): Iterable<Finding> {
  const { place } = start;
  if (start.isLone) return;
  if (condition) yield finding("KC971", place, { source: shorten(condition, 60) });
  const branch = findBranchOfChat(start, facts.pieces);
  if (branch) yield finding("KC971", place, { source: shorten(branch, 60) });
  const rules = findRules(start, facts);
  if (rules) yield finding("KC971", place, { source: shorten(rules, 60) });
  const kept = findKeptWindow(start);
  if (kept && !kept.focus) yield finding("KC971", place, { source: shorten(kept.shown, 60) });
  const isPage = needsNames(start, facts);
  const byShown = new Map(asked.map((one) => [one.shown, one]));
  if (item) yield finding("KC988", place, { cause: "item", source: item.code });
  for (const { shown, guard } of listGuards(start, facts)) {
    if (item?.tests.has(guard.test)) continue;
    const one = byShown.get(shown);
    const source = shorten(one ? shown : showAwaited(guard, facts) || shown, one ? 60 : 90);
    const work = one ? "" : shortenAll(listWork(guard, start, facts));
    if (work) yield finding("KC971", place, { cause: "work", source, work });
    else if (!one) yield finding("KC971", place, { source });
    else if (one.needed.length === 0 || !isPage) yield finding("KC988", place, { source });
    else yield finding("KC989", place, { source, names: one.needed.join(", ") });
  }
  for (const { shown, guard } of listOfOthers(start, facts))
    if (!byShown.has(shown) && !item?.tests.has(guard.test))
      yield finding("KC971", place, { source: shorten(shown, 60) });
}

/** A condition on an answer, with what is asked: `(await Swal.fire({ title: "..." })).isConfirmed`. */
function showAwaited({ code, holds, test }: Guard, { pieces }: Facts): string {
  if (!code.isAwaited || code.hidden.length > 0) return "";
  const shown = pieces.showCode(code.code);
  if (holds) return shown;
  const isNot = test.type === "UnaryExpression" && test.operator === "!";
  return isNot ? shown.replace(/^!\s*/, "") : `!(${shown})`;
}

/** Conditions of the same button's other branches, which start the chat otherwise: `else if (confirm("..."))`. */
function listOfOthers(start: Chat["start"], facts: Facts): ShownGuard[] {
  const own = new Set(listGuards(start, facts).map(({ shown }) => shown));
  const others = facts.starts.filter(
    (one) =>
      one !== start &&
      one.trigger !== null &&
      one.trigger === start.trigger &&
      !one.isInApp &&
      isConsultation(facts.pieces, one.url),
  );
  const found = others.flatMap((one) => listGuards(one, facts));
  return found.filter(
    ({ shown }, at) => !own.has(shown) && found.findIndex((one) => one.shown === shown) === at,
  );
}
