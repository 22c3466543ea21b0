import { noteIn, type Problem } from "../problems.js";
import { type ChatInput, type ChatOptions, FIELDS, type Field } from "./fields.js";
import { findNearest } from "./nearest.js";
import { toFormText } from "./texts.js";

/**
 * Validates what was read from a page or passed to a call, whatever the values are.
 *
 * @param input without a prototype, so that an `Object.prototype` that a page has added to says nothing
 */
export function parseOptions(input: ChatInput, problems: Problem[]): ChatOptions {
  const options: Record<string, unknown> = {};
  for (const key in Object.assign({ __proto__: null }, FIELDS, input)) {
    const name = key as Field;
    const value: unknown = input[name];
    const isText = Object(value) !== value;
    const text = value == null || !isText ? "" : toFormText(String(value));
    const note = noteIn(problems, name, text);
    if (!FIELDS[name]) note(314, findNearest(name, Object.keys(FIELDS)), name);
    else {
      if (!isText) note(315, "text", value instanceof Error ? value.message : typeof value);
      options[name] = FIELDS[name](text, note, options);
    }
  }
  return options as ChatOptions;
}
