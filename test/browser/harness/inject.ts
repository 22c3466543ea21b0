/**
 * A script in the pages of `*.test`, for a driver that cannot put one there itself. What it posts to
 * `REPORT` comes back as text.
 */

import { findHeader, type Reply } from "./reply";

export interface Injected {
  script: string;
  onReport(text: string): void;
}

export const INJECTED = "/.harness.js";
export const REPORT = "/.harness/report";

/** As a file of the page's own host, with the page's nonce: so that most policies let it run. */
export function injectInto(reply: Reply): Reply {
  const { headers = {}, body = "" } = reply;
  if (!/^text\/html\b/.test(findHeader(headers, "content-type") ?? "text/html")) return reply;
  const nonce = /'nonce-([^']+)'/.exec(findHeader(headers, "content-security-policy") ?? "")?.[1];
  const tag = `<script src="${INJECTED}"${nonce ? ` nonce="${nonce}"` : ""}></script>`;
  const inject = (page: string) => {
    // A byte order mark must stay first: one character of text, or three bytes.
    const start = /^(?:\ufeff|\xef\xbb\xbf)?\s*(?:<!doctype[^>]*>)?/i.exec(page)?.[0] ?? "";
    return start + tag + page.slice(start.length);
  };
  const isText = typeof body === "string";
  return {
    ...reply,
    body: isText ? inject(body) : Buffer.from(inject(body.toString("latin1")), "latin1"),
  };
}
