import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Validation } from "@cyclonedx/cyclonedx-library";
import { describe, expect, it } from "vitest";
import budgets from "../../budgets.json";
import { version } from "../../package.json";
import lock from "../../package-lock.json";
import { SPEC } from "../../tools/build-sbom.mjs";

const text = readFileSync(new URL("../../dist/sbom.cdx.json", import.meta.url), "utf8");
const { components, metadata, dependencies } = JSON.parse(text);

interface Component {
  type: string;
  name: string;
  version: string;
  hashes: { alg: string; content: string }[];
}

const ofType = (type: string): Component[] =>
  components.filter((component: Component) => component.type === type);

describe("sbom.cdx.json", () => {
  it("is CycloneDX", async () => {
    expect(await new Validation.JsonStrictValidator(SPEC).validate(text)).toBe(null);
  });

  it("would not be, with a word that the format does not know", async () => {
    const other = JSON.stringify({ ...JSON.parse(text), bomFormat: "Other" });
    expect(await new Validation.JsonStrictValidator(SPEC).validate(other)).not.toBe(null);
  });

  it("says which version this is, and by what tools it was made", () => {
    expect(metadata.component).toMatchObject({ name: "kakao-chat-button", version });
    const tools = metadata.tools.components.map(({ name, version }: Component) => [name, version]);
    const locked = Object.entries(lock.packages).map(([path, { version }]) => [path, version]);
    for (const [name, version] of tools) {
      expect(locked).toContainEqual([`node_modules/${name}`, version]);
    }
    expect(tools).toHaveLength(4);
  });

  it("has the hash of each built file", () => {
    const files = ofType("file");
    expect(files.map(({ name }) => name)).toEqual(
      Object.keys(budgets).map((name) => `dist/${name}`),
    );
    for (const { name, hashes } of files) {
      const bytes = readFileSync(new URL(`../../${name}`, import.meta.url));
      for (const { alg, content } of hashes) {
        const hash = createHash(alg.replace("SHA-", "sha")).update(bytes).digest("hex");
        expect(content, `${name} ${alg}`).toBe(hash);
      }
    }
  });

  it("names what is inside them: jose in the seal, nothing elsewhere", () => {
    expect(ofType("library").map(({ name }) => name)).toEqual(["jose"]);
    const users = dependencies.filter(({ dependsOn = [] }: { dependsOn?: string[] }) =>
      dependsOn.some((name) => name.startsWith("pkg:npm/jose@")),
    );
    expect(users.map(({ ref }: { ref: string }) => ref)).toEqual(["dist/kakao-chat-seal.js"]);
  });
});
