import { toAttributeName } from "../../../src/options/fields.js";
import { BUILT, type FileName } from "../build-facts.js";
import type { Pair } from "./button.js";
import { escapeAttribute } from "./markup.js";

/**
 * A tag with the file's hash: on another host, a changed file does not run. On the page's own host a hash protects
 * nothing, and a builder that packs its files would break it.
 */
export function buildScriptTag(folder: string, file: FileName, data: Pair[] = []): string {
  const attributes = data
    .map(([name, value]) => ` data-${toAttributeName(name)}="${escapeAttribute(value)}"`)
    .join("");
  const address = escapeAttribute(folder + file);
  const check = isOwnHost(folder)
    ? ""
    : ` integrity="${BUILT.files[file].integrity}" crossorigin="anonymous"`;
  return `<script src="${address}"${check}${attributes} defer></script>`;
}

/** Whether the scripts are kept beside the page. */
export function isOwnHost(folder: string): boolean {
  return folder.startsWith("/");
}
