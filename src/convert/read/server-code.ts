import jsTokens from "js-tokens";
import { textOf } from "./element.js";
import { readScript } from "./read-script.js";
import type { Run } from "./run.js";
import { Scope } from "./scope.js";

/** Longer than this is an application. */
const LONGEST = 60_000;
const BLOCK = /^<[%?](?:php|=|!|@|#)?|[%?]>$/gi;

/**
 * Reads what a server's own code (PHP, JSP, ASP) says of addresses: the markup that it prints, and the
 * names that templates show. Its syntax is near enough to a script's for that, once a few words are
 * changed; what is not, is left out.
 */
export function readServer(blocks: readonly string[], run: Run): void {
  const isOutput = (source: string) => /^<[%?]=/.test(source);
  const code = blocks
    .filter((source) => !isOutput(source) && /kakao|uuid|=\s*["']@/i.test(source))
    .join("\n;\n");
  if (!code || code.length > LONGEST) return;
  const unread = run.unread.length;
  const scope = new Scope(run.global);
  for (const block of blocks.filter((one) => !isOutput(one) && one.length < LONGEST)) {
    run.show = /^<\?/.test(block) ? (shown) => `<?= ${shown} ?>` : (shown) => `<%= ${shown} %>`;
    readScript({ text: toScript(block.replace(BLOCK, "")), offset: -1, scope }, run);
  }
  run.show = null;
  // What of a server's code could not be read is no fault of the page's.
  run.unread.length = unread;
  run.pieces.learn((source) => {
    const name = /^<[%?](?:=|php\s+echo|\s*echo)?\s*([\w$]+)\s*;?\s*[%?]>$/i.exec(source)?.[1];
    const value = name ? scope.find(name)?.binding.value : null;
    return value?.kind === "text" ? value.text : "";
  });
  for (const element of run.made)
    if (/^(script)$/.test(element.name)) readScript({ text: textOf(element), offset: -1 }, run);
}

/** A server's code as a script: `echo`, `Response.Write`, `.` or `&` between texts, types before names. */
function toScript(code: string): string {
  const isPhp = /\$\w+|\becho\b/.test(code);
  const isBasic = /\b(?:Dim|Response\.Write|End If|Set)\b/i.test(code) && !/;\s*$/m.test(code);
  const words: string[] = [];
  let isPrinting = false;
  const endPrint = () => {
    if (isPrinting) words.push(")");
    isPrinting = false;
  };
  const plain = code
    .replace(/\bResponse\.Write\b\s*\(?/gi, "echo ")
    .replace(/\bout\.print(?:ln)?\s*\(/g, "echo (");
  for (const { type, value } of jsTokens(plain)) {
    const last = words.filter((word) => word.trim()).at(-1) ?? "";
    if (type === "IdentifierName" && /^(echo|print)$/i.test(value)) {
      words.push("document.write(");
      isPrinting = true;
    } else if (value === ";" || (isBasic && type === "LineTerminatorSequence")) {
      endPrint();
      words.push(value === ";" ? ";" : ";\n");
    } else if (isPhp && value === "." && /["'`\])\w]$/.test(last)) words.push("+");
    else if (isBasic && value === "&") words.push("+");
    else if (isPhp && value === "->") words.push(".");
    else if (
      type === "IdentifierName" &&
      /^(String|Dim|final|static|public|private|Set)$/i.test(value)
    )
      words.push(" ");
    else words.push(value);
  }
  endPrint();
  return words.join("");
}
