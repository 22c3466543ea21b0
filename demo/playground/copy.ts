import { find, text } from "./dom.js";

/** Copies what an element shows, and says so to everybody: on the screen and to a screen reader. */
export async function copyText(code: string, shown?: Node): Promise<void> {
  try {
    await navigator.clipboard.writeText(code);
    announce(text("copied"));
  } catch {
    // No permission, or plain http: then a person copies what is selected.
    if (shown) getSelection()?.selectAllChildren(shown);
    announce(text("copied.not"));
  }
}

let timer = 0;

/** A live region says nothing where its text stays the same: so it is emptied first. */
export function announce(said: string): void {
  const place = find("said");
  place.textContent = "";
  clearTimeout(timer);
  setTimeout(() => {
    place.textContent = said;
  }, 20);
  timer = window.setTimeout(() => {
    place.textContent = "";
  }, 4000);
}
