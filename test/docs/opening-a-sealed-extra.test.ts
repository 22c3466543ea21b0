import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { makeKeys } from "../../src/cli/keys";
import { buildJwe } from "../../src/seal/jwe";
import { parseKey } from "../../src/seal/parse-key";
import { hasJwcrypto } from "../find-jwcrypto.mjs";

// An RSA key takes a busy machine seconds.
vi.setConfig({ testTimeout: 60_000 });

const ROOT = new URL("../../", import.meta.url);
const PAGE = readFileSync(new URL("docs/opening-a-sealed-extra.md", ROOT), "utf8");
const TEXT = "홍길동, 010-1234-5678\n주문 1234";
const KINDS = ["P-256", "X25519", "RSA"];

/** The page's own program, run with the private key and the extra as the page says. */
async function openBy(language: string, kind: string, command: string, ...args: string[]) {
  const program = RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(PAGE)?.[1] ?? "";
  const { publicKey, privateKey } = await makeKeys(kind);
  const extra = await buildJwe(TEXT, parseKey(JSON.stringify(publicKey)));
  const { stdout, stderr } = spawnSync(command, [...args, program, extra], {
    cwd: fileURLToPath(ROOT),
    env: {
      ...process.env,
      KAKAO_CHAT_PRIVATE_KEY: JSON.stringify(privateKey),
      PYTHONIOENCODING: "utf-8",
    },
  });
  expect(stderr.toString()).toBe("");
  return stdout.toString();
}

describe("docs/opening-a-sealed-extra.md", () => {
  it.each(KINDS)("opens an extra with Node for %s", async (kind) => {
    const opened = await openBy("js", kind, process.execPath, "--input-type=module", "--eval");
    expect(opened).toBe(`${TEXT}\n`);
  });

  it.skipIf(!hasJwcrypto()).each(KINDS)("opens an extra with Python for %s", async (kind) => {
    expect(await openBy("python", kind, "/usr/bin/python3", "-c")).toBe(`${TEXT}\n`);
  });

  it.each([
    ["P-256 (the default)", "P-256"],
    ["X25519", "X25519"],
    ["RSA, 2,048 bits", "RSA"],
  ])("says how much fits for %s", async (name, kind) => {
    const { publicKey } = await makeKeys(kind);
    const key = parseKey(JSON.stringify(publicKey));
    const [, letters, hangul] =
      RegExp(`^\\| ${name.replace(/[()]/g, "\\$&")} *\\| (\\d+) *\\| (\\d+) *\\|`, "m").exec(
        PAGE,
      ) ?? [];
    await expect(buildJwe("a".repeat(Number(letters) + 1), key)).rejects.toThrow(
      `with this key ${letters} letters and digits or ${hangul} Hangul fit`,
    );
  });
});
