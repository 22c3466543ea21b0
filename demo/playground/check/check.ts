import { buildComputed, buildConverted, toState } from "../build-converted.js";
import { BUILT } from "../build-facts.js";
import { type Converted, convert, type Finding } from "../convert/convert.js";
import { button, element, plain, renderMarks, setLanguage } from "../dom.js";
import { createProblem } from "../form/problems.js";
import { parseHost } from "../snippets/host.js";
import { createSnippet } from "../snippets/panel.js";
import { buildScriptTag } from "../snippets/snippet.js";
import { DEFAULTS, type State } from "../state.js";
import { addAllTexts } from "../texts/all-texts.js";
import { fillIn, type Language } from "../texts/texts.js";
import { CONVERT_TEXTS } from "../texts-convert.js";

type Use = (settings: Partial<State>) => void;

/** The section in which code is pasted: what is wrong with it, and the same button marked. */
export function mountCheck(place: HTMLElement, language: Language, onUse: Use): void {
  addAllTexts();
  setLanguage(language);
  const say = (key: keyof typeof CONVERT_TEXTS, values = {}) =>
    fillIn(CONVERT_TEXTS[key][language === "ko" ? 0 : 1], values);
  const old = document.createElement("textarea");
  old.id = "old";
  old.className = "code";
  old.rows = 14;
  old.spellcheck = false;
  const label = element("label", "", say("convert.label"));
  label.setAttribute("for", "old");
  const result = element("div", "");
  result.id = "converted";
  old.addEventListener("input", () => {
    const converted = convert(old.value);
    const nothing = old.value.trim() ? [element("p", "hint", say("convert.nothing"))] : [];
    result.replaceChildren(...(converted ? createResult(converted, say, onUse) : nothing));
  });
  place.replaceChildren(
    element("div", "columns even", element("div", "field", label, old), result),
  );
}

type Say = (key: keyof typeof CONVERT_TEXTS, values?: Record<string, string | number>) => string;

function createResult(converted: Converted, say: Say, onUse: Use): Node[] {
  const { plan, label, computed } = converted;
  const state = { ...DEFAULTS, ...toState(converted) };
  const use = button("strong", say("convert.use"), () => onUse(toState(converted)));
  const code = buildConverted(converted, label || plain("label.default"));
  const fill = buildComputed(converted);
  const problems = plan.problems.filter(({ field }) => !(field in computed));
  const title = { ko: say("convert.result"), en: say("convert.result") };
  const dynamic = { ko: say("convert.dynamic"), en: say("convert.dynamic") };
  return [
    ...(plan.request
      ? [
          createSnippet({ title, code: `${code}${buildTag()}\n` }, "converted"),
          ...(fill ? [createSnippet({ title: dynamic, code: fill }, "computed")] : []),
        ]
      : [element("p", "warning", say("convert.broken"))]),
    use,
    element("h3", "", say("convert.wrong")),
    ...createFindings(
      converted.findings,
      problems.map((problem) => createProblem(problem, state)),
      say,
    ),
  ];
}

function buildTag(): string {
  const host = document.querySelector<HTMLInputElement>("#host")?.value ?? "";
  const folder = parseHost(host, BUILT.version) ?? parseHost("", BUILT.version) ?? "";
  return buildScriptTag(folder, "kakao-chat.js");
}

function createFindings(findings: Finding[], problems: HTMLElement[], say: Say): Node[] {
  const count = findings.length + problems.length;
  if (count === 0) return [element("p", "hint", say("convert.fine"))];
  const list = element(
    "ul",
    "findings",
    ...findings.map(({ key, values }) =>
      element("li", "", renderMarks(say(key as keyof typeof CONVERT_TEXTS, values))),
    ),
    ...problems.map((problem) => element("li", "", problem)),
  );
  return [element("p", "hint", say("convert.count", { count })), list];
}
