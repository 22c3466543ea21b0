/**
 * The browsers' fonts on Linux: DejaVu alone, whatever the machine has. A text has the same size
 * everywhere, and Hangul has no glyph anywhere, so that no test can depend on one.
 *
 * Playwright runs this once, before the workers, which inherit the variable.
 */

import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { findFonts } from "../../find-browsers.mjs";

export default function makeFonts(): (() => void) | undefined {
  const fonts = findFonts();
  // Then the machine's own serve: the pages of the tests give sizes to what is clicked.
  if (fonts.length === 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "kakao-chat-fonts-"));
  for (const path of fonts) symlinkSync(path, join(folder, basename(path)));
  const file = join(folder, "fonts.conf");
  writeFileSync(file, renderConfig(folder));
  process.env.FONTCONFIG_FILE = file;
  return () => rmSync(folder, { recursive: true, force: true });
}

function renderConfig(folder: string): string {
  const preferred = Object.entries({
    serif: "DejaVu Serif",
    "sans-serif": "DejaVu Sans",
    monospace: "DejaVu Sans Mono",
  }).map(
    ([generic, family]) =>
      `<alias><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${folder}</cachedir>
  ${preferred.join("\n  ")}
</fontconfig>
`;
}
