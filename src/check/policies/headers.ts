import { attribute, walk } from "../../convert/read/markup/element.js";
import type { Collector } from "../collector.js";
import { isWholePage } from "../markup/whole-page.js";
import { isXhtml } from "../markup/xhtml.js";
import { listPolicyFindings } from "./policy-findings.js";
import { checkSealKey } from "./seal-key.js";
import type { Surroundings } from "./surroundings.js";

/** What the policies, COOP, the charset and `<base>` do to the buttons. */
export function listHeaderFindings(around: Surroundings, add: Collector["add"]): void {
  listPolicyFindings(around, add);
  checkSealKey(around, add);
  listOpener(around, add);
  listCharset(around, add);
  listBase(around, add);
}

function listOpener({ page, plans }: Surroundings, add: Collector["add"]): void {
  const policy = (page.headers["cross-origin-opener-policy"] ?? "").split(";")[0]?.trim() ?? "";
  const cuts = policy === "same-origin" || policy === "noopener-allow-popups";
  if (cuts && plans.some(({ options }) => options.reuse === "true")) add("KC918", { policy });
}

/** What a label means to every browser; `""` if it means nothing, as `cp949`. */
function knownCharset(label: string): string {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return "";
  }
}

/** What Java, Python and Windows call EUC-KR. */
const KOREAN = /^(?:x-)?(?:ms|cp|windows-?|ibm)_?949|euc.?kr|^uhc$|5601|johab/i;

function listCharset({ page, facts }: Surroundings, add: Collector["add"]): void {
  const isWhole = isWholePage(page.html);
  const inHeader =
    /charset\s*=\s*"?([\w.:-]+)/i.exec(page.headers["content-type"] ?? "")?.[1] ?? "";
  const metas = [...walk(facts.root)].filter(({ name }) => name === "meta");
  const meta = metas.find(
    (element) =>
      element.attributes.has("charset") || /^content-type$/i.test(attribute(element, "http-equiv")),
  );
  const inMeta = meta
    ? attribute(meta, "charset") ||
      (/charset\s*=\s*"?([\w.:-]+)/i.exec(attribute(meta, "content"))?.[1] ?? "")
    : "";
  // The byte order mark counts before both, and XML needs neither.
  if (/bom/i.test(page.charset) || isXhtml(page.headers["content-type"] ?? "")) return;
  const [header, own] = [knownCharset(inHeader), knownCharset(inMeta)];
  if (isWhole && page.url && !header && !own) {
    const label = inMeta || inHeader;
    const charset = page.guess ?? (KOREAN.test(label) ? "euc-kr" : "utf-8");
    add("KC919", { label, charset }, meta);
  }
  if (header && own && header !== own) {
    add("KC920", { header: inHeader, meta: inMeta }, meta);
  }
}

function listBase({ facts, tags }: Surroundings, add: Collector["add"]): void {
  const base = [...walk(facts.root)].find(
    ({ name, attributes }) => name === "base" && Boolean(attributes.get("target")),
  );
  if (base && (tags.length > 0 || facts.starts.length > 0)) {
    add("KC921", { target: attribute(base, "target") }, base);
  }
}
