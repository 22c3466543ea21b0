import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { buildPlayground } from "./demo/build-playground.mjs";
import { BUNDLES, bundle, hashOf, PAGE_BUNDLES } from "./tools/bundle.mjs";
import { buildSbom } from "./tools/sbom.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));
const dist = `${root}dist/`;

/** Writes `dist/`, the same bytes each time. The CDN's folder in it keeps what it has published. */
async function build() {
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist)) {
    if (name !== "cdn") rmSync(`${dist}${name}`, { recursive: true });
  }
  const bundles = [];
  for (const name of Object.keys(BUNDLES)) bundles.push({ name, ...(await bundle(name)) });
  for (const { name, js, map } of bundles) {
    writeFileSync(`${dist}${name}`, js);
    if (map) writeFileSync(`${dist}${name}.map`, map);
  }
  writeTypes();
  const inPages = bundles.filter(({ name }) => PAGE_BUNDLES.includes(name));
  const hashes = Object.fromEntries(inPages.map(({ name, js }) => [name, hashOf(js)]));
  writeFileSync(`${dist}sri.json`, `${JSON.stringify(hashes, null, 2)}\n`);
  writeFileSync(`${dist}sbom.cdx.json`, await buildSbom(root, bundles));
  writeFileSync(`${dist}LICENSES.txt`, joinLicenses(bundles));
  mkdirSync(`${dist}playground/docs`, { recursive: true });
  for (const [name, text] of Object.entries(await buildPlayground())) {
    writeFileSync(`${dist}playground/${name}`, text);
  }
}

/** The declarations of the modules, and beside each module the file that leads to its own. */
function writeTypes() {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${root}tsconfig.types.json`,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
  );
  if (!config) throw new Error("tsconfig.types.json: not found");
  const { diagnostics } = ts.createProgram(config.fileNames, config.options).emit();
  diagnostics.forEach(fail);
  // What is a declaration already is not emitted.
  cpSync(`${root}src/frameworks.d.ts`, `${dist}types/frameworks.d.ts`);
  for (const [name, { entryPoints }] of Object.entries(BUNDLES)) {
    const [, path] = /^src\/(.*index)\.ts$/.exec(entryPoints[0]) ?? [];
    if (!path) continue;
    const lines = [
      `export * from "./types/${path}.js";`,
      'import type {} from "./types/frameworks.js";',
    ];
    writeFileSync(`${dist}${name.replace(/\.mjs$/, ".d.ts")}`, `${lines.join("\n")}\n`);
  }
  // The one-script-tag file exports nothing; without this, TypeScript takes the module's types for it.
  writeFileSync(`${dist}kakao-chat-global.d.ts`, 'import type {} from "./kakao-chat.js";\n');
}

/** @param {ts.Diagnostic} diagnostic */
function fail({ messageText }) {
  throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/**
 * Our licence, and those of what is inside the bundles, which ask to go with every copy.
 *
 * @param {{ packages: string[] }[]} bundles
 */
function joinLicenses(bundles) {
  const own = readFileSync(`${root}LICENSE`, "utf8");
  const folders = [...new Set(bundles.flatMap(({ packages }) => packages))].sort();
  const others = folders.map((folder) => {
    const name = folder.replace(/^.*node_modules\//, "");
    return `\n\nParts of ${name}:\n\n${readLicense(folder)}`;
  });
  return own + others.join("");
}

/** @param {string} folder of a package, which calls its licence's file as it likes */
function readLicense(folder) {
  const file = readdirSync(root + folder).find((each) => /^licen[cs]e([-.]\w+)*$/i.test(each));
  if (!file) throw new Error(`${folder}: no licence among its files`);
  return readFileSync(`${root}${folder}/${file}`, "utf8");
}

await build();
