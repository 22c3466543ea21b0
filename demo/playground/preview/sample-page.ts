import { byId, byIdAs, say, setText, t } from "../dom.js";
import { PLATFORMS } from "../snippets/platforms/platforms.js";
import type { State } from "../state.js";
import { exchange, follow, type Inserted } from "./inserted.js";
import {
  addToken,
  fillTokens,
  hasTokens,
  isProductRead,
  listForeignTokens,
  listTokenButtons,
} from "./tokens.js";

/** A page that somebody could click on, as the form says it. */
export interface SamplePage {
  address: string;
  title: string;
  productName: string;
  productNumber: string;
  referrer: string;
}

let inserted: Inserted[] = [];

/** The extra is another one: what of it came from the buttons is known by where it stands. */
export function followExtra(before: string, after: string): void {
  inserted = follow(inserted, before, after);
}

/** The extra for another platform: what the buttons put in is the new one's, what was typed stays. */
export function exchangeTokens(extra: string, tab: State["tab"]): string {
  const exchanged = exchange(extra, inserted, tab);
  inserted = exchanged.inserted;
  return exchanged.extra;
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
      const end = extra.value.length;
      inserted.push({ label: token.label, start: end - token.token.length, end });
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
  const isRead = isProductRead(state.extra, state.tab);
  byId("sample-name").hidden = !isRead.productName;
  byId("sample-number").hidden = !isRead.productNumber;
  if (isUseful) byId("sample-result").textContent = fillFromSample(state);
  showForeign(state);
}

/** Tokens that somebody has typed, or that came with a link, and that find nothing on this platform. */
function showForeign({ extra, tab }: State): void {
  const lines = [...listForeignTokens(extra, tab)].map(([token, name]) =>
    t("extra.foreign", { token, of: say(PLATFORMS[name].name) }),
  );
  setText(byId("foreign"), lines.join(" "));
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
