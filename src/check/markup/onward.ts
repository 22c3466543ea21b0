import type { Node } from "@babel/types";
import { attribute, type OldElement, textOf, walk } from "../../convert/read/markup/element.js";
import { listInlineScripts, nameOf, parseInline, walkScript } from "../scripts/scripts.js";

/** Where a page without content of its own leads, and what says so. */
interface Onward {
  address: string;
  /** `null` if the answer's header says it. */
  element: OldElement | null;
}

/** What a page of its own content has. */
const CONTENT = /^(?:a|area|button|canvas|form|img|input|object|svg|video)$/;

/**
 * The page that this one shows, or goes on to by itself.
 *
 * @param header the answer's `Refresh`
 */
export function findOnward(root: OldElement, header = ""): Onward | null {
  const elements = [...walk(root)];
  const body = elements.find(({ name }) => name === "body");
  const isBare = !body || textOf(body).trim() === "";
  const refresh = elements.find(
    (one) => one.name === "meta" && /^refresh$/i.test(attribute(one, "http-equiv")),
  );
  // The header comes before all that is in the page.
  const sent = readRefresh(header);
  if (sent) return { address: sent, element: null };
  const next = refresh ? readRefresh(attribute(refresh, "content")) : "";
  if (refresh && next) return { address: next, element: refresh };
  const frames = elements.filter(({ name }) => name === "frame" || (isBare && name === "iframe"));
  const shown = frames.filter((one) => !/^(?:about:blank)?$/i.test(attribute(one, "src").trim()));
  const [frame] = shown;
  const isOne = shown.length === 1 || frame?.name === "frame";
  if (frame && isOne) {
    const addresses = shown.map((one) => attribute(one, "src").trim());
    return { address: addresses.join(", "), element: frame };
  }
  if (!isBare || elements.some(({ name }) => CONTENT.test(name))) return null;
  for (const element of listInlineScripts(root)) {
    const address = listAddresses(element).join(", ");
    if (address) return { address, element };
  }
  return null;
}

function readRefresh(said: string): string {
  return /^[\d.\s]*[;,]\s*(?:url\s*=\s*)?["']?([^"'\s]+)/i.exec(said)?.[1] ?? "";
}

/** Where a script goes on to: `location.href = "/main"`, `location.replace("/main")`. */
function listAddresses(script: OldElement): string[] {
  const found = new Set<string>();
  for (const { node } of walkScript(parseInline(script), () => false)) {
    const isSet = node.type === "AssignmentExpression" && isLocation(node.left);
    const isCall =
      node.type === "CallExpression" &&
      node.callee.type === "MemberExpression" &&
      /^(?:assign|replace)$/.test(nameOf(node.callee)) &&
      isLocation(node.callee.object);
    const [address] = isCall ? node.arguments : [isSet ? node.right : undefined];
    const text = address ? readStart(address) : "";
    if (text) found.add(text);
  }
  return [...found];
}

/** `location`, `window.location`, `top.location.href` */
function isLocation(node: Node): boolean {
  if (node.type === "Identifier") return node.name === "location";
  if (nameOf(node) === "location") return true;
  return node.type === "MemberExpression" && nameOf(node) === "href" && isLocation(node.object);
}

/** An address, or what it begins with. */
function readStart(node: Node): string {
  if (node.type === "StringLiteral") return node.value;
  if (node.type === "TemplateLiteral") {
    const [text] = node.quasis;
    const start = text?.value.cooked ?? "";
    return node.expressions.length > 0 && start ? `${start}…` : start;
  }
  if (node.type !== "BinaryExpression") return "";
  const start = readStart(node.left);
  return start && !start.endsWith("…") ? `${start}…` : start;
}
