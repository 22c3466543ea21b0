import type { Node } from "@babel/types";
import { attribute, type OldElement } from "../markup/element.js";
import { revealNames } from "../markup/reveal.js";
import { withoutLogin } from "../text/address.js";
import type { Pieces } from "../text/pieces.js";
import { takeApart } from "../text/take-apart.js";
import { type Context, type Guard, placeOf } from "./context.js";
import type { Start } from "./found.js";
import { noteElsewhere } from "./note-elsewhere.js";
import { parseExpression } from "./parse-script.js";
import type { Run } from "./run.js";
import type { Found } from "./run-parts.js";
import { readFields } from "./sent-fields.js";
import { type OpenedWindow, plainCode, type Value } from "./value.js";

/** Every address that has to do with a chat, however it is spelled. */
export const KAKAO =
  /(?:^|[^-])(?:bizmessage|pf|plus|goto|open|talk)\.kakao\.com|plus-talk\.kakao|kakaoplus:|kakaotalk:|kakaolink:|scheme=kakao|com\.kakao\.talk|api\.happytalk\.io\/api\/kakao/i;

/** The beginning of an address that starts a consultation. */
export const CHAT =
  /^(?:https?:)?\/\/bizmessage\.kakao\.com\/(?:v1\/)?chat\/(?:open\/|write\?uuid=)/i;

/** Whether an address, or one of its choices, is a consultation's, and not the channel's own chat. */
export function isConsultation(pieces: Pieces, url: string): boolean {
  return /bizmessage\.kakao\.com/i.test(withChoicesOf(pieces, url));
}

/** The scheme of an app that is no browser and not Kakao's. */
const APP =
  /^(?!https?:|intent:|kakao|googlechrome|x-safari|naversearchapp|samsungbrowser|microsoft-edge|firefox|javascript:)[a-z][\w+.-]*:/i;

/** Takes down one way in which a chat is started, if the address is one of Kakao's. */
export function addStart(
  run: Run,
  context: Context | null,
  node: Node | null,
  found: Partial<Start> & Pick<Start, "how" | "url">,
): void {
  const url = withoutLogin(found.url, run.pieces);
  if (!KAKAO.test(withChoices(run, url))) {
    noteElsewhere(url, found.trigger ?? context?.trigger ?? null, context, run);
    return;
  }
  const start = createStart(context, node, {
    ...found,
    ...ofSeveral(url, found.guards ?? context?.guards ?? [], run),
  });
  const reveal = (text: string) => (context ? revealNames(text, context, run) : text);
  start.url = reveal(start.url);
  start.fields = start.fields.map(([name, text]) => [name, reveal(text)]);
  run.found.starts.push(start);
}

/** An address that is one of several, `link.url`: taken apart, and what asks whether it is a chat's. */
function ofSeveral(
  url: string,
  guards: readonly Guard[],
  run: Run,
): Pick<Start, "url"> & Partial<Start> {
  const asked = guards.filter(({ holds }) => holds).map(({ code }) => code.code);
  const apart = takeApart(url, asked, run.pieces);
  if (!apart) return { url };
  const { test } = apart;
  const taken = { url: apart.url, given: url };
  const made = test ? parseExpression(test) : null;
  if (!made) return taken;
  const code = plainCode(test);
  return { ...taken, guards: [...guards, { test: made, holds: true, source: test, code }] };
}

/** Whether a chat's address is one of its choices: `environment.talkUrl || "https://bizmessage..."`. */
export function mayBeChat(value: Value): boolean {
  if (value.kind !== "code") return false;
  return (value.choices ?? []).some((one) => one.kind === "text" && KAKAO.test(one.text));
}

export function createStart(
  context: Context | null,
  node: Node | null,
  found: Partial<Start> & Pick<Start, "how" | "url">,
): Start {
  const branch = found.guards ?? context?.guards ?? [];
  return {
    given: "",
    fields: [],
    method: "get",
    trigger: context?.frame.target ?? context?.trigger ?? null,
    form: null,
    sent: null,
    window: null,
    target: "",
    isLate: context !== null && (context.isLate || context.frame.isAwaited),
    isAtLoad: context?.isAtLoad ?? false,
    caller: "",
    isInApp: APP.test(found.url.trim()),
    node,
    handler: context?.handler ?? null,
    chain: context?.chain ?? [],
    script: context?.script ?? null,
    branch,
    isLone: false,
    place: node && context ? placeOf(node, context) : -1,
    ...found,
    guards: branch.filter(({ isOfPage }) => !isOfPage),
  };
}

/** A text with what its pieces can be: enough to look for an address in it. */
export function withChoices(run: Run, text: string): string {
  return withChoicesOf(run.pieces, text);
}

export function withChoicesOf(pieces: Pieces, text: string): string {
  return pieces
    .split(text)
    .map((part) => {
      if ("text" in part) return part.text;
      return part.choices.join(" ");
    })
    .join("");
}

/** Takes down `window.open`. */
export function addWindow(
  found: Found,
  context: Context,
  opened: Partial<OpenedWindow>,
): OpenedWindow {
  const window: OpenedWindow = {
    name: "",
    features: "",
    trigger: context.trigger,
    isLate: context.isLate || context.isAtLoad || context.frame.isAwaited,
    isKept: false,
    isOpenerCut: false,
    hasChat: false,
    ...opened,
  };
  found.windows.push(window);
  return window;
}

/** Takes down a form that is sent, as it is at that moment. */
export function addForm(
  run: Run,
  context: Context | null,
  node: Node | null,
  form: OldElement,
  more: Partial<Start> = {},
  fields: [string, string][] = [],
): void {
  const target = form.attributes.get("target") ?? "";
  const name = run.pieces.findCode(target).length > 0 ? null : target;
  const window = run.found.windows.find(
    (one) => one.name !== null && one.name === name && name !== "",
  );
  addStart(run, context, node, {
    how: "form",
    url: attribute(form, "action"),
    fields: [...readFields(run, form, context), ...fields],
    method: /post/i.test(attribute(form, "method")) ? "post" : "get",
    form,
    target: name,
    window: window ?? null,
    ...more,
  });
}
