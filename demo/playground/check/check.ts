import type { Line } from "../../../src/check/lines.js";
import { describeCode, listSettled, type Words } from "../../../src/check/words/words.js";
import type { Converted } from "../../../src/convert/convert.js";
import { listHooks } from "../../../src/convert/write/script.js";
import { BUILT } from "../build-facts.js";
import { button, element, renderMarks } from "../dom.js";
import { parseHost } from "../snippets/host.js";
import { buildScriptTag } from "../snippets/script-tag.js";
import type { State } from "../state.js";
import type { Language } from "../texts/texts.js";
import { createCode } from "./code.js";
import { type Reading, readPasted } from "./read.js";
import { type CheckText, EXAMPLE, findCheckText } from "./texts.js";

type Use = (settings: Partial<State>) => void;
type Say = (key: CheckText, values?: Readonly<Record<string, string | number>>) => string;

/** Reading waits until nobody has typed for so many milliseconds. */
const PAUSE = 200;

/** The Korean of what is found; the English comes with the page's own. */
export { KO } from "../../../src/check/words/ko/index.js";

/** What was pasted, which outlives a change of the language. */
const pasted = { code: "", headers: "" };

/** The section in which code is pasted: what is wrong with it, and the same button marked. */
export function mountCheck(place: HTMLElement, language: Language, words: Words, onUse: Use): void {
  const say: Say = (key, values) => findCheckText(key, language, values);
  const result = element("div", "");
  result.id = "check-result";
  result.setAttribute("aria-live", "polite");
  const show = () => result.replaceChildren(...createResult(say, words, onUse));
  let timer = 0;
  const showLater = () => {
    clearTimeout(timer);
    timer = window.setTimeout(show, PAUSE);
  };
  const code = createArea("old", 12, pasted.code, (text) => {
    pasted.code = text;
    showLater();
  });
  const headers = createArea("check-headers", 4, pasted.headers, (text) => {
    pasted.headers = text;
    showLater();
  });
  const example = button("plain", say("example"), () => {
    pasted.code = EXAMPLE;
    code.value = EXAMPLE;
    show();
  });
  example.id = "check-example";
  const more = element("details", "", element("summary", "", say("headers")));
  more.append(
    createLabel("check-headers", say("headers")),
    headers,
    element("p", "hint", say("headersHint")),
  );
  const field = element("div", "field", createLabel("old", say("label")), code);
  field.append(element("p", "hint", say("hint")), example, more);
  place.replaceChildren(element("div", "columns even", field, result));
  show();
}

function createArea(
  id: string,
  rows: number,
  value: string,
  onInput: (text: string) => void,
): HTMLTextAreaElement {
  const area = document.createElement("textarea");
  area.id = id;
  area.className = "code";
  area.rows = rows;
  area.spellcheck = false;
  area.value = value;
  area.addEventListener("input", () => onInput(area.value));
  return area;
}

function createLabel(id: string, text: string): HTMLElement {
  const label = element("label", "", text);
  label.setAttribute("for", id);
  return label;
}

function createResult(say: Say, words: Words, onUse: Use): Node[] {
  if (!pasted.code.trim()) return [];
  const hashes = Object.fromEntries(
    Object.entries(BUILT.files).map(([name, { integrity }]) => [name, integrity]),
  );
  const reading = readPasted(pasted.code, pasted.headers, { version: BUILT.version, hashes });
  const { isButtonFound, lines } = reading;
  if (!isButtonFound && lines.length === 0) return [element("p", "hint", say("nothing"))];
  const settled = lines.flatMap(({ code, isSettled }) => (isSettled ? [code] : []));
  const open = lines.filter(({ isSettled }) => !isSettled);
  const [fatal, others] = splitFatal(open);
  return [
    ...(fatal.length > 0 ? [createList(fatal, say, words)] : []),
    ...createConverted(reading, say, words, onUse),
    createCount(open, say),
    ...(others.length > 0 ? [createList(others, say, words)] : []),
    ...(settled.length > 0 ? [createSettled(settled, say, words)] : []),
  ];
}

