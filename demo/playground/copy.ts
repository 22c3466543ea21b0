import { byId, plain, t } from "./dom.js";

/** Milliseconds that a button says that it has copied. */
const SAID_FOR = 3000;

/** Copies a text, and says so in the button's own place and to a screen reader. */
export async function copyText(text: string, from: HTMLElement, shown?: Node): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    answerIn(from);
    announce(t("copied"));
  } catch {
    // No permission, or plain http: then a person copies what is selected.
    if (shown) getSelection()?.selectAllChildren(shown);
    announce(t("copied.not"));
    byId("said").classList.remove("unseen");
  }
}

/** The label comes back by itself; a second click meanwhile starts the time anew. */
const waiting = new WeakMap<HTMLElement, { label: string; timer: number }>();

function answerIn(from: HTMLElement): void {
  const earlier = waiting.get(from);
  if (earlier) clearTimeout(earlier.timer);
  const label = earlier?.label ?? from.textContent ?? "";
  from.textContent = plain("copy.again");
  from.classList.add("copied");
  const timer = window.setTimeout(() => {
    from.textContent = label;
    from.classList.remove("copied");
    waiting.delete(from);
  }, SAID_FOR);
  waiting.set(from, { label, timer });
}

let timer = 0;

/** A live region says nothing if its text stays the same: so it is emptied first. */
export function announce(text: string): void {
  const place = byId("said");
  place.textContent = "";
  place.classList.add("unseen");
  clearTimeout(timer);
  setTimeout(() => {
    place.textContent = text;
  }, 20);
  timer = window.setTimeout(() => {
    place.textContent = "";
  }, 4000);
}
