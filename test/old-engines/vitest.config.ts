import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/old-engines/*.spec.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
