/** Projects that have installed the packed package, as from the registry. */

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const INSTALLED = "node_modules/kakao-chat-button";

const folders: string[] = [];
let packed: Packed | undefined;
let installation: string | undefined;

interface Packed {
  /** Where it lies. */
  tarball: string;
  /** The paths of the files in it, sorted. */
  files: string[];
}

/**
 * A copy of a folder in `test/package/projects/` with the package as npm has installed it, and nothing else
 * but the peers, which are this repository's. Npm installs once; each project has a copy of that.
 */
export function createProject(name: string, peers: string[] = []): string {
  installation ??= install();
  const folder = createFolder();
  cpSync(join(ROOT, "test/package/projects", name), folder, { recursive: true });
  writeManifest(folder);
  cpSync(join(installation, INSTALLED), join(folder, INSTALLED), { recursive: true });
  for (const peer of peers) {
    const link = join(folder, "node_modules", peer);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", peer), link);
  }
  return folder;
}

/** The package as it would be published, packed once for all tests of a file. */
export function packOnce(): Packed {
  packed ??= pack();
  return packed;
}

/** The package as it would be published, packed anew. */
export function pack(): Packed {
  const folder = createFolder();
  const args = ["pack", "--silent", "--json", "--pack-destination", folder];
  const printed = execFileSync("npm", args, { cwd: ROOT, encoding: "utf8" });
  // npm 12 gives an object by name, earlier ones a list.
  const [packed] = Object.values(JSON.parse(printed)) as [
    { filename: string; files: { path: string }[] },
  ];
  return {
    tarball: join(folder, packed.filename),
    files: packed.files.map(({ path }) => path).sort(),
  };
}

/** A worker may run further tests of the same file later: they pack anew. */
export function removeProjects(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  packed = undefined;
  installation = undefined;
}

function install(): string {
  const { tarball } = packOnce();
  const folder = createFolder();
  writeManifest(folder);
  const flags = ["--offline", "--no-audit", "--no-fund", "--cache", join(folder, ".npm")];
  execFileSync("npm", ["install", "--silent", ...flags, tarball], { cwd: folder });
  return folder;
}

function writeManifest(folder: string): void {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
}

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kakao-chat-project-"));
  folders.push(folder);
  return folder;
}
