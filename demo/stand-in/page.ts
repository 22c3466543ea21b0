import { EXTRA_LIMIT } from "../../src/kakao.js";
import { element, formatNumber, renderMarks } from "../playground/dom.js";
import { addAllTexts } from "../playground/texts/all-texts.js";
import { fillIn, type Language, type Values } from "../playground/texts/texts.js";
import {
  type Arrival,
  describeFinding,
  type Finding,
  findProblems,
  findReason,
} from "./problems.js";
import { STAND_IN_TEXTS, type StandInKey } from "./texts.js";
import { renderValue } from "./value.js";
import { measureWindow } from "./window.js";

const arrival: Arrival = JSON.parse(document.getElementById("arrival")?.textContent ?? "");
const language: Language = document.documentElement.lang === "en" ? "en" : "ko";
const findings = findProblems(arrival);
addAllTexts();

export function say(key: StandInKey, values: Values = {}): string {
  return fillIn(STAND_IN_TEXTS[language][key], values);
}

/** The window's own problems come after those of the request, and go as it is resized. */
function showVerdict(ofWindow: readonly string[]): void {
  const reason = findReason(findings);
  const count = findings.length + ofWindow.length;
  const title = reason
    ? say("fails", { reason: say(reason) })
    : count > 0
      ? say("found", { count })
      : say("fine");
  const items = [
    ...findings.map((finding) =>
      createItem(finding.level, describeFinding(finding, language), finding.code),
    ),
    ...ofWindow.map((words) => createItem("warning", words)),
  ];
  const verdict = document.getElementById("verdict");
  if (!verdict) return;
  verdict.className = `verdict ${reason ? "error" : count > 0 ? "warning" : "good"}`;
  verdict.replaceChildren(element("h2", "", title), element("ul", "", ...items));
}

function createItem(level: Finding["level"], words: string, code = ""): HTMLElement {
  const text = element("span", "", renderMarks(words));
  if (/^KC\d/.test(code)) text.append(" ", element("code", "code", code));
  return element("li", "", element("strong", `level ${level}`, say(level)), text);
}

/** What the request asks for, as one would say it: nothing that would not happen. */
function createWords(): HTMLElement {
  if (findReason(findings)) return element("p", "", say("words.fails"));
  const read = (name: string) => arrival.fields.find(([each]) => each === name)?.[1] ?? "";
  const bot = read("bot");
  const isBot = bot === "true" || bot === "auto";
  const extra = read("extra");
  const values = {
    units: formatNumber(extra.length),
    bytes: formatNumber(new TextEncoder().encode(extra).length),
  };
  const sentences = [
    say("words.uuid", { uuid: read("uuid") }),
    say(isBot ? `words.${bot}` : "words.false"),
    ...(isBot && read("event") ? [say("words.event", { event: read("event") })] : []),
    ...(extra ? [say(extra.length > EXTRA_LIMIT ? "words.cut" : "words.extra", values)] : []),
  ];
  return element("p", "", renderMarks(sentences.join(" ")));
}

function createFields(): HTMLElement {
  if (arrival.fields.length === 0) return element("p", "none", say("nothing"));
  const head = (["name", "value", "units", "bytes"] as const).map((name) => {
    const cell = element("th", name === "name" || name === "value" ? "" : "number", say(name));
    cell.setAttribute("scope", "col");
    return cell;
  });
  const rows = arrival.fields.map(([name, value]) => createRow(name, value));
  return element(
    "table",
    "",
    element("thead", "", element("tr", "", ...head)),
    element("tbody", "", ...rows),
  );
}

/** A row that something is wrong with says so beside its name. */
function createRow(name: string, value: string): HTMLElement {
  const own = findings.filter(({ field }) => field === name);
  const level = own[0]?.level;
  const first = element("th", "", element("code", "", renderValue(name)));
  first.setAttribute("scope", "row");
  if (level) first.append(" ", element("strong", `level ${level}`, say(level)));
  const bytes = new TextEncoder().encode(value).length;
  return element(
    "tr",
    level ?? "",
    first,
    element("td", "value", value === "" ? element("span", "none", say("empty")) : createBox(value)),
    element("td", "number", formatNumber(value.length)),
    element("td", "number", formatNumber(bytes)),
  );
}

/** A box that scrolls can be reached by keyboard. */
function createBox(value: string): HTMLElement {
  const box = element("div", "text", renderValue(value));
  if (value.length > 100 || value.split(/\r\n|\r|\n/).length > 6) {
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", say("value"));
  }
  return box;
}

function createRequest(): HTMLElement {
  const { method, url, host, type, time } = arrival;
  const row = (key: StandInKey, ...content: (string | Node)[]) => [
    element("dt", "", say(key)),
    element("dd", "", ...content),
  ];
  const address = element("code", "", `${host}${url.split("?")[0]}`);
  if (arrival.endpoint === null) address.className = "bad";
  const clock = new Date(time).toLocaleTimeString(language);
  return element(
    "dl",
    "",
    ...row("method", element("code", "", method)),
    ...row("address", address),
    ...(type === null
      ? row("length", say("characters", { count: formatNumber(url.length) }))
      : row("type", element("code", "", type))),
    ...row("time", clock),
  );
}

function createRaw(): HTMLElement {
  const { raw, method } = arrival;
  const count = formatNumber(raw.length);
  const note = say(method === "POST" ? "raw.body" : "raw.query", { count });
  const shown = raw.replace(
    /[^\x20-\x7e]/g,
    (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  const box = element("pre", "", shown || `(${say("none")})`);
  box.tabIndex = 0;
  const summary = element("summary", "", say("raw"), " ", element("span", "note", note));
  return element("details", "", summary, box);
}

function createSection(key: StandInKey, ...content: Node[]): HTMLElement {
  const heading = element("h2", "", say(key));
  heading.id = key;
  const section = element("section", "", heading, ...content);
  section.setAttribute("aria-labelledby", key);
  return section;
}

function showPage(): void {
  document.title = say("title");
  const verdict = element("section", "verdict");
  verdict.id = "verdict";
  verdict.setAttribute("aria-live", "polite");
  const place = element("dl", "");
  document.body.append(
    element("header", "", element("p", "tag", say("title")), element("h1", "", say("heading"))),
    element(
      "main",
      "",
      verdict,
      element("p", "lead", say("lead")),
      createSection("words", createWords()),
      createSection("fields", createFields()),
      element(
        "div",
        "pair",
        createSection("request", createRequest()),
        createSection("window", place),
      ),
      createRaw(),
    ),
  );
  measureWindow(place, say, showVerdict);
}

showPage();
