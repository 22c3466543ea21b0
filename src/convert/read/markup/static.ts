import { isComponent } from "../frameworks/reach.js";
import type { Guard } from "../script/context.js";
import type { Start } from "../script/found.js";
import type { Run } from "../script/run.js";
import type { Births } from "../script/run-parts.js";
import { addForm, addStart } from "../script/start.js";
import { listCancels, listHeard } from "../script/statements/cancels.js";
import { encodeText } from "../text/to-text.js";
import { readEchoed } from "./echoed.js";
import { attribute, closest, listFields, type OldElement, walk } from "./element.js";
import { isForm, listPressed } from "./forms.js";

/** Attributes that take a visitor somewhere, in HTML and in the frameworks. */
const ADDRESSES = ["href", "to", "xlink:href", "ng-href", "data-ng-href", "th:href", "navigateurl"];

/** Links and forms that start a chat as they stand, without a script. */
export function readStatic(run: Run): void {
  // What a script adds to an element that was not pasted is in no tree but that element's own.
  const tops = new Set([run.root, ...run.page.made.map(findTop)]);
  const all = [...tops].flatMap((top) => [...(top.origin === "script" ? [top] : []), ...walk(top)]);
  // What a script does with an element at a click counts, if it does anything.
  const used = new Set(
    run.found.starts.filter(({ isAtLoad }) => !isAtLoad).map(({ trigger }) => trigger),
  );
  for (const element of new Set(all)) {
    if (element.name === "form") readForm(element, run);
    else if (element.attributes.has("formaction")) readFormAction(element, run);
    else if (!used.has(element) && !run.page.pressed.has(element)) readLink(element, run);
  }
  for (const start of run.found.starts) {
    start.sent = start.trigger && isForm(start.trigger) ? start.trigger : null;
    start.trigger = findPressed(start, run);
  }
}

function findTop(element: OldElement): OldElement {
  return closest(element, ({ parent }) => parent === null) ?? element;
}

/** `<meta http-equiv="refresh" content="0;url=...">`: the page goes on by itself. */
function readRefresh(element: OldElement, run: Run): void {
  const url = /^\s*[\d.]+\s*[;,]\s*url\s*=\s*["']?([^"']+)/i.exec(
    attribute(element, "content"),
  )?.[1];
  if (!url || !/^refresh$/i.test(attribute(element, "http-equiv"))) return;
  const { start: place } = element;
  addStart(run, null, null, { how: "page", url, isAtLoad: true, place, node: element });
}

/** A button that sends its form elsewhere than the form says. */
function readFormAction(button: OldElement, run: Run): void {
  const form = closest(button, ({ name }) => name === "form");
  if (!form) return;
  const own = { ...form, attributes: new Map(form.attributes) };
  for (const name of ["action", "method", "target"]) {
    const value = button.attributes.get(`form${name}`);
    if (value !== undefined) own.attributes.set(name, value);
  }
  addForm(run, null, null, own, { trigger: button, place: button.start, node: button });
}

function readLink(element: OldElement, run: Run): void {
  if (element.name === "meta") readRefresh(element, run);
  if (/^(link|script|base|use|image)$/.test(element.name)) return;
  for (const name of ADDRESSES) {
    const value = element.attributes.get(name);
    if (!value) continue;
    const inner = findInner(element);
    const url =
      name === "th:href"
        ? readThymeleaf(value, run)
        : readEchoed(value, run.pieces) + readParameters(element, run);
    // A script's own listeners stay on the page; those of an element that it makes, and of a component, go with that.
    const stays = !isComponent(run) && element.origin === "page";
    const cancels = listCancels([element], stays, run.clicks);
    // The script that makes an address is not needed any more: what else it does is said.
    const isMade = element.origin === "script" || run.pieces.findCode(value).length > 0;
    const isOwn = isComponent(run) ? element.origin === "script" || cancels.length > 0 : isMade;
    addStart(run, null, null, {
      how: "link",
      url,
      given: run.gifts.names.get(element)?.get(name) ?? "",
      trigger: inner ?? element,
      guards: [...cancels, ...listConditions(element, run.births)],
      chain: isOwn ? listHeard([element], run.clicks) : [],
      target: attribute(inner ?? element, "target"),
      place: element.start,
      node: element,
    });
    return;
  }
}

