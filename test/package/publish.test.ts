import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { version } from "../../package.json";
import { readBuild } from "../../tools/build-cdn.mjs";
import { publish } from "../../tools/cdn/publish.mjs";

// A version is packed by brotli at its best, and a machine may be slow.
vi.setConfig({ testTimeout: 60_000 });

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kakao-chat-cdn-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A version of one file. */
function put(version: string, text = `// ${version}\n`) {
  return publish(folder, version, { "kakao-chat.js": Buffer.from(text) });
}

const read = (path: string) => readFileSync(join(folder, path), "utf8");
const readJson = (path: string) => JSON.parse(read(path));

/** All that is in the folder, byte for byte. */
function readAll() {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(path, "base64")]));
}

function hash(text: string): string {
  return `sha384-${createHash("sha384").update(text).digest("base64")}`;
}

describe("publish", () => {
  it("puts the built files into the version's folder, each with its two packed ones", () => {
    const files = readBuild();
    publish(folder, version, files);
    for (const [name, bytes] of Object.entries(files)) {
      const place = join(folder, version, name);
      expect(readFileSync(place).equals(bytes), name).toBe(true);
      expect(brotliDecompressSync(readFileSync(`${place}.br`)).equals(bytes), name).toBe(true);
      expect(gunzipSync(readFileSync(`${place}.gz`)).equals(bytes), name).toBe(true);
    }
    expect(readdirSync(join(folder, version))).toHaveLength(3 * Object.keys(files).length);
  });

  it("makes the same folder of an empty one and once more of itself", () => {
    put("1.2.3");
    const before = readAll();
    put("1.2.3");
    expect(readAll()).toEqual(before);
  });

  it("keeps the hashes of all versions", () => {
    put("1.2.3");
    put("1.3.0");
    expect(readJson("sri.json")).toEqual({
      "1.3.0": { "kakao-chat.js": hash("// 1.3.0\n") },
      "1.2.3": { "kakao-chat.js": hash("// 1.2.3\n") },
    });
  });

  it("moves the aliases to the newest version, and leaves the exact ones", () => {
    put("1.2.3");
    const before = read("1.2.3/kakao-chat.js.br");
    expect(put("1.10.0")).toEqual({ "1": "1.10.0", "1.2": "1.2.3", "1.10": "1.10.0" });
    expect(read("1/kakao-chat.js")).toBe("// 1.10.0\n");
    expect(read("1.2/kakao-chat.js")).toBe("// 1.2.3\n");
    expect(read("1.2.3/kakao-chat.js")).toBe("// 1.2.3\n");
    expect(read("1.2.3/kakao-chat.js.br")).toBe(before);
    expect(readJson("versions.json")).toEqual({
      latest: "1.10.0",
      aliases: { "1": "1.10.0", "1.2": "1.2.3", "1.10": "1.10.0" },
      versions: ["1.10.0", "1.2.3"],
    });
  });

  it("does not move an alias back for a repair of an older version", () => {
    put("1.3.0");
    put("2.0.0");
    expect(put("1.2.4")).toEqual({
      "1": "1.3.0",
      "1.2": "1.2.4",
      "1.3": "1.3.0",
      "2": "2.0.0",
      "2.0": "2.0.0",
    });
    expect(readJson("versions.json").latest).toBe("2.0.0");
  });

  it("has no alias for a prerelease", () => {
    put("1.2.3");
    expect(put("1.3.0-rc.1")).toEqual({ "1": "1.2.3", "1.2": "1.2.3" });
    expect(readJson("versions.json")).toMatchObject({
      latest: "1.2.3",
      versions: ["1.3.0-rc.1", "1.2.3"],
    });
    expect(read("1.3.0-rc.1/kakao-chat.js")).toBe("// 1.3.0-rc.1\n");
  });

  it.each<[string, () => void]>([
    ["other bytes", () => put("1.2.3", "// other\n")],
    [
      "another file",
      () =>
        publish(folder, "1.2.3", {
          "kakao-chat.js": Buffer.from("// 1.2.3\n"),
          "more.js": Buffer.from(""),
        }),
    ],
    ["a file less", () => publish(folder, "1.2.3", {})],
  ])("refuses to publish a version again with %s, and changes nothing", (_, again) => {
    put("1.2.3");
    const before = readAll();
    expect(again).toThrow(/^1\.2\.3\/.*a change needs another version \(npm version\)\.$/);
    expect(readAll()).toEqual(before);
  });

  it("says which hash it expected", () => {
    put("1.2.3");
    expect(() => put("1.2.3", "// other\n")).toThrow(
      `1.2.3/kakao-chat.js: expected ${hash("// 1.2.3\n")}, got ${hash("// other\n")}. `,
    );
  });

  it.each<[string, () => void]>([
    [
      "a published version has been changed",
      () => writeFileSync(join(folder, "1.2.3/kakao-chat.js"), ""),
    ],
    ["a published version is gone", () => rmSync(join(folder, "1.2.3"), { recursive: true })],
    ["the list is gone", () => rmSync(join(folder, "sri.json"))],
  ])("publishes nothing more where %s", (_, damage) => {
    put("1.2.3");
    damage();
    const before = readAll();
    expect(() => put("1.3.0")).toThrow(/^1\.2\.3\/kakao-chat\.js: expected /);
    expect(readAll()).toEqual(before);
  });

  it("goes on where an earlier run was interrupted", () => {
    put("1.2.3");
    const before = readAll();
    for (const name of ["1", "sri.json"]) rmSync(join(folder, name), { recursive: true });
    put("1.2.3");
    expect(readAll()).toEqual(before);
  });

  it.each(["", "1", "1.2", "v1.2.3", "1.2.3+build", "../1.2.3", "latest"])(
    "does not take %j for a version",
    (name) => {
      expect(() => put(name)).toThrow(`${name}: no version`);
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});

describe("npm run build:cdn", () => {
  const command = fileURLToPath(new URL("../../tools/build-cdn.mjs", import.meta.url));
  const run = () => spawnSync(process.execPath, [command, folder], { encoding: "utf8" });

  it("publishes this version into the folder that it is told, and says to where the aliases lead", () => {
    const { status, stdout } = run();
    const [major, minor] = version.split(".");
    expect([status, stdout]).toEqual([
      0,
      `${folder}: ${version}\n/${major}/ is ${version}\n/${major}.${minor}/ is ${version}\n`,
    ]);
    expect(Object.keys(readJson("sri.json")[version])).toContain("kakao-chat.js");
  });

  it("fails with one line where the version has been published with other bytes", () => {
    put(version, "// other\n");
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toMatch(/^\d\S+\/\S+: expected .*, got .*\(npm version\)\.\n$/);
  });
});

describe("_headers", () => {
  it("has no header twice for an address, since Pages and Netlify would join the values", () => {
    put("1.2.3");
    put("1.2.4-rc.1");
    put("2.0.0");
    const rules = read("_headers")
      .trim()
      .split("\n\n")
      .map((rule) => rule.split("\n"));
    for (const path of [
      ...["1.2.3", "1.2.4-rc.1", "2.0.0"].map((each) => `/${each}/kakao-chat.js`),
      ...["1", "1.2", "2", "2.0"].map((each) => `/${each}/kakao-chat.js.map`),
      "/sri.json",
      "/versions.json",
    ]) {
      const lines = rules.flatMap(([pattern = "", ...headers]) =>
        toExpression(pattern).test(path) ? headers : [],
      );
      const names = lines.map((line) => line.trim().split(":")[0]);
      expect(names.sort(), path).toEqual([
        "Access-Control-Allow-Origin",
        "Cache-Control",
        "Content-Type",
        "Cross-Origin-Resource-Policy",
        "X-Content-Type-Options",
      ]);
      const isExact = /^\/\d+\.\d+\.\d+/.test(path);
      expect(lines.join().includes("immutable"), path).toBe(isExact);
    }
  });
});

/** By their rule: an asterisk is anything. */
function toExpression(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`);
}
