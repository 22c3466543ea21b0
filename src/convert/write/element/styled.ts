import type { OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";

/** A component that styled-components or emotion makes of an element: it hands its attributes on. */
export interface Styled {
  /** The element's name. */
  tag: string;
  /** What makes it a button that sends no form. */
  attributes: string[];
  /** Nothing of what it is told is an element's. */
  isWhole?: true;
}

/** `const Button = styled.button`...``: what is known of it; `null` for what is styled otherwise. */
export function findStyled({ name, sources }: OldElement, { source }: Facts): Styled | null {
  if (!sources || !/^[A-Z]\w*$/.test(name)) return null;
  const made = new RegExp(
    `\\b(?:const|let|var)\\s+${name}\\s*=\\s*styled(?:\\.(\\w+)|\\(\\s*["'](\\w+)["']\\s*\\))`,
  ).exec(source);
  const tag = made?.[1] ?? made?.[2];
  if (tag === undefined) return null;
  const isButton = tag === "button" && !sources.has("as");
  return { tag, attributes: isButton ? ['type="button"'] : ['as="button"', 'type="button"'] };
}