/** Under which conditions a script makes it, or what it is in. */
function listConditions(element: OldElement, births: Births): readonly Guard[] {
  const made = closest(element, (one) => births.madeIf.has(one));
  return (made && births.madeIf.get(made)) ?? [];
}

/** JSF's `<f:param name="extra" value="..." />`, which its link adds to the address. */
function readParameters(link: OldElement, run: Run): string {
  const params = link.children.filter(
    (child): child is OldElement => typeof child !== "string" && child.name === "f:param",
  );
  const query = params.map(
    (one) => `${attribute(one, "name")}=${encodeText(attribute(one, "value"), run)}`,
  );
  const isFirst = !attribute(link, "href").includes("?");
  return query.length > 0 ? `${isFirst ? "?" : "&"}${query.join("&")}` : "";
}

/** Next's older links, and Vue's, are the `<a>` within them, which has no address itself. */
function findInner(element: OldElement): OldElement | undefined {
  if (!/link$/i.test(element.name)) return undefined;
  return [...walk(element)].find(({ name, attributes }) => name === "a" && !attributes.has("href"));
}

/** `@{https://host/path(extra=${no},bot=true)}`, `|https://host/${no}|`, `'https://host/' + ${no}` */
function readThymeleaf(value: string, run: Run): string {
  const text = run.pieces.split(value.trim()).map((part) => {
    if ("text" in part) return part.text;
    return part.kind === "template" ? part.source : "";
  });
  const whole = text.join("");
  const inside = /^@\{([\s\S]*)\}$/.exec(whole)?.[1] ?? whole.replace(/^\|([\s\S]*)\|$/, "$1");
  const [, path = inside, list = ""] = /^([^()]*)\(([\s\S]*)\)$/.exec(inside) ?? [];
  let filled = path;
  const pairs = list
    .split(",")
    .map((pair) => pair.trim().replace(/=\s*'([^']*)'$/, "=$1"))
    .filter(Boolean)
    .filter((pair) => {
      const at = pair.indexOf("=");
      const before = filled;
      // `@{https://host/{id}(id=${shop.id})}`
      if (at > 0) filled = filled.replace(`{${pair.slice(0, at)}}`, () => pair.slice(at + 1));
      return filled === before;
    });
  const query = pairs.join("&");
  const joined = filled.replace(/^'|'$/g, "").replace(/'\s*\+\s*|\s*\+\s*'/g, "");
  const url = query ? `${joined}${joined.includes("?") ? "&" : "?"}${query}` : joined;
  return url.replace(/[$*#]\{[^{}]*\}/g, (source) => run.pieces.addTemplate(source));
}

function readForm(form: OldElement, run: Run): void {
  for (const name of ["th:action", "ng-action"]) {
    const value = form.attributes.get(name);
    if (value) form.attributes.set("action", readThymeleaf(value, run));
  }
  if (run.found.starts.some((start) => start.form === form)) return;
  // A form that only a script makes is sent by a script, if at all.
  const isSent = run.found.starts.some(({ how, trigger }) => how === "form" && trigger === form);
  if (isSent) return;
  const place = form.start;
  const pressed = listPressed(form, run);
  const named = pressed.filter((field) => attribute(field, "name"));
  const own = [form, ...pressed];
  const heard = { guards: listCancels(own, false, run.clicks), chain: listHeard(own, run.clicks) };
  if (named.length === 0) {
    const isLone = own.length === 1 && heard.chain.length === 0 && !hasVisibleField(form, run);
    addForm(run, null, null, form, { trigger: form, place, node: form, isLone, ...heard });
  }
  // The button that is pressed says its own value too.
  for (const field of named) {
    const value = attribute(field, "value");
    const pair: [string, string] = [attribute(field, "name"), value];
    addForm(run, null, null, form, { trigger: field, place, node: field, ...heard }, [pair]);
  }
}

/** Whether a visitor can send a form that has no button: by Enter in a field. */
function hasVisibleField(form: OldElement, run: Run): boolean {
  return listFields(form, run.root).some(
    (field) => field.name === "input" && attribute(field, "type").toLowerCase() !== "hidden",
  );
}

/** A form is sent by its button. */
function findPressed({ trigger }: Start, run: Run): OldElement | null {
  if (!trigger || !isForm(trigger)) return trigger;
  // What sends a component's form may be within the component.
  const isHere = trigger.origin === "page" && trigger.name === "form";
  return listPressed(trigger, run)[0] ?? (isHere ? trigger : null);
}
