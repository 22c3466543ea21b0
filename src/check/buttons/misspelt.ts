import { type OldElement, walk } from "../../convert/read/markup/element.js";
import { parseChatAddress } from "../../kakao.js";
import { FIELD_NAMES, MARK, MARK_PREFIX, toAttributeName } from "../../options/fields.js";
import { type Problem, reporterFor } from "../../problems.js";
import { isClose } from "../spelling.js";

/** What a button may say, after the mark. */
const ATTRIBUTES = FIELD_NAMES.map(toAttributeName);

/** Whether an attribute is the mark but for its spelling: `data-kakaochat`, `kakao-chat`. */
function isNearlyMark(attribute: string): boolean {
  return /^[a-z_-]+$/.test(attribute) && isClose(attribute.replace(/^data/, ""), "kakao-chat");
}

/** Reports the attributes of a marked element that nearly have the prefix: `data-kakaochat-extra`, `kakao-chat-extra`. */
export function reportMisprefixed({ attributes }: OldElement, problems: Problem[]): void {
  for (const attribute of attributes.keys()) {
    const [, said = ""] = /^(?:data-)?kakao-?(?:chat|talk)?-(.+)$/.exec(attribute) ?? [];
    if (attribute.startsWith(MARK_PREFIX) || !ATTRIBUTES.includes(said)) continue;
    reporterFor(problems, attribute)("KC314", MARK_PREFIX + said, attribute);
  }
}

/** A button that is told its channel by the name of the tag's setting, or of half the mark. */
function isShortName({ name, attributes }: OldElement, attribute: string): boolean {
  const isButton = /^(?:a|button)$/.test(name) || attributes.get("role") === "button";
  const isChannel = /^\s*@[\w가-힣]+\s*$/.test(attributes.get(attribute) ?? "");
  return isButton && isChannel && /^data-(?:uuid|kakao)$/.test(attribute);
}

/** Elements that are told something of a chat, or nearly have the mark, and are no buttons. */
export function listUnmarked(root: OldElement): { element: OldElement; attribute: string }[] {
  return [...walk(root)].flatMap((element) => {
    const names = [...element.attributes.keys()];
    // What else a custom element is told is its own.
    const isCustom = element.name.includes("-");
    const attribute = names.find((name) =>
      name.startsWith(MARK_PREFIX)
        ? name !== "data-kakao-chat-status"
        : !isCustom && (isNearlyMark(name) || isShortName(element, name)),
    );
    // A framework sets the mark: `:data-kakao-chat`, `th:attr`.
    const isMarked = names.some((name) => name.endsWith(MARK) || name === "th:attr");
    const isLink = parseChatAddress(element.attributes.get("href") ?? null) !== null;
    if (!attribute || isMarked || isLink || element.name === "script") return [];
    return [{ element, attribute }];
  });
}
