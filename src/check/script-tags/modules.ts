import type { Node } from "@babel/types";
import { attribute, type OldElement, textOf, walk } from "../../convert/read/markup/element.js";
import { listChildren } from "../../convert/read/script/references.js";
import { FILES, MODULE_FILES } from "../product-files.js";
import { listInlineScripts, nameOf, parseInline, walkScript } from "../scripts/scripts.js";
import { resolve } from "./address.js";
import type { LoadedFile } from "./loaded-file.js";
import { parsePackageAddress } from "./package-address.js";
import { findRun, isInert, isModule } from "./running.js";

/** A script that loads the product's ES module. */
export interface ModuleScript extends LoadedFile {
  /** The file that starts by a tag alone. */
  script: string;
}

export interface Modules {
  all: ModuleScript[];
  /** One that calls `start()`; an import alone starts nothing. */
  starter: ModuleScript | null;
}

const MODULE_FILE = /(?:^|[\\/])kakao-chat(-launcher)?\.mjs(?:[?#]|$)/;

/** What names a module of the product. */
interface ModuleName {
  which: keyof typeof MODULE_FILES;
  /** The package's name, which only an import map or a bundler knows. */
  isPackage: boolean;
}

/** The module of the product that an `import` or a `src` names: by the package, or by the file. */
export function findModuleName(source: string): ModuleName | null {
  const { isBare, version, path } = parsePackageAddress(source) ?? {};
  const isLauncher = path === "/launcher";
  if (isBare && version === "" && (isLauncher || path === ""))
    return { which: isLauncher ? "launcher" : "core", isPackage: true };
  const match = MODULE_FILE.exec(source);
  return match && { which: match[1] ? "launcher" : "core", isPackage: false };
}

/** The scripts that load `kakao-chat.mjs`: by their `src`, or by an `import` of their own. */
export function findModules(root: OldElement, page: URL | null): Modules {
  const linked = [...walk(root)].flatMap((element) => {
    const isRun = element.name === "script" && !isInert(element) && findRun(element).when === "now";
    return isRun ? toModule(element, attribute(element, "src").trim(), page) : [];
  });
  const inline = listInlineScripts(root).filter(
    (element) => isModule(element) && /kakao-chat/.test(textOf(element)),
  );
  const read = inline.map((element) => readModule(element, page));
  return {
    all: [...linked, ...read.flatMap(({ found }) => found)],
    starter: read.find(({ isStarting }) => isStarting)?.found[0] ?? null,
  };
}

/** The modules that are imported by the package's name, where no import map says what that is. */
export function listUnknownNames(
  root: OldElement,
  modules: readonly ModuleScript[],
): ModuleScript[] {
  const hasMap = [...walk(root)].some(
    (element) => element.name === "script" && /importmap/i.test(attribute(element, "type")),
  );
  const isName = ({ element, src }: ModuleScript) => {
    const parsed = parsePackageAddress(src);
    return !element.attributes.has("src") && parsed?.isBare && parsed.version === "";
  };
  return hasMap ? [] : modules.filter(isName);
}

function toModule(element: OldElement, src: string, page: URL | null): ModuleScript[] {
  const name = findModuleName(src);
  if (!name) return [];
  const url = !name.isPackage && /[.:/]/.test(src) ? resolve(src, page) : null;
  return [{ element, src, url, file: MODULE_FILES[name.which], script: FILES[name.which] }];
}

/** What an inline module imports of the product, and whether it uses the function that starts it. */
function readModule(
  element: OldElement,
  page: URL | null,
): { found: ModuleScript[]; isStarting: boolean } {
  const found: ModuleScript[] = [];
  const names = new Set(["start", "startLauncher"]);
  const imported = new Set<Node>();
  let isStarting = false;
  for (const { node } of walkScript(parseInline(element), () => false)) {
    const source = findSource(node);
    if (source) found.push(...toModule(element, source, page));
    if (node.type === "ImportSpecifier") {
      for (const name of listChildren(node)) imported.add(name);
      const { imported: theirs, local } = node;
      if (theirs.type === "Identifier" && names.has(theirs.name)) names.add(local.name);
    }
    const isName = node.type === "Identifier" && !imported.has(node) && names.has(node.name);
    if (isName || names.has(nameOf(node))) isStarting = true;
  }
  return { found, isStarting: isStarting && found.length > 0 };
}

/** What `import "a"`, `import {} from "a"` and `import("a")` name. */
function findSource(node: Node): string {
  if (node.type === "ImportDeclaration") return node.source.value;
  if (node.type !== "CallExpression" || node.callee.type !== "Import") return "";
  const [source] = node.arguments;
  return source?.type === "StringLiteral" ? source.value : "";
}
