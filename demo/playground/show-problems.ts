import type { Problem } from "../../src/kakao-chat";
import { describeProblem, formatProblem } from "./describe-problem";
import type { State } from "./state";
import { create, find, getLanguage, rich, text } from "./write";

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
  for (const place of document.querySelectorAll<HTMLElement>(".problems[id]")) {
    const name = place.id.replace("-problems", "");
    const own = problems.filter(({ field }) => field === name);
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
    if (name !== "uuid" && own.length)
      find("more").toggleAttribute("open", isFolded(place) || isOpen());
  }
  const isPublic = problems.some(({ code }) => IS_PUBLIC.test(code));
  if (isPublic) find<HTMLDetailsElement>("uuid-help").open = true;
  find("uuid-help").classList.toggle("asked", isPublic);
}

function isFolded(place: Element): boolean {
  return find("more").contains(place);
}

function isOpen(): boolean {
  return find<HTMLDetailsElement>("more").open;
}

/** One problem: how bad, what it is, and the console's own line for whoever knows what that is. */
export function createProblem(problem: Problem, state: Pick<State, "uuid" | "extra">): HTMLElement {
  const { level, code } = problem;
  const said = describeProblem(problem, state, getLanguage());
  const line = create("details", "line");
  const summary = create("summary", "", code);
  summary.title = text("problem.console");
  const english = create("code", "", formatProblem(problem));
  english.lang = "en";
  line.append(summary, english);
  const sentence = create(
    "p",
    "",
    create("strong", "level", text(`problem.${level}`)),
    " ",
    rich(said),
  );
  return create("div", `problem ${level}`, sentence, line);
}
