import type { OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";

/** What the new element says in its own way, or has no use for. */
export const REPLACED =
  /^(?:href|to|xlink:href|:href|:to|[vx]-bind:(?:href|to)|\[(?:attr\.)?(?:href|routerlink)\]|ng-href|data-ng-href|th:href|routerlink|type|role|tabindex|formaction|formtarget|formmethod|formenctype|formnovalidate|passhref|action|:action|method|accept-charset|enctype)$/i;
export const OF_FORMS =
  /^(?:name|value|form|formmethod|formtarget|src|alt|width|height|border|formnovalidate)$/i;
/** Says where a window opens, which the new button decides by itself. */
export const OF_LINKS =
  /^(?:(?::|v-bind:|\[(?:attr\.)?)?(?:target|rel)\]?|download|ping|referrerpolicy|hreflang)$/i;
/** What components that are links are told besides, and server controls. */
export const OF_COMPONENTS =
  /^(?:external|prefetch|replace|exact|append|scroll|shallow|runat|navigateurl|label|text)$/i;
/** What a component calls its own events: no element has them. */
const OWN_EVENT = /^on(?!Mouse|Pointer|Touch|Focus|Blur|Key)[A-Z]/;
/** Elements within a component's attribute, and what styled components keep to themselves. */
const OWN_PROP = /^(?:\$|[\w-]+=\{\s*<)/;
/** What React gives any element; what else a component is told is its own. */
const OF_ELEMENTS =
  /^(?:class(?:Name)?|style|id|key|ref|title|lang|dir|hidden|disabled|tabIndex|accessKey|children|href|to|target|rel|alt|on[A-Z]\w*|aria-[\w-]+|data-[\w-]+|\.\.\..*|\{.*)$/;
/** The same of a framework's own markup, whatever binds it. */
const OF_MARKUP =
  /^(?:(?:v-bind)?:|\[(?:attr\.)?)?(?:class|style|id|key|ref|is|title|lang|dir|hidden|disabled|tabindex|accesskey|href|to|target|rel|alt|type|role|aria-[\w-]+|data-[\w-]+)(?:\.\w+)*\]?$|^(?:v-|@|#|on|use:|transition:|class:|style:|\(|\*|slot|\{|\?disabled$|\[(?:class|style|ngClass|ngStyle)\b|[^\x20-\x7e])/i;

/**
 * Whether an attribute of a component's tag is the component's own, so that it says nothing to an element.
 *
 * @param text the attribute as it is written
 */
export function isOfComponent(
  name: string,
  text: string,
  isJsx: boolean,
  language: Facts["language"],
): boolean {
  if (OWN_EVENT.test(name)) return true;
  if (isJsx) return OWN_PROP.test(text) || !OF_ELEMENTS.test(name);
  return /^(?:vue|svelte|angular|lit)$/.test(language) && !OF_MARKUP.test(name);
}

/** Whether a framework's markup makes an element's address. */
export function isBound({ sources, attributes }: OldElement): boolean {
  return (
    sources?.has("href") ??
    [":href", "v-bind:href", "x-bind:href", "[href]", ":to", "v-bind:to"].some((one) =>
      attributes.has(one),
    )
  );
}

/** Whether an attribute is only how a bound one was read. */
export function isReadOfBound(name: string, trigger: OldElement): boolean {
  return /^(?:href|to)$/.test(name) && !trigger.sources && isBound(trigger);
}
