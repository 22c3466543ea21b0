/**
 * Finds nginx, or installs Debian's where root may: `node test/find-nginx.mjs`, before the tests.
 * Without it, those of the CDN's configuration are skipped, and say so.
 */

import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PACKAGE = "nginx-light";

/** The program; Debian's is not on the path of ordinary users. */
export function findNginx() {
  return ["nginx", "/usr/sbin/nginx"].find(
    (program) => spawnSync(program, ["-v"], { stdio: "ignore" }).status === 0,
  );
}

function install() {
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", PACKAGE]]) {
    console.log(`$ apt-get ${args.join(" ")}`);
    // In runlevel 1 the package starts no server on port 80.
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
    spawnSync("apt-get", args, { stdio: "inherit", env });
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (!findNginx() && existsSync("/etc/debian_version") && process.getuid?.() === 0) install();
  const nginx = findNginx();
  console.log(
    nginx
      ? `nginx: ${nginx}`
      : `nginx: not found; the CDN's configuration is not tested. On Debian: apt-get install ${PACKAGE}; on a Mac: brew install nginx`,
  );
  if (!nginx && process.env.CI) process.exitCode = 1;
}
