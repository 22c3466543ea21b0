import { isOperable, type MarkupFacts } from "./read-markup.js";
import type { ScriptFacts } from "./read-script.js";
import type { Holes } from "./value.js";

/** One thing that was wrong with the old button: the key of its text, and what belongs into it. */
export interface Finding {
  key: string;
  values?: Record<string, string>;
}

/** Everything that was read of one paste. */
export interface Facts {
  markup: MarkupFacts;
  /** Of all scripts and handlers together. */
  script: ScriptFacts;
  pasted: string;
  hasCurlyQuotes: boolean;
}

interface Said {
  values: Record<string, string | undefined>;
  computed: Partial<Record<"uuid" | "extra" | "bot" | "event", string>>;
  templates: string[];
  holes: Holes;
}

const KNOWN = /^(uuid|extra|bot|event)$/;
/** Names under which shops send who their visitor is. */
const IDENTITY =
  /(?:user|member|login|mb|cust(?:omer)?|session|auth|access)[_-]?(?:id|no|key|idx|token|seq|name)|token|jwt|jsession\w*|ssn|cookie/i;

/** What was wrong with it, apart from the id and the values, which the product's own rules judge. */
export function listFindings(facts: Facts, said: Said): Finding[] {
  return [
    ...listOpening(facts),
    ...listForm(facts),
    ...listPage(facts),
    ...listValues(said, facts),
  ];
}

function* listOpening({ script, markup, pasted }: Facts): Iterable<Finding> {
  for (const { features } of script.windows) {
    const [, width] = /width\s*=\s*(\d+)/i.exec(features) ?? [];
    const [, height] = /height\s*=\s*(\d+)/i.exec(features) ?? [];
    if (Number(width ?? 1024) < 1024 || Number(height ?? 800) < 800) {
      yield { key: "wrong.smallPopup", values: { size: `${width ?? "?"} × ${height ?? "?"}` } };
      break;
    }
  }
  const isCut = /opener\s*=\s*null/.test(pasted);
  const noopener = script.windows.filter(({ features }) => /noopener|noreferrer/.test(features));
  if (noopener.some(({ isKept }) => isKept)) yield { key: "wrong.noopenerCheck" };
  if (script.windows.length > noopener.length && !isCut) yield { key: "wrong.opener" };
  if (script.isLate) yield { key: "wrong.lateOpening" };
  const hasNew =
    script.windows.length > 0 ||
    markup.hasTarget ||
    /target["']?\s*[:=,]\s*["'](?!_self)[^"']/.test(pasted);
  if (!hasNew) yield { key: "wrong.noTarget" };
}

function* listForm({ script, markup, pasted }: Facts): Iterable<Finding> {
  const hasForm = markup.hasForm || script.makesForm;
  if (hasForm && !markup.hasCharset && !/accept-?charset/i.test(pasted)) {
    yield { key: "wrong.noCharset" };
  }
  if (script.makesForm && !script.removesForm) yield { key: "wrong.leakingForm" };
  const isRaw = script.addresses.some(
    (parts) =>
      parts.some((part) => "code" in part) && !/encodeURI|URLSearchParams|\$\.param/.test(pasted),
  );
  if (isRaw) yield { key: "wrong.rawAddress" };
}

function* listPage({ markup, pasted, hasCurlyQuotes }: Facts): Iterable<Finding> {
  if (hasCurlyQuotes) yield { key: "wrong.curlyQuotes" };
  if (markup.hasInclude || /includeScript/i.test(pasted)) yield { key: "wrong.includeScript" };
  if (markup.hasHandler) yield { key: "wrong.inlineHandler" };
  const { trigger } = markup;
  if (trigger && !isOperable(trigger)) {
    yield { key: "wrong.notButton", values: { name: trigger.name } };
  }
}

function* listValues({ values, computed, templates, holes }: Said, _: Facts): Iterable<Finding> {
  for (const [name, value = ""] of Object.entries(values)) {
    const code = holes.findCode(value);
    const identity = IDENTITY.exec(KNOWN.test(name) ? (code ?? value) : name)?.[0];
    if (identity) yield { key: "wrong.identity", values: { name: identity } };
    if (!KNOWN.test(name)) yield { key: "wrong.unknownField", values: { name } };
    else if (templates.includes(name)) yield { key: "wrong.template", values: { name } };
    const source = computed[name as "uuid"];
    if (source) yield { key: "wrong.computed", values: { name, source: source.slice(0, 60) } };
  }
}
