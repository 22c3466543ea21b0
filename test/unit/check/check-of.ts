import { checkPage, type PageResult } from "../../../src/check/check-page";
import type { Page } from "../../../src/check/page";

/** What is said of a page with this in its body. */
export function checkOf(body: string, headers: Page["headers"] = {}): PageResult {
  const html = `<!doctype html><html lang="ko"><head><meta charset="utf-8"></head><body>${body}</body></html>`;
  const url = new URL("https://shop.example/");
  return checkPage({ html, url, headers, charset: "utf-8" }, { version: "1.0.0", hashes: {} });
}

/** The codes of all that is found, worst first. */
export function codesOf(body: string, headers: Page["headers"] = {}): string[] {
  return checkOf(body, headers).found.map(({ code }) => code);
}
