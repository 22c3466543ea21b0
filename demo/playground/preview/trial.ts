import { explain, open } from "../../../src/index.js";
import { BUILT, KAKAO } from "../build-facts.js";
import { find, plainText, rich, text, write } from "../dom.js";

/**
 * Lets this page's own button be tried: what came of a click is said below it, and where the button
 * goes to Kakao itself, a person says yes first.
 *
 * @param onInvalid a click that an error kept from opening
 */
export function bindTrial(onInvalid: () => void): void {
  const stage = find("stage");
  const dialog = find<HTMLDialogElement>("confirm");
  let isConfirmed = BUILT.origin !== KAKAO;
  stage.addEventListener("kakao-chat:before", (event) => {
    const { request } = explain(event.target as Element);
    if (isConfirmed || !request) return;
    event.preventDefault();
    const uuid = request.fields.uuid ?? "";
    find("confirm-text").replaceChildren(rich(text("try.confirm.text", { uuid })));
    dialog.showModal();
  });
  find("confirm-no").addEventListener("click", () => dialog.close());
  find("confirm-yes").addEventListener("click", () => {
    dialog.close();
    const button = stage.firstElementChild;
    if (!button) return;
    // Within this very click: without a gesture browsers refuse the window.
    isConfirmed = true;
    open(button);
    isConfirmed = false;
  });
  stage.addEventListener("kakao-chat:open", ({ detail }) => {
    const key = detail.focused ? "try.focused" : `try.opened.${detail.target}`;
    tell(plainText(key, { method: detail.method }));
  });
  stage.addEventListener("kakao-chat:blocked", (event) => {
    // This page stays: whoever makes a button has not finished.
    event.preventDefault();
    tell(text("try.blocked"));
  });
  stage.addEventListener("kakao-chat:problem", ({ detail }) => {
    if (!detail.problems.some(({ level }) => level === "error")) return;
    tell(text("try.invalid"));
    onInvalid();
  });
}

function tell(said: string): void {
  write(find("outcome"), said);
}

/** The button is another one now. */
export function forgetTrial(): void {
  tell("");
}
