import { byId, byIdAs, element, getLanguage, renderMarks, t } from "../dom.js";
import type { State } from "../state.js";
import { describeProblem, formatProblem } from "./describe-problem.js";
import { openMore } from "./form.js";
import type { FieldProblem } from "./own-rules.js";

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
  problems: readonly FieldProblem[],
  state: State,
  isUntouched: boolean,
): void {
  for (const place of document.querySelectorAll<HTMLElement>(".problems[id]")) {
    showFieldProblems(place, problems, state, isUntouched);
  }
  const isPublic = problems.some(({ code }) => IS_PUBLIC.test(code));
  if (isPublic) byIdAs("uuid-help", HTMLDetailsElement).open = true;
  byId("uuid-help").classList.toggle("asked", isPublic);
}

function showFieldProblems(
  place: HTMLElement,
  problems: readonly FieldProblem[],
  state: State,
  isUntouched: boolean,
): void {
  const name = place.id.replace("-problems", "");
  // The guard speaks of each place: two telephone numbers are one thing to read.
  const lines = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  const own = [...lines.values()].filter(({ field }) => field === name);
  const key = JSON.stringify([own, getLanguage(), isUntouched]);
  if (shown.get(name) === key) return;
  shown.set(name, key);
  const isMissing = isUntouched && own[0]?.code === "KC101";
  place.replaceChildren(
    ...(isMissing
      ? [element("p", "hint", renderMarks(t("uuid.needed")))]
      : own.map((problem) => createProblem(problem, state))),
  );
  const isError = !isMissing && own.some(({ level }) => level === "error");
  document.getElementById(name)?.setAttribute("aria-invalid", String(isError));
  if (own.length > 0 && byId("more").contains(place)) openMore();
}

/** One problem: how bad, what it is, and the console's own line for whoever knows what that is. */
export function createProblem(
  problem: FieldProblem,
  state: Pick<State, "uuid" | "extra">,
): HTMLElement {
  const { level, code } = problem;
  const name = element("strong", "level", t(`problem.${level}`));
  const words = renderMarks(describeProblem(problem, state, getLanguage()));
  const box = element("div", `problem ${level}`, element("p", "", name, " ", words));
  if (code.startsWith("KC")) box.append(createLine(problem));
  return box;
}

function createLine(problem: FieldProblem): HTMLElement {
  const summary = element("summary", "", problem.code);
  summary.title = t("problem.console");
  const english = element("code", "", formatProblem(problem));
  english.lang = "en";
  return element("details", "line", summary, english);
}
