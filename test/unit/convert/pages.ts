import { readdirSync, readFileSync } from "node:fs";

/**
 * Pages as shops have them, each in a file of its own in `pages/`: what is pasted, then what has to come
 * of it, down to the letter.
 */
export interface OldPage {
  name: string;
  code: string;
  /** The new button, and the script that stands beside it. */
  button: string;
  script: string;
  /** The codes of all findings and problems, in order of their numbers. */
  codes: string;
}

const FOLDER = new URL("./pages/", import.meta.url);
const PARTS = /^([\s\S]*?)\n=== button\n([\s\S]*?)(?:=== script\n([\s\S]*?))?=== codes\n(.*)\n$/;

export const OLD_PAGES: OldPage[] = readdirSync(FOLDER).map((file) => {
  const [, code, button, script = "", codes] =
    PARTS.exec(readFileSync(new URL(file, FOLDER), "utf8")) ?? [];
  if (code === undefined || button === undefined || codes === undefined)
    throw new Error(`${file}: expected "=== button" and "=== codes"`);
  return { name: file.replace(/\.txt$/, ""), code, button, script, codes };
});
