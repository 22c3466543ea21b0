import type { Facts } from "../../read/read.js";
import { withSums } from "./sums.js";

/** Words that begin a statement: no expression can say a member of such a name without its object. */
const RESERVED =
  /^(?:case|class|catch|const|continue|debugger|default|delete|do|else|enum|export|extends|finally|for|function|if|import|in|instanceof|new|package|private|public|return|static|super|switch|throw|try|typeof|var|void|while|with|yield)$/;

/** A component's expression as its markup says it: without `this.`, and with refs without their `.value`. */
export function toMarkup(
  code: string,
  { refs, language }: Pick<Facts, "refs" | "language">,
): string {
  if (language === "jsx" || language === "lit") return code;
  const said = language === "angular" ? withSums(code) : code;
  return said
    .replace(/\bthis\.([\w$]*)/g, (_, name: string) => ownerOf(name, language) + name)
    .replace(/(^|[^.\w$])([\w$]+)\.value\b/g, (all, before: string, name: string) =>
      refs.has(name) ? before + name : all,
    );
}

/** What a component's member is said of in its markup: of nothing, unless its name is a word of the language. */
export function ownerOf(name: string, language: Facts["language"]): string {
  if (!RESERVED.test(name)) return "";
  return language === "vue" ? "$data." : "this.";
}