/** What keeps a chat from starting is said before anything else. */
function splitFatal(lines: readonly Line[]): [fatal: Line[], others: Line[]] {
  const isFatal = ({ level }: Line) => level === "error";
  return [lines.filter(isFatal), lines.filter((line) => !isFatal(line))];
}

function createConverted({ converted }: Reading, say: Say, words: Words, onUse: Use): Node[] {
  const [first] = converted;
  if (!first) return [];
  const use = button("plain", say("use"), () => onUse(toSettings(first)));
  use.id = "check-use";
  const copying = { copy: say("copy"), copied: say("copied") };
  const codes = converted.flatMap((one, index) => {
    const title =
      converted.length > 1 ? say("resultOf", { label: one.label || index + 1 }) : say("result");
    return createCodes(one, index, title, copying, say);
  });
  if (codes.length === 0) return [element("p", "warning", say("broken")), use];
  return [
    ...(first.isMarked ? [] : [element("p", "hint", say("instead"))]),
    ...codes,
    ...(converted.some(({ wasLink }) => wasLink) ? [createLinkHint(words)] : []),
    createCode("converted-tag", say("tag"), `${buildTag()}\n`, copying),
    use,
    ...(Object.keys(first.computed).length > 0 ? [element("p", "hint", say("useHint"))] : []),
  ];
}

/** The code of one button, and what stands beside it; nothing if an error keeps it from working. */
function createCodes(
  one: Converted,
  index: number,
  title: string,
  words: { copy: string; copied: string },
  say: Say,
): HTMLElement[] {
  const { code, script, place } = one;
  if (!code) return [];
  const suffix = index > 0 ? `-${index + 1}` : "";
  const scriptTitle = say(place, { hooks: listHooks(one).join(", ") });
  return [
    createCode(`converted-code${suffix}`, title, code, words),
    ...(script ? [createCode(`converted-script${suffix}`, scriptTitle, script, words)] : []),
  ];
}

/** What was a link and is a button now looks otherwise. */
function createLinkHint({ wasLink }: Words): HTMLElement {
  const hint = element("p", "hint", renderMarks(wasLink));
  hint.id = "converted-link";
  return hint;
}

function buildTag(): string {
  const host = document.querySelector<HTMLInputElement>("#host")?.value ?? "";
  const folder = parseHost(host, BUILT.version) ?? parseHost("", BUILT.version) ?? "";
  return buildScriptTag(folder, "kakao-chat.js");
}

/** The values alone: a link to the settings must not carry what was pasted. */
function toSettings({ input, plan }: Converted): Partial<State> {
  const { bot, event, endpoint, method } = plan.options;
  return {
    // An id that is wrong stays as it was, for the form to say so.
    uuid: plan.options.uuid || (input.uuid ?? ""),
    extra: input.extra ?? "",
    bot,
    event,
    endpoint,
    method,
    width: input.width ?? "",
    height: input.height ?? "",
  };
}

function createCount(lines: readonly Line[], say: Say): HTMLElement {
  const count = (level: Line["level"]) => lines.filter((line) => line.level === level).length;
  const values = { errors: count("error"), warnings: count("warning"), notes: count("note") };
  const isFine = values.errors + values.warnings === 0;
  const hint = element("p", "hint", isFine ? say("fine") : say("count", values));
  hint.id = "check-count";
  return hint;
}

/** What the new buttons have taken care of. */
function createSettled(codes: readonly string[], say: Say, words: Words): HTMLElement {
  const better = element(
    "p",
    "hint",
    renderMarks(say("settled", { list: listSettled(codes, words) })),
  );
  better.id = "check-settled";
  return better;
}

function createList(lines: readonly Line[], say: Say, words: Words): HTMLElement {
  const items = lines.map(({ code, level, values, message = "", place, places }) => {
    const { what, remedy } = describeCode(code, { ...values, message }, words);
    const all = places ?? (place ? [place] : []);
    const at = all.map(({ line, column }) => ` · ${say("place", { line, column })}`).join("");
    const head = element("strong", "", `${say(level)} ${code}${at}`);
    const item = element("li", level, head, element("br", ""), renderMarks(what));
    item.setAttribute("data-code", code);
    if (remedy) item.append(element("br", ""), element("span", "hint", renderMarks(remedy)));
    return item;
  });
  return element("ul", "findings", ...items);
}
