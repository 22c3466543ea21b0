import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** The hashes of the package's own files, which stand beside this one: that of `sri.json`, then the other algorithms'. */
export function readOwnHashes(folder: string): Record<string, string> {
  try {
    const list: Record<string, string> = JSON.parse(
      readFileSync(new URL("sri.json", folder), "utf8"),
    );
    return Object.fromEntries(
      Object.entries(list).map(([file, hash]) => {
        const content = readFileSync(new URL(file, folder));
        const others = ["sha256", "sha512"].map(
          (name) => `${name}-${createHash(name).update(content).digest("base64")}`,
        );
        return [file, [hash, ...others].join(" ")];
      }),
    );
  } catch {
    return {};
  }
}
