import { readFile } from "node:fs/promises";

/** What the parser can read besides, and nobody here asks for: Flow, ESTree, placeholders, V8's own. */
const UNUSED = ["estree", "flow", "v8intrinsic", "placeholders"];

/**
 * The parser as a module, so that esbuild leaves out what is not used of it: a fifth. What it and
 * parse5 say of mistakes, nobody reads; and it need not bring the letters of a name. js-tokens as a
 * module spares every other the wrapper that one of CommonJS among them costs.
 *
 * @type {import("esbuild").Plugin}
 */
export const leanParser = {
  name: "lean-parser",
  setup(build) {
    build.onLoad({ filter: /@babel\/parser\/lib\/index\.js$/ }, async ({ path }) => {
      const { names, contents } = toModule(await readFile(path, "utf8"));
      if (names.length === 0) throw new Error("expected @babel/parser to export by `exports.`");
      return { contents };
    });
    build.onLoad({ filter: /js-tokens\/index\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source.replace("module.exports = jsTokens = ", "jsTokens = ");
      if (contents === source) throw new Error("expected js-tokens to export itself");
      return { contents: `${contents}\nexport default jsTokens;` };
    });
    build.onLoad(
      { filter: /parse5\/dist\/(?:parser|tokenizer|common)\/[\w-]+\.js$/ },
      async ({ path }) => ({
        contents: path.endsWith("error-codes.js")
          ? "export const ERR = {};"
          : withoutErrors(await readFile(path, "utf8")),
      }),
    );
  },
};

/**
 * What parse5 tells of errors: without `onParseError`, it tells nobody.
 *
 * @param {string} source
 */
function withoutErrors(source) {
  return source
    .replace(/\b(?:this|p)\._err\((?:token, )?ERR\.\w+(?:, (?:1|true))?\);/g, ";")
    .replace(/\bERR\.\w+/g, "0");
}

/** A sentence about a mistake, by its name; or a function that makes one. */
const MESSAGE =
  /^(\s+[A-Z]\w+: )(?:"[^"\n]* [^"\n]*"|'[^'\n]* [^\n]*'(?=,?$)|(?:(?:\(\{[^{}]*\}\)|\w+) => )?`(?:[^`\\\n]|\\.)*`(?=,?$))/gm;

/** Babel's own tables of the letters of a name, and what is asked of them. */
const LETTERS = /^let nonASCIIidentifierStartChars = [\s\S]*?^(?=function isIdentifierStart\b)/m;
const IS_START = /return isInAstralSet\(code, astralIdentifierStartCodes\);/;
const IS_PART =
  /return isInAstralSet\(code, astralIdentifierStartCodes\) \|\| isInAstralSet\(code, astralIdentifierCodes\);/;

/**
 * Browsers and Node know these letters themselves.
 *
 * @param {string} source
 */
function withoutLetters(source) {
  for (const part of [LETTERS, IS_START, IS_PART])
    if (!part.test(source)) throw new Error(`expected @babel/parser to have ${part}`);
  const own = [
    "const nonASCIIidentifierStart = /\\p{ID_Start}/u;",
    "const nonASCIIidentifier = /[\\p{ID_Continue}\\u200c\\u200d]/u;",
  ];
  // At the end of a text the code is NaN.
  /** @param {string} letters */
  const ask = (letters) => `return code > 0xffff && ${letters}.test(String.fromCodePoint(code));`;
  return source
    .replace(LETTERS, () => `${own.join("\n")}\n`)
    .replace(IS_PART, ask("nonASCIIidentifier"))
    .replace(IS_START, ask("nonASCIIidentifierStart"));
}

/** @param {string} source CommonJS without a `require` */
function toModule(source) {
  /** @type {string[]} */
  const names = [];
  let contents = source.replace(/^exports\.(\w+) = \1;$/gm, (_, name) => {
    names.push(name);
    return "";
  });
  contents = contents.replace(/^Object\.defineProperty\(exports, '__esModule', \{[^}]*\}\);$/m, "");
  contents = withoutLetters(contents.replace(MESSAGE, '$1""'));
  for (const name of UNUSED) {
    contents = contents.replace(new RegExp(`(const mixinPlugins = \\{[^}]*?)\\b${name},?`), "$1");
  }
  return { names, contents: `${contents}\nexport { ${names.join(", ")} };` };
}
