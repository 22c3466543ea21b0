import { buildPlan } from "../../../src/chat/plan.js";
import { type ChatPlan, type ChatRequest, explain } from "../../../src/index.js";
import { buildButton } from "../snippets/button.js";
import { buildWebhook } from "./webhook.js";
import { BUILT, KAKAO } from "../build-facts.js";
import { explainMethod } from "./describe-request.js";
import type { Markup } from "../snippets/markup.js";
import { type State, toInput } from "../state.js";
import { create, find, getLanguage, rich, text, write } from "../dom.js";

/** The button that this page itself has: a real one, as it is copied. */
export function showButton(state: State, plan: ChatPlan, label: string): Element {
  const markup = buildButton(state, plan, label);
  const attributes = markup.attributes.map(([name, value]): [string, string] => [
    name,
    // The stand-in of `npm start` is Kakao to this page.
    name === "href" ? value.replace(KAKAO, BUILT.origin) : value,
  ]);
  if (!plan.request) {
    // As it was typed: so that a click says what is wrong with it.
    attributes.push(
      ["data-kakao-chat", state.uuid.trim() || ""],
      ["data-kakao-chat-via", state.via],
    );
  }
  return placeButton({ ...markup, attributes });
}

/** Changes the button that is there, so that the focus stays, or replaces it by another kind. */
function placeButton({ name, attributes, text: label }: Markup): Element {
  const stage = find("stage");
  const old = stage.firstElementChild;
  const button =
    old?.localName === name && old.getAttribute("lang") === getLanguage() ? old : create(name, "");
  for (const attribute of button.getAttributeNames()) {
    if (/^data-|^href$/.test(attribute)) button.removeAttribute(attribute);
  }
  for (const [attribute, value] of attributes) button.setAttribute(attribute, value);
  button.setAttribute("lang", getLanguage());
  if (button.textContent !== label) button.textContent = label;
  if (button !== old) stage.replaceChildren(button);
  return button;
}

/** What a click on this page's button sends, where it opens, and what the other end is told. */
export function showPreview(state: State, button: Element): void {
  const { request, options } = explain(button);
  find("request").replaceChildren(
    ...(request ? createRequest(request, options) : [create("p", "hint", text("request.none"))]),
  );
  find("devices").replaceChildren(
    ...(["popup", "tab", "self"] as const).map((usual) => createDevice(state, usual)),
  );
  const words = { time: text("webhook.time"), last: text("webhook.last") };
  find("webhook").textContent = request ? buildWebhook(request, words) : text("request.none");
  find("webhook-again").hidden = !request || request.fields.extra !== undefined;
  write(
    find("real"),
    text(BUILT.origin === KAKAO ? "preview.real.kakao" : "preview.real.practice"),
  );
}

function createRequest(request: ChatRequest, options: ChatPlan["options"]): Node[] {
  const { method, url, fields } = request;
  const { key, values } = explainMethod(request, options);
  const address = url.split("?")[0] ?? "";
  const isPractice = BUILT.origin !== KAKAO;
  const note = options.via ? "request.via" : isPractice && "request.practice";
  const rows = create(
    "dl",
    "rows",
    ...createRow(
      "request.method",
      create("code", "", method),
      create("p", "hint", text(key, values)),
    ),
    ...createRow(
      "request.address",
      create("code", "address", address),
      ...(note ? [create("p", "hint", rich(text(note)))] : []),
    ),
    ...createRow(
      "request.length",
      text("request.characters", { count: url.length.toLocaleString("en") }),
    ),
  );
  return [rows, createFields(fields)];
}

function createRow(key: string, ...content: (string | Node)[]): Node[] {
  return [create("dt", "", text(key)), create("dd", "", ...content)];
}

function createFields(fields: ChatRequest["fields"]): HTMLElement {
  const head = ["name", "value", "units", "bytes"].map((name) => {
    const cell = create("th", name, text(`request.${name}`));
    cell.setAttribute("scope", "col");
    return cell;
  });
  const rows = Object.entries(fields).map(([name, value]) => {
    const first = create("th", "", create("code", "", name));
    first.setAttribute("scope", "row");
    const bytes = new TextEncoder().encode(value).length;
    return create(
      "tr",
      "",
      first,
      create("td", "value", createValue(value)),
      create("td", "units", value.length.toLocaleString("en")),
      create("td", "bytes", bytes.toLocaleString("en")),
    );
  });
  const table = create(
    "table",
    "fields",
    create("thead", "", create("tr", "", ...head)),
    create("tbody", "", ...rows),
  );
  table.setAttribute("aria-labelledby", "request-title");
  return table;
}

/** A box that scrolls can be reached by keyboard. */
function createValue(value: string): HTMLElement {
  const box = create("div", "text", value);
  if (value.length > 150 || value.split("\n").length > 4) {
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", text("request.value"));
  }
  return box;
}

function createDevice(state: State, usual: ChatPlan["target"]): DocumentFragment {
  const { target, options } = buildPlan(toInput(state), usual);
  const { width, height } = options;
  const fragment = document.createDocumentFragment();
  const opens = create("dd", "", text(`devices.opens.${target}`, { width, height }));
  if (usual === "self") opens.append(create("p", "hint", text("devices.self.hint")));
  fragment.append(create("dt", "", text(`devices.${usual}`)), opens);
  return fragment;
}
