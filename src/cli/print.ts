import type { ButtonResult } from "../check/buttons/check-buttons.js";
import type { Group } from "../check/codes.js";
import type { Found } from "../check/found.js";
import type { Line } from "../check/lines.js";
import { tidyQuote } from "../check/place.js";
import type { Language } from "../check/words/words.js";
import type { Level } from "../convert/codes.js";
import { say, sayCode, sayLevel, saySettled } from "./messages.js";

/** Colours of a terminal; without one, the text as it is. */
export interface Paint {
  /** Of headings. */
  strong(text: string): string;
  /** Of remedies. */
  faint(text: string): string;
  /** In the colour of a level. */
  level(level: Level, text: string): string;
}

const CODES: Record<Level, number> = { error: 31, warning: 33, note: 36 };

/** Colours on a terminal only, and none if the environment asks for none: https://no-color.org */
export function createPaint(isTerminal: boolean, environment: NodeJS.ProcessEnv): Paint {
  const isOn = isTerminal && !environment.NO_COLOR && environment.TERM !== "dumb";
  const wrap = (code: number, text: string) => (isOn ? `\x1b[${code}m${text}\x1b[0m` : text);
  return {
    strong: (text) => wrap(1, text),
    faint: (text) => wrap(2, text),
    level: (level, text) => wrap(CODES[level], text),
  };
}

const GROUPS: Record<Group, Record<Language, string>> = {
  script: { ko: "스크립트 태그", en: "The script’s tag" },
  buttons: { ko: "상담 버튼", en: "The buttons" },
  policy: { ko: "페이지의 정책(헤더, 메타 태그)", en: "The page’s policy (headers, meta tags)" },
  page: { ko: "페이지", en: "The page" },
  old: { ko: "직접 만든 버튼과 카카오 SDK", en: "Hand-written buttons and the Kakao SDK" },
};

/** Findings by what the owner has to do, the worst group first, as they are sorted already. */
export function printFound(found: readonly Found[], language: Language, paint: Paint): string {
  const lines: string[] = [];
  let group = "";
  for (const one of found) {
    if (one.group !== group) {
      group = one.group;
      lines.push("", paint.strong(`  ${GROUPS[one.group][language]}`));
    }
    lines.push(...printOne(one, language, paint));
  }
  return lines.join("\n");
}

/** One finding: its place, level, code and words; on a second line the remedy, if there is one. */
function printOne(
  {
    code,
    level,
    values,
    message = "",
    place,
    places = [],
  }: Pick<Found, "code" | "level" | "values" | "message" | "place" | "places">,
  language: Language,
  paint: Paint,
): string[] {
  const { what, remedy } = sayCode(code, { ...values, message }, language);
  const at = place ? `${place.line}:${place.column}` : "-";
  const head = `  ${at.padStart(8)}  ${paint.level(level, sayLevel(level, language))} ${code}  ${what}`;
  const others = places.slice(1).map(({ line, column }) => `${line}:${column}`);
  const also = others.length > 0 ? say("also", language, { places: others.join(", ") }) : "";
  return remedy ? [head + also, paint.faint(`            ${remedy}`)] : [head + also];
}

/** What was found in old code: the remedy of several alike stands behind the last, what needs none in one line. */
export function printLines(all: readonly Line[], language: Language, paint: Paint): string {
  const lines = all.filter(({ isSettled }) => !isSettled);
  const remedyOf = (line: Line | undefined) =>
    line && sayCode(line.code, { ...line.values, message: line.message ?? "" }, language).remedy;
  const printed = lines.flatMap((line, at) => {
    const [head = "", ...remedy] = printOne(line, language, paint);
    const next = lines[at + 1];
    const isSame = next?.code === line.code && remedyOf(next) === remedyOf(line);
    return [head, ...(isSame ? [] : remedy)];
  });
  const settled = all.flatMap(({ code, isSettled }) => (isSettled ? [code] : []));
  const better = saySettled(settled, language);
  const last = better ? [...(printed.length > 0 ? [""] : []), `  ${better}`] : [];
  return [...printed, ...last].join("\n");
}

/** What each button of the page would send; `""` if there is none. */
export function printButtons(
  buttons: readonly ButtonResult[],
  language: Language,
  paint: Paint,
): string {
  if (buttons.length === 0) return "";
  const lines = [paint.strong(`  ${say("buttons", language, { count: String(buttons.length) })}`)];
  for (const { label, place, request, isLater } of buttons) {
    const at = place ? `${place.line}:${place.column}` : "-";
    const text = request
      ? say("button", language, { label, method: request.method, url: tidyQuote(request.url) })
      : say(isLater ? "buttonLater" : "buttonBroken", language, { label });
    lines.push(`  ${at.padStart(8)}  ${text}`);
  }
  return lines.join("\n");
}

/** How many findings there are of each level. */
export function countLevels(found: readonly { level: Level }[]): Record<Level, number> {
  const count = (level: Level) => found.filter((one) => one.level === level).length;
  return { error: count("error"), warning: count("warning"), note: count("note") };
}

/** Control characters but tab and line feed, and those that change the direction of a text. */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Code for the terminal: its lines, without characters that a terminal acts on. */
export function tidyCode(code: string): string {
  return code.replace(UNSAFE, "");
}
