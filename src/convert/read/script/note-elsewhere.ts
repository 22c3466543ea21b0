import { attribute, type OldElement, textOf, walk } from "../markup/element.js";
import type { Context } from "./context.js";
import type { Run } from "./run.js";

/** `href`, `config.kakaoUrl`, `process.env.KAKAO_URL`, `kakaoChatUrl()` */
const NAME = /^([\w$.가-힣]+)(?:\(.*\))?$/s;
/** What is Kakao's by its name: `KAKAO_CHAT_URL`. */
const OF_KAKAO = /(?:kakao|상담)[\w$]*$/i;

/** An address that begins with a name whose value is not in what was pasted, if something says that it is Kakao's. */
export function noteElsewhere(
  url: string,
  trigger: OldElement | null,
  context: Context | null,
  run: Run,
): void {
  const [first] = run.pieces.split(url.trim());
  if (!first || "text" in first || first.kind !== "code" || first.choices.length > 0) return;
  const [, name] = NAME.exec(run.pieces.showCode(first.code)) ?? [];
  if (!name || isHere(name, context, run)) return;
  const isAsked = context?.guards.some(({ source }) => /kakao|happytalk/i.test(source));
  if (OF_KAKAO.test(name) || isAsked || (trigger && isNamedForChat(trigger)))
    run.found.elsewhere.add(name);
}

/** `<a aria-label="카카오톡 상담 열기">`, and neither Kakao's login nor its sharing. */
function isNamedForChat(trigger: OldElement): boolean {
  const said = ["aria-label", "title", "alt"];
  const words = [trigger, ...walk(trigger)].flatMap((one) =>
    said.map((name) => attribute(one, name)),
  );
  const text = `${textOf(trigger)} ${words.join(" ")}`.replace(/\s+/g, " ");
  return /상담톡|(?:카카오|카톡|kakao).{0,20}(?:상담|문의|채팅|chat)/i.test(text);
}

/** Whether a name is given its value in what was pasted, though that could not be told. */
function isHere(name: string, context: Context | null, run: Run): boolean {
  const [own = ""] = name.split(".");
  const found = (context?.scope ?? run.global).find(own);
  return found?.binding.value != null && found.binding.isParameter !== true;
}
