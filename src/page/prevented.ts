import { isUnderWay, open } from "../chat/chat.js";
import { isButton } from "../input/mark.js";
import { readNative } from "../natives.js";
import { reportOne } from "../report/report.js";
import { isDisabled } from "./controls.js";
import { findClickedButton } from "./whose-click.js";

/** A page that cancels on purpose does it in `kakao-chat:before`. Its handler may have started the chat itself. */
export function reportPrevented(button: Element): void {
  if (isUnderWay(button, "")) return;
  reportOne(
    button,
    "click",
    "KC501",
    "a click that no handler prevents (to cancel, use kakao-chat:before)",
    "preventDefault() or return false",
  );
}

/**
 * Of a key or tap with an event that a handler prevents, browsers make no click. The page may make one itself, and soon.
 *
 * @param events of the key or tap
 * @param path of the element that they are for
 * @param time milliseconds that the click may take
 */
export function answerPrevented(
  events: readonly Event[],
  path: readonly EventTarget[],
  isClicked: () => boolean,
  time: number,
): void {
  const clicked = findClickedButton(path);
  if (!clicked || clicked.isInside || isDisabled(clicked.button)) return;
  const { button, isPlaceholder } = clicked;
  setTimeout(() => {
    const isPrevented = events.some((each) => readNative(each, "defaultPrevented"));
    if (isClicked() || !isPrevented || !isButton(button)) return;
    if (isPlaceholder) open(button);
    else reportPrevented(button);
  }, time);
}
