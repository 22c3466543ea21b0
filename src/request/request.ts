import { ORIGIN } from "../kakao.js";
import type { ChatOptions } from "../options/fields.js";
import { noteIn, noteLength, type Problem } from "../problems.js";
import { SENT } from "../sent.js";

/**
 * The longest address that goes by GET. nginx and Apache answer 414 from about 8,184 bytes, of which
 * cookies and proxies take some. `any`, which has none, is for where only GET is left.
 */
const LIMITS: { auto: number; get: number; post: number; any?: number } = {
  auto: 2000,
  get: 7000,
  post: 0,
};

/** The options that make a request. */
export type SentOptions = Pick<ChatOptions, (typeof SENT)[number] | "method" | "endpoint" | "via">;

/** What a click sends, as plain data. */
export interface ChatRequest {
  method: "GET" | "POST";
  /** Absolute. By GET with the query, percent-encoded as UTF-8; by POST without the fields. */
  url: string;
  /** What arrives at the other end, decoded, in the order uuid, extra, bot, event. */
  fields: Record<string, string>;
}

/** The request for valid options, by the method that they ask for or that their length needs. */
export function buildRequest(
  options: Omit<SentOptions, "method"> & { method: keyof typeof LIMITS },
  problems: Problem[],
): ChatRequest {
  const isOpen = !options.via && options.endpoint === "open";
  const base = options.via || ORIGIN + (isOpen ? "/chat/open" : "/v1/chat/write");
  const fields: Record<string, string> = {};
  let url = base;
  for (const name of SENT) {
    if (options[name]) {
      fields[name] = options[name];
      url += name === "uuid" && isOpen ? "/" : `${url.includes("?") ? "&" : "?"}${name}=`;
      url += encodeURIComponent(options[name]);
    }
  }
  if (options.method === "get") noteLength(url, LIMITS.get, noteIn(problems, "method"), 316);
  return url.length > (LIMITS[options.method] as number)
    ? { method: "POST", url: base, fields }
    : { method: "GET", url, fields };
}

/**
 * The address for where a POST cannot go (a page's `form-action`, a link of the page's own): the same
 * parameters by GET, without the extra where it does not fit. A chat without its extra is better than none.
 */
export function buildFallback(options: SentOptions, problems: Problem[]): string {
  const { method, url } = buildRequest({ ...options, method: "get" }, problems);
  return method === "GET" ? url : buildRequest({ ...options, extra: "", method: "any" }, []).url;
}
