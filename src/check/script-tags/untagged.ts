import { attribute, type OldElement, walk } from "../../convert/read/markup/element.js";
import { type Problem, reporterFor } from "../../problems.js";
import type { Collector } from "../collector.js";
import { FILES, findFileName, servesButtons } from "../product-files.js";
import { resolve } from "./address.js";
import { listCopies, type WithoutCopies } from "./copies.js";
import type { LoadedFile } from "./loaded-file.js";
import { isSetting } from "./misspelt.js";
import { parsePackageAddress } from "./package-address.js";
import { findRun, isInert } from "./running.js";

/** A file's name, in any letters, and what was put before its end. */
const NAME = /(?:^|\/)kakao-chat(-launcher)?([^/]{0,60})\.js$/i;
/** A version, a hash, the number of a download. */
const ADDED = /^(?:[-._ ]?v?\d[\d.]*|[-.][\da-f]{6,40}|(?:%20| )?\(\d+\)|[-.]min){0,3}$/i;

/** Files of the product that run without a tag that they would find. */
export function listUntagged(
  root: OldElement,
  page: URL | null,
  without: WithoutCopies,
): LoadedFile[] {
  return [...listRenamed(root, page), ...listCopies(root, without)];
}

/** Says which of them have settings, which are lost. */
export function reportLost(
  untagged: readonly LoadedFile[],
  { addProblems }: Pick<Collector, "addProblems">,
): void {
  for (const { element, file, src } of untagged.filter(({ element }) => hasSettings(element))) {
    const problems: Problem[] = [];
    reporterFor(problems, "script")("KC601", `a <script> whose file is called ${file}`, "none");
    const address = src || "<script>";
    addProblems(problems, { label: "", element, values: { file, address } });
  }
}

/** Scripts of the product by another address than the file looks for, so that it does not find its tag. */
function listRenamed(root: OldElement, page: URL | null): LoadedFile[] {
  return [...walk(root)].flatMap((element) => {
    const isRun = element.name === "script" && !isInert(element) && findRun(element).when === "now";
    const src = isRun ? attribute(element, "src").trim() : "";
    const [path = ""] = src.split(/[?#]/);
    const match = NAME.exec(path);
    const name = findFileName(path);
    const isOwnName = name !== null && servesButtons(name);
    // Another site's own file may be called so, too; what a setting stands on is ours.
    const isRenamed = match && ADDED.test(match[2] ?? "") && !isOwnName && hasSettings(element);
    const parsed = parsePackageAddress(path);
    // CDNs answer with its file.
    const isPackageAlone = parsed?.isCdn && parsed.path === "";
    if (!isRenamed && !isPackageAlone) return [];
    const file = match?.[1] ? FILES.launcher : FILES.core;
    return [{ file, element, src, url: resolve(src, page) }];
  });
}

/** Whether a tag says something for the whole page. */
function hasSettings({ attributes }: OldElement): boolean {
  return [...attributes.keys()].some(isSetting);
}
