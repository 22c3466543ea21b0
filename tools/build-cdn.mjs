/**
 * Puts the built files into the CDN's folder: `npm run build:cdn`, or `npm run build:cdn -- folder`
 * for one that lies elsewhere.
 */

import { readFileSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { PAGE_BUNDLES } from "./bundle.mjs";
import { publish } from "./cdn/publish.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));

/** What a version consists of. */
export function readBuild(folder = `${root}dist/`) {
  const names = [
    ...PAGE_BUNDLES.flatMap((name) => [name, `${name}.map`]),
    "LICENSES.txt",
    "sbom.cdx.json",
  ];
  return Object.fromEntries(names.map((name) => [name, readFileSync(`${folder}${name}`)]));
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const folder = resolve(process.argv[2] ?? `${root}dist/cdn`);
  try {
    const aliases = publish(folder, version, readBuild());
    console.log(`${folder}: ${version}`);
    for (const [alias, target] of Object.entries(aliases)) console.log(`/${alias}/ is ${target}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
