/**
 * Finds Debian's `python3-jwcrypto`, or installs it where root may: `node test/find-jwcrypto.mjs`,
 * before the unit tests. Without it they skip what it would open, and say so.
 */

import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PACKAGE = "python3-jwcrypto";

/** The system's Python: Debian's packages are no other's. */
export function hasJwcrypto() {
  return spawnSync("/usr/bin/python3", ["-c", "import jwcrypto"]).status === 0;
}

function install() {
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", PACKAGE]]) {
    console.log(`$ apt-get ${args.join(" ")}`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", args, { stdio: "inherit", env });
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (!hasJwcrypto() && process.getuid?.() === 0) install();
  console.log(
    hasJwcrypto()
      ? `${PACKAGE}: found`
      : `${PACKAGE}: not found; sealed extras are opened by jose only. On Debian: apt-get install ${PACKAGE}`,
  );
}
