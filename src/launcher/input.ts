import { addObject, addTo, readPageSettings } from "../input/settings.js";
import { callNative, readAttribute } from "../natives.js";
import { FIELD_NAMES, toAttributeName } from "../options/fields.js";
import type { RawInput } from "../options/options.js";
import type { Attributes } from "./button.js";

const PREFIX = "data-launcher-";

/** What the page says of the launcher, read afresh: the tag's attributes, over them `KakaoChatDefaults.launcher`. */
export function readLauncherInput(tag: Element | null): RawInput {
  const input: RawInput = Object.create(null);
  const add = (name: string, value: unknown) => addTo(input, name, value);
  for (const name of tag ? callNative(tag, "getAttributeNames") : []) {
    if (name.startsWith(PREFIX)) add(name.slice(PREFIX.length), tag && readAttribute(tag, name));
  }
  addObject(add, readPageSettings().names.launcher);
  return input;
}

/** What the tag says of its chat, as attributes of a button. */
export function listChatAttributes(tag: Element | null): Attributes {
  const attributes: Record<string, string> = {};
  for (const field of FIELD_NAMES) {
    const name = toAttributeName(field);
    const value = tag && readAttribute(tag, `data-${name}`);
    if (value) attributes[field === "uuid" ? "data-kakao-chat" : `data-kakao-chat-${name}`] = value;
  }
  return attributes;
}
