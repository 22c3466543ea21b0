/** What axe has to complain about. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { RunOptions } from "axe-core";
import type { Page } from "./engine";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What the law asks for. axe's other rules are about pages with a structure. */
export const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export interface AxeOptions extends RunOptions {
  /** Selectors, if only parts of the page have changed. */
  within?: string[];
}

/** Each violation as `rule: element`. */
export async function findViolations(page: Page, options: AxeOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(
      (source) => {
        // biome-ignore lint/security/noGlobalEval: axe-core is no part of the page under test
        globalThis.eval(source);
      },
      await readAxe(),
    );
  }
  return page.evaluate(runAxe, options);
}

/** The script that makes axe. */
export function readAxe(): Promise<string> {
  return readFile(AXE, "utf8");
}

/** To be run in a page that has axe: it sees nothing but its argument. */
export async function runAxe({ within = [], ...options }: AxeOptions): Promise<string[]> {
  const { axe } = window as unknown as { axe: typeof import("axe-core") };
  const { violations } = await axe.run(within.length > 0 ? within : document, {
    resultTypes: ["violations"],
    selectors: false,
    ...options,
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
