/** The prefixes of JSP's tag libraries, whose tags leave nothing on the page themselves. */
export const PREFIXES = "c|fmt|fn|logic|bean|spring|s|jsp|sec|security|authz|shiro";

/** Struts' tag of what holds otherwise stands behind the end of the one before. */
export const STRUTS_OTHER = String.raw`<\/s:(?:else)?if>\s*<s:else(?:if)?\b`;

/** Thymeleaf's in a script: `/*[# th:if="${no}"]*\/ ... /*[/]*\/`. */
export const TEXTUAL = /(?:\/\*\s?)?\[(?:#\s+th:[^\n]{1,500}?["\s/]\]|\/\])(?:\s?\*\/|(?!\/))/g;

const OTHER = new RegExp(String.raw`^(?:${STRUTS_OTHER}|<c:(?:when|otherwise)\b)`);
const LIBRARY = /^<(\/?)((\w+):\w+)/;
const KNOWN = new RegExp(`^(?:${PREFIXES})$`, "i");
/** Those that decide on what stands within them, or repeat it. */
const DECIDES =
  /^(?:c:(?:if|choose|forEach|forTokens)|s:(?:if|elseif|else|iterator)|logic:(?!redirect|forward)\w+|(?:sec|security|authz):(?:authorize|accesscontrollist|if\w+)|shiro:(?!principal)\w+|spring:(?:hasBindErrors|nestedPath|bind))$/i;
const OF_SCRIPT = /^(?:\/\*\s?)?\[([#/])/;
const SHOWS = /^\[#\s+th:(u?)text="([^"]*)"\s*\/\]/;

/** Whether it is a tag of Thymeleaf's in a script. */
export function isTextual(source: string): boolean {
  return OF_SCRIPT.test(source);
}

/** `[# th:text="${no}" /]` as `[[${no}]]`; `null` if it shows nothing. */
export function showTextual(source: string): string | null {
  const [, raw, value] = SHOWS.exec(source) ?? [];
  if (value === undefined) return null;
  return raw ? `[(${value})]` : `[[${value}]]`;
}

/**
 * What a tag of a library does to what stands behind it.
 *
 * @returns `null` if nothing; `undefined` if it is no tag of a library
 */
export function kindOfLibraryTag(source: string): "open" | "other" | "end" | null | undefined {
  const [, textual] = OF_SCRIPT.exec(source) ?? [];
  if (textual === "#") return /\/\](?:\s?\*\/)?$/.test(source) ? null : "open";
  if (textual) return "end";
  if (OTHER.test(source)) return "other";
  const [, end, name = "", prefix = ""] = LIBRARY.exec(source) ?? [];
  if (!name) return undefined;
  if (source.endsWith("/>")) return null;
  // Of a library that nobody knows, each may decide.
  if (KNOWN.test(prefix) && !DECIDES.test(name)) return null;
  return end ? "end" : "open";
}
