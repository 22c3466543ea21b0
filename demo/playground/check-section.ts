import type { Words } from "../../src/check/words/words.js";
import { button, byId, element, getLanguage, t } from "./dom.js";
import { findEnglishWords } from "./language.js";
import type { State } from "./state.js";

/** Reading code is heavy: it is a script of its own, which is loaded when somebody opens the section. */
const SCRIPT = "./check.js";

/** What `check.js` exports. */
interface CheckScript {
  KO: Words;
  mountCheck(
    place: HTMLElement,
    language: "ko" | "en",
    words: Words,
    onUse: (settings: Partial<State>) => void,
  ): void;
}

let loaded: CheckScript | null = null;

export function bindCheck(onUse: (settings: Partial<State>) => void): void {
  const place = byId("check-place");
  const open = button("plain", t("check.open"), async () => {
    try {
      // A name that esbuild does not follow: the file is built by itself.
      const module: CheckScript = await import(SCRIPT);
      loaded = module;
      mount();
      place.querySelector<HTMLElement>("textarea")?.focus();
    } catch {
      place.replaceChildren(open, element("p", "warning", t("check.failed")));
    }
  });
  open.id = "check-open";
  place.replaceChildren(open);

  function mount() {
    place.replaceChildren();
    if (!loaded) return;
    // The page is in English once its English is there.
    const english = getLanguage() === "en" ? findEnglishWords() : null;
    loaded.mountCheck(place, getLanguage(), english ?? loaded.KO, onUse);
  }
  remount = mount;
}

let remount = () => {};

/** In another language, once it has been opened. */
export function showCheck(): void {
  if (loaded) remount();
  else byId("check-open").textContent = t("check.open");
}
