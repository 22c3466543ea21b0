import { MARK } from "../../../options/fields.js";
import type { Facts } from "../../read/read.js";
import { writeExpression } from "../escape.js";
import { type ItemCondition, writeForItem } from "../values/item-condition.js";

/** The mark of an item that leads to a chat, where others lead elsewhere. */
export function writeMarkIf(address: string, { language, pieces }: Facts): string {
  const asked = `${pieces.showCode(address)}.includes('//bizmessage.kakao.com/')`;
  if (language === "jsx") return `data-kakao-chat={${asked.replace(/'/g, '"')} ? "" : undefined}`;
  const name = language === "angular" ? "[attr.data-kakao-chat]" : ":data-kakao-chat";
  return `${name}="${asked} ? '' : null"`;
}

/** The mark of an element that stands for several items, of which one starts the chat. */
export function writeMarkOfItem(item: ItemCondition, text: string, { language }: Facts): string {
  const value = item.code.includes("'") ? `'${text}'` : JSON.stringify(text);
  if (language === "jsx" || language === "svelte")
    return `${MARK}={${writeForItem(JSON.stringify(text), item, "undefined")}}`;
  const name = language === "angular" ? `[attr.${MARK}]` : `:${MARK}`;
  return writeExpression(name, writeForItem(value, item, "null"));
}
