import { isTextual } from "../../server/tag-libraries.js";
import type { Pieces } from "../../text/pieces.js";

/** A place's text after it was written to in a server's branches. */
interface Written {
  /** What stands in front of the branches, whatever they add. */
  prefix: string;
  /** What it is in a branch that does not write. */
  base: string;
  /** By branch, in their order. */
  texts: string[];
}

/** The tag of what holds otherwise: `{% else %}`, `<?php } else { ?>`, `<c:otherwise>`. */
const ELSE = /(?:else|otherwise)\W*(?:php)?\W*$|^<!--\{\s*:\s*\}/i;
/** Whether a tag begins what holds otherwise, whatever it is: not `{% elif member %}`. */
export function isOtherwise(tag: string): boolean {
  return ELSE.test(tag);
}

/** What is repeated: `{% for item in items %}`. */
const LOOP = /\b(?:for(?:each)?|while|range|list|each|do)\b/i;

/** What stands between two branches of a kind, where its author wrote none. */
const OTHERS: [open: RegExp, other: string][] = [
  [/^<\?(?:php)?\b[\s\S]*\{\s*\?>$/, "<?php } else { ?>"],
  [/^<\?(?:php)?\b[\s\S]*:\s*\?>$/, "<?php else: ?>"],
  [/^<%[\s\S]*\{\s*%>$/, "<% } else { %>"],
  [/^<%[\s\S]*\bThen\s*%>$/i, "<% Else %>"],
  [/^<%-?\s*(?:if|unless)\b/, "<% else %>"],
  [/^\{%/, "{% else %}"],
  [/^\{\{/, "{{else}}"],
  [/^\{if\b/, "{else}"],
  [/^<#if\b/, "<#else>"],
  [/^<!--\{\s*\?/, "<!--{:}-->"],
  [/^@/, "@else"],
];

/**
 * A server's branches around statements, of which it sends one: what they write becomes one text, with the tags in it.
 * `{% if vip %} url += "&event=vip"; {% endif %}` adds `{% if vip %}&event=vip{% endif %}`.
 */
export class ServerWrites {
  readonly #made = new Map<string, Written>();
  readonly #other: string | undefined;

  /**
   * @param tags those that begin the branches: `{% if vip %}`, `{% else %}`
   * @param end the tag behind the last branch
   */
  constructor(
    readonly tags: readonly string[],
    readonly end: string,
    readonly pieces: Pieces,
  ) {
    const [open = ""] = tags;
    this.#other = OTHERS.find(([sign]) => sign.test(open))?.[1];
  }

  /**
   * @param at the branch's number
   * @param before what the place had
   * @returns the text for all branches; `null` if no tag can say it
   */
  write(at: number, before: string, text: string): string | null {
    const added = before !== "" && text.startsWith(before) ? text.slice(before.length) : null;
    const made = this.#made.get(before);
    const next = { ...readWritten(before, made, added !== null) };
    next.texts = [...next.texts];
    next.texts[at] = added === null ? text : (next.texts[at] ?? next.base) + added;
    // What a loop writes anew is what its last round writes.
    const written = added === null && LOOP.test(this.tags[0] ?? "") ? null : this.#join(next);
    if (written !== null) this.#made.set(written, next);
    return written;
  }

  /** One text for all branches; `null` if they are not all of what the server may send. */
  join(texts: readonly string[]): string | null {
    const isAll = texts.length === this.tags.filter((tag) => !tag.startsWith("<c:choose")).length;
    if (!isAll || !ELSE.test(this.tags.at(-1) ?? "")) return null;
    const padded = this.tags.length > texts.length ? ["", ...texts] : [...texts];
    return this.#join({ prefix: "", base: "", texts: padded });
  }

  #join({ prefix, base, texts }: Written): string | null {
    const { tags, pieces } = this;
    // In an attribute, Thymeleaf leaves them as they are.
    if (tags.some(isTextual)) return null;
    let text = prefix;
    for (const [at, tag] of tags.slice(0, base === "" ? texts.length : tags.length).entries()) {
      const [, part] = /^<(c:(?:when|otherwise))\b/.exec(tag) ?? [];
      const isChoice = tag.startsWith("<c:choose");
      text += pieces.addTemplate(tag) + (isChoice ? "" : (texts[at] ?? base));
      if (part) text += pieces.addTemplate(`</${part}>`);
    }
    if (base !== "" && !ELSE.test(tags.at(-1) ?? "")) {
      if (this.#other === undefined) return null;
      text += pieces.addTemplate(this.#other) + base;
    }
    return text + pieces.addTemplate(this.end);
  }
}

/** What a place had, as what the branches add to or write instead. */
function readWritten(before: string, made: Written | undefined, isAdded: boolean): Written {
  if (!made) {
    const [prefix, base] = isAdded ? [before, ""] : ["", before];
    return { prefix, base, texts: [] };
  }
  if (isAdded || made.prefix === "") return made;
  const whole = (text: string) => made.prefix + text;
  return { prefix: "", base: whole(made.base), texts: made.texts.map(whole) };
}
