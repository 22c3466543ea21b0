import jsTokens from "js-tokens";
import { PhpArrays, toPhp, toScriptClasses, toScriptTexts } from "./php.js";
import { readVbTexts, toBasic } from "./visual-basic.js";

/** PHP in Blade's braces: `{{ "https://..." . auth()->id() }}`. */
export const BLADE = /\$|->|::|["')\]]\s*\.\s/;

/** A script's expression in C#, as Razor shows it. */
function toRazor(code: string): string {
  const shown = code.replace(
    /`([^`]*)`/g,
    (_, text: string) => `$"${text.replace(/\$\{/g, "{").replace(/"/g, '\\"')}"`,
  );
  return /^[\w.]+\((?:[^()]|\([^()]*\))*\)$/.test(shown) ? `@${shown}` : `@(${shown})`;
}

/** How a server's expression is written into a page. */
export function showOf(block: string, isBasic = false): (code: string) => string {
  if (isBasic) return (shown) => `<%= ${toBasic(shown)} %>`;
  if (/^@(?:php|js\()/.test(block)) return (shown) => `{{ ${toPhp(shown)} }}`;
  if (block.startsWith("@")) return toRazor;
  if (block.startsWith("{") && BLADE.test(block)) return (shown) => `{{ ${toPhp(shown)} }}`;
  if (block.startsWith("{")) return (shown) => `{{ ${shown.replace(/ \+ /g, " ~ ")} }}`;
  // What ASP.NET fills in as it binds data, and what it escapes.
  const sign = /^<%[#:]/.exec(block)?.[0] ?? "<%=";
  return block.startsWith("<?")
    ? (shown) => `<?= ${toPhp(shown)} ?>`
    : (shown) => `${sign} ${shown} %>`;
}

/** A server's code as a script: `echo`, `Response.Write`, `.` or `&` between texts, types before names. */
export function toScript(code: string, isMarked = false): string {
  const isPhp = isMarked || /\$\w+|\becho\b/.test(code);
  const isBasic =
    /\b(?:Dim|Response\.Write|End (?:If|Select)|Set)\b/i.test(code) && !/;\s*$/m.test(code);
  const words: string[] = [];
  let isPrinting = false;
  const endPrint = () => {
    if (isPrinting) words.push(")");
    isPrinting = false;
  };
  const isVb = !isPhp && (isBasic || /\bThen\b|\bResponse\.Write\b|\bSession\("/i.test(code));
  const plain = (isPhp ? toScriptTexts(toScriptClasses(code)) : isVb ? readVbTexts(code) : code)
    // `(String) session.getAttribute("no")`
    .replace(/\((?:String|int|Integer|long|Long|Object)\)\s*(?=\w)/g, "")
    .replace(/\bResponse\.Write\b/gi, "echo ")
    // `sb.append("<button>")`, which is printed as a whole.
    .replace(/\bout\.print(?:ln)?\s*\(|\b\w+\.append\s*\((?=\s*"\s*<)/gi, "echo (");
  const arrays = new PhpArrays(words);
  for (const { type, value } of jsTokens(plain)) {
    const last = words.filter((word) => word.trim()).at(-1) ?? "";
    if (isPhp && arrays.write(value)) continue;
    if (type === "IdentifierName" && /^(echo|print)$/i.test(value)) {
      words.push("document.write(");
      isPrinting = true;
    } else if (value === ";" || (isBasic && type === "LineTerminatorSequence")) {
      endPrint();
      words.push(value === ";" ? ";" : ";\n");
    } else if (isPhp && value === "." && /["'`\])\w]$/.test(last)) words.push("+");
    else if (isBasic && value === "&") words.push("+");
    else if (
      type === "IdentifierName" &&
      /^(String|Dim|final|static|public|private|Set)$/i.test(value)
    )
      words.push(" ");
    else if (isPhp && /^elseif$/i.test(value)) words.push("else if");
    else words.push(value);
  }
  endPrint();
  return words.join("");
}
