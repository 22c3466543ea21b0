import { buildPlan } from "../../src/chat/plan.js";
import { type Problem, start } from "../../src/index.js";
import { bindConverter, showConverted } from "./bind-converter.js";
import { bindForm, EXAMPLE, fillForm } from "./form/form.js";
import { bindTrial, forgetTrial } from "./preview/trial.js";
import { buildSnippets } from "./snippets/snippets.js";
import { BUILT, KAKAO } from "./build-facts.js";
import { copyText } from "./copy.js";
import { countExtra } from "./preview/describe-request.js";
import { parseHost } from "./snippets/host.js";
import { showButton, showPreview } from "./preview/preview.js";
import { showProblems } from "./form/problems.js";
import { bindTabs, showSnippets, showTab } from "./snippets/panel.js";
import { buildHash, DEFAULTS, parseHash, type State, toInput } from "./state.js";
import { findLanguage } from "./texts/page.js";
import { find, getLanguage, plainText, setLanguage, text, write, writeAll } from "./dom.js";

/** Milliseconds: Safari refuses more than 100 changes of the address in 30 s. */
const ADDRESS_INTERVAL = 300;

/** The page's own rule, among the product's. */
const NO_HOST: Problem = { code: "host.invalid", field: "host", level: "error", message: "" };

let state = parseHash(location.hash);
let isUntouched = state.uuid === "";
let timer = 0;

function change(changes: Partial<State>): void {
  if (changes.uuid !== undefined && changes.uuid !== state.uuid) isUntouched = false;
  state = { ...state, ...changes };
  forgetTrial();
  show();
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    const hash = buildHash(state);
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }, ADDRESS_INTERVAL);
}

/** A state that did not come from the form: from the address, a button, the converter. */
function take(next: State): void {
  fillForm(next);
  isUntouched = next.uuid === "";
  change(next);
}

function show(): void {
  const label = state.label.trim() || plainText("label.default");
  const plan = buildPlan(toInput(state), "popup");
  const isHosted = parseHost(state.host, BUILT.version) !== null;
  showProblems(isHosted ? plan.problems : [...plan.problems, NO_HOST], state, isUntouched);
  showCount();
  showPreview(state, showButton(state, plan, label));
  showTab(state.tab);
  showSnippets(buildSnippets(state, plan, label), state);
}

function showCount(): void {
  const count = countExtra(state.extra);
  const place = find("extra-count");
  write(place, text("extra.count", { count: count.toLocaleString("en") }));
  place.classList.toggle("over", count > 1000);
}

function showLanguage(): void {
  setLanguage(state.lang || findLanguage(navigator.languages));
  document.documentElement.lang = getLanguage();
  for (const choice of document.querySelectorAll<HTMLInputElement>('[name="lang"]')) {
    choice.checked = choice.value === getLanguage();
    choice.onchange = () => {
      state = { ...state, lang: choice.value as State["lang"] };
      showLanguage();
      showConverted();
      change({});
    };
  }
  writeAll(document);
}

showLanguage();
fillForm(state);
bindForm(change);
bindTabs((tab) => change({ tab }));
bindTrial(() => {
  isUntouched = false;
  show();
  document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
});
bindConverter((found) => take({ ...state, ...found }));
document.querySelector(".skip")?.addEventListener("click", (event) => {
  // The address keeps the settings, and no place on the page.
  event.preventDefault();
  find("preview").focus();
});
find("example").addEventListener("click", () => take({ ...state, ...EXAMPLE }));
find("reset").addEventListener("click", () =>
  take({ ...DEFAULTS, lang: state.lang, tab: state.tab }),
);
find("share-copy").addEventListener("click", () => {
  const hash = buildHash(state);
  copyText(location.href.split("#")[0] + (hash && `#${hash}`));
});
if (BUILT.origin !== KAKAO) {
  const button = find("via-practice");
  button.hidden = false;
  button.addEventListener("click", () => {
    // `via` is https, or http on localhost alone: by 127.0.0.1 the button goes to localhost, too.
    const isLoopback = /^(127\.0\.0\.1|\[::1\])$/.test(location.hostname);
    const origin = isLoopback ? `http://localhost:${location.port}` : location.origin;
    take({ ...state, via: `${origin}/partner` });
  });
}
addEventListener("hashchange", () => {
  state = { ...parseHash(location.hash) };
  showLanguage();
  take(state);
});
show();
start();
