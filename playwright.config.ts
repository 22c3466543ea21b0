import { defineConfig } from "@playwright/test";
import type { EngineOption } from "./test/browser/harness/fixtures";
import { FIRST_ENGINE, findEngines, ONE_ENGINE_TAG } from "./test/find-browsers.mjs";

const engines = findEngines();

// The runner reads this file once more in each worker; only the first says so.
if (process.env.KAKAO_CHAT_ENGINES && process.env.TEST_WORKER_INDEX === undefined) {
  console.log(`KAKAO_CHAT_ENGINES: only ${engines.join(", ")}`);
}

export default defineConfig<object, EngineOption>({
  testDir: "test/browser/specs",
  globalSetup: "./test/browser/harness/fonts.ts",
  // One more than the two cores of a small machine: a browser waits as long as it works.
  workers: 3,
  // Real browsers and window managers: CI tries once more, and names what was flaky.
  retries: process.env.CI ? 1 : 0,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [[process.env.CI ? "dot" : "list"], ["./test/browser/harness/engine-reporter.ts"]],
  projects: engines.map((engineName) => ({
    name: engineName,
    use: { engineName },
    // The playground's own pages are typed into, which Playwright's Chromium does alone; how files are
    // delivered and packed, and what the documents say, is no engine's matter.
    ...(engineName !== FIRST_ENGINE && {
      testIgnore: ["playground*.spec.ts", "cdn.spec.ts", "documents.spec.ts", "package.spec.ts"],
      grepInvert: new RegExp(ONE_ENGINE_TAG),
    }),
  })),
});
