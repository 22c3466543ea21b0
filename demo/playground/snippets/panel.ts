import type { Snippet } from "./snippets.js";
import { copyText } from "../copy.js";
import { EXAMPLE_HOST } from "./host.js";
import { CHOICES, type State } from "../state.js";
import { create, find, plainText, rich, text, write } from "../dom.js";

type Tab = State["tab"];

/** The tabs, by pointer and by the arrow keys. https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function bindTabs(onSelect: (tab: Tab) => void): void {
  const tabs = CHOICES.tab.map((tab) => find(`tab-${tab}`));
  const select = (index: number) => {
    const at = (index + tabs.length) % tabs.length;
    onSelect(CHOICES.tab[at] ?? "html");
    tabs[at]?.focus();
  };
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener("click", () => select(index));
    tab.addEventListener("keydown", (event) => {
      const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      select(to);
    });
  }
}

export function showTab(selected: Tab): void {
  for (const tab of CHOICES.tab) {
    const button = find(`tab-${tab}`);
    button.setAttribute("aria-selected", String(tab === selected));
    button.tabIndex = tab === selected ? 0 : -1;
  }
  find("panel").setAttribute("aria-labelledby", `tab-${selected}`);
  write(find("steps"), text(`steps.${selected}`));
}

/** The code of the chosen tab; none where it would not work. */
export function showSnippets(snippets: Snippet[], state: State): void {
  const isExample = snippets.some(({ code }) => code.includes(EXAMPLE_HOST));
  find("copy-example").hidden = !isExample;
  find("snippets").replaceChildren(
    ...(snippets.length
      ? snippets.map((snippet, index) => createSnippet(snippet, `${state.tab}-${index}`))
      : [create("p", "hint", rich(text("copy.none")))]),
  );
}

/** A piece of code with its title and the button that copies it. */
export function createSnippet({ title, code }: Snippet, id: string): HTMLElement {
  const heading = create("h3", "", rich(text(title)));
  heading.id = `${id}-title`;
  const shown = create("code", "", code);
  const box = create("pre", "code", shown);
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-labelledby", heading.id);
  const button = create("button", "plain copy", text("copy.button"));
  button.setAttribute("type", "button");
  button.setAttribute("aria-label", plainText("copy.button.of", { title: plainText(title) }));
  button.addEventListener("click", () => copyText(code, shown));
  return create("div", "snippet", create("div", "head", heading, button), box);
}
