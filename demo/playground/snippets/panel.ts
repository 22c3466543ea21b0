import type { ChatPlan } from "../../../src/index.js";
import { copyText } from "../copy.js";
import { button, byId, element, renderMarks, say, t, withoutMarks } from "../dom.js";
import { goTo } from "../form/form.js";
import type { FieldProblem } from "../form/own-rules.js";
import type { State } from "../state.js";
import { isTextKey, type TextKey } from "../texts/texts.js";
import { EXAMPLE_HOST } from "./host.js";
import { PLATFORMS } from "./platforms/platforms.js";
import type { Snippet } from "./snippet.js";
import { buildSnippetPolicy, buildSnippets, findLook } from "./snippets.js";
import { showSteps, showTab } from "./tabs.js";

/** The id in the code that is shown before there is one. */
const PLACEHOLDER = "@검색용아이디";

/** The chosen tab: its steps and its code, or what keeps the code from working. */
export function showCode(
  state: State,
  plan: ChatPlan,
  label: string,
  problems: readonly FieldProblem[],
  sketch: (uuid: string) => ChatPlan,
): void {
  const errors = problems.filter(({ level }) => level === "error");
  const snippets = errors.length > 0 ? [] : buildSnippets(state, plan, label);
  showTab(state.tab);
  showSteps(say(PLATFORMS[state.tab].buildSteps(findLook(state))));
  byId("counting").hidden = state.tab !== "gtm";
  byId("copy-example").hidden = !snippets.some(({ code }) => code.includes(EXAMPLE_HOST));
  byId("snippets").replaceChildren(
    ...(errors.length > 0
      ? [createFixes(errors), ...createSketch(state, label, errors, sketch)]
      : snippets.map((snippet, index) => createSnippet(snippet, `${state.tab}-${index}`))),
  );
  const policy = errors.length > 0 ? "" : buildSnippetPolicy(state, plan);
  byId("policy").replaceChildren(policy ? createPolicy(policy) : createHint("copy.none"));
  const bar = byId("bar-copy");
  const next = snippets.length > 1 ? "bar.codes" : snippets.length > 0 ? "bar.copy" : "bar.fix";
  if (!bar.classList.contains("copied")) bar.textContent = t(next);
}

function createHint(key: TextKey): HTMLElement {
  return element("p", "hint", renderMarks(t(key)));
}

/** What is wrong, where the code would be: each leads to its field. */
function createFixes(errors: readonly FieldProblem[]): HTMLElement {
  const fields = [...new Set(errors.map(({ field }) => field))];
  const links = fields.map((field) => {
    const key = `copy.fix.${field}`;
    const words = isTextKey(key) ? t(key) : t("copy.none");
    return element(
      "li",
      "",
      button("inline", words, () => goTo(field)),
    );
  });
  return element("ul", "fixes", ...links);
}

/** What the code will look like, before there is an id: not to be copied. */
function createSketch(
  state: State,
  label: string,
  errors: readonly FieldProblem[],
  sketch: (uuid: string) => ChatPlan,
): HTMLElement[] {
  if (errors.some(({ field }) => field !== "uuid")) return [];
  const plan = sketch(PLACEHOLDER);
  const [first] = buildSnippets({ ...state, uuid: PLACEHOLDER }, plan, label);
  if (!first) return [];
  const box = element("pre", "code sketch", element("code", "", first.code));
  box.setAttribute("aria-hidden", "true");
  return [box];
}

/** A piece of code with its title and the button that copies it, with its style. */
export function createSnippet({ title, code, style = "" }: Snippet, id: string): HTMLElement {
  const name = say(title);
  const heading = element("h3", "", renderMarks(name));
  heading.id = `${id}-title`;
  const shown = element("code", "", code);
  const box = createBox(shown, heading.id);
  const copy = button("strong copy", t("copy.button"), () => copyText(code + style, copy, shown));
  copy.setAttribute("aria-label", withoutMarks(t("copy.button.of", { title: name })));
  const parts = [element("div", "head", heading, copy), box];
  return element("div", "snippet", ...parts, ...(style ? [createStyle(style, heading.id)] : []));
}

function createBox(code: HTMLElement, titleId: string): HTMLElement {
  const box = element("pre", "code", code);
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-labelledby", titleId);
  return box;
}

/** The style: long, and read by few. */
function createStyle(style: string, titleId: string): HTMLElement {
  const count = style.trim().split("\n").length;
  const hint = element("span", "hint", t("copy.style.hint", { count }));
  const summary = element("summary", "", t("copy.style"), " ", hint);
  return element("details", "style", summary, createBox(element("code", "", style), titleId));
}

function createPolicy(policy: string): HTMLElement {
  const snippet = createSnippet(
    { title: { ko: t("policy.title"), en: t("policy.title") }, code: policy },
    "policy",
  );
  snippet.querySelector(".copy")?.classList.replace("strong", "plain");
  return snippet;
}
