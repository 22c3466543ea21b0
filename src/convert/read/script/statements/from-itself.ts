import type { AssignmentExpression, Node } from "@babel/types";
import type { Context } from "../context.js";
import { sourceOf } from "../context.js";
import { mentions } from "../references.js";
import type { Run } from "../run.js";
import { Scope } from "../scope.js";
import { codeValue, type Value } from "../value.js";
import { codeOfValue } from "../values/code-of-value.js";

/** What encodes in a server's language, and what decodes that. */
const DECODERS = [
  [/^urlencode$/i, "urldecode"],
  [/^rawurlencode$/i, "rawurldecode"],
  [/^(?:java\.net\.)?URLEncoder\.encode$/, "java.net.URLDecoder.decode"],
  [/^(?:System\.Web\.)?HttpUtility\.UrlEncode$/, "HttpUtility.UrlDecode"],
  [/^(?:System\.Net\.)?WebUtility\.UrlEncode$/, "WebUtility.UrlDecode"],
  [/^(?:System\.)?Uri\.EscapeDataString$/, "Uri.UnescapeDataString"],
] as const;
/** What gives the same however often it is called: what reads, and what changes a text. */
const REPEATABLE =
  /^(?:[\w$.?]*\b(?:get|is|has|the_)\w*|(?:[\w$.?]*\.)?(?:toString|trim|valueOf|concat|replace|format)|(?:mb_|wp_)?(?:trim|substr|str\w+|sprintf|implode|number_format|intval|json_encode|iconv|convert_encoding|htmlspecialchars|esc_\w+|sanitize_\w+)|Request(?:\.\w+)?|Session|isset|empty|(?:raw)?urlencode)$/i;
/** A text with parameters in it is a part of an address. */
const PARAMETER = /[?&][\w.-]+=/;

/**
 * The right side of an assignment. What a server's code makes of a name, and gives to the same name, is said without it:
 * where the template stands, the name has in it what was made.
 */
export function readRight(node: AssignmentExpression, context: Context, run: Run): Value {
  const { left, right, operator } = node;
  const isOfItself =
    run.show !== null &&
    operator === "=" &&
    left.type === "Identifier" &&
    mentions(right, new Set([left.name]));
  if (!isOfItself) return run.evaluate(right, context);
  const before = context.scope.find(left.name)?.binding.value ?? null;
  const decoder = findDecoder(right, context);
  const known = before && isKnown(before, left.name, run) ? before : null;
  if (known && (!decoder || isRepeatable(known, run)))
    return run.evaluate(right, withName(left.name, known, context));
  if (decoder)
    return run.evaluate(right, withName(left.name, codeValue(decoder(left.name)), context));
  return asItIs(left.name, run.evaluate(right, context), run);
}

/** What a name has before something is added to it: in a server's code, see above. */
export function readBefore(left: Node, context: Context, run: Run): Value {
  const before =
    run.show && left.type === "Identifier" ? context.scope.find(left.name)?.binding.value : null;
  const isSaid =
    before?.kind === "code" &&
    left.type === "Identifier" &&
    isKnown(before, left.name, run) &&
    isRepeatable(before, run);
  return isSaid ? before : run.evaluate(left, context);
}

/** What it has after that: if only the name says what was there before, the name says all. */
export function readSum(left: Node, before: Value, sum: Value, run: Run): Value {
  const isOfName =
    run.show !== null &&
    left.type === "Identifier" &&
    before.kind === "code" &&
    !isKnown(before, left.name, run);
  return isOfName ? asItIs(left.name, sum, run) : sum;
}

function withName(name: string, value: Value, context: Context): Context {
  const scope = new Scope(context.scope);
  scope.declare(name, value);
  return { ...context, scope };
}

/** The value by its name alone, but for an address: that is read as far as it goes. */
function asItIs(name: string, value: Value, run: Run): Value {
  const isPart = value.kind === "text" && PARAMETER.test(run.pieces.show(value.text));
  return isPart ? value : codeValue(name);
}

/** Whether a value can be said without the name that it has. */
function isKnown(value: Value, name: string, run: Run): boolean {
  if (value.kind !== "text" && value.kind !== "code") return false;
  const { code = name } = codeOfValue(value, run) ?? {};
  return !new Set<string>(code.match(/[\w$]+/g)).has(name);
}

function isRepeatable(value: Value, run: Run): boolean {
  const code = codeOfValue(value, run)?.code ?? "";
  const isStateful = /\bnew\s|\+\+|--/.test(code);
  return (
    !isStateful &&
    [...code.matchAll(/([\w$.?]+)\s*\(/g)].every(([, name = ""]) => REPEATABLE.test(name))
  );
}

/** What decodes what the call on the right side encodes; `null` if it is no such call. */
function findDecoder(right: Node, context: Context): ((name: string) => string) | null {
  if (right.type !== "CallExpression") return null;
  const callee = sourceOf(right.callee, context).replace(/\s/g, "");
  const [, decoder] = DECODERS.find(([sign]) => sign.test(callee)) ?? [];
  if (!decoder) return null;
  const [, ...more] = right.arguments.map((one) => sourceOf(one, context));
  return (name) => `${decoder}(${[name, ...more].join(", ")})`;
}
