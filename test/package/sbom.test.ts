import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { describe, expect, it, vi } from "vitest";
import { version } from "../../package.json";
import lock from "../../package-lock.json";
import { BUNDLES, bundle } from "../../tools/bundle.mjs";

// The schema is large, and a machine may be slow.
vi.setConfig({ testTimeout: 60_000 });

const text = readFileSync(new URL("../../dist/sbom.cdx.json", import.meta.url), "utf8");
const { components, metadata, dependencies } = JSON.parse(text);
const SPEC = Spec.Version.v1dot6;
const names = Object.keys(BUNDLES);

interface Component {
  type: string;
  name: string;
  version: string;
  hashes: { alg: string; content: string }[];
}

const ofType = (type: string): Component[] =>
  components.filter((component: Component) => component.type === type);

/** https://github.com/package-url/purl-spec: a scope's `@` is encoded. */
function toPurl({ name, version }: { name: string; version: string }): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

describe("sbom.cdx.json", () => {
  it("is CycloneDX", async () => {
    expect(await new Validation.JsonStrictValidator(SPEC).validate(text)).toBe(null);
  });

  it("would not be, with a word that the format does not know", async () => {
    const other = JSON.stringify({ ...JSON.parse(text), bomFormat: "Other" });
    expect(await new Validation.JsonStrictValidator(SPEC).validate(other)).not.toBe(null);
  });

  it("says which version this is, and by what it was built", () => {
    expect(metadata.component).toMatchObject({ name: "kakao-chat-button", version });
    const tools = metadata.tools.components.map(({ name, version }: Component) => [name, version]);
    const locked = Object.entries(lock.packages).map(([path, { version }]) => [path, version]);
    for (const [name, version] of tools) {
      expect(locked).toContainEqual([`node_modules/${name}`, version]);
    }
    expect(tools.map(([name]: string[]) => name)).toEqual([
      "esbuild",
      "marked",
      "marked-gfm-heading-id",
      "typescript",
    ]);
  });

  it("has the hashes of each bundle", () => {
    const files = ofType("file");
    expect(files.map(({ name }) => name)).toEqual(names.map((name) => `dist/${name}`));
    for (const { name, hashes } of files) {
      const bytes = readFileSync(new URL(`../../${name}`, import.meta.url));
      expect(hashes.map(({ alg }) => alg)).toEqual(["SHA-256", "SHA-384"]);
      for (const { alg, content } of hashes) {
        const hash = createHash(alg.replace("SHA-", "sha")).update(bytes).digest("hex");
        expect(content, `${name} ${alg}`).toBe(hash);
      }
    }
  });

  it.each(names)("names the packages that are inside %s", async (name) => {
    const { packages } = await bundle(name);
    const purls = packages.map((folder) => {
      const { version } = lock.packages[folder as keyof typeof lock.packages];
      const name = folder.replace(/^.*node_modules\//, "");
      return toPurl({ name, version });
    });
    const file = dependencies.find(({ ref }: { ref: string }) => ref === `dist/${name}`);
    expect(file.dependsOn).toEqual(purls);
    const listed = ofType("library").map(toPurl);
    expect(listed).toEqual(expect.arrayContaining(purls));
  });
});
