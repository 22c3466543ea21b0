import { parseExpression } from "../script/parse-script.js";
import { withoutParentheses } from "../script/references.js";
import type { Pieces } from "../text/pieces.js";

/** `{{ { extra: code, bot: "true" }|url_encode }}`: a query as Twig makes it of a hash. */
export const TWIG_QUERY = /^\{\{-?\s*(\{[\s\S]*\})\s*\|\s*url_encode\s*-?\}\}$/;

/** The query that a template makes of a hash, each value as a template of its own; `""` if it makes none. */
export function readTwigQuery(source: string, pieces: Pieces): string {
  const inside = TWIG_QUERY.exec(source)?.[1] ?? "";
  const code = `(${inside.replace(/~/g, "+")})`;
  const made = inside ? parseExpression(code) : null;
  const hash = made && withoutParentheses(made);
  if (hash?.type !== "ObjectExpression") return "";
  const pairs = hash.properties.flatMap((property) => {
    if (property.type !== "ObjectProperty" || property.computed) return [];
    const { key, value } = property;
    const name =
      key.type === "Identifier" ? key.name : key.type === "StringLiteral" ? key.value : "";
    const written = inside.slice((value.start ?? 1) - 1, (value.end ?? 1) - 1);
    const text =
      value.type === "StringLiteral"
        ? encodeURIComponent(value.value)
        : pieces.addTemplate(`{{ ${written} }}`);
    return name ? [`${name}=${text}`] : [];
  });
  return pairs.join("&");
}
