import { defineConfig } from "vitest/config";
import { describeBuild } from "./demo/build-playground.mjs";
import { define } from "./tools/bundle.mjs";

/** Node's environment unless a file asks for happy-dom: so the pure files cannot name the page. */
export default defineConfig({
  define: { ...define(), PLAYGROUND: JSON.stringify(await describeBuild()) },
  test: {
    include: ["test/{unit,property,package,docs,playground}/**/*.test.ts"],
    environment: "node",
  },
});
