import { checkPage, type PageResult } from "../check/page.js";
import { tidyQuote } from "../check/place.js";
import type { Package } from "../check/script-tags.js";
import type { Language } from "../check/words/words.js";
import { say, sayCode, sayReason } from "./messages.js";
import { countLevels, type Paint, printButtons, printFound } from "./print.js";
import { type Limits, PageError, type ReadPage, readPage } from "./read-page.js";

interface Checked {
  name: string;
  page: ReadPage | null;
  result: PageResult | null;
  error: PageError | null;
}

export interface CheckOptions {
  language: Language;
  isJson: boolean;
  paint: Paint;
  limits: Limits;
  own: Package;
}

/** `check`: reads the pages one by one. @returns what to print, and the exit code */
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
  try {
    const page = await readPage(name, limits);
    return { name, page, result: checkPage(page, own), error: null };
  } catch (error) {
    if (error instanceof PageError) return { name, page: null, result: null, error };
    throw error;
  }
}

function toText(pages: readonly Checked[], { language, paint }: CheckOptions): string {
  return pages
    .map(({ name, page, result, error }) => {
      const lines = [paint.strong(tidyQuote(name))];
      if (page?.url && page.redirects > 0) lines.push(`  -> ${tidyQuote(page.url.href)}`);
      if (error) {
        const reason = sayReason(error.reason, tidyQuote(error.detail), language);
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
  const all = pages.flatMap(({ result }) => result?.found ?? []);
  const shape = {
    version: own.version,
    counts: countLevels(all),
    pages: pages.map(({ name, page, result, error }) => ({
      page: name,
      url: page?.url?.href ?? null,
      redirects: page?.redirects ?? 0,
      charset: page?.charset ?? "",
      error: error && {
        reason: error.reason,
        message: sayReason(error.reason, tidyQuote(error.detail), language),
      },
      buttons: result?.buttons ?? [],
      oldButtons: result?.old ?? [],
      findings: (result?.found ?? []).map(({ message = "", ...found }) => ({
        ...found,
        message,
        ...sayCode(found.code, { ...found.values, message }, language),
      })),
    })),
  };
  return `${JSON.stringify(shape, null, 2)}\n`;
}
