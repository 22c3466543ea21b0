import type { Node } from "@babel/types";
import type { Context, Guard } from "../script/context.js";
import { parseExpression } from "../script/parse-script.js";
import type { Run } from "../script/run.js";
import { Scope } from "../script/scope.js";
import { numberValue, plainCode, type Value } from "../script/value.js";
import { declarePattern } from "../script/values/pattern.js";

/** An item of a known list, as what is made of each of them knows it. */
export interface Each {
  /** Its names, such as `link` of `links.map((link) => ...)`. */
  scope: Scope;
  /** What tells it from the others: `link.label === "상담"`. */
  guard: Guard;
}

/** So many items are told apart. */
const MOST = 30;
/** What a list's items are told apart by, before other members. */
const NAMES =
  /(?:^|[._])(?:id|key|type|name|kind|slug|value|code|channel|action|label|title|text)$/i;

/** Each item that can be told from the others: by a text of its own, or by a function that it alone has. */
export function listEach(
  params: readonly Node[],
  items: readonly Value[],
  context: Context,
  run: Run,
): Each[] {
  const [param, index] = params;
  if (!param || items.length > MOST) return [];
  const scopes = items.map((item, at) => {
    const scope = new Scope(context.scope);
    declarePattern(param, item, { ...context, scope }, run, true);
    if (index) declarePattern(index, numberValue(at), { ...context, scope }, run, true);
    return scope;
  });
  const all = scopes.map((scope) => listTexts(scope, run));
  const members = scopes.map(listMembers);
  return scopes.flatMap((scope, at) => {
    const others = all.filter((_, nth) => nth !== at);
    const own = [...(all[at] ?? [])].filter(
      ([code, text]) => !others.some((other) => other.get(code) === text),
    );
    const [code, text] = own.find(([name]) => NAMES.test(name)) ?? own[0] ?? [];
    const had = members.filter((_, nth) => nth !== at).flat();
    const alone = members[at]?.find((one) => !had.includes(one)) ?? "";
    const asked = code === undefined ? alone : `${code} === ${JSON.stringify(text)}`;
    const test = asked ? parseExpression(asked) : null;
    if (!test) return [];
    return [{ scope, guard: { test, holds: true, source: asked, code: plainCode(asked) } }];
  });
}

/** The functions that an item has. */
function listMembers({ bindings }: Scope): string[] {
  return [...bindings].flatMap(([name, { value }]) =>
    value?.kind === "object"
      ? [...value.entries]
          .filter(([key, one]) => /^[A-Za-z_$][\w$]*$/.test(key) && one.kind === "function")
          .map(([key]) => `${name}.${key}`)
      : [],
  );
}

/** The plain texts of an item, by the expressions that read them. */
function listTexts({ bindings }: Scope, { pieces }: Run): Map<string, string> {
  const found = new Map<string, string>();
  const add = (code: string, value: Value | null | undefined) => {
    const isPlain = value?.kind === "text" && !value.isBare && value.text !== "";
    if (isPlain && value.text.length <= 40 && !pieces.has(value.text)) found.set(code, value.text);
  };
  for (const [name, { value }] of bindings) {
    add(name, value);
    if (value?.kind === "object")
      for (const [key, one] of value.entries)
        if (/^[A-Za-z_$][\w$]*$/.test(key)) add(`${name}.${key}`, one);
  }
  return found;
}
