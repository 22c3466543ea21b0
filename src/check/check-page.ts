import { readLabel } from "../convert/write/element/label.js";
import { hasLinks } from "../input/settings.js";
import type { ChatPlan } from "../types.js";
import { type ButtonResult, type Checked, checkButtons } from "./buttons/check-buttons.js";
import { checkLauncher } from "./buttons/launcher.js";
import { listUnmarked } from "./buttons/misspelt.js";
import type { SettingsSource } from "./buttons/page-problems.js";
import { checkPartner } from "./buttons/partner.js";
import { readPageSettings } from "./buttons/settings.js";
import { isAbsence } from "./codes.js";
import { type Collector, createCollector } from "./collector.js";
import { withoutCompanions } from "./companions.js";
import { type Found, sortFound } from "./found.js";
import { isTooDeep } from "./markup/depth.js";
import { listSlips } from "./markup/slips.js";
import { listOldButtons, type OldButton } from "./old.js";
import type { Page } from "./page.js";
import { type ParsedPage, parsePage } from "./parse-page.js";
import { listHeaderFindings } from "./policies/headers.js";
import { listPolicies, type PagePolicy } from "./policies/page-policies.js";
import { checkPresence } from "./presence.js";
import type { Package } from "./script-tags/loaded-file.js";
import { listUnknownNames } from "./script-tags/modules.js";
import { addressOf } from "./script-tags/no-script.js";
import { findProduct, listOtherFiles, type Product } from "./script-tags/product.js";
import { listTagFindings } from "./script-tags/script-tags.js";
import { reportLost } from "./script-tags/untagged.js";
import { listBroken } from "./scripts/broken.js";
import { checkCalls } from "./scripts/check-calls.js";
import { findInlineDefaults } from "./scripts/inline-defaults.js";
import { findPrevented } from "./scripts/script-handlers.js";

/** What a check says of a page. */
export interface PageResult {
  found: Found[];
  buttons: ButtonResult[];
  old: OldButton[];
}

/** All that can be said of a page from what its server sends. Nothing is executed or requested. */
export function checkPage(sent: Page, own: Package): PageResult {
  const parsed = parsePage(sent);
  const { page, facts } = parsed;
  const policies = listPolicies(page, facts.root);
  const product = findProduct(parsed, policies);
  const inline = findInlineDefaults(facts.root, policies);
  const { known, unread } = readPageSettings(
    product,
    inline.isNothingSet ? null : facts.defaults,
    facts.pieces,
    page.url !== null,
  );
  const source = { core: product.core, root: facts.root, known };
  const collector = createCollector(parsed.places);
  checkScripts(parsed, product, unread, own, collector);
  const buttons = checkAllButtons(parsed, source, policies, collector);
  checkPresence({ page, facts, product, buttons }, collector.add);
  checkPartner({ page, facts, tags: product.tags }, collector);
  const launchers = checkLauncher({ page, facts, launcher: product.launcher, source }, collector);
  const plans: ChatPlan[] = [...buttons.map(({ plan }) => plan), ...launchers];
  const modules = [...product.modules.all, ...product.untagged];
  listHeaderFindings(
    { page, facts, tags: product.tags, modules, known, plans, policies, inline },
    collector.add,
  );
  const isLinks = hasLinks(known.settings);
  const old = listOldButtons(facts, product.starter !== null, isLinks, collector);
  listBroken(facts, collector.add);
  listSlips(facts, product.tags, collector.add);
  const isPartial = isTooDeep(facts.root);
  if (isPartial) collector.add("KC931");
  return {
    found: listFound(collector.found, isPartial),
    buttons: buttons.map(({ result }) => result),
    old,
  };
}

/** Checks the files of the product, and how they are loaded. */
function checkScripts(
  { page, facts: { root } }: ParsedPage,
  product: Product,
  unread: readonly string[],
  own: Package,
  collector: Collector,
): void {
  const { add } = collector;
  const { tags, modules, waiting, starter } = product;
  const located = listOtherFiles(product).filter(({ url }) => url !== null);
  for (const { code, values, element } of listTagFindings(root, tags, located, own, page.url))
    add(code, values, element);
  if (waiting) add("KC911", { cause: "waiting", ...waiting.values }, waiting.element);
  if (unread.length > 0 && starter) add("KC922", { names: unread.join(", ") }, starter);
  reportLost(product.untagged, collector);
  for (const { element, src, file } of page.url ? listUnknownNames(root, modules.all) : []) {
    const meant = addressOf(file, own);
    add("KC933", { cause: "name", address: src, meant }, element);
  }
}

/** Checks the marked buttons, what is nearly one, and the calls of the page's scripts. */
function checkAllButtons(
  { page, facts }: ParsedPage,
  source: SettingsSource,
  policies: readonly PagePolicy[],
  collector: Collector,
): Checked[] {
  const around = { url: page.url, prevented: findPrevented(facts), policies };
  const buttons = checkButtons(facts, source, around, collector);
  for (const { element, attribute } of listUnmarked(facts.root))
    collector.add("KC986", { label: readLabel(element, facts), attribute }, element);
  checkCalls(source, collector);
  return buttons;
}

/** What is said in the end, the worst first. */
function listFound(found: readonly Found[], isPartial: boolean): Found[] {
  // Of what was not read, nothing says that it is missing.
  const isSure = ({ code }: Found) => !isPartial || !isAbsence(code);
  return sortFound(withoutCompanions(found).filter(isSure));
}
