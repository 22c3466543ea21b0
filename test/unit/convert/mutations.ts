import { transformSync } from "esbuild";

const SCRIPT = /(<script>)([\s\S]*?)(<\/script>)/g;

function changeScripts(code: string, change: (script: string) => string): string {
  return code.replace(SCRIPT, (_, open, script, close) => open + change(script) + close);
}

/** The names that the corpus gives to its own variables. */
const LOCALS =
  /(?<![\w$.'"`-])(base|t|u|url|CFG|d|p|f|from|go|talk|openTalk)(?![\w$'"`-])(?=\s*[=(.),;+?}[]|\s+in\b|\s*\+=)/g;

/** The markup calls the script's functions, which have to stay where it finds them. */
const CALLED = /\son\w+=\\?["']|setAttribute\("on|javascript:|&#\w+;/;

/** The same button as other hands would have written it. */
const ALL: Record<string, (code: string) => string> = {
  "renamed variables": (code) =>
    // What an element's id is called, its script calls it too.
    /\b(?:go|talk|openTalk)\(|\sid="t"/.test(code.replace(SCRIPT, ""))
      ? code
      : changeScripts(code, (script) =>
          script.replace(LOCALS, (name, _, at: number, all: string) =>
            /[{,]\s*$/.test(all.slice(0, at)) && /^\s*:/.test(all.slice(at + name.length))
              ? name
              : `$x_${name}`,
          ),
        ),
  minified: (code) =>
    changeScripts(code, (script) => {
      try {
        return transformSync(script, { minify: true, charset: "utf8" }).code.replace(
          /<\/script/g,
          "<\\/script",
        );
      } catch {
        return script;
      }
    }),
  "inside a function": (code) =>
    CALLED.test(code)
      ? code
      : changeScripts(code, (script) =>
          /\bvar x = ;/.test(script) ? script : `(function () {\n${script}\n})();`,
        ),
  "once the page is ready": (code) =>
    CALLED.test(code) || code.includes("document.write")
      ? code
      : changeScripts(code, (script) =>
          /\bvar x = ;/.test(script)
            ? script
            : `document.addEventListener("DOMContentLoaded", () => {\n${script}\n});`,
        ),
  "Windows line ends and tabs": (code) => code.replace(/\n/g, "\r\n").replace(/> </g, ">\t<"),
  "within a whole page": (code) =>
    /^\s*<(?!html|%|\?|template|script setup)[a-z][\s\S]*>\s*$/.test(code) &&
    !/className|onClick|\bth:/.test(code)
      ? `<!doctype html><html lang="ko"><head><title>상점</title></head><body><main>${code}</main></body></html>`
      : code,
};

/** A component's script has names that its markup uses, and code that is cut off has no end to wrap. */
const IS_FIXED = /export (?:default|let)|script setup|\$props|class A |noopener"$/;

export const MUTATIONS = Object.fromEntries(
  Object.entries(ALL).map(([name, change]) => [
    name,
    (code: string) => (IS_FIXED.test(code) ? code : change(code)),
  ]),
);
