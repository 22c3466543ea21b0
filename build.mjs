import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildPlayground } from "./demo/build-playground.mjs";
import { buildSbom } from "./tools/build-sbom.mjs";
import { BUNDLES, bundle } from "./tools/bundle.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Writes `dist/`, the same bytes each time. The CDN's folder in it keeps what it has published. */
async function build() {
  mkdirSync(`${root}dist`, { recursive: true });
  for (const name of readdirSync(`${root}dist`)) {
    if (name !== "cdn") rmSync(`${root}dist/${name}`, { recursive: true });
  }
  const files = [];
  for (const name of Object.keys(BUNDLES)) {
    const { js, map, packages } = await bundle(name);
    writeFileSync(`${root}dist/${name}`, js);
    writeFileSync(`${root}dist/${name}.map`, map);
    files.push({ name, bytes: Buffer.from(js), packages });
  }
  writeTypes();
  writeFileSync(`${root}dist/sbom.cdx.json`, buildSbom(root, files));
  writeFileSync(
    `${root}dist/LICENSES.txt`,
    joinLicenses([...new Set(files.flatMap(({ packages }) => packages))]),
  );
  mkdirSync(`${root}dist/playground`);
  for (const [name, text] of Object.entries(await buildPlayground())) {
    writeFileSync(`${root}dist/playground/${name}`, text);
  }
}

function writeTypes() {
  const path = `${root}dist/kakao-chat.d.ts`;
  execFileSync(
    process.execPath,
    [
      `${root}node_modules/dts-bundle-generator/dist/bin/dts-bundle-generator.js`,
      "--silent",
      "--no-banner",
      "--inline-declare-global",
      "--export-referenced-types=false",
      "--project=tsconfig.json",
      `--out-file=${path}`,
      "src/index.ts",
    ],
    { cwd: root, stdio: "inherit" },
  );
  const frameworks = readFileSync(`${root}src/frameworks.d.ts`, "utf8")
    .replace(/^import .*\n/gm, "")
    .replace(/^declare module/gm, "// @ts-ignore: only where its types are there.\n$&");
  writeFileSync(path, readFileSync(path, "utf8") + frameworks);
  // The one-script-tag file exports nothing; without this, TypeScript takes the module's types for it.
  writeFileSync(`${root}dist/kakao-chat-global.d.ts`, 'import type {} from "./kakao-chat.js";\n');
}

/**
 * Our licence, and those of what is inside the bundles, which ask to go with every copy.
 *
 * @param {string[]} packages
 */
function joinLicenses(packages) {
  const own = readFileSync(`${root}LICENSE`, "utf8");
  const others = packages.map((name) => {
    const text = readFileSync(`${root}node_modules/${name}/LICENSE.md`, "utf8");
    return `\n\nParts of ${name}:\n\n${text}`;
  });
  return own + others.join("");
}

await build();
