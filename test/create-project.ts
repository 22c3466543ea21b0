/** Projects that have installed the packed package, as from the registry. */

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

const folders: string[] = [];
let tarball: string | undefined;

/**
 * A copy of a folder in `test/package/projects/` with the package installed by npm, and nothing else but the
 * peers, which are this repository's.
 */
export function createProject(name: string, peers: string[] = []): string {
  tarball ??= pack();
  const folder = createFolder();
  cpSync(join(ROOT, "test/package/projects", name), folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const flags = ["--offline", "--no-audit", "--no-fund", "--cache", join(folder, ".npm")];
  execFileSync("npm", ["install", "--silent", ...flags, tarball], { cwd: folder });
  for (const peer of peers) {
    const link = join(folder, "node_modules", peer);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", peer), link);
  }
  return folder;
}

/** The package as it would be published. */
export function pack(): string {
  const folder = createFolder();
  const said = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return join(folder, said.trim());
}

/** A worker may run further tests of the same file later: they pack anew. */
export function removeProjects(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  tarball = undefined;
}

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kakao-chat-project-"));
  folders.push(folder);
  return folder;
}
