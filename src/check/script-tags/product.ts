import type { OldElement } from "../../convert/read/markup/element.js";
import type { ParsedPage } from "../parse-page.js";
import type { PagePolicy } from "../policies/page-policies.js";
import { FILES } from "../product-files.js";
import type { LoadedFile, ScriptTag } from "./loaded-file.js";
import { findElsewhere, findLoader, findSettingScript } from "./loaders.js";
import { findMadeLauncher } from "./made-launcher.js";
import { findModules, type Modules } from "./modules.js";
import { listFromPages } from "./no-script.js";
import { findCore, listScriptTags } from "./script-tags.js";
import { listUntagged } from "./untagged.js";
import { findWaiting, type Waiting } from "./waiting.js";

/** The product's files that a page loads. */
export interface ProductFiles {
  /** Script tags by which the files find themselves. */
  tags: readonly ScriptTag[];
  modules: Modules;
  /** Files that run without such a tag. */
  untagged: readonly LoadedFile[];
  /** Addresses of pages about a file, in place of the file's own. */
  fromPages: readonly LoadedFile[];
  /** The tag that serves the buttons. */
  core: ScriptTag | null;
}

/** What starts the buttons of a page, or may start them. */
export interface Start {
  /** A script's tag, or a module that calls `start()`. */
  starter: OldElement | null;
  /** A tag whose address waits for a loader that is not there. */
  waiting: Waiting | null;
  /** A tag manager or an app, which may bring the script later; `""` if there is none. */
  loader: string;
  /** What else may bring the script: `""` if it has no name, `null` if nothing can. */
  elsewhere: string | null;
  /** A script that is not read here may set the page's options. */
  isSetElsewhere: boolean;
}

/** The launcher of a page. */
export interface Launcher {
  element: OldElement;
  /** A script makes its tag. */
  isMade: boolean;
}

/** What a page has of the product. */
export interface Product extends ProductFiles, Start {
  launcher: Launcher | null;
}

/** Finds what a page has of the product. */
export function findProduct(parsed: ParsedPage, policies: readonly PagePolicy[]): Product {
  const files = findFiles(parsed, policies);
  return {
    ...files,
    ...findStart(parsed, files),
    launcher: findLauncher(parsed.facts.root, files.tags),
  };
}

function findFiles(
  { page, facts: { root }, without }: ParsedPage,
  policies: readonly PagePolicy[],
): ProductFiles {
  const tags = listScriptTags(root, page.url, policies);
  const modules = findModules(root, page.url);
  const core = findCore(tags);
  const isWanted = !modules.starter && /\sdata-kakao-chat\b/.test(page.html);
  return {
    tags,
    modules,
    untagged: listUntagged(root, page.url, without),
    fromPages: core ? [] : listFromPages(root, isWanted),
    core,
  };
}

function findStart({ page, facts }: ParsedPage, files: ProductFiles): Start {
  const { modules, untagged, fromPages, core } = files;
  const ours = [...files.tags, ...listOtherFiles(files)];
  const loader = findLoader(facts.root, ours);
  const waiting = core || loader ? null : findWaiting(facts, page, ours);
  const [first = waiting] = [core, modules.starter, ...untagged, ...fromPages].filter(Boolean);
  const elsewhere = first ? null : loader || findElsewhere(facts, page, ours);
  return {
    starter: first?.element ?? null,
    waiting,
    loader,
    elsewhere,
    // What is not in the HTML may come with an app or a tag manager: nothing is missing for sure.
    isSetElsewhere:
      loader !== "" || elsewhere !== null || findSettingScript(facts.root, ours) !== "",
  };
}

/** Lists all files but those of the tags. */
export function listOtherFiles({ modules, untagged, fromPages }: ProductFiles): LoadedFile[] {
  return [...modules.all, ...untagged, ...fromPages];
}

function findLauncher(root: OldElement, tags: readonly ScriptTag[]): Launcher | null {
  const linked = tags.find(({ file }) => file === FILES.launcher);
  if (linked) return { element: linked.element, isMade: false };
  const made = findMadeLauncher(root);
  return made && { element: made, isMade: true };
}
