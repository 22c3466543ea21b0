import type { ChatPlan } from "../../../src/index.js";
import { BUILT, KAKAO } from "../build-facts.js";
import type { Look } from "../state.js";
import type { Platform } from "./snippet.js";

/** What a page's Content-Security-Policy needs for the copied code, one directive a line. */
export function buildPolicy(
  platform: Platform,
  look: Look,
  { options }: ChatPlan,
  folder: string,
): string {
  const { isPartner = false, isBundled = false } = platform;
  const host = /^https?:\/\/[^/]+/.exec(folder)?.[0] ?? "'self'";
  const script = isBundled ? "'self'" : isPartner ? `${host} ${KAKAO}` : host;
  const via = options.via && !isPartner ? new URL(options.via).origin : KAKAO;
  const form = via === KAKAO ? `${KAKAO} https://*.kakao.com` : via;
  const hasStyle = !isPartner && !isBundled && look !== "launcher";
  return [
    `script-src ${script};`,
    // Another extra may be longer than today's, and go by POST.
    ...(isPartner || options.method !== "get" ? [`form-action ${form};`] : []),
    ...(hasStyle ? [`style-src '${BUILT.looks[look].hash}';`] : []),
    ...(isPartner ? ["trusted-types kakao-chat-partner;"] : []),
  ].join("\n");
}
