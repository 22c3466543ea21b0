import type { ImportDeclaration } from "@babel/types";
import { noteMaker } from "../../frameworks/compiled.js";
import type { Context } from "../context.js";
import type { Imports } from "../run-parts.js";
import type { Value } from "../value.js";

/** `import $ from "jquery"`: the page itself has none of these names. */
export function declareImports(
  { specifiers, source }: ImportDeclaration,
  { scope }: Context,
  imports: Imports,
): void {
  for (const specifier of specifiers) {
    const { name } = specifier.local;
    imports.names.add(name);
    imports.modules.set(name, source.value);
    noteMaker(specifier, imports);
    scope.declare(name, readImport(specifier, source.value));
  }
}

const LIBRARIES = new Map(
  Object.entries({
    qs: "qs",
    querystring: "qs",
    "node:querystring": "qs",
    "query-string": "qs",
    axios: "axios",
    jquery: "$",
  }),
);

/** What a module gives, if that is known: nothing else of it is. */
function readImport(
  specifier: ImportDeclaration["specifiers"][number],
  source: string,
): Value | null {
  if (source === "@angular/common/http" && specifier.local.name === "HttpParams")
    return { kind: "native", name: "HttpParams" };
  const library = LIBRARIES.get(source);
  if (library === undefined) return null;
  const imported = specifier.type === "ImportSpecifier" ? specifier.imported : null;
  const name = imported?.type === "Identifier" ? `${library}.${imported.name}` : library;
  return { kind: "native", name };
}
