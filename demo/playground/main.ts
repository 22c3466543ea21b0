import { planChat } from "../../src/chat/plan.js";
import { start } from "../../src/index.js";
import { EXTRA_LIMIT } from "../../src/kakao.js";
import { BUILT, KAKAO } from "./build-facts.js";
import { bindCheck, showCheck } from "./check-section.js";
import { announce, copyText } from "./copy.js";
import {
  byId,
  byIdAs,
  formatNumber,
  getLanguage,
  plain,
  readAll,
  setText,
  t,
  writeAll,
} from "./dom.js";
import { showFiles } from "./files.js";
import { bindForm, EXAMPLE, fillForm, goTo } from "./form/form.js";
import { findOwnProblems } from "./form/own-rules.js";
import { showProblems } from "./form/problems.js";
import { findHome } from "./home.js";
import { loadLanguage } from "./language.js";
import { countExtra } from "./preview/describe-request.js";
import { showPreview } from "./preview/preview.js";
import {
  bindSample,
  exchangeTokens,
  fillFromSample,
  followExtra,
  showSample,
} from "./preview/sample-page.js";
import { allowImage, showButton } from "./preview/stage.js";
import { countLongest, hasTokens } from "./preview/tokens.js";
import { bindTrial, forgetTrial } from "./preview/trial.js";
import { buildHash, parseHash } from "./settings-link.js";
import { showCode } from "./snippets/panel.js";
import { findLook } from "./snippets/snippets.js";
import { createTabs } from "./snippets/tabs.js";
import { DEFAULTS, type State, toInput } from "./state.js";
import { addTexts, findLanguage, isTextKey } from "./texts/texts.js";

/** Milliseconds: Safari refuses more than 100 changes of the address in 30 s. */
const ADDRESS_INTERVAL = 300;

addTexts("ko", readAll(document));

let state = parseHash(location.hash);
let isUntouched = state.uuid === "";
let timer = 0;

function change(changes: Partial<State>): void {
  if (changes.uuid !== undefined && changes.uuid !== state.uuid) isUntouched = false;
  if (changes.extra !== undefined) followExtra(state.extra, changes.extra);
  state = { ...state, ...changes };
  forgetTrial();
  show();
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    const hash = buildHash(state);
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }, ADDRESS_INTERVAL);
}

/** A state that did not come from the form: from the address, a button, the checker. */
function applyState(next: State): void {
  fillForm(next);
  followExtra(state.extra, next.extra);
  state = next;
  isUntouched = next.uuid === "";
  change({});
}

function show(): void {
  const look = findLook(state);
  const label =
    state.label.trim() || plain(look === "launcher" ? "label.launcher" : "label.default");
  const plan = planChat(toInput(state), "popup");
  const problems = [...plan.problems, ...findOwnProblems(state)];
  showProblems(problems, state, isUntouched);
  showForm();
  showCount();
  showSample(state);
  const sent = { ...state, extra: fillFromSample(state) };
  showPreview(sent, showButton(sent, planChat(toInput(sent), "popup"), label, isUntouched));
  const sketch = (uuid: string) => planChat({ ...toInput(state), uuid }, "popup");
  showCode(state, plan, label, problems, sketch);
}

/** What the look has to be asked for, and no more. */
function showForm(): void {
  const look = findLook(state);
  for (const radio of document.querySelectorAll<HTMLInputElement>('[name="look"]')) {
    radio.checked = radio.value === look;
  }
  byId("launcher-settings").hidden = look !== "launcher";
  byId("image-settings").hidden = look !== "image";
  byIdAs("label", HTMLInputElement).placeholder = plain(
    look === "launcher" ? "label.launcher" : "label.default",
  );
  setText(byId("label-label"), t(look === "image" ? "label.alternative" : "label.label"));
}

function showCount(): void {
  const isLongest = hasTokens(state.extra);
  const count = isLongest ? countLongest(state.extra) : countExtra(state.extra);
  const place = byId("extra-count");
  const key = isLongest ? "extra.count.longest" : "extra.count";
  setText(place, t(key, { count: formatNumber(count) }));
  place.classList.toggle("over", count > EXTRA_LIMIT && !isLongest);
  setText(
    byId("extra-count-hint"),
    t(isLongest && count > EXTRA_LIMIT ? "extra.count.fits" : "extra.count.hint"),
  );
}

/** In the language that was chosen, else in the browser's. */
async function changeLanguage(): Promise<void> {
  await loadLanguage(state.lang || findLanguage(navigator.languages)).catch(() => {});
  showLanguage();
  show();
}

