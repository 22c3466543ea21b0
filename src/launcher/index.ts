/**
 * The floating button as a module, with the core that it needs: beside `startLauncher()`, everything that
 * `kakao-chat-button` exports. Importing it touches neither window nor document.
 */

import { callNative } from "../natives.js";
import { toAttributeName } from "../options/fields.js";
import { isAbsent } from "../options/raw-input.js";
import { stop as stopCore } from "../page/listeners.js";
import type { Launcher, LauncherInput, PageInput } from "../types.js";
import { findRunning } from "./launcher.js";
import { runLauncher } from "./run.js";
import { isLauncherName } from "./settings.js";

export * from "../index.js";

/** What the attributes of the script's tag may say: of every chat of the page, and of the button. */
export interface LauncherOptions extends Omit<PageInput, "launcher">, LauncherInput {}

/**
 * Shows the floating button, and starts the core. A page has one: while it is there, it is returned. To be called in a
 * browser; in React, from an effect, whose clean-up is the launcher's `stop()`.
 */
export function startLauncher(options: LauncherOptions = {}): Launcher {
  // In place of the script's tag, which a module has not.
  const settings = callNative(document, "createElement", "kakao-chat-settings");
  for (const [name, value] of Object.entries(options)) {
    if (isAbsent(value)) continue;
    const attribute = isLauncherName(name) ? `launcher-${name}` : toAttributeName(name);
    const text = Array.isArray(value) ? value.join(" ") : String(value);
    settings.setAttribute(`data-${attribute}`, text);
  }
  return runLauncher(settings);
}

/** Takes everything off the page: the floating button, and the listeners of all buttons. */
export function stop(): void {
  findRunning()?.stop();
  stopCore();
}
