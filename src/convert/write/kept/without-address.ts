import type { Node } from "@babel/types";
import type { Called } from "../../read/script/context.js";
import type { Start } from "../../read/script/found.js";
import { contains, listChildren } from "../../read/script/references.js";

/**
 * The name of a function that leads to the address it is given, and without one does the rest alone: Google's
 * `gtag_report_conversion(url)`. `""` if it is none.
 */
export function nameWithoutAddress({ node }: Called, { node: start }: Start): string {
  const [param, ...more] = node.params;
  const name = node.type === "FunctionDeclaration" ? node.id?.name : undefined;
  if (param?.type !== "Identifier" || more.length > 0 || !start) return "";
  return node.body && isDecided(node.body, param.name, start) ? (name ?? "") : "";
}

/** Whether the chat is started only if a name has a value. */
function isDecided(at: Node, name: string, start: object): boolean {
  if (at.type === "IfStatement" && asks(at.test, name)) return contains(at.consequent, start);
  if (at.type === "LogicalExpression" && asks(at.left, name)) return contains(at.right, start);
  return listChildren(at).some((child) => isDecided(child, name, start));
}

/** `url`, `typeof url !== "undefined"`, `url != null`, and `typeof url < "u"` as minifiers write it */
function asks(test: Node, name: string): boolean {
  switch (test.type) {
    case "ParenthesizedExpression":
      return asks(test.expression, name);
    case "Identifier":
      return test.name === name;
    case "UnaryExpression":
      return test.operator === "typeof" && asks(test.argument, name);
    case "BinaryExpression":
      return (
        /^(?:!==?|<)$/.test(test.operator) && [test.left, test.right].some((one) => asks(one, name))
      );
    default:
      return false;
  }
}
