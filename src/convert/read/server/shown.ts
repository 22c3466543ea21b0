import { readScript } from "../script/read-script.js";
import type { Run } from "../script/run.js";
import type { Calls } from "../script/run-parts.js";
import type { Scope } from "../script/scope.js";
import type { Value } from "../script/value.js";
import { decode } from "../text/decode.js";
import { BLADE, showOf, toScript } from "./to-script.js";
import { readTwigQuery, TWIG_QUERY } from "./twig-query.js";
import { withoutEncoder, withoutUrlEncoding } from "./url-encoders.js";

/** A template that shows an expression. */
const OUTPUT =
  /^(?:<[%?]=|<%[#:]|<\?(?:php)?\s*echo\b|\{\{|@js\()([\s\S]*?);?\s*(?:[%?]>|\}\}|\))$/i;

/** What a template shows, if the server's own code says it: a text, one of several, or a template of what it is made of. */
export function readTemplate(
  source: string,
  { scope, isBasic }: { scope: Scope; isBasic: boolean },
  run: Run,
): string | string[] {
  if (TWIG_QUERY.test(source)) return readTwigQuery(source, run.pieces);
  if (/\bkakao\.com\/|\bhttp_build_query\(/.test(source)) return readFilled(source, scope, run);
  if (isCallOfOwn(source, scope)) return readFilled(source, scope, run);
  if (PARAMETER.test(source)) return readParameter(source, scope, run);
  const name = (SHOWN.exec(source) ?? SHOWN_BY_BRACES.exec(source))?.slice(1).find(Boolean);
  const value = name ? findValue(name, scope, run.calls) : null;
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
}

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
function findValue(name: string, scope: Scope, calls: Calls): Value | null {
  const found =
    scope.find(name) ?? calls.serverScopes.find(({ bindings }) => bindings.has(name))?.find(name);
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
