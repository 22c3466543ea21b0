import { planChat } from "../../../src/chat/plan.js";
import { type ChatPlan, type ChatRequest, explain } from "../../../src/index.js";
import { BUILT, KAKAO } from "../build-facts.js";
import { byId, element, formatNumber, renderMarks, setText, t } from "../dom.js";
import { type State, toInput } from "../state.js";
import type { TextKey } from "../texts/texts.js";
import { explainMethod } from "./describe-request.js";
import { buildWebhook } from "./webhook.js";

const DEVICES = ["popup", "tab", "self"] as const;

/** What a click on this page's button sends, where it opens, and what the other end is told. */
export function showPreview(state: State, button: Element): void {
  const { request, options } = explain(button);
  const none = t("request.none");
  byId("request").replaceChildren(
    ...(request ? createRequest(request, options) : [element("p", "hint", none)]),
  );
  byId("devices").replaceChildren(...DEVICES.map((device) => createDevice(state, device)));
  const words = { time: t("webhook.time"), last: t("webhook.last") };
  byId("webhook").textContent = request ? buildWebhook(request, words) : none;
  byId("webhook-again").hidden = !request || request.fields.extra !== undefined;
  const isKakao = BUILT.origin === KAKAO;
  setText(byId("real"), t(isKakao ? "preview.real.kakao" : "preview.real.practice"));
}

function createRequest(request: ChatRequest, options: ChatPlan["options"]): Node[] {
  const { method, url, fields } = request;
  const { key, values } = explainMethod(request, options);
  const address = url.split("?")[0] ?? "";
  const practice: TextKey[] = BUILT.origin === KAKAO ? [] : ["request.practice"];
  const notes: TextKey[] = options.via ? ["request.via"] : practice;
  const rows = element(
    "dl",
    "rows",
    ...createRow("request.method", element("code", "", method), createHint(t(key, values))),
    ...createRow(
      "request.address",
      element("code", "address", address),
      ...notes.map((note) => createHint(t(note))),
    ),
    ...createRow("request.length", t("request.characters", { count: formatNumber(url.length) })),
  );
  return [rows, createFields(fields)];
}

function createHint(marked: string): HTMLElement {
  return element("p", "hint", renderMarks(marked));
}

function createRow(key: TextKey, ...content: (string | Node)[]): Node[] {
  return [element("dt", "", t(key)), element("dd", "", ...content)];
}

function createFields(fields: ChatRequest["fields"]): HTMLElement {
  const head = (["name", "value", "units", "bytes"] as const).map((name) => {
    const cell = element("th", name, t(`request.${name}`));
    cell.setAttribute("scope", "col");
    return cell;
  });
  const rows = Object.entries(fields).map(([name, value]) => {
    const first = element("th", "", element("code", "", name));
    first.setAttribute("scope", "row");
    const bytes = new TextEncoder().encode(value).length;
    return element(
      "tr",
      "",
      first,
      element("td", "value", createValue(value)),
      element("td", "units", formatNumber(value.length)),
      element("td", "bytes", formatNumber(bytes)),
    );
  });
  const table = element(
    "table",
    "fields",
    element("thead", "", element("tr", "", ...head)),
    element("tbody", "", ...rows),
  );
  table.setAttribute("aria-labelledby", "request-title");
  return table;
}

/** A box that scrolls can be reached by keyboard. */
function createValue(value: string): HTMLElement {
  const box = element("div", "text", value);
  if (value.length > 60 || value.split("\n").length > 4) {
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", t("request.value"));
  }
  return box;
}

function createDevice(state: State, device: ChatPlan["target"]): DocumentFragment {
  const { target, options } = planChat(toInput(state), device);
  const { width, height } = options;
  const fragment = document.createDocumentFragment();
  const opens = element("dd", "", t(`devices.opens.${target}`, { width, height }));
  if (device === "self") opens.append(element("p", "hint", t("devices.self.hint")));
  fragment.append(element("dt", "", t(`devices.${device}`)), opens);
  return fragment;
}
