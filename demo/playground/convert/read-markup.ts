import { type OldElement, parseHtml } from "./parse-html.js";

/** What a page's markup says about a chat. */
export interface MarkupFacts {
  /** Values of form controls, by name. */
  fields: Map<string, string>;
  /** Addresses of forms and links. */
  addresses: string[];
  hasForm: boolean;
  hasCharset: boolean;
  /** The form or the link names a window, in any way. */
  hasTarget: boolean;
  isPost: boolean;
  /** `<script>` contents and `on...` attributes. */
  scripts: string[];
  hasHandler: boolean;
  hasInclude: boolean;
  /** What is clicked on. */
  trigger: OldElement | null;
}

const KAKAO = /(bizmessage|pf)\.kakao\.com/;
/** Attributes whose values are code to a framework: Vue's, Angular's. */
const BOUND = /^(?:(?::|v-bind:|\[)href\]?|(?:@|v-on:|ng-|\()click\)?)/;
const SCRIPT_ADDRESS = /^\s*javascript:/i;
/** What nobody clicks on. */
const UNSEEN = /^(html|head|body|form|script|style|link|meta|title|iframe)$/;
const CLICKED = /^(submit|button|image|reset)$/i;

const read = (element: OldElement, name: string) => element.attributes.get(name) ?? "";

export function readMarkup(html: string): MarkupFacts {
  const all = parseHtml(html);
  const forms = all.filter(({ name }) => name === "form");
  const bound = all.flatMap(({ attributes }) =>
    [...attributes].filter(([name]) => BOUND.test(name)).map(([, code]) => code),
  );
  const links = all.filter((element) => KAKAO.test(readAddress(element)));
  const scripts = all.filter(({ name }) => name === "script");
  const handlers = all.flatMap(readHandlers);
  const own = scripts.map(({ text }) => text).filter((code) => code.trim());
  const targets = [...forms, ...links].map((element) => read(element, "target"));
  const addresses = [
    ...forms.map((form) => read(form, "action")),
    ...links.map((link) => read(link, "href")),
  ];
  return {
    fields: readFields(all),
    addresses: addresses.filter((address) => KAKAO.test(address)),
    hasForm: forms.length > 0,
    hasCharset: forms.some(({ attributes }) => attributes.has("accept-charset")),
    hasTarget: targets.some((target) => target !== "" && target !== "_self"),
    isPost: forms.some((form) => /post/i.test(read(form, "method"))),
    scripts: [...own, ...handlers, ...bound],
    hasHandler: handlers.length > 0,
    hasInclude: scripts.some((script) => /includeScript/i.test(read(script, "src"))),
    trigger: findTrigger(all, own.join("\n")),
  };
}

/** Where a link goes, as it is written or as a framework makes it. */
function readAddress({ attributes }: OldElement): string {
  return [...attributes].find(([name]) => name === "href" || BOUND.test(name))?.[1] ?? "";
}

function readHandlers(element: OldElement): string[] {
  return [...element.attributes]
    .filter(([name, value]) => /^on[a-z]+$/.test(name) || isScriptAddress(name, value))
    .map(([, value]) => value.replace(SCRIPT_ADDRESS, ""));
}

/** `javascript:;` alone does nothing, and is no handler. */
function isScriptAddress(name: string, value: string): boolean {
  return name === "href" && SCRIPT_ADDRESS.test(value) && value.replace(SCRIPT_ADDRESS, "") !== "";
}

function readFields(all: OldElement[]): Map<string, string> {
  const fields = new Map<string, string>();
  for (const element of all) {
    const name = read(element, "name");
    const isControl = /^(input|textarea)$/.test(element.name);
    if (!isControl || !name || CLICKED.test(read(element, "type")) || fields.has(name)) continue;
    fields.set(name, element.attributes.get("value") ?? element.text);
  }
  return fields;
}

/** What opens the chat: what has a handler, what the script names, or whatever can be clicked on. */
function findTrigger(all: OldElement[], script: string): OldElement | null {
  const hasHandler = (element: OldElement) =>
    readHandlers(element).length > 0 || KAKAO.test(readAddress(element));
  const isNamed = (element: OldElement) => {
    const id = read(element, "id");
    const classes = read(element, "class").split(/\s+/).filter(Boolean);
    return [...(id ? [id, `#${id}`] : []), ...classes.map((name) => `.${name}`)].some(
      (name) => script.includes(`"${name}"`) || script.includes(`'${name}'`),
    );
  };
  const isClickable = ({ name, attributes }: OldElement) =>
    /^(button|a)$/.test(name) || (name === "input" && CLICKED.test(attributes.get("type") ?? ""));
  const seen = all.filter(
    (element) => !UNSEEN.test(element.name) && read(element, "type") !== "hidden",
  );
  return (
    seen.find(hasHandler) ??
    seen.find(
      (element) => isNamed(element) && (element.name !== "input" || isClickable(element)),
    ) ??
    seen.find(isClickable) ??
    null
  );
}

/** Whether it can be used by keyboard as it is. */
export function isOperable({ name, attributes }: OldElement): boolean {
  const hasAddress = [...attributes.keys()].some((key) => /^(:|v-bind:|\[)?href\]?$/.test(key));
  return name === "a" ? hasAddress : /^(button|input|summary|area)$/.test(name);
}

/** What a visitor reads on it. */
export function readLabel(trigger: OldElement | null): string {
  if (!trigger) return "";
  const picture = [trigger, ...trigger.inside].find(({ attributes }) => attributes.has("alt"));
  const said =
    (trigger.attributes.get("value") || trigger.text).trim() ||
    picture?.attributes.get("alt") ||
    trigger.attributes.get("aria-label") ||
    "";
  return said.replace(/\s+/g, " ").trim();
}
