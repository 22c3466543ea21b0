import type { Problem } from "../../../src/index.js";
import { describeProblem, formatProblem } from "./describe-problem.js";
import type { State } from "../state.js";
import { create, find, getLanguage, rich, text } from "../dom.js";

/** The codes of an id that belongs to the channel's address. */
const IS_PUBLIC = /^KC10[36]$/;

/** What each field's place shows by now, so that a screen reader hears of changes alone. */
const shown = new Map<string, string>();

/**
 * Says what is wrong beside each field.
 *
 * @param isUntouched nothing has been typed yet: that the id is missing is no news then
 */
export function showProblems(
  problems: readonly Problem[],
  state: State,
  isUntouched: boolean,
): void {
  const more = find<HTMLDetailsElement>("more");
  for (const place of document.querySelectorAll<HTMLElement>(".problems[id]")) {
    const name = place.id.replace("-problems", "");
    // The guard speaks of each place: two telephone numbers are one thing to read.
    const lines = new Map(problems.map((problem) => [formatProblem(problem), problem]));
    const own = [...lines.values()].filter(({ field }) => field === name);
    const key = JSON.stringify([own, getLanguage(), isUntouched]);
    if (shown.get(name) === key) continue;
    shown.set(name, key);
    const isMissing = isUntouched && own[0]?.code === "KC101";
    place.replaceChildren(
      ...(isMissing
        ? [create("p", "hint", rich(text("uuid.needed")))]
        : own.map((problem) => createProblem(problem, state))),
    );
    const isError = !isMissing && own.some(({ level }) => level === "error");
    find(name).setAttribute("aria-invalid", String(isError));
    if (own.length > 0 && more.contains(place)) more.open = true;
  }
  const isPublic = problems.some(({ code }) => IS_PUBLIC.test(code));
  if (isPublic) find<HTMLDetailsElement>("uuid-help").open = true;
  find("uuid-help").classList.toggle("asked", isPublic);
}

/** One problem: how bad, what it is, and the console's own line for whoever knows what that is. */
export function createProblem(problem: Problem, state: Pick<State, "uuid" | "extra">): HTMLElement {
  const { level, code } = problem;
  const said = describeProblem(problem, state, getLanguage());
  const name = create("strong", "level", text(`problem.${level}`));
  const box = create("div", `problem ${level}`, create("p", "", name, " ", rich(said)));
  if (code.startsWith("KC")) box.append(createLine(problem));
  return box;
}

function createLine(problem: Problem): HTMLElement {
  const summary = create("summary", "", problem.code);
  summary.title = text("problem.console");
  const english = create("code", "", formatProblem(problem));
  english.lang = "en";
  return create("details", "line", summary, english);
}
