import type { Converted } from "./convert/convert.js";
import { findTemplates } from "./convert/value.js";
import { buildLink, listAttributes, listBeyondLink, listOptions } from "./snippets/button.js";
import { escapeAttribute, formatBlock, type Markup } from "./snippets/markup.js";
import { DEFAULTS, type State } from "./state.js";

/** The settings of an old button, as the form has them. */
export function toState({ input, plan, label }: Converted): Partial<State> {
  const { uuid, bot, event, endpoint, method } = plan.options;
  const { width, height, extra } = input;
  return {
    ...DEFAULTS,
    // An id that is wrong stays as it was, for the form to say so.
    uuid: uuid || String(input.uuid ?? ""),
    extra: String(extra ?? ""),
    bot,
    event,
    endpoint,
    method,
    width: String(width ?? ""),
    height: String(height ?? ""),
    label,
  };
}

/** The old button, marked: with its own id and class, so that it looks as it did. */
export function buildConverted(converted: Converted, label: string): string {
  const { plan, kept, computed, templates } = converted;
  const state = { ...DEFAULTS, ...toState(converted) };
  // An address is encoded as a whole: what is filled in later cannot be.
  const isPlainLink = converted.isLink && Object.keys(computed).length + templates.length === 0;
  const markup: Markup = {
    name: isPlainLink ? "a" : "button",
    attributes: [
      isPlainLink ? ["href", buildLink(plan).href] : ["type", "button"],
      ...kept,
      ...listAttributes(isPlainLink ? listBeyondLink(state, plan) : listOptions(state, plan)),
    ],
    content: label,
  };
  // What the server fills in is code of its own, which escaping would break.
  const pieces = Object.values(plan.options).flatMap((value) => findTemplates(String(value)));
  return `${pieces.reduce(
    (code, template) => code.replaceAll(escapeAttribute(template), () => template),
    formatBlock(markup),
  )}\n`;
}

/** What the old script made at the click, made at the click again. */
export function buildComputed({ computed }: Converted): string {
  const assigned = Object.entries(computed)
    .map(([name, code]) => `    event.detail.options.${name} = ${code};`)
    .join("\n");
  return (
    assigned &&
    `<script>
  document.addEventListener("kakao-chat:before", function (event) {
${assigned.replace(/<\//g, "<\\/")}
  });
</script>
`
  );
}
