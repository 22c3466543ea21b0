import jsTokens from "js-tokens";
import { textOf } from "../markup/element.js";
import { readScript, readUncalled } from "../read-script.js";
import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
import type { Value } from "../script/value.js";
import { decode } from "../text/decode.js";
import { PhpArrays, toPhp, toScriptClasses, toScriptTexts } from "./php.js";
import { readTwigQuery, TWIG_QUERY } from "./twig-query.js";
import { withoutEncoder, withoutUrlEncoding } from "./url-encoders.js";
import { BASIC, readVbTexts, toBasic } from "./visual-basic.js";

/** Longer than this is an application. */
const LONGEST = 60_000;
const BLOCK = /^(?:<[%?](?:php|=|!|@|#)?|\{%|@php)|(?:[%?][>}]|@endphp)$/gi;

/** A template that shows an expression. */
const OUTPUT =
  /^(?:<[%?]=|<%[#:]|<\?(?:php)?\s*echo\b|\{\{|@js\()([\s\S]*?);?\s*(?:[%?]>|\}\}|\))$/i;

/**
 * Reads what a server's own code (PHP, JSP, ASP) says of addresses: the markup that it prints, and the
 * names that templates show. Its syntax is near enough to a script's for that, once a few words are
 * changed; what is not, is left out.
 */
export function readServer(blocks: readonly string[], run: Run): void {
  const isOutput = (source: string) => /^<[%?]=/.test(source);
  const code = blocks
    .filter(
      (source) =>
        !isOutput(source) &&
        /kakao|uuid|url_?encode|EscapeDataString|http_build_query|=\s*["']@/i.test(source),
    )
    .join("\n;\n");
  if (
    code.length > LONGEST ||
    (!code &&
      !blocks.some((one) => PRINTS.test(one)) &&
      ![FILLED, TWIG_QUERY].some((sign) => run.pieces.findSources(sign).length))
  )
    return;
  const unread = run.unread.length;
  const scope = new Scope(run.global);
  const isBasic = blocks.some((block) => BASIC.test(block) && !/;\s*$/m.test(block));
  for (const block of blocks.filter((one) => !isOutput(one) && one.length < LONGEST)) {
    run.show = showOf(block, isBasic);
    const own = block.startsWith("@{") ? block.slice(2, -1) : block.replace(BLOCK, "");
    const text = toScript(own, block.startsWith("<?php"));
    readScript({ text, offset: -1, scope, reach: scope.list() }, run);
    readUncalled(run);
  }
  run.show = null;
  run.pieces.learn((source) => {
    if (TWIG_QUERY.test(source)) return readTwigQuery(source, run.pieces);
    if (/\bkakao\.com\/|\bhttp_build_query\(/.test(source)) return readFilled(source, scope, run);
    if (isCallOfOwn(source, scope)) return readFilled(source, scope, run);
    if (PARAMETER.test(source)) return readParameter(source, scope, run);
    const name = (SHOWN.exec(source) ?? SHOWN_BY_BRACES.exec(source))?.slice(1).find(Boolean);
    const value = name ? findValue(name, scope, run) : null;
    if (value?.kind === "text") return value.text;
    const choices = value?.kind === "code" ? (value.choices ?? []) : [];
    const texts = choices.flatMap((one) => (one.kind === "text" ? [one.text] : []));
    if (texts.some((text) => /\bkakao\.com\//.test(text))) return texts;
    // What it stands for, if that is encoded: the template itself does not show it.
    const show = showOf(source, isBasic);
    return value?.kind === "code" &&
      withoutUrlEncoding(show(value.code.code)) !== show(value.code.code)
      ? run.pieces.addShown(value.code.code, show)
      : "";
  });
  // What of a server's code could not be read is no fault of the page's.
  run.unread.length = unread;
  for (const element of run.made)
    if (/^(script)$/.test(element.name)) readScript({ text: textOf(element), offset: -1 }, run);
}

/** Markup in a server's texts that the page's own script may listen to, or that calls it: `echo "<a href=\"javascript:ask('$no')\">"`. */
const PRINTS = /["'>\s]<(?:a|button|input|img|area|span|div|li)\b/i;

const ADDRESS_LINE =
  /^(?!\s*(?:\/\/|#(?!set)|\*)).*\/\/bizmessage\.kakao\.com\/(?:v1\/)?chat\/.*$/im;

/** Where a server's code says a chat's address, if no chat was found in it. */
export function findAddressLine(blocks: readonly string[]): string | undefined {
  return blocks.map((block) => ADDRESS_LINE.exec(block)?.[0]).find(Boolean);
}

/** A template that says a part of an address itself. */
const FILLED = /kakao\.com\/|["'][?&](?:extra|bot|event|uuid)=/;
const PARAMETER = /["'][?&](?:extra|bot|event|uuid)=/;

/** `<?= $url ?>`, `<?php echo esc_url( $url ); ?>` */
const SHOWN =
  /^<[%?](?:=|php\s+echo|\s*echo)?\s*(?:(?:esc_url|esc_attr|htmlspecialchars|Server\.HTMLEncode)\(\s*)?([\w$]+)[\s);]*[%?]>$/i;
const SHOWN_BY_BRACES = /^@\(?(\w+)\)?$|^\{(?:\{|!!)\s*([\w$]+)\s*(?:!!|\})\}$/;

/** `<?= kakao_link($no) ?>`, `<?= $talk->link($no) ?>`, if the function was pasted too. */
function isCallOfOwn(source: string, scope: Scope): boolean {
  const [, owner, name = ""] = CALLED.exec(source) ?? [];
  if (owner === undefined) return scope.find(name)?.binding.value?.kind === "function";
  const made = scope.find(owner)?.binding.value;
  return made?.kind === "object" && made.entries.get(name)?.kind === "function";
}

const CALLED = /^<[%?](?:=|php\s+echo|\s*echo)\s*(?:(\$?\w+)(?:->|::))?(\w+)\s*\(/i;

/** A name's value: also a function's own, if the markup stands within that. */
function findValue(name: string, scope: Scope, run: Run): Value | null {
  const found =
    scope.find(name) ?? run.serverScopes.find(({ bindings }) => bindings.has(name))?.find(name);
  return found?.binding.value ?? null;
}

/** What a template shows, as a value. */
function readShown(source: string, scope: Scope, run: Run): Value | null {
  const code = OUTPUT.exec(source)?.[1];
  if (!code) return null;
  run.show = showOf(source);
  const isTwig = source.startsWith("{") && !BLADE.test(code);
  const script = isTwig ? code.replace(/~/g, "+") : toScript(code, source.startsWith("{"));
  const text = `(${script.trim().replace(/;$/, "")})`;
  const value = readScript({ text, offset: -1, scope }, run);
  run.show = null;
  return value;
}

/** PHP in Blade's braces: `{{ "https://..." . auth()->id() }}`. */
const BLADE = /\$|->|::|["')\]]\s*\.\s/;

/** `{{ "https://..." ~ id }}`, `<?= $url . $id ?>`: an address that a template puts together. */
function readFilled(source: string, scope: Scope, run: Run): string {
  const value = readShown(source, scope, run);
  return value?.kind === "text" ? value.text : "";
}

/** `<?= $no ? '?extra=' . urlencode($no) : '' ?>`: a parameter that is there only if it has a value. */
function readParameter(source: string, scope: Scope, run: Run): string {
  const value = readShown(source, scope, run);
  if (value?.kind !== "code" || value.test === undefined) return "";
  const [first, second] = (value.choices ?? []).map((one) =>
    one.kind === "text" ? one.text : "…",
  );
  const [, name, text = ""] = /^([?&][\w.-]+=)([^&]*)$/.exec(first ?? "") ?? [];
  if (!name || second !== "") return "";
  const open = source.startsWith("@js") ? "{{" : source.slice(0, 2);
  const bare = run.pieces.map(text, (piece) =>
    piece.kind === "template" && piece.code !== undefined
      ? { ...piece, code: withoutEncoder(piece.code, open) ?? piece.code }
      : piece,
  );
  const made = run.pieces.toExpression(decode(bare, run.pieces), true);
  return name + run.pieces.addShown(`${value.test} ? ${made} : ""`, showOf(source));
}

/** A script's expression in C#, as Razor shows it. */
function toRazor(code: string): string {
  const shown = code.replace(
    /`([^`]*)`/g,
    (_, text: string) => `$"${text.replace(/\$\{/g, "{").replace(/"/g, '\\"')}"`,
  );
  return /^[\w.]+\((?:[^()]|\([^()]*\))*\)$/.test(shown) ? `@${shown}` : `@(${shown})`;
}

/** How a server's expression is written into a page. */
function showOf(block: string, isBasic = false): (code: string) => string {
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
function toScript(code: string, isMarked = false): string {
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
