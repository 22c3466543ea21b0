import { attribute, closest, type OldElement, walk } from "./read/markup/element.js";
import { isForm, listPressed } from "./read/markup/forms.js";
import { findEvent } from "./read/markup/handler-names.js";
import type { Facts } from "./read/read.js";
import type { Start } from "./read/script/found.js";

/**
 * Whether the old click sends a form of the page's, too, beside the chat: a submit button does, if its handler does not
 * keep the browser from it.
 */
export function sendsForm(start: Start, facts: Facts): boolean {
  const { trigger, isLone, isAtLoad, how } = start;
  if (trigger?.origin !== "page" || isLone || isAtLoad) return false;
  // Where the page itself goes to the chat, it sends nothing.
  if (how === "link" || how === "page" || how === "router") return false;
  // Libraries' forms send nothing by themselves.
  if (start.sent && facts.language !== "html") return false;
  const form = start.sent ?? findForm(trigger, facts);
  if (!form || form === start.form || trigger.attributes.has("formaction")) return false;
  const isSent = start.sent !== null || listPressed(form, facts).includes(trigger);
  return isSent && !listCodes(start, form).some((code) => CANCELS.test(code)) && !isIdle(form);
}

/** What keeps a browser from sending a form; also Vue's `@click.prevent`. */
const CANCELS =
  /\bpreventDefault\b|\breturn\b(?:[^;{}]*,)?\s*(?:false\b|!1)|[.|](?:prevent|preventDefault)\b|\breturnValue\s*=\s*false/;

function findForm(trigger: OldElement, { root }: Facts): OldElement | null {
  const id = attribute(trigger, "form");
  if (!id) return closest(trigger.parent, isForm);
  return [...walk(root)].find((one) => one.name === "form" && attribute(one, "id") === id) ?? null;
}

/** The code of a click's handlers, with their names; of a form that starts the chat itself, its own. */
function listCodes({ trigger, chain, sent }: Start, form: OldElement): string[] {
  const element = sent ? form : trigger;
  const own = [...(element?.attributes ?? []), ...(element?.sources ?? [])];
  const handlers = own.filter(([name]) => findEvent(name) !== undefined || name === "href");
  const called = chain.map(({ node, script }) => script.text.slice(node.start ?? 0, node.end ?? 0));
  return [...handlers.flat(), ...called];
}

/** Whether a form never sends anything: `onsubmit="return false"`, `@submit.prevent`. */
function isIdle({ attributes }: OldElement): boolean {
  return [...attributes].some(([name, code]) => {
    if (!/submit/i.test(findEvent(name) ?? "")) return false;
    return /\.prevent\b/.test(name) ? code.trim() === "" : NOTHING.test(code);
  });
}

const NOTHING =
  /^\s*(?:(?:javascript:\s*)?return false|(?:event|\$event)\.preventDefault\(\))\s*;?\s*$/;
