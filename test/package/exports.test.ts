/** Every export of the sources has somebody who imports it, as the compiler reads them. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Who imports: the tests as well, which call what is pure. */
const FOLDERS = ["src", "demo", "test", "tools"];
/** What packages and esbuild import, or a `<script>` has. */
const ENTRIES = ["src/index.ts", "src/launcher/index.ts", "src/seal/text-coders.ts"];

const paths = FOLDERS.flatMap((folder) =>
  readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path}`)
    .filter((path) => /\.m?ts$|\.mjs$/.test(path) && !/node_modules|\.d\.ts$/.test(path)),
);
const files = new Map(
  paths.map((path) => [
    path,
    ts.createSourceFile(path, readFileSync(ROOT + path, "utf8"), ts.ScriptTarget.Latest, true),
  ]),
);

/** The names that a file imports, each as `src/file.ts name`; all of a file, `src/file.ts *`. */
function listImports(path: string, file: ts.SourceFile): string[] {
  const find = (name: string) => {
    const address = resolve("/", dirname(path), name).slice(1);
    return [address.replace(/\.js$/, ".ts"), `${address}.ts`].find((one) => files.has(one)) ?? "";
  };
  const visit = (node: ts.Node): string[] => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const from = node.moduleSpecifier as ts.StringLiteral | undefined;
      const list = ts.isImportDeclaration(node)
        ? node.importClause?.namedBindings
        : node.exportClause;
      const names = list && "elements" in list ? [...list.elements] : null;
      if (!from) return [];
      return names
        ? names.map(({ name, propertyName }) => `${find(from.text)} ${(propertyName ?? name).text}`)
        : [`${find(from.text)} *`];
    }
    const isDynamic =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const [argument] = isDynamic ? node.arguments : [];
    const all = argument && ts.isStringLiteral(argument) ? [`${find(argument.text)} *`] : [];
    return [...all, ...node.getChildren().flatMap(visit)];
  };
  return visit(file);
}

/** The values that a file exports. A type's name is for who reads what is made of it. */
function listExports(file: ts.SourceFile): string[] {
  return file.statements.flatMap((node) => {
    const isExported =
      ts.canHaveModifiers(node) &&
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(node))
      return node.declarationList.declarations.map(({ name }) => name.getText());
    const isValue = ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node);
    return isValue && node.name ? [node.name.text] : [];
  });
}

describe("what a file of src/ exports", () => {
  it("is imported by another file", () => {
    const used = new Set([...files].flatMap(([path, file]) => listImports(path, file)));
    const unused = [...files]
      .filter(([path]) => path.startsWith("src/") && !ENTRIES.includes(path))
      .filter(([path]) => !used.has(`${path} *`))
      .flatMap(([path, file]) => listExports(file).map((name) => `${path} ${name}`))
      .filter((one) => !used.has(one));
    expect(unused).toEqual([]);
  });
});
