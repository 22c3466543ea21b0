import { type OldElement, textOf } from "../../convert/read/markup/element.js";
import type { Facts } from "../../convert/read/read.js";
import { parseScript } from "../../convert/read/script/parse-script.js";
import type { Collector } from "../collector.js";
import { isWholePage } from "../markup/whole-page.js";
import { findModuleName } from "../script-tags/modules.js";
import { isModule } from "../script-tags/running.js";
import { listInlineScripts } from "./scripts.js";

/** Names the inline scripts about a chat of which nothing runs, because they do not parse. */
export function listBroken(facts: Facts, add: Collector["add"]): void {
  const { root, pieces } = facts;
  for (const script of listInlineScripts(root)) {
    const text = textOf(script);
    const imported = isOfPage(facts) && !isModule(script) ? findImport(script) : "";
    if (imported) {
      add("KC993", { cause: "import", source: imported }, script);
      continue;
    }
    // What a server fills in may make a script of it.
    if (!/KakaoChat/.test(text) || pieces.has(text)) continue;
    const { unread, cut } = parseScript(text);
    const source = unread[0] ?? cut;
    if (source) add("KC993", { source: source.trim() }, script);
  }
}

/** A component's file has its imports in a `<script>` of its own. */
function isOfPage({ reader, language, source }: Facts): boolean {
  return reader === "markup" && language === "html" && isWholePage(source);
}

/** The product's `import` in a script that is no module; `""` if it has none. */
function findImport(script: OldElement): string {
  const text = textOf(script);
  if (!/\bimport\b/.test(text) || !/kakao-chat/.test(text)) return "";
  const { program, text: read } = parseScript(text);
  const found = program.body.find(
    (node) => node.type === "ImportDeclaration" && findModuleName(node.source.value),
  );
  return found ? read.slice(found.start ?? 0, found.end ?? 0) : "";
}
