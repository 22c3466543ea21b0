import { buildComputed, buildConverted, toState } from "./build-converted.js";
import { BUILT } from "./build-facts.js";
import { type Converted, convert, type Finding } from "./convert/convert.js";
import { announce } from "./copy.js";
import { parseHost } from "./snippets/host.js";
import { createProblem } from "./form/problems.js";
import { createSnippet } from "./snippets/panel.js";
import { DEFAULTS, type State } from "./state.js";
import { create, find, plainText, rich, text } from "./dom.js";

/** Turns what is pasted into a button, as one pastes; `onUse` takes its settings. */
export function bindConverter(onUse: (found: Partial<State>) => void): void {
  use = onUse;
  find("old").addEventListener("input", showConverted);
}

let use: (found: Partial<State>) => void = () => {};

export function showConverted(): void {
  const pasted = find<HTMLTextAreaElement>("old").value;
  const place = find("converted");
  const converted = convert(pasted);
  const nothing = pasted.trim() ? [create("p", "hint", text("convert.nothing"))] : [];
  place.replaceChildren(...(converted ? createResult(converted) : nothing));
}

function createResult(converted: Converted): Node[] {
  const { plan, label, computed } = converted;
  const state = { ...DEFAULTS, ...toState(converted) };
  const button = create("button", "strong", text("convert.use"));
  button.setAttribute("type", "button");
  button.addEventListener("click", () => {
    use(toState(converted));
    announce(text("convert.used"));
    find("uuid").focus();
  });
  const code = buildConverted(converted, label || plainText("label.default"));
  const fill = buildComputed(converted);
  const problems = plan.problems.filter(({ field }) => !(field in computed));
  return [
    ...(plan.request
      ? [
          createSnippet({ title: "convert.result", code: code + buildScriptTag() }, "converted"),
          ...(fill ? [createSnippet({ title: "convert.dynamic", code: fill }, "computed")] : []),
        ]
      : [create("p", "warning", text("convert.broken"))]),
    button,
    create("h3", "", text("convert.wrong")),
    ...createFindings(
      converted.findings,
      problems.map((problem) => createProblem(problem, state)),
    ),
  ];
}

function buildScriptTag(): string {
  const host =
    parseHost(find<HTMLInputElement>("host").value, BUILT.version) ?? parseHost("", BUILT.version);
  return `<script src="${host}kakao-chat.js" integrity="${BUILT.integrity["kakao-chat.js"]}" crossorigin="anonymous" defer></script>\n`;
}

function createFindings(findings: Finding[], problems: HTMLElement[]): Node[] {
  const count = findings.length + problems.length;
  if (count === 0) return [create("p", "hint", text("convert.fine"))];
  const list = create(
    "ul",
    "findings",
    ...findings.map(({ key, values }) => create("li", "", rich(text(key, values)))),
    ...problems.map((problem) => create("li", "", problem)),
  );
  return [create("p", "hint", text("convert.count", { count })), list];
}
