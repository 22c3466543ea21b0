import type { Node } from "@babel/types";
import { toDashes } from "../../convert/read/markup/dataset.js";
import { createElement, type OldElement, textOf } from "../../convert/read/markup/element.js";
import { FILES, findFileName } from "../product-files.js";
import { listInlineScripts, nameOf, parseInline, walkScript } from "../scripts/scripts.js";

/** The launcher's tag that an inline script makes, as a tag manager's snippet does; it has that script's place. */
export function findMadeLauncher(root: OldElement): OldElement | null {
  for (const script of listInlineScripts(root)) {
    if (!textOf(script).includes(FILES.launcher)) continue;
    const attributes = new Map<string, string>();
    for (const { node } of walkScript(parseInline(script), () => false)) {
      const [name, value] = readAttribute(node);
      if (name === "src" ? isLauncher(value) : name.startsWith("data-"))
        attributes.set(name, value);
    }
    if (!attributes.has("src")) continue;
    const { start, end } = script;
    return { ...createElement("script", "script", attributes), start, end };
  }
  return null;
}

function isLauncher(address: string): boolean {
  return findFileName(address) === FILES.launcher;
}

/** `script.src = "..."`, `script.dataset.uuid = "..."`, `setAttribute("data-uuid", "...")`, `$.getScript("...")`. */
function readAttribute(node: Node): [name: string, value: string] {
  if (node.type === "AssignmentExpression" && node.left.type === "MemberExpression") {
    const name = nameOf(node.left);
    const isData = nameOf(node.left.object) === "dataset";
    return [isData ? `data-${toDashes(name)}` : name, readEnd(node.right)];
  }
  if (node.type !== "CallExpression") return ["", ""];
  const [first, second] = node.arguments;
  const method = nameOf(node.callee);
  if (method === "setAttribute" && first && second) return [readEnd(first), readEnd(second)];
  return method === "getScript" && first ? ["src", readEnd(first)] : ["", ""];
}

/** A text, or the last that is added to one. */
function readEnd(node: Node): string {
  if (node.type === "StringLiteral") return node.value;
  if (node.type === "TemplateLiteral") return node.quasis.at(-1)?.value.cooked ?? "";
  return node.type === "BinaryExpression" ? readEnd(node.right) : "";
}
