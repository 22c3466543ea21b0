import { readPageSettings } from "../input/settings.js";
import { callNative, readAttribute } from "../natives.js";
import { FIELD_NAMES, toAttributeName, toMark } from "../options/fields.js";
import { addObject, addTo, type RawInput } from "../options/raw-input.js";
import type { Attributes } from "./button.js";
import { nameSetting } from "./settings.js";

/** What the page says of the launcher, read afresh: the tag's attributes, over them `KakaoChatDefaults.launcher`. */
export function readLauncherInput(tag: Element | null): RawInput {
  const input: RawInput = Object.create(null);
  const add = (name: string, value: unknown) => addTo(input, name, value);
  for (const name of tag ? callNative(tag, "getAttributeNames") : []) {
    const setting = nameSetting(name);
    if (setting) add(setting, tag && readAttribute(tag, name));
  }
  addObject(add, readPageSettings().names.launcher);
  return input;
}

/** What the tag says of its chat, by the names of the options. */
export function readChat(tag: Element | null): Record<string, string> {
  const said: Record<string, string> = {};
  for (const field of FIELD_NAMES) {
    const value = tag && readAttribute(tag, `data-${toAttributeName(field)}`);
    if (value) said[field] = value;
  }
  return said;
}

/** The same as attributes of a button, but for what only the page itself may say. */
export function listChatAttributes({ extra, via, ...said }: Record<string, string>): Attributes {
  const attributes: Record<string, string> = {};
  for (const [field, value] of Object.entries(said)) {
    attributes[toMark(field)] = value;
  }
  return attributes;
}
