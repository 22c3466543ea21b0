import { defineConfig } from "@playwright/test";
import type { EngineOption } from "../test/browser/harness/fixtures";
import { findEngines } from "../test/find-browsers.mjs";

/** One engine after the other, so that none waits for another's work. */
export default defineConfig<object, EngineOption>({
  testDir: ".",
  outputDir: "node_modules/.test-results",
  workers: 1,
  timeout: 60 * 60_000,
  reporter: "json",
  projects: findEngines().map((engineName) => ({ name: engineName, use: { engineName } })),
});
