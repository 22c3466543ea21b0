import type { Node } from "@babel/types";
import type { ComponentParts } from "../run-parts.js";

const STATE = /^(?:useState|useRef|ref|shallowRef|\$state|signal)$/;
const LOADED = /^use\w*(?:Query|SWR|Fetch|Data)\w*$/;

/** Notes a name that has nothing in it until something has come: `ref(null)`, `useSWR(...)`. */
export function noteEmpty(
  id: Node,
  init: Node | null | undefined,
  component: ComponentParts,
): void {
  const isCall = init?.type === "CallExpression" && init.callee.type === "Identifier";
  const called = isCall && init.callee.type === "Identifier" ? init.callee.name : "";
  const value = isCall && STATE.test(called) ? init.arguments[0] : init;
  const isNothing = !value || value.type === "NullLiteral";
  if (id.type === "Identifier" && isNothing) component.empty.add(id.name);
  if (id.type === "ArrayPattern" && isNothing && id.elements[0]?.type === "Identifier")
    component.empty.add(id.elements[0].name);
  if (id.type !== "ObjectPattern" || !LOADED.test(called)) return;
  for (const property of id.properties)
    if (property.type === "ObjectProperty" && property.value.type === "Identifier")
      component.empty.add(property.value.name);
}
