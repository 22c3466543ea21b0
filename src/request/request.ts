import { ORIGIN, PARAMETERS, PATHS, type ParameterOption } from "../kakao.js";
import { type Problem, reporterFor } from "../problems.js";
import type { ChatOptions, ChatRequest } from "../types.js";

/** The longest address that goes by GET unless GET was asked for, in characters. */
const AUTO_LIMIT = 2000;

/**
 * The longest address that goes by GET at all, in characters. nginx and Apache answer 414 above about 8 kB for the
 * request line, and proxies lower that.
 */
export const GET_LIMIT = 7000;

/** The options that make a request. */
export type RequestOptions = Pick<ChatOptions, ParameterOption | "method" | "endpoint" | "via">;

/** The request for valid options, by the method that they ask for or that their length needs. */
export function buildRequest(options: RequestOptions, problems: Problem[]): ChatRequest {
  const { method } = options;
  const fields: Record<string, string> = Object.create(null);
  for (const [option, name] of PARAMETERS) {
    if (options[option]) fields[name] = options[option];
  }
  const url = buildAddress(options);
  const isTooLong = url.length > (method === "get" ? GET_LIMIT : AUTO_LIMIT);
  if (method === "get" && isTooLong) reportTooLong(url, problems);
  return method === "post" || isTooLong
    ? { method: "POST", url: findBase(options), fields }
    : { method: "GET", url, fields };
}

/**
 * The address for cases in which a POST cannot go (a page's `form-action`, a sandbox, a link of the page's
 * own): the same parameters by GET. If that is too long, the extra is left out, then the event: a chat
 * without them is better than none.
 */
export function buildFallbackAddress(options: RequestOptions, problems: Problem[]): string {
  const whole = buildAddress(options);
  if (whole.length <= GET_LIMIT) return whole;
  reportTooLong(whole, problems);
  const withoutExtra = buildAddress({ ...options, extra: "" });
  return withoutExtra.length <= GET_LIMIT
    ? withoutExtra
    : buildAddress({ ...options, extra: "", event: "" });
}

function reportTooLong(url: string, problems: Problem[]): void {
  reporterFor(problems, "method")("KC316", `at most ${GET_LIMIT} characters`, url.length);
}

function findBase({ via, endpoint }: RequestOptions): string {
  return via || ORIGIN + PATHS[endpoint];
}

/** The whole address by GET. Percent-encoding is UTF-8 with `%20` for a space. */
function buildAddress(options: RequestOptions): string {
  const isIdInPath = !options.via && options.endpoint === "open";
  let url = findBase(options);
  if (isIdInPath) url += `/${encodeURIComponent(options.uuid)}`;
  for (const [option, name] of PARAMETERS) {
    const value = options[option];
    if (!value || (isIdInPath && option === "uuid")) continue;
    url += `${url.includes("?") ? "&" : "?"}${name}=${encodeURIComponent(value)}`;
  }
  return url;
}
