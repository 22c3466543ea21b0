import { defineConfig } from "@playwright/test";
import type { EngineOption } from "../browser/harness/fixtures";

/** `npm run test:platforms`: what is copied, in the software that it is copied into. */
export default defineConfig<object, EngineOption>({
  testDir: ".",
  workers: 1,
  // WordPress installs itself first, by WebAssembly.
  timeout: 600_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  projects: [{ name: "chromium", use: { engineName: "chromium" } }],
});
