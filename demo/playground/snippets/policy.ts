import type { ChatPlan } from "../../../src/index.js";
import { BUILT, KAKAO } from "../build-facts.js";
import type { State } from "../state.js";

/** What a page's Content-Security-Policy needs for the copied code, one directive a line. */
export function buildPolicy(state: State, { options }: ChatPlan, folder: string): string {
  const host = /^https?:\/\/[^/]+/.exec(folder)?.[0] ?? "'self'";
  const isPartner = state.tab === "partner";
  const isBundled = state.tab === "react" || state.tab === "vue";
  const script = isBundled ? "'self'" : isPartner ? `${host} ${KAKAO}` : host;
  const via = options.via && !isPartner ? new URL(options.via).origin : KAKAO;
  const form = via === KAKAO ? `${KAKAO} https://*.kakao.com` : via;
  return [
    `script-src ${script};`,
    // Another extra may be longer than today's, and go by POST.
    ...(isPartner || options.method !== "get" ? [`form-action ${form};`] : []),
    ...(isPartner || isBundled ? [] : [`style-src '${BUILT.styles[state.look]}';`]),
    ...(isPartner ? ["trusted-types kakao-chat-partner;"] : []),
  ].join("\n");
}
