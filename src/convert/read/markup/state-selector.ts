/** What a visitor, or the page for one, changes: `:checked`, `[aria-selected="true"]`. */
const STATE =
  /:(?:checked|selected|focus(?:-within|-visible)?|hover|active|target|visible|hidden|enabled|disabled|(?:in)?valid|animated|placeholder-shown)\b|\[\s*(?:aria-(?:selected|checked|pressed|current|expanded|hidden)|checked|selected|open|hidden)\b/i;

/** Classes by which pages mark what is chosen or open, by the names that are in use. */
const STATE_CLASS =
  /\.(?:(?:is|has)-)?(?:active|activated|on|selected|current|cur|checked|chosen|picked|open|opened|show|shown|visible|focus|focused)(?![\w-])|\.[\w-]+-+(?:active|selected|current|checked)(?![\w-])/i;

/** Whether a selector finds at each moment something else, whatever the markup says. */
export function namesState(selector: string): boolean {
  return STATE.test(selector) || STATE_CLASS.test(selector);
}
