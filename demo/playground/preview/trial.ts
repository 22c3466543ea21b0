import { explain, open, type Problem } from "../../../src/index.js";
import { BUILT, KAKAO } from "../build-facts.js";
import { byId, byIdAs, plain, renderMarks, setText, t, withoutMarks } from "../dom.js";
import { isTextKey } from "../texts/texts.js";

/**
 * Lets this page's own button be tried: what came of a click is said below it, and if the button goes
 * to Kakao itself, a person says yes first.
 *
 * @param onInvalid a click that an error kept from opening, with the field that has it
 */
export function bindTrial(onInvalid: (field: string) => void): void {
  const stage = byId("stage");
  stage.addEventListener("click", (event) => {
    // Nothing has been typed yet, so the button is none.
    const [button] = event.composedPath();
    const isElement = button instanceof Element && button !== stage;
    if (!isElement || button.closest("[data-kakao-chat]")) return;
    say(t("try.invalid", { field: plain("uuid.label") }), false);
    // It becomes one, and if that is a link, this very click would follow it.
    event.preventDefault();
    onInvalid("uuid");
  });
  if (BUILT.origin === KAKAO) bindConfirmation(stage);
  bindOutcome(stage, onInvalid);
}

/** Asks before each chat whether it is to open. */
function bindConfirmation(stage: HTMLElement): void {
  const dialog = byIdAs("confirm", HTMLDialogElement);
  let asked: Element | null = null;
  let isConfirmed = false;
  stage.addEventListener("kakao-chat:before", (event) => {
    const [button] = event.composedPath();
    if (isConfirmed || !(button instanceof Element)) return;
    const { request } = explain(button);
    if (!request) return;
    event.preventDefault();
    asked = button;
    const uuid = request.fields.uuid ?? "";
    byId("confirm-text").replaceChildren(renderMarks(t("try.confirm.text", { uuid })));
    dialog.showModal();
  });
  byId("confirm-no").addEventListener("click", () => dialog.close());
  byId("confirm-yes").addEventListener("click", () => {
    dialog.close();
    if (!asked) return;
    // Within this very click: without a gesture browsers refuse the window.
    isConfirmed = true;
    open(asked);
    isConfirmed = false;
  });
}

/** Says what came of each click. */
function bindOutcome(stage: HTMLElement, onInvalid: (field: string) => void): void {
  stage.addEventListener("kakao-chat:open", ({ detail }) => {
    const { focused, target, method } = detail;
    say(plain(focused ? "try.focused" : `try.opened.${target}`, { method }), true);
  });
  stage.addEventListener("kakao-chat:blocked", (event) => {
    // This page stays: whoever makes a button has not finished.
    event.preventDefault();
    say(t("try.blocked"), false);
  });
  stage.addEventListener("kakao-chat:problem", ({ detail }) => {
    const error = detail.problems.find(({ level }) => level === "error");
    if (!error) return;
    say(t("try.invalid", { field: findLabel(error) }), false);
    onInvalid(error.field);
  });
}

function findLabel({ field }: Problem): string {
  const key = `${field}.label`;
  return isTextKey(key) ? withoutMarks(t(key)) : field;
}

function say(words: string, isGood: boolean): void {
  const outcome = byId("outcome");
  setText(outcome, words);
  outcome.classList.toggle("bad", !isGood);
}

/** The button is another one now. */
export function forgetTrial(): void {
  say("", true);
}
