/** Mouse, keys and finger as WebDriver's actions, which are the same in its classic and BiDi forms. */

import type { Button, Hands } from "../driven";
import type { Key, Modifier } from "../engine";

/** https://w3c.github.io/webdriver/#keyboard-actions: keys without a character of their own. */
const KEYS: Record<Key | Modifier, string> = {
  Enter: "\ue007",
  Space: " ",
  Tab: "\ue004",
  Escape: "\ue00c",
  ArrowDown: "\ue015",
  ArrowUp: "\ue013",
  Control: "\ue009",
  Meta: "\ue03d",
  Shift: "\ue008",
  Alt: "\ue00a",
};

const BUTTONS: Record<Button, number> = { left: 0, middle: 1, right: 2 };

/** One input device and what it does next. Between calls the browser keeps what is held, and where. */
export type InputSource =
  | { type: "key"; id: "keyboard"; actions: { type: "keyDown" | "keyUp"; value: string }[] }
  | {
      type: "pointer";
      id: "mouse" | "touch";
      parameters: { pointerType: "mouse" | "touch" };
      actions: PointerAction[];
    };

type PointerAction =
  | { type: "pointerMove"; x: number; y: number; duration: 0 }
  | { type: "pointerDown" | "pointerUp"; button: number }
  | { type: "pause"; duration: number };

export function webdriverHands(perform: (source: InputSource) => Promise<void>): Hands {
  const press = (type: "keyDown" | "keyUp", key: Key | Modifier) =>
    perform({ type: "key", id: "keyboard", actions: [{ type, value: KEYS[key] }] });
  const point = (pointerType: "mouse" | "touch", actions: PointerAction[]) =>
    perform({ type: "pointer", id: pointerType, parameters: { pointerType }, actions });
  return {
    move: (target) => point("mouse", [moveTo(target)]),
    // In one go: Firefox counts the clicks of a double click within one call only.
    click: (button, count, gap) =>
      point("mouse", Array.from({ length: count }, () => clickWith(button, gap)).flat()),
    keyDown: (key) => press("keyDown", key),
    keyUp: (key) => press("keyUp", key),
    down: () => point("mouse", [{ type: "pointerDown", button: 0 }]),
    up: () => point("mouse", [{ type: "pointerUp", button: 0 }]),
    tap: (target) => point("touch", [moveTo(target), ...clickWith("left", 0)]),
  };
}

function clickWith(name: Button, gap: number): PointerAction[] {
  const button = BUTTONS[name];
  return [
    { type: "pointerDown", button },
    { type: "pointerUp", button },
    { type: "pause", duration: gap },
  ];
}

/** WebDriver takes whole pixels only. */
function moveTo({ x, y }: { x: number; y: number }): PointerAction {
  return { type: "pointerMove", x: Math.floor(x), y: Math.floor(y), duration: 0 };
}
