import type { State } from "../state.js";
import type { Pair } from "./button.js";

/** The launcher's settings that differ from its defaults, by the names of `KakaoChatDefaults.launcher`. */
export function listLauncherSettings(state: State): Pair[] {
  const { position, offset, shape, label, color, show, hide } = state;
  const settings: Pair[] = [
    ["position", position === "bottom-right" ? "" : position],
    ["offset", offset.trim().replace(/\s+/g, " ")],
    ["look", shape],
    ["label", label.trim()],
    ["color", color.trim()],
    ["show", show.trim().replace(/\s+/g, " ")],
    ["hide", hide.trim().replace(/\s+/g, " ")],
  ];
  return settings.filter(([, value]) => value !== "");
}

/** The same as the tag has them, after `data-`. */
export function listLauncherAttributes(state: State): Pair[] {
  return listLauncherSettings(state).map(([name, value]) => [`launcher-${name}`, value]);
}
