import type { Code } from "../script/code.js";

/** An attribute of a start tag, or a server's tag between them: `{% if closed %}`. */
export type TagPart = { name: string; value: string; isRead: boolean } | { tag: string };

/** An element of an old page, or one that an old script makes, as plain data. */
export interface OldElement {
  /** As HTML has it, in lower case; as JSX has it, with its capitals. */
  name: string;
  /** In HTML, names in lower case. Values may hold pieces. */
  attributes: Map<string, string>;
  /** In HTML: the names that have capitals, as they are written. Angular's `*ngIf` is another than `*ngif`. */
  written?: ReadonlyMap<string, string>;
  /** What stands in its start tag, in its order, if a server decides on some of it. */
  parts?: readonly TagPart[];
  /** Its name is written as a component's, `<VForm>`, which HTML reads in lower case. */
  isCapitalized?: true;
  children: (OldElement | string)[];
  parent: OldElement | null;
  /**
   * `page`: written in what was pasted. `script`: made by a script. `absent`: a script looks for it, but
   * it was not pasted.
   */
  origin: "page" | "script" | "absent";
  /** Where it begins and ends in what was pasted, if it is there. */
  start: number;
  end: number;
  /** The end of its start tag. */
  tagEnd: number;
  /** The start of its end tag. */
  closeStart: number;
  /** In JSX: the source of each attribute's value, braces included. */
  sources?: Map<string, string>;
  /** In compiled JSX: what makes the element, and what that is told after its properties if children are one of those. */
  call?: { callee: string; more: string[] | null };
  /** In JSX: the component is a class, which has no hooks. */
  isInClass?: boolean;
  /** In JSX and Svelte: the names of a loop that it stands in, which its component does not know. */
  locals?: ReadonlySet<string>;
  /** In Svelte and Angular: the loops that it stands in, the outermost first. */
  loops?: readonly { pattern: string; list: string }[];
  /** In Svelte: the condition of the blocks that it stands in. */
  shownIf?: string;
  /** A field of a component's form is sent under this condition alone. */
  sentIf?: Code;
  /** Its address is of the item of a loop that it stands in. */
  isOfItem?: boolean;
  /** The expression of such an address, if not all items lead to a chat. */
  chatIf?: string;
  /** A script adds it to the page. */
  isAttached?: boolean;
  /** A script takes it off the page again. */
  isRemoved?: boolean;
  /** A script makes it only if it is not there yet. */
  isConditional?: boolean;
}

export function createElement(
  name: string,
  origin: OldElement["origin"],
  attributes: Iterable<[string, string]> = [],
): OldElement {
  return {
    name,
    origin,
    attributes: new Map(attributes),
    children: [],
    parent: null,
    start: -1,
    end: -1,
    tagEnd: -1,
    closeStart: -1,
  };
}

export function append(parent: OldElement, child: OldElement | string): void {
  if (typeof child !== "string") {
    // Browsers refuse it, too.
    if (child === parent || (child.children.length > 0 && contains(child, parent))) return;
    if (child.parent) child.parent.children = child.parent.children.filter((one) => one !== child);
    child.parent = parent;
  }
  parent.children.push(child);
}

/** Whether an element is another, or in it. */
export function contains(outer: OldElement, inner: OldElement): boolean {
  for (let at: OldElement | null = inner; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** All elements below one, in their order. Deep pages must not exhaust the stack. */
export function* walk(root: OldElement): Iterable<OldElement> {
  const open: OldElement[] = [...root.children].reverse().filter(isElement);
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) {
      const child = next.children[at];
      if (child !== undefined && typeof child !== "string") open.push(child);
    }
  }
}

/** Whether a child is an element, and no text. */
export function isElement(child: OldElement | string): child is OldElement {
  return typeof child !== "string";
}

export function attribute(element: OldElement, name: string): string {
  return element.attributes.get(name) ?? "";
}

/** All text within an element, but no script's and no style's. */
export function textOf(element: OldElement): string {
  const texts: string[] = [];
  const open: (OldElement | string)[] = [...element.children].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "string") texts.push(next);
    else if (!/^(script|style)$/.test(next.name)) {
      for (const child of [...next.children].reverse()) open.push(child);
    }
  }
  return texts.join("");
}

export function closest(
  element: OldElement | null,
  test: (element: OldElement) => boolean,
): OldElement | null {
  for (let at = element; at; at = at.parent) if (test(at)) return at;
  return null;
}

const FIELD = /^(input|textarea|select|button)$/;

/** The fields of a form, those outside it that name it too. */
export function listFields(form: OldElement, root: OldElement): OldElement[] {
  const fields = [...walk(form)].filter(({ name }) => FIELD.test(name));
  const id = attribute(form, "id");
  if (!id) return fields;
  const outside = [...walk(root)].filter(
    (element) => FIELD.test(element.name) && attribute(element, "form") === id,
  );
  return [...new Set([...fields, ...outside])];
}

/** A script adds them to the page. */
export function attach(elements: OldElement[]): void {
  for (const element of elements) element.isAttached = true;
}

/** A script takes them off again. */
export function detach(elements: OldElement[]): void {
  for (const element of elements) element.isRemoved = true;
}
