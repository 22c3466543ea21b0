import { fileURLToPath } from "node:url";
import { build } from "esbuild";

interface Options {
  /** `iife` for a page's script. */
  format?: "esm" | "iife";
  /** React's StrictMode does nothing in its production version. */
  mode: "development" | "production";
}

/** A file of the fixtures with all that it needs, as one script. */
export async function bundleFixture(
  name: string,
  { format = "iife", mode }: Options,
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))],
    bundle: true,
    write: false,
    charset: "ascii",
    format,
    jsx: "automatic",
    define: { "process.env.NODE_ENV": JSON.stringify(mode) },
  });
  return outputFiles[0]?.text ?? "";
}
