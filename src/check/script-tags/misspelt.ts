import { PAGE_NAMES } from "../../input/own-tag.js";
import { FIELD_NAMES, MARK, toAttributeName } from "../../options/fields.js";
import { FILES } from "../product-files.js";
import { isClose, isTransposed } from "../spelling.js";
import type { ScriptTag, TagFinding } from "./loaded-file.js";

/** What a tag of the product's own may say, by all of its files. The launcher's own has a code of its own. */
const SETTINGS = [...[...FIELD_NAMES, ...PAGE_NAMES].map(toAttributeName), "key", "key-url"];

/** Whether an attribute of a tag of the product's own is a setting. */
export function isSetting(attribute: string): boolean {
  return attribute.startsWith("data-") && SETTINGS.includes(attribute.slice("data-".length));
}

/** Attributes of the script's tag that are nearly settings: a tag says nothing of what it does not know. */
export function listMisspelt({ element, file }: ScriptTag): TagFinding[] {
  return [...element.attributes].flatMap(([attribute, value]): TagFinding[] => {
    // What only the launcher's file reads.
    if (file === FILES.core && attribute.startsWith("data-launcher-"))
      return [{ code: "KC985", values: { cause: "launcher", file, attribute }, element }];
    const isNamed = element.attributes.has("data-uuid");
    const name = isOneId(attribute, value) && !isNamed ? "uuid" : findMeant(attribute, value);
    if (name === null || element.attributes.has(`data-${name}`)) return [];
    return [{ code: "KC985", values: { file, attribute, name: `data-${name}` }, element }];
  });
}

/** `data-channel="@shop"` */
function isOneId(attribute: string, value: string): boolean {
  return attribute === "data-channel" && /^\s*@\S+\s*$/.test(value);
}

/** The setting that an attribute means; `null` if it is one, or another tool's. */
function findMeant(attribute: string, value: string): string | null {
  if (attribute === MARK) return value.trim() ? "uuid" : null;
  // No attribute of HTML's own is called so.
  if (SETTINGS.includes(attribute)) return attribute;
  const [, said] = /^data[-_](?:kakao-(?:chat-)?)?(.+)$/.exec(attribute) ?? [];
  if (said === undefined || said.startsWith("launcher-")) return null;
  if (SETTINGS.includes(said)) return attribute === `data-${said}` ? null : said;
  // Other tools have a `data-id`, but none that begins so.
  if (said === "id" && /^\s*@/.test(value)) return "uuid";
  return SETTINGS.find((name) => isClose(said, name) || isTransposed(said, name)) ?? null;
}
