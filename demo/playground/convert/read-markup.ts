/** What a page's markup says about a chat, as attributes: nothing of it has run. */
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
  trigger: Element | null;
}

const KAKAO = /(bizmessage|pf)\.kakao\.com/;
const CLICKABLE = "button, input[type=submit], input[type=button], input[type=image], a";

export function readMarkup(page: Document): MarkupFacts {
  const all = [...page.querySelectorAll("*")];
  const forms = all.filter((element) => element.localName === "form");
  const links = all.filter((element) => KAKAO.test(element.getAttribute("href") ?? ""));
  const handlers = all.flatMap((element) =>
    element
      .getAttributeNames()
      .filter((name) => /^on[a-z]+$/i.test(name) || isScriptAddress(element, name))
      .map((name) => (element.getAttribute(name) ?? "").replace(/^\s*javascript:/i, "")),
  );
  const scripts = all.filter((element) => element.localName === "script");
  const isInclude = (element: Element) => /includeScript/i.test(element.getAttribute("src") ?? "");
  const targets = [...forms, ...links].map((element) => element.getAttribute("target") ?? "");
  const own = scripts.map((element) => element.textContent ?? "").filter((code) => code.trim());
  return {
    fields: readFields(all),
    addresses: [
      ...forms.map((form) => form.getAttribute("action") ?? ""),
      ...links.map((link) => link.getAttribute("href") ?? ""),
    ].filter((address) => KAKAO.test(address)),
    hasForm: forms.length > 0,
    hasCharset: forms.some(
      (form) => form.hasAttribute("accept-charset") || form.hasAttribute("acceptcharset"),
    ),
    hasTarget: targets.some((target) => target !== "" && target !== "_self"),
    isPost: forms.some((form) => /post/i.test(form.getAttribute("method") ?? "")),
    scripts: [...own, ...handlers],
    hasHandler: handlers.length > 0,
    hasInclude: scripts.some(isInclude),
    trigger: findTrigger(all, own.join("\n")),
  };
}

function isScriptAddress(element: Element, name: string): boolean {
  return name === "href" && /^\s*javascript:./i.test(element.getAttribute(name) ?? "");
}

function readFields(all: Element[]): Map<string, string> {
  const fields = new Map<string, string>();
  for (const element of all) {
    const name = element.getAttribute("name") ?? "";
    const isControl = /^(input|textarea|select)$/.test(element.localName);
    const isClicked = /^(submit|button|image|reset)$/i.test(element.getAttribute("type") ?? "");
    if (!isControl || isClicked || !name || fields.has(name)) continue;
    fields.set(name, element.getAttribute("value") ?? element.textContent ?? "");
  }
  return fields;
}

/** What opens the chat: what has a handler, what the script names, or whatever can be clicked on. */
function findTrigger(all: Element[], script: string): Element | null {
  const hasHandler = (element: Element) =>
    element.hasAttribute("onclick") ||
    isScriptAddress(element, "href") ||
    KAKAO.test(element.getAttribute("href") ?? "");
  const isNamed = (element: Element) =>
    [
      element.id && `#${element.id}`,
      element.id,
      ...[...element.classList].map((name) => `.${name}`),
    ]
      .filter(Boolean)
      .some((name) => script.includes(`"${name}"`) || script.includes(`'${name}'`));
  const visible = all.filter(
    (element) =>
      !/^(html|head|body|form|script|style|link|meta)$/.test(element.localName) &&
      element.getAttribute("type") !== "hidden",
  );
  return (
    visible.find(hasHandler) ??
    visible.find((element) => isNamed(element) && !/^(input|iframe)$/.test(element.localName)) ??
    visible.find((element) => element.matches(CLICKABLE)) ??
    null
  );
}

/** Whether it can be used by keyboard as it is. */
export function isOperable(trigger: Element): boolean {
  const href = trigger.getAttribute("href");
  return trigger.localName === "a"
    ? href !== null
    : /^(button|input|summary|area)$/.test(trigger.localName);
}

/** What a visitor reads on it. */
export function readLabel(trigger: Element | null): string {
  if (!trigger) return "";
  const own = trigger.getAttribute("value") || trigger.textContent || "";
  const picture = trigger.matches("img, input") ? trigger : trigger.querySelector("img");
  const said =
    own.trim() || picture?.getAttribute("alt") || trigger.getAttribute("aria-label") || "";
  return said.replace(/\s+/g, " ").trim();
}
