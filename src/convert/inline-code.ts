import type { OldElement } from "./read/markup/element.js";
import { findEvent, isVisitors } from "./read/markup/handler-names.js";
import type { Facts } from "./read/read.js";
import type { Start } from "./read/script/found.js";
import { isConsultation } from "./read/script/start.js";

/** Whether code in an attribute of an element starts a chat: not what only counts the clicks on a link. */
export function isStartedInline(trigger: OldElement, { starts, pieces }: Facts): boolean {
  return (
    [...trigger.attributes].some(isInline) &&
    starts.some((start) => start.trigger === trigger && isByCode(start, pieces))
  );
}

/** Whether a script starts it: a link and a form do so by themselves. */
function isByCode({ script, url }: Start, pieces: Facts["pieces"]): boolean {
  return script !== null && isConsultation(pieces, url);
}

function isInline([name, value]: [name: string, value: string]): boolean {
  const event = /^on\w+$/.test(name) ? findEvent(name) : undefined;
  const isHandler = event !== undefined && isVisitors(event);
  const isAddress =
    name === "href" &&
    /^\s*javascript:\s*\S/i.test(value) &&
    !/^\s*javascript:\s*(void\s*\(?\s*0\s*\)?)?\s*;*\s*$/i.test(value);
  return isHandler || isAddress;
}
