/**
 * What the build is made of: a CycloneDX list of the built files with their hashes, of the packages
 * inside them, and of the tools. Without a date or a serial number, so that the bytes stay the same.
 */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";

const { Component, Metadata, SpdxLicense, Tools } = Models;
const { ComponentType, HashAlgorithm, ComponentScope } = Enums;

const TOOLS = ["esbuild", "terser", "typescript", "dts-bundle-generator"];

/** The specification's version, for whoever validates the result. */
export const SPEC = Spec.Version.v1dot6;

/**
 * @param {string} root the repository's folder
 * @param {{ name: string, bytes: Buffer, packages: string[] }[]} files what has been built, each with the
 *   names of the packages inside it
 */
export function buildSbom(root, files) {
  const product = describePackage(`${root}package.json`);
  const bom = new Models.Bom({
    metadata: new Metadata({
      component: product,
      tools: new Tools({
        components: new Models.ComponentRepository(
          TOOLS.map((name) => describePackage(findManifest(root, name))),
        ),
      }),
    }),
  });
  const inside = new Map(
    files
      .flatMap(({ packages }) => packages)
      .map((name) => [name, describePackage(findManifest(root, name))]),
  );
  for (const component of inside.values()) {
    component.scope = ComponentScope.Required;
    bom.components.add(component);
  }
  for (const file of files) {
    const component = describeFile(file);
    for (const name of file.packages) {
      const dependency = inside.get(name);
      if (dependency) component.dependencies.add(dependency.bomRef);
    }
    bom.components.add(component);
    product.dependencies.add(component.bomRef);
  }
  const normalize = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(normalize).serialize(bom, { sortLists: true, space: 2 })}\n`;
}

/**
 * @param {string} root
 * @param {string} name
 */
function findManifest(root, name) {
  return `${root}node_modules/${name}/package.json`;
}

/** @param {string} manifest */
function describePackage(manifest) {
  const { name, version, license, description } = JSON.parse(readFileSync(manifest, "utf8"));
  const purl = `pkg:npm/${name}@${version}`;
  return new Component(ComponentType.Library, name, {
    bomRef: purl,
    version,
    description,
    licenses: new Models.LicenseRepository([new SpdxLicense(license)]),
    purl,
  });
}

/** @param {{ name: string, bytes: Buffer }} file */
function describeFile({ name, bytes }) {
  /** @type {[Enums.HashAlgorithm, string][]} */
  const hashes = [
    [HashAlgorithm["SHA-256"], createHash("sha256").update(bytes).digest("hex")],
    [HashAlgorithm["SHA-384"], createHash("sha384").update(bytes).digest("hex")],
  ];
  return new Component(ComponentType.File, `dist/${name}`, {
    bomRef: `dist/${name}`,
    hashes: new Models.HashDictionary(hashes),
  });
}
