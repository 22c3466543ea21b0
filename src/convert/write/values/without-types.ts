import type { Node } from "@babel/types";
import { parseScript } from "../../read/script/parse-script.js";
import { DEEPEST, listChildren } from "../../read/script/references.js";

/** From where to where a type stands. */
type Place = readonly [start: number, end: number];

/** What stands where a type does and nowhere else, and what declares one. */
const TYPE =
  /^TS(?:TypeAnnotation|TypeParameterInstantiation|TypeParameterDeclaration|TypeAliasDeclaration|InterfaceDeclaration|DeclareFunction)$/;

/** TypeScript as a browser reads it: without its types. Plain JavaScript stays as it is. */
export function withoutTypes(code: string): string {
  const { program, text } = parseScript(code);
  const places: Place[] = [];
  const visit = (node: Node, depth: number): void => {
    if (depth > DEEPEST) return;
    const place = placeOfType(node, text);
    if (place) places.push(place);
    if (place && TYPE.test(node.type)) return;
    for (const child of listChildren(node)) visit(child, depth + 1);
  };
  visit(program, 0);
  let plain = "";
  let done = 0;
  for (const [start, end] of places.sort(([a], [b]) => a - b)) {
    // A type may have others in it.
    if (start < done) continue;
    plain += code.slice(done, start);
    done = end;
  }
  return plain + code.slice(done);
}

function placeOfType(node: Node, text: string): Place | null {
  const start = node.start ?? 0;
  const end = node.end ?? 0;
  if (TYPE.test(node.type)) return [start, end];
  switch (node.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression": {
      const type = node.typeAnnotation.start ?? 0;
      const word = /\s*\b(?:as|satisfies)\s*$/.exec(text.slice(start, type));
      return word ? [start + word.index, end] : null;
    }
    case "TSNonNullExpression":
      return [end - 1, end];
    case "TSTypeAssertion":
      return [start, text.indexOf(">", node.typeAnnotation.end ?? 0) + 1];
    case "Identifier":
    case "ObjectPattern":
    case "ArrayPattern": {
      // `(no?: string)`
      const type = node.typeAnnotation?.start ?? end;
      const mark = "optional" in node && node.optional ? text.lastIndexOf("?", type) : -1;
      return mark >= start ? [mark, mark + 1] : null;
    }
    case "VariableDeclarator": {
      // `let no!: string`
      const type = node.definite && "typeAnnotation" in node.id ? node.id.typeAnnotation : null;
      const mark = type ? text.lastIndexOf("!", type.start ?? 0) : -1;
      return mark >= start ? [mark, mark + 1] : null;
    }
    default:
      return placeOfThis(node);
  }
}

/** `function (this: HTMLElement, index)` */
function placeOfThis(node: Node): Place | null {
  const params = "params" in node && Array.isArray(node.params) ? (node.params as Node[]) : [];
  const [first, second] = params;
  if (first?.type !== "Identifier" || first.name !== "this") return null;
  const start = first.start ?? 0;
  return [start, second?.start ?? first.end ?? start];
}
