/** What SECURITY.md says of sanitize-html, tried with the real one. DOMPurify's needs a browser. */

import sanitizeHtml from "sanitize-html";
import { describe, expect, it } from "vitest";

const BUTTON = '<b data-kakao-chat="@evil" data-kakao-chat-extra="{title}">x</b>';

describe("sanitize-html", () => {
  it("drops the attributes by default", () => {
    expect(sanitizeHtml(BUTTON)).toBe("<b>x</b>");
  });

  it.each(["data-*", "data-kakao-chat*"])("keeps them where %s is allowed", (allowed) => {
    expect(sanitizeHtml(BUTTON, { allowedAttributes: { b: [allowed] } })).toBe(BUTTON);
  });
});
