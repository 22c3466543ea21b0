import type { Chat } from "../../chats.js";
import { isComponent } from "../../read/frameworks/reach.js";
import { STAYS_AROUND } from "../../read/markup/control.js";
import { closest, type OldElement } from "../../read/markup/element.js";
import type { Facts } from "../../read/read.js";
import { kindOfBranch } from "../../read/server/decisions.js";
import { showJson, showQuoted } from "../../read/server/script-encoders.js";
import { quoteTemplate } from "../../read/text/operands.js";
import { isInSingleQuotes } from "../element/attributes.js";
import { isOfPage, readFilled } from "../thymeleaf.js";
import type { Computed } from "./computed.js";
import { replaceTemplates } from "./template-reads.js";

/** What begins a list that a server repeats, and what ends it by a name of its own. */
const LOOP =
  /(\b(?:foreach|for|while)\s?\([^?%]{0,300}[{:]\s*[?%]>|<%\s*do\s+(?:while|until)\b|#foreach\b|<s:iterator\b|<c:forTokens\b|<logic:iterate\b|\{section\b|<!--@(?:foreach|for|while)\b|<\?(?:php)?\s*(?:foreach|for|while)\b|\{%-?\s*for\b|<c:forEach\b|<%\s*(?:for|while|foreach)\b|<%[^%]{1,200}\bdo\s*\|[^|]{1,60}\|\s*-?%>|\{\{-?\s*range\b|\{\{#each\b|@(?:foreach|for)\b|<#list\b|\{foreach\b|<!--\{\s*@)|<\?(?:php)?\s*end(?:foreach|for|while)\b|\{%-?\s*endfor\b|<\/(?:c:forEach|c:forTokens|s:iterator|logic:iterate)>|\{\/section\}|\{\{\/each\}\}|@end(?:foreach|for)\b|<\/#list>|\{\/foreach\}/gi;

/**
 * Values that a script makes, with what a server fills in read from the button: in a list that the server repeats, each
 * button has another value, and all of them have one script. What stood in an attribute stays in one, where browsers
 * decode what the server has escaped: in a script they do not.
 */
export function readOwnData(
  computed: readonly Computed[],
  { start }: Chat,
  facts: Facts,
): Computed[] {
  const { trigger } = start;
  if (trigger?.origin !== "page" || trigger.sources) return [...computed];
  const { pieces } = facts;
  const values = [...trigger.attributes.values()];
  const found = isRepeated(trigger, facts)
    ? pieces.findSources(/./).filter((one) => !isOfPage(one, findRow(trigger), facts.source))
    : values.flatMap((value) => pieces.findTemplates(value));
  const sources = found.map((each) => pieces.show(each));
  const branches = values.flatMap((value) => listBranches(value, pieces));
  const data = new OwnData(
    new Map(listOwn(trigger, facts).map(([name, source]) => [source, name])),
  );
  const write = (source: string, isText: boolean) =>
    readTemplate(source, isText, trigger, data, facts);
  return computed.map((one) => {
    const before = data.made.size;
    let { code } = one;
    for (const each of branches)
      code = code.replaceAll(pieces.toExpression(each), () => data.read(`"${show(each, pieces)}"`));
    code = replaceTemplates(code, sources, write);
    const added = [...data.made].slice(before);
    if (added.length === 0) return { ...one, code };
    return { ...one, code, data: added.map(([value, name]) => writeData(name, value, facts)) };
  });
}

/** Attributes that the new button gets for what a server fills in. */
class OwnData {
  /** Their names, by their values in quotes. */
  readonly made = new Map<string, string>();

  /** @param own the names of the old element's own attributes, by the templates that fill them */
  constructor(readonly own: ReadonlyMap<string, string>) {}

  /** Code that reads such a value. */
  read(value: string): string {
    const name = this.made.get(value) ?? `data-value-${this.made.size + 1}`;
    this.made.set(value, name);
    return `event.target.getAttribute("${name}")`;
  }
}

/** Code that reads from the button what a template fills in; `null` if no attribute can hold it. */
function readTemplate(
  source: string,
  isText: boolean,
  trigger: OldElement,
  data: OwnData,
  facts: Facts,
): string | null {
  const { pieces } = facts;
  const name = data.own.get(source);
  const owned = name ? `${nameOwner(trigger)}.getAttribute("${name}")` : null;
  if (isText) return owned ?? data.read(`"${show(pieces.addTemplate(source), pieces)}"`);
  const value = writeBare(source, trigger, facts);
  const json = owned ?? (value && data.read(value));
  return json && readFilled(json, source, facts.source);
}

/** Thymeleaf fills in what its own attributes say, and there without the brackets of a text. */
function writeData(name: string, value: string, { language }: Facts): string {
  return language === "thymeleaf"
    ? `th:${name}=${value.replace(/^"\[[[(]([\s\S]*)[\])]\]"$/, '"$1"')}`
    : `${name}=${value}`;
}

/**
 * A template that is a script's own code, a number above all, as the value of an attribute: `null` if it may have quotes in
 * it that end that. Where it stood in an attribute, it has none.
 */
function writeBare(source: string, trigger: OldElement, facts: Facts): string | null {
  const { pieces } = facts;
  const [holder] =
    [...trigger.attributes].find(([, value]) =>
      pieces.findTemplates(value).some((each) => pieces.show(each) === source),
    ) ?? [];
  if (holder === undefined && showJson({ kind: "template", source, choices: [] })) return null;
  const quote = holder && isInSingleQuotes(trigger, holder, facts) ? "'" : '"';
  return quote + source + quote;
}

/**
 * Code of the old script that asks, with the button's own attributes for what a server fills into them; `null` if it has
 * something else of a list's item, which a script beside the button does not know.
 */
export function readOwnCode(code: string, { start }: Chat, facts: Facts): string | null {
  const { trigger } = start;
  if (trigger?.origin !== "page" || trigger.sources || isComponent(facts)) return code;
  if (!isRepeated(trigger, facts)) return code;
  const { pieces } = facts;
  let own = code;
  for (const [name, source] of listOwn(trigger, facts))
    own = own.replaceAll(quoteTemplate(source), `${nameOwner(trigger)}.getAttribute("${name}")`);
  const isLeft = pieces.findSources(/./).some((each) => own.includes(pieces.show(each)));
  return isLeft ? null : own;
}

/** What has the old element's own attributes: the new button, or what that stands in. */
function nameOwner({ name }: OldElement): string {
  return STAYS_AROUND.test(name) ? `event.target.closest("${name}")` : "event.target";
}

/** As an attribute has it: a script's escapes are none there. */
function show(text: string, pieces: Facts["pieces"]): string {
  return pieces.show(pieces.mapTemplates(text, showQuoted));
}

/** What a server chooses in a text, each with its tags: `{% if user %}member{% else %}guest{% endif %}`. */
function listBranches(text: string, pieces: Facts["pieces"]): string[] {
  const found: string[] = [];
  let open = 0;
  let branch = "";
  for (const part of pieces.split(text)) {
    const kind = "kind" in part && part.kind === "template" ? kindOfBranch(part.source) : null;
    if (kind === "open") open++;
    if (open > 0) branch += "text" in part ? part.text : pieces.add(part);
    if (kind !== "end" || open === 0 || --open > 0) continue;
    found.push(branch);
    branch = "";
  }
  return found;
}

/** The button's own `data-` attributes that are a server's alone. */
function listOwn({ attributes }: OldElement, { pieces }: Facts): [name: string, source: string][] {
  return [...attributes].flatMap(([name, value]): [string, string][] => {
    const [only, ...more] = pieces.split(value);
    const isAlone = name.startsWith("data-") && more.length === 0 && only && "kind" in only;
    return isAlone && only.kind === "template" ? [[name, pieces.show(only.source)]] : [];
  });
}

/** Whether a server writes the element once for each item of a list. */
export function isRepeated(trigger: OldElement, { source }: Facts): boolean {
  const last = [...source.slice(0, Math.max(0, trigger.start)).matchAll(LOOP)].at(-1);
  // Cafe24's modules of lists.
  const module = closest(trigger, ({ attributes }) => /list/i.test(attributes.get("module") ?? ""));
  return last?.[1] !== undefined || module !== null || findRow(trigger) !== null;
}

/** The outermost element that Thymeleaf writes once for each item of a list, of those around it. */
function findRow(trigger: OldElement): OldElement | null {
  const row = closest(trigger, ({ attributes }) => attributes.has("th:each"));
  return (row?.parent && findRow(row.parent)) ?? row;
}
