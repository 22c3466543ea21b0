/**
 * Into a document without a window: no script of it runs, no picture of it is fetched. The page's
 * policy takes texts for `DOMParser` from this one Trusted Types policy alone, so that pasted markup
 * cannot get into the page itself by any way.
 * https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#dom-domparser-parsefromstring
 */
export function parseHtml(html: string): Document {
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
}

interface Policy {
  createHTML(html: string): string;
}

const { trustedTypes } = globalThis as unknown as {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
};
const policy = trustedTypes?.createPolicy("kakao-chat-playground", { createHTML: (html) => html });
