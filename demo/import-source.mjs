import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { define } from "../tools/bundle.mjs";

/**
 * TypeScript modules of this repository, as Node can import them.
 *
 * @param {string} contents a module that exports from others, by paths from `demo/`
 */
export async function importSource(contents) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    write: false,
    format: "esm",
    tsconfigRaw: {},
    define: define(),
  });
  const source = Buffer.from(outputFiles?.[0]?.text ?? "").toString("base64");
  return import(`data:text/javascript;base64,${source}`);
}