function showLanguage(): void {
  document.documentElement.lang = getLanguage();
  for (const choice of document.querySelectorAll<HTMLInputElement>('[name="lang"]')) {
    choice.checked = choice.value === getLanguage();
  }
  writeAll(document, (key) => {
    if (!isTextKey(key)) throw new Error(`no text is called ${key}`);
    return t(key, { version: BUILT.version });
  });
  showFiles();
  showLinks();
  showCheck();
}

function bindPage(): void {
  for (const choice of document.querySelectorAll<HTMLInputElement>('[name="lang"]')) {
    choice.addEventListener("change", () => {
      change({ lang: choice.value === "en" ? "en" : "ko" });
      changeLanguage();
    });
  }
  document.querySelector(".skip")?.addEventListener("click", (event) => {
    // The address keeps the settings, and no place on the page.
    event.preventDefault();
    byId("preview").focus();
  });
  byId("example").addEventListener("click", () => applyState({ ...state, ...EXAMPLE }));
  byId("reset").addEventListener("click", () =>
    applyState({ ...DEFAULTS, lang: state.lang, tab: state.tab }),
  );
  const share = byId("share-copy");
  share.addEventListener("click", () => {
    const hash = buildHash(state);
    copyText(location.href.split("#")[0] + (hash && `#${hash}`), share);
  });
  for (const name of ["dataLayer", "ga4"] as const) {
    const tick = byIdAs(name, HTMLInputElement);
    tick.checked = state[name] === "true";
    tick.addEventListener("change", () => change({ [name]: tick.checked ? "true" : "" }));
  }
  byId("example-host").addEventListener("click", () => goTo("host"));
  byId("example-files").addEventListener("click", () => byId("files").scrollIntoView());
  bindBar();
}

/** On a phone: the preview and the code by one tap. */
function bindBar(): void {
  byId("bar-preview").addEventListener("click", () => byId("preview").scrollIntoView());
  const copy = byId("bar-copy");
  copy.addEventListener("click", () => {
    const [first, ...others] = document.querySelectorAll("#snippets .snippet");
    if (!first) {
      isUntouched = false;
      show();
      document.querySelector<HTMLElement>("#snippets .inline")?.click();
      return;
    }
    byId("copy").scrollIntoView();
    // Each goes to a place of its own.
    if (others.length > 0) return;
    const code = [...first.querySelectorAll("pre")].map(({ textContent }) => textContent).join("");
    copyText(code, copy, first.querySelector("pre") ?? undefined);
  });
}

/** The links of the footer: the documents are beside the page, the repository where it is known. */
function showLinks(): void {
  const home = findHome(BUILT.home, location);
  const documents = [t("docs"), `docs/README${getLanguage() === "ko" ? ".ko" : ""}.html`];
  const links = [documents, ...(home ? [[t("repository"), home]] : [])].map(
    ([label = "", address = ""]) => {
      const link = document.createElement("a");
      link.href = address;
      link.textContent = label;
      return link;
    },
  );
  byId("links").replaceChildren(...links);
}

function bindPractice(): void {
  if (BUILT.origin === KAKAO) return;
  const practice = byId("via-practice");
  practice.hidden = false;
  practice.addEventListener("click", () => {
    // `via` is https, or http on localhost alone: by 127.0.0.1 the button goes to localhost, too.
    const isLoopback = /^(127\.0\.0\.1|\[::1\])$/.test(location.hostname);
    const origin = isLoopback ? `http://localhost:${location.port}` : location.origin;
    applyState({ ...state, via: `${origin}/partner` });
  });
}

createTabs((tab) => {
  const extra = exchangeTokens(state.extra, tab);
  // Only where it is another one: to set it moves the cursor.
  if (extra !== state.extra) byIdAs("extra", HTMLTextAreaElement).value = extra;
  state = { ...state, extra };
  change({ tab });
});
bindCheck((settings) => {
  applyState({ ...state, ...settings });
  announce(plain("check.used"));
  goTo("uuid");
});
showLanguage();
fillForm(state);
bindForm((changes) => {
  if (changes.image !== undefined && changes.image !== state.image) allowImage(changes.image);
  change(changes);
});
bindSample(show, () => state.tab);
bindTrial((field) => {
  isUntouched = false;
  show();
  goTo(field);
});
bindPage();
bindPractice();
addEventListener("hashchange", () => {
  applyState(parseHash(location.hash));
  changeLanguage();
});
show();
changeLanguage();
start();
