import { planChat } from "../../../src/chat/plan.js";
import type { ChatInput, ChatPlan } from "../../../src/index.js";
import { type Facts, type Finding, listFindings } from "./list-findings";
import { parseAddress } from "./parse-address";
import type { OldElement } from "./parse-html";
import { type MarkupFacts, readLabel, readMarkup } from "./read-markup";
import { readScript } from "./read-script";
import { straightenQuotes } from "./straighten-quotes";
import { findTemplates, Holes } from "./value";

export type { Finding };

const FIELDS = ["uuid", "extra", "bot", "event"] as const;
type Field = (typeof FIELDS)[number];

/** An old button, understood. */
export interface Converted {
  /** What the new button is told. */
  input: ChatInput;
  plan: ChatPlan;
  label: string;
  /** The old trigger's own id and class, so that the shop's style stays. */
  kept: [name: string, value: string][];
  isLink: boolean;
  /** What a script of the shop's makes at the click, by field: the expression. */
  computed: Partial<Record<Field, string>>;
  /** What a server fills in before the page is sent. */
  templates: Field[];
  findings: Finding[];
}

/**
 * Reads a hand-written button, in whatever way it was written. Nothing of it is executed.
 *
 * @returns `null` where there is no chat in it
 */
export function convert(pasted: string): Converted | null {
  const { text, hasCurlyQuotes } = straightenQuotes(pasted);
  const holes = new Holes();
  const facts = { ...readAll(text, holes), pasted: text, hasCurlyQuotes };
  const said = gather(facts, holes);
  if (!said) return null;
  const computed: Converted["computed"] = {};
  const input: ChatInput = {};
  const templates: Field[] = [];
  for (const name of FIELDS) {
    const value = said.values[name];
    if (value === undefined || value === "") continue;
    const code = holes.findCode(value);
    if (code !== null) computed[name] = code;
    else {
      (input as Record<string, string>)[name] = value;
      if (findTemplates(value).length > 0) templates.push(name);
    }
  }
  Object.assign(input, said.options);
  const { markup } = facts;
  // A value that comes later is none that is missing, nor a left-over.
  const standIn = computed.uuid || templates.includes("uuid") ? { uuid: "@channel" } : {};
  const leftOut = Object.fromEntries(templates.map((name) => [name, ""]));
  const plan = planChat({ ...input, ...leftOut, ...standIn }, "popup");
  if (templates.length > 0) Object.assign(plan.options, pick(input, templates));
  if (computed.uuid) plan.options.uuid = "";
  return {
    input,
    plan,
    label: readLabel(markup.trigger),
    kept: listKept(markup.trigger),
    isLink: said.isLink,
    computed,
    templates,
    findings: listFindings(facts, { values: said.values, computed, templates, holes }),
  };
}

function pick(input: ChatInput, names: Field[]): ChatInput {
  return Object.fromEntries(names.map((name) => [name, input[name]]));
}

/** The markup, its scripts, and the markup that those make. */
function readAll(text: string, holes: Holes) {
  const isMarkup = /^\s*</.test(text) && !/^\s*<>/.test(text);
  const isComponent = /return\s*\(?\s*<|=>\s*\(?\s*</.test(text);
  const outer = readMarkup(isMarkup || isComponent ? toHtml(text, isComponent) : "");
  const script = readScript([...(isMarkup ? [] : [text]), ...outer.scripts].join(";\n"));
  const made = script.html.map((parts) => holes.join(parts)).join("");
  if (!made) return { markup: outer, script };
  const inner = readMarkup(made);
  const markup: MarkupFacts = {
    ...outer,
    fields: new Map([...inner.fields, ...outer.fields]),
    addresses: [...outer.addresses, ...inner.addresses],
    hasForm: outer.hasForm || inner.hasForm,
    hasCharset: outer.hasCharset || inner.hasCharset,
    hasTarget: outer.hasTarget || inner.hasTarget,
    isPost: outer.isPost || inner.isPost,
    hasInclude: outer.hasInclude || inner.hasInclude,
    hasHandler: outer.hasHandler || inner.hasHandler,
    trigger: outer.trigger ?? inner.trigger,
  };
  return { markup, script };
}

/** JSX near enough to HTML: `value={id}` is a piece of code, handlers are functions. */
function toHtml(text: string, isComponent: boolean): string {
  return isComponent
    ? text.replace(
        /=\{([^{}]*)\}/g,
        (_, code) =>
          `="${code
            .trim()
            .replace(/^["'`]|["'`]$/g, "")
            .replace(/"/g, "&quot;")}"`,
      )
    : text;
}

/** One value for each field, and what the old code chose besides. */
function gather({ markup, script, pasted }: Facts, holes: Holes) {
  const addresses = [...markup.addresses, ...script.addresses.map((parts) => holes.join(parts))];
  const parsed = addresses.map(parseAddress).filter((address) => address !== null);
  const best = parsed.find(({ values }) => values.uuid) ?? parsed[0];
  const values: Record<string, string | undefined> = { ...best?.values };
  for (const [name, parts] of script.fields) values[name] ??= holes.join(parts);
  for (const [name, value] of markup.fields) values[name] = value || values[name];
  if (!best && !values.uuid) return null;
  const sizes = script.windows.map(({ features }) => readSize(features));
  const size = sizes.find(({ width, height }) => width > 1024 || height > 800);
  const isPost = markup.isPost || /method["']?\s*[:=,]\s*["']?post/i.test(pasted);
  return {
    values: values as Partial<Record<Field, string>> & Record<string, string>,
    isLink: best !== undefined && markup.trigger?.name === "a" && markup.addresses.length > 0,
    options: {
      ...(parsed.some(({ endpoint }) => endpoint === "open") && { endpoint: "open" as const }),
      // What went by POST stays out of the address.
      ...(isPost && values.extra && { method: "post" as const }),
      ...(size && size.width > 1024 && { width: String(size.width) }),
      ...(size && size.height > 800 && { height: String(size.height) }),
    },
  };
}

export function readSize(features: string): { width: number; height: number } {
  const read = (name: string) =>
    Number(new RegExp(`(?:^|[,\\s])${name}\\s*=\\s*(\\d+)`, "i").exec(features)?.[1] ?? 0);
  return { width: read("(?:inner)?width"), height: read("(?:inner)?height") };
}

function listKept(trigger: OldElement | null): [string, string][] {
  if (!trigger) return [];
  return ["id", "class"]
    .map((name): [string, string] => [name, trigger.attributes.get(name) ?? ""])
    .filter(([, value]) => value !== "" && !/[{}$<]/.test(value));
}
