import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import esbuild from "esbuild";

/**
 * What the build is made of, as CycloneDX 1.6: the built files with their hashes, the packages inside
 * them, and the packages that `build.mjs` builds them with. It has neither a date nor a serial number, so
 * that the bytes stay the same.
 *
 * @param {string} root the repository's folder
 * @param {{ name: string, js: string, packages: string[] }[]} bundles what has been built, each with the folders
 *   of the packages inside it
 */
export async function buildSbom(root, bundles) {
  const { version, license } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8"));
  const describe = (/** @type {string} */ folder) =>
    describePackage(folder.replace(/^.*node_modules\//, ""), packages[folder]);
  const product = describePackage("kakao-chat-button", { version, license });
  const inside = [...new Set(bundles.flatMap((each) => each.packages))].sort().map(describe);
  const tools = (await findTools(root)).map(describe);
  const bom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { tools: { components: tools }, component: product },
    components: [...inside, ...bundles.map(describeFile)],
    dependencies: [
      { ref: product["bom-ref"], dependsOn: bundles.map(({ name }) => `dist/${name}`) },
      ...bundles.map((each) => ({
        ref: `dist/${each.name}`,
        dependsOn: each.packages.map((folder) => describe(folder)["bom-ref"]),
      })),
    ],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

/**
 * @param {string} name
 * @param {{ version: string, license: string }} entry as in `package-lock.json`
 */
function describePackage(name, { version, license }) {
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const licenses = [{ license: { id: license } }];
  return { type: "library", "bom-ref": purl, name, version, licenses, purl };
}

/** @param {{ name: string, js: string }} bundle */
function describeFile({ name, js }) {
  const hashes = ["SHA-256", "SHA-384"].map((alg) => ({
    alg,
    content: createHash(alg.replace("-", "").toLowerCase()).update(js).digest("hex"),
  }));
  return { type: "file", "bom-ref": `dist/${name}`, name: `dist/${name}`, hashes };
}

/**
 * The folders of the packages that the build imports, by esbuild's own account: a list kept by hand forgets one.
 *
 * @param {string} root
 */
async function findTools(root) {
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["build.mjs"],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    tsconfigRaw: {},
    metafile: true,
    write: false,
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const folders = imports
    .filter(({ path, external }) => external && !path.startsWith("node:"))
    .map(({ path }) => `node_modules/${path}`);
  return [...new Set(folders)].sort();
}
