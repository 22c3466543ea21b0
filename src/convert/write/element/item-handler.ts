import type { Facts } from "../../read/read.js";
import { parseExpression } from "../../read/script/parse-script.js";
import { isFunction, withoutParentheses } from "../../read/script/references.js";
import { writeExpression } from "../escape.js";
import { listSources } from "../kept/statements.js";
import { type ItemCondition, writeForItem } from "../values/item-condition.js";

/**
 * What a click on one of several items does: that of the chat's item is done for that alone, the old handler is called for
 * the others.
 *
 * @param statements what goes with the chat
 */
export function writeItemHandler(
  item: ItemCondition,
  statements: readonly string[],
  { language }: Pick<Facts, "language">,
): string {
  const { name, code } = item.handler;
  if (language === "svelte") {
    const chat = statements.length > 0 ? `() => { ${statements.join("; ")}; }` : "undefined";
    return `${name}={${writeForItem(chat, item, code)}}`;
  }
  const own = readOwn(code, language);
  const isPlain = own.isExpression && statements.length <= 1;
  const [only] = statements;
  if (isPlain && only === undefined)
    return writeExpression(name, `${group(item.code)} || ${group(own.code)}`);
  if (isPlain) return writeExpression(name, writeForItem(`${only}`, item, own.code));
  if (language === "angular") return writeExpression(name, writeEach(item, code, statements));
  const otherwise = `else { ${own.code.replace(/;\s*$/, "")}; }`;
  const both = `if (${item.code}) { ${statements.join("; ")}; } ${otherwise}`;
  const alone = `if (!(${item.code})) { ${own.code.replace(/;\s*$/, "")}; }`;
  return writeExpression(name, statements.length > 0 ? both : alone);
}

/** Angular's markup has no `if`: what goes with the chat too is done for each item. */
function writeEach(item: ItemCondition, code: string, statements: readonly string[]): string {
  const own = listSources(code);
  const others = statements.filter((one) => !own.includes(one));
  return [
    ...own.map((one) => (statements.includes(one) ? one : `${group(item.code)} || ${group(one)}`)),
    ...others.map((one) => `(${item.code}) && ${group(one)}`),
  ].join("; ");
}

/** A handler's code as statements: a function that it is, is called. */
function readOwn(
  code: string,
  language: Facts["language"],
): { code: string; isExpression: boolean } {
  const bare = code.replace(/;\s*$/, "");
  const made = parseExpression(`(${bare}\n)`);
  const inner = made && withoutParentheses(made);
  if (!inner) return { code: bare, isExpression: false };
  if (language === "angular") return { code: bare, isExpression: true };
  const isName = inner.type === "Identifier" || inner.type === "MemberExpression";
  if (!isFunction(inner) && !isName) return { code: bare, isExpression: true };
  return { code: `${isName ? bare : `(${bare})`}($event)`, isExpression: true };
}

/** In parentheses, if something in it could bind less than `||` does. */
function group(code: string): string {
  return /\?(?!\.)|=>|[^=!<>]=[^=]|&&/.test(code) ? `(${code})` : code;
}
