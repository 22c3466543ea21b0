import { parseUuid } from "../options/channel-id.js";
import type { FIELDS } from "../options/fields.js";
import { parseEvent, parseExtra, toFormText } from "../options/texts.js";
import { oneOf } from "../options/values.js";
import { noteIn, type Problem } from "../problems.js";
import { buildRequest, type ChatRequest, type SentOptions } from "../request/request.js";
import { SENT } from "../sent.js";

/**
 * What a partner's page can say and pass on; the window is there already. By the same parsers as in
 * `FIELDS`, all of which would take more bytes than the partner's file has.
 */
const PARSERS = {
  uuid: parseUuid,
  extra: parseExtra,
  bot: oneOf("", "true", "false", "auto"),
  event: parseEvent,
  method: oneOf("auto", "get", "post"),
  endpoint: oneOf("write", "open"),
} satisfies Partial<typeof FIELDS>;

/**
 * What a partner's page sends on. Its own tag is trusted, the query string (which anybody can write)
 * only where the tag has no id: for the four parameters, and for channels that the tag lists.
 *
 * @param read a `data-` attribute of the script's tag, by its name without `data-`
 * @param search the page's own query string
 * @returns the request, or null where an error keeps it from being sent
 */
export function buildHandover(
  read: (name: string) => string | null | undefined,
  search: string,
  problems: Problem[],
): { options: SentOptions; request: ChatRequest | null } {
  const query = new URLSearchParams(search);
  const isTrusted = !!read("uuid");
  const said: Record<string, unknown> = { via: "" };
  for (const name of Object.keys(PARSERS) as (keyof typeof PARSERS)[]) {
    const isOpen = !isTrusted && SENT.includes(name as "uuid");
    const text = toFormText(read(name) || (isOpen && query.get(name)) || "");
    said[name] = PARSERS[name](text, noteIn(problems, name, text), said);
  }
  const options = said as SentOptions;
  const { uuid } = options;
  const isListed = () =>
    (read("channels") || "").split(/\s+/).some((id) => parseUuid(id, () => {}) === uuid);
  if (uuid && !isTrusted && !isListed()) {
    noteIn(problems, "uuid", uuid)(802, "an id in data-channels");
  } else if (uuid) return { options, request: buildRequest(options, problems) };
  return { options, request: null };
}
