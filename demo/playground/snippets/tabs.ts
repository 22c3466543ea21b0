import { button, byId, renderMarks, say, setText } from "../dom.js";
import { listPlatformNames, PLATFORMS, type PlatformName } from "./platforms/platforms.js";

const NAMES = listPlatformNames();

/** The tabs, by pointer and by the arrow keys. https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function createTabs(onSelect: (tab: PlatformName) => void): void {
  const select = (index: number) => {
    const at = (index + NAMES.length) % NAMES.length;
    onSelect(NAMES[at] ?? "html");
    tabs[at]?.focus();
  };
  const tabs = NAMES.map((name, index) => {
    const tab = button("", say(PLATFORMS[name].name), () => select(index));
    tab.id = `tab-${name}`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", "panel");
    tab.addEventListener("keydown", (event) => {
      const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      select(to);
    });
    return tab;
  });
  byId("tabs").replaceChildren(...tabs);
}

export function showTab(selected: PlatformName): void {
  for (const name of NAMES) {
    const tab = byId(`tab-${name}`);
    const isSelected = name === selected;
    setText(tab, say(PLATFORMS[name].name));
    if (isSelected && tab.getAttribute("aria-selected") !== "true") showWithin(byId("tabs"), tab);
    tab.setAttribute("aria-selected", String(isSelected));
    tab.tabIndex = isSelected ? 0 : -1;
  }
  byId("panel").setAttribute("aria-labelledby", `tab-${selected}`);
}

export function showSteps(marked: string): void {
  const steps = byId("steps");
  const words = renderMarks(marked);
  if (steps.textContent !== words.textContent) steps.replaceChildren(words);
}

/** Scrolls the row alone: `scrollIntoView()` would move the page, too. */
function showWithin(row: HTMLElement, tab: HTMLElement): void {
  row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.clientWidth) / 2;
}
