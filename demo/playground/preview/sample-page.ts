import { byId, byIdAs, setText, t } from "../dom.js";
import type { State } from "../state.js";
import { addToken, fillTokens, hasTokens, listTokenButtons } from "./tokens.js";

/** A page that somebody could click on, as the form says it. */
export interface SamplePage {
  address: string;
  title: string;
  productName: string;
  productNumber: string;
  referrer: string;
}

/** The buttons above the extra, and the example page below it. */
export function bindSample(onChange: () => void, getTab: () => State["tab"]): void {
  byId("sample").addEventListener("input", onChange);
  for (const [index, place] of [...byId("tokens").querySelectorAll("button")].entries()) {
    place.addEventListener("click", () => {
      const token = listTokenButtons(getTab())[index];
      if (!token) return;
      const extra = byIdAs("extra", HTMLTextAreaElement);
      extra.value = addToken(extra.value, token);
      extra.dispatchEvent(new Event("input", { bubbles: true }));
      extra.focus();
    });
  }
}

/** The extra as a click on the example page would send it. */
export function fillFromSample(state: State): string {
  if (!hasTokens(state.extra)) return state.extra;
  return fillTokens(state.extra, readSample(), state.tab);
}

export function showSample(state: State): void {
  const isUseful = hasTokens(state.extra);
  byId("sample").hidden = !isUseful;
  for (const [index, place] of [...byId("tokens").querySelectorAll("button")].entries()) {
    const { token, label } = listTokenButtons(state.tab)[index] ?? {};
    if (label) setText(place, t(label));
    place.title = token ?? "";
  }
  if (isUseful) byId("sample-result").textContent = fillFromSample(state);
}

function readSample(): SamplePage {
  const read = (name: string) => byIdAs(`sample-${name}`, HTMLInputElement).value;
  return {
    address: read("address"),
    title: read("title"),
    productName: read("product-name"),
    productNumber: read("product-number"),
    referrer: read("referrer"),
  };
}
