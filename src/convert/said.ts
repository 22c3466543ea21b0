import { POPUP_HEIGHT, POPUP_WIDTH } from "../kakao.js";
import type { ChatInput } from "../types.js";
import type { Chat } from "./chats.js";
import { FIELDS, type Field, optionOf } from "./fields.js";
import type { Facts } from "./read/read.js";
import { findKeptWindow } from "./write/kept/kept-window.js";
import type { Computed } from "./write/values/computed.js";

/** What the new button is told. */
export interface Said {
  /** By itself; a server's templates are in it as written. */
  input: Record<string, string>;
  /** By field: the expression that makes it at the click. */
  computed: Partial<Record<Field, string>>;
  /** Fields that a server fills in. */
  templates: string[];
}

/** Reads what of the old button's values each of them says: the button, a server, a script. */
export function readSaid(chat: Chat, all: readonly Computed[], { pieces }: Facts): Said {
  const { values, ids } = chat;
  const input: Record<string, string> = {};
  const templates: string[] = [];
  const computed: Said["computed"] = {};
  for (const field of FIELDS) {
    const text = values[field];
    if (!text) continue;
    const one = all.find((each) => each.field === field);
    if (one) computed[field] = one.code;
    if (field === "uuid" && ids) input.uuid = ids.at(-1) ?? "";
    if (pieces.findCode(text).length > 0) continue;
    input[optionOf(field)] = pieces.show(text);
    if (pieces.findTemplates(text).length > 0) templates.push(field);
  }
  Object.assign(input, readChoices(chat));
  return { input, templates, computed };
}

/** An id that can be only one text is that text. */
export function resolveUuid(chat: Chat, { pieces }: Facts): Chat["values"] {
  const { uuid } = chat.values;
  const parts = uuid && !chat.ids ? pieces.split(uuid) : [];
  const [only] = parts;
  if (parts.length !== 1 || !only || !("kind" in only)) return chat.values;
  const [choice] = only.choices;
  return choice ? { ...chat.values, uuid: choice } : chat.values;
}

/** What is told apart from the values: the address, the method, a larger window. */
function readChoices({ start, endpoint, values }: Chat): ChatInput {
  const features = start.window?.features ?? "";
  const read = (name: string) =>
    Number(
      new RegExp(`(?:^|[,\\s])(?:inner)?${name}\\s*=\\s*(\\d+)`, "i").exec(features)?.[1] ?? 0,
    );
  const [width, height] = [read("width"), read("height")];
  return {
    ...(endpoint === "open" && { endpoint: "open" as const }),
    // What went by POST stays out of the address.
    ...(start.method === "post" && values.extra && { method: "post" as const }),
    ...(width > POPUP_WIDTH && { width: String(width) }),
    ...(height > POPUP_HEIGHT && { height: String(height) }),
    ...(findKeptWindow(start)?.focus && { reuse: "true" as const }),
  };
}
