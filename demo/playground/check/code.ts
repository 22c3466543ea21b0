import { button, element } from "../dom.js";

/** So long the button says that it has copied. */
const SAID = 2000;

/** A piece of code with its title and a button that copies it. */
export function createCode(
  id: string,
  title: string,
  code: string,
  words: { copy: string; copied: string },
): HTMLElement {
  const heading = element("h3", "", title);
  heading.id = `${id}-title`;
  const text = element("code", "", code);
  const box = element("pre", "code", text);
  box.id = id;
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-labelledby", heading.id);
  const copy = button("strong copy", words.copy, async () => {
    try {
      await navigator.clipboard.writeText(code);
      copy.textContent = words.copied;
      setTimeout(() => {
        copy.textContent = words.copy;
      }, SAID);
    } catch {
      // Without the right to write, the code is at least selected.
      getSelection()?.selectAllChildren(text);
    }
  });
  copy.setAttribute("aria-label", `${title}: ${words.copy}`);
  return element("div", "snippet", element("div", "head", heading, copy), box);
}
