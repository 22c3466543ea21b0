import { checkPage, type PageResult } from "../check/check-page.js";
import { groupOf, levelOf } from "../check/codes.js";
import type { Found } from "../check/found.js";
import { tidyQuote } from "../check/place.js";
import type { Package } from "../check/script-tags/loaded-file.js";
import type { Language } from "../check/words/words.js";
import { say, sayCode, sayReason } from "./messages.js";
import { countLevels, type Paint, printButtons, printFound } from "./print.js";
import { type Limits, PageError, type ReadPage, readPage, toPageError } from "./read-page.js";
import { runWithin } from "./run-within.js";

interface Checked {
  name: string;
  page: ReadPage | null;
  result: PageResult | null;
  error: PageError | null;
}

/** How `check` reads and prints. */
export interface CheckOptions {
  language: Language;
  /** JSON in place of lines. */
  isJson: boolean;
  paint: Paint;
  limits: Limits;
  /** This package: its version, and the hashes of its files. */
  own: Package;
}

/**
 * `check`: reads the pages one by one.
 *
 * @returns what to print, and the exit code: 2 if a page could not be read, 1 if one has an error, else 0
 */
export async function runCheck(
  names: readonly string[],
  options: CheckOptions,
): Promise<{ output: string; exitCode: number }> {
  const pages: Checked[] = [];
  for (const name of names) pages.push(await checkOne(name, options));
  const hasError = pages.some(({ result }) => result?.found.some(({ level }) => level === "error"));
  const exitCode = pages.some(({ error }) => error) ? 2 : hasError ? 1 : 0;
  return { output: options.isJson ? toJson(pages, options) : toText(pages, options), exitCode };
}

async function checkOne(name: string, { limits, own }: CheckOptions): Promise<Checked> {
  const start = performance.now();
  try {
    const page = await readPage(name, limits);
    const left = limits.milliseconds - (performance.now() - start);
    const result = runWithin(left, () => checkPage(page, own));
    if (!result) throw new PageError("timeout");
    return { name, page, result, error: null };
  } catch (error) {
    return { name, page: null, result: null, error: toPageError(error, null) };
  }
}

/** An address without the name and the password of whoever checks it. */
function withoutPassword(address: string): string {
  return address.replace(/^(https?:\/\/)[^/?#]*@/i, "$1");
}

function sayError({ reason, detail }: PageError, language: Language): string {
  const said = sayReason(reason, tidyQuote(withoutPassword(detail)), language);
  return reason === "file" ? `${said} ${say("address", language)}` : said;
}

/** The finding of a page that could not be read. */
function toUnread(error: PageError, language: Language): Found {
  const values = { reason: sayError(error, language) };
  return { code: "KC930", level: levelOf("KC930"), group: groupOf("KC930"), values, place: null };
}

function toText(pages: readonly Checked[], { language, paint }: CheckOptions): string {
  return pages
    .map(({ name, page, result, error }) => {
      const lines = [paint.strong(tidyQuote(withoutPassword(name)))];
      if (page?.url && page.redirects > 0)
        lines.push(`  -> ${tidyQuote(withoutPassword(page.url.href))}`);
      if (error) {
        const reason = sayError(error, language);
        lines.push(`  ${paint.level("error", say("unread", language, { reason }))}`);
      }
      if (!result) return lines.join("\n");
      const { error: errors, warning: warnings, note: notes } = countLevels(result.found);
      const values = { errors: String(errors), warnings: String(warnings), notes: String(notes) };
      lines.push(`  ${say(errors + warnings > 0 ? "summary" : "fine", language, values)}`);
      const buttons = printButtons(result.buttons, language, paint);
      if (buttons) lines.push("", buttons);
      const found = printFound(result.found, language, paint);
      if (found) lines.push(found);
      return lines.join("\n");
    })
    .join("\n\n")
    .concat("\n");
}

function toJson(pages: readonly Checked[], { language, own }: CheckOptions): string {
  const listFound = ({ result, error }: Checked) =>
    error ? [toUnread(error, language)] : (result?.found ?? []);
  const all = pages.flatMap(listFound);
  const shape = {
    version: own.version,
    counts: countLevels(all),
    pages: pages.map((checked) => {
      const { name, page, result, error } = checked;
      return {
        page: withoutPassword(name),
        url: page?.url ? withoutPassword(page.url.href) : null,
        redirects: page?.redirects ?? 0,
        charset: page?.charset ?? "",
        error: error && {
          reason: error.reason,
          message: sayError(error, language),
        },
        buttons: result?.buttons ?? [],
        oldButtons: result?.old ?? [],
        findings: listFound(checked).map(({ message = "", ...found }) => ({
          ...found,
          message,
          ...sayCode(found.code, { ...found.values, message }, language),
        })),
      };
    }),
  };
  return `${JSON.stringify(shape, null, 2)}\n`;
}
