import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { LOOKS } from "./demo/playground/looks";
import manifest from "./package.json" with { type: "json" };
import { define, ORIGIN } from "./tools/bundle.mjs";

/** What the playground knows of the build: from `dist/`, so that no unit test waits for a bundle. */
function describeBuilt() {
  const read = (name: string) => (existsSync(`dist/${name}`) ? readFileSync(`dist/${name}`) : "");
  const integrity = ["kakao-chat.js", "kakao-chat-partner.js"].map((name) => [
    name,
    hash("sha384", read(name)),
  ]);
  const styles = Object.entries(LOOKS).map(([look, css]) => [look, hash("sha256", `\n${css}\n`)]);
  return {
    origin: ORIGIN,
    version: manifest.version,
    integrity: Object.fromEntries(integrity),
    styles: Object.fromEntries(styles),
  };
}

function hash(algorithm: "sha256" | "sha384", bytes: string | Buffer): string {
  return `${algorithm}-${createHash(algorithm).update(bytes).digest("base64")}`;
}

/** Node's environment unless a file asks for happy-dom: so the pure files cannot name the page. */
export default defineConfig({
  define: { ...define(), PLAYGROUND: JSON.stringify(describeBuilt()) },
  test: {
    include: ["test/{unit,property,package,docs,playground}/**/*.test.ts"],
    environment: "node",
  },
});
