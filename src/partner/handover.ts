import { parseQuery } from "../builtins.js";
import { PARAMETERS, tidyAmpersands, toUtf8 } from "../kakao.js";
import { tidyChannelId } from "../options/channel-id.js";
import { toAttributeName } from "../options/fields.js";
import { parseOptions } from "../options/options.js";
import { isAbsent, type RawInput } from "../options/raw-input.js";
import { splitList } from "../options/values.js";
import { isError, type Problem, quote, reporterFor } from "../problems.js";
import { buildRequest } from "../request/request.js";
import type { ChatOptions, ChatRequest } from "../types.js";

/** What a partner's page passes on. Its window is there already. */
export interface Handover {
  /** What the tag and the query say, validated. */
  options: ChatOptions;
  /** Null if an error keeps it from being sent. */
  request: ChatRequest | null;
}

/** The partner's own address may have parameters of the same name: what the shop adds stands behind them. */
function readLast(query: URLSearchParams, name: string): string | null {
  return query.getAll(name).pop() ?? null;
}

/** A query as it was meant: that of a hand-written link on an EUC-KR page, or one that an editor has escaped. */
function readQuery(search: string, problems: Problem[]): URLSearchParams {
  const written = toUtf8(search);
  const meant = tidyAmpersands(written);
  if (meant !== written) reporterFor(problems, "query", "&amp;")("KC318", quote("&"));
  return parseQuery(meant);
}

/**
 * Reads what a partner's page sends on. Its own tag is trusted. The query string, which anybody can write, counts
 * only if the tag has no id: for the parameters, and for channels that the tag lists.
 *
 * @param readTag a `data-` attribute of the script's tag, by its name without `data-`
 * @param search the page's own query string
 */
export function readHandover(
  readTag: (name: string) => string | null,
  search: string,
  problems: Problem[],
): Handover {
  const mayComeFromQuery = isAbsent(readTag("uuid"));
  const query = readQuery(mayComeFromQuery ? search : "", problems);
  const input: RawInput = Object.create(null);
  for (const [option, name] of PARAMETERS) {
    const fromTag = readTag(toAttributeName(option));
    input[option] = mayComeFromQuery && isAbsent(fromTag) ? readLast(query, name) : fromTag;
  }
  for (const option of ["method", "endpoint", "privacy"]) input[option] = readTag(option);
  const options = parseOptions(input, problems);
  const { uuid } = options;
  const listed = splitList(readTag("channels") ?? "").map(tidyChannelId);
  if (uuid && mayComeFromQuery && !listed.includes(uuid)) {
    reporterFor(problems, "uuid", uuid)("KC802", "an id in data-channels");
  }
  const request = problems.some(isError) ? null : buildRequest(options, problems);
  return { options, request };
}
