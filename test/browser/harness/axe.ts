/** What axe has to complain about. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { RunOptions } from "axe-core";
import type { Page } from "./engine";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What the law asks for. axe's other rules are about pages with a structure. */
export const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Each violation as `rule: element`. */
export async function findViolations(page: Page, options: RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) {
    const source = await readFile(AXE, "utf8");
    await page.evaluate((source) => {
      // biome-ignore lint/security/noGlobalEval: axe-core is no part of the page under test
      globalThis.eval(source);
    }, source);
  }
  return page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, {
      resultTypes: ["violations"],
      selectors: false,
      ...options,
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, options);
}
