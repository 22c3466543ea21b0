import { existsSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { describeBuild } from "./demo/build-playground.mjs";
import { define, ORIGIN } from "./tools/bundle.mjs";

/** From `dist/`, so that no unit test waits for a bundle. */
const built = await describeBuild(ORIGIN, (name) =>
  existsSync(`dist/${name}`) ? readFileSync(`dist/${name}`, "utf8") : "",
);

/** Node's environment unless a file asks for happy-dom: so the pure files cannot name the page. */
export default defineConfig({
  define: { ...define(), PLAYGROUND: JSON.stringify(built) },
  test: {
    include: ["test/{unit,property,package,docs,playground}/**/*.test.ts"],
    environment: "node",
    // By itself vitest leaves one processor alone.
    maxWorkers: "100%",
  },
});
