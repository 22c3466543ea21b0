import { MARK } from "../../options/fields.js";
import type { Facts } from "../read/read.js";
import { writeMarkIf, writeMarkOfItem } from "./element/mark-if.js";
import { writeAttribute } from "./escape.js";
import { isRendered } from "./kept/rendered.js";
import { writeFilledMark } from "./thymeleaf.js";
import type { Computed } from "./values/computed.js";
import { isAttribute } from "./values/is-attribute.js";
import { isEventTaken } from "./values/locals.js";
import { fillsAttributes, isExpression, needsScript } from "./values/needs-script.js";
import type { Draft } from "./write.js";

/** The marks of the new button, but for those that its markup fills in. */
export function writeMarks(draft: Draft): string[] {
  const { marks, facts } = draft;
  return marks
    .map(([name, plain]) => {
      const { item, start } = draft.chat;
      const { chatIf } = start.trigger ?? {};
      if (name === MARK && plain === "" && chatIf !== undefined) return writeMarkIf(chatIf, facts);
      const text = facts.isRazor ? doubleAt(plain, facts) : plain;
      if (name === MARK && isFilledAsAttribute("uuid", draft)) return "";
      if (name === MARK && item) return writeMarkOfItem(item, plain, facts);
      const { pieces, language } = facts;
      const templates = pieces.findTemplates(text);
      if (language !== "thymeleaf" || templates.length === 0)
        return writeAttribute(name, text, pieces);
      return writeFilledMark(name, text, pieces);
    })
    .filter(Boolean);
}

/** A text in a Razor page. */
function doubleAt(text: string, { pieces }: Facts): string {
  return pieces
    .split(text)
    .map((part) => ("text" in part ? part.text.replace(/@/g, "@@") : pieces.add(part)))
    .join("");
}

/** Whether the framework's own markup fills a value in, so that the mark needs no value of its own. */
function isFilledAsAttribute(field: Computed["field"], draft: Draft): boolean {
  const { chat, computed, facts } = draft;
  const one = computed.find((each) => each.field === field);
  if (!one) return false;
  if (facts.isAstro) return !needsScript(one, chat, facts);
  if (isExpression(facts))
    return (
      !one.isAwaited &&
      isRendered(
        one,
        { ...draft, statements: [...draft.statements, ...draft.late] },
        !isEventTaken(chat.start),
      )
    );
  return fillsAttributes(chat, facts) && isAttribute(one, chat.start, facts);
}
