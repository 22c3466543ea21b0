import type { OldElement } from "../convert/read/markup/element.js";
import type { Facts } from "../convert/read/read.js";
import type { Checked } from "./buttons/check-buttons.js";
import type { Collector } from "./collector.js";
import { findOnward } from "./markup/onward.js";
import { findShownCode } from "./markup/shown-code.js";
import type { Page } from "./page.js";
import { FILES, worksAlone } from "./product-files.js";
import type { Product } from "./script-tags/product.js";
import { listCallers, startsByScript } from "./scripts/callers.js";

/** A page, what it has of the product, and its buttons. */
interface Presence {
  page: Page;
  facts: Facts;
  product: Product;
  buttons: readonly Checked[];
}

/** Whether the script and the buttons are both there. */
export function checkPresence(
  { page, facts, product, buttons }: Presence,
  add: Collector["add"],
): void {
  const { root } = facts;
  const { modules, starter, loader, launcher } = product;
  // `onclick="KakaoChat.open()"` needs the script as a marked button does.
  const count = buttons.length + listCallers(root).length + (launcher?.isMade ? 1 : 0);
  listUnstarted(product, count, add);
  // What is there but for modules.
  const files = [...product.tags, ...product.untagged, ...product.fromPages];
  const isOther = [...files, ...modules.all].some(({ file }) => worksAlone(file));
  const isStarted = count > 0 || isOther || startsByScript(root);
  if (starter && !isStarted) add("KC903", {}, starter);
  const shown = starter && isStarted ? null : findShownCode(facts);
  // What is there in earnest is not missing.
  const isMissing = shown?.what === FILES.core ? !starter : count === 0;
  if (shown && isMissing) add("KC901", { cause: shown.cause, what: shown.what }, shown.place);
  const hasKakao = facts.starts.length > 0 || facts.sdkCalls.length > 0;
  if (files.length + modules.all.length + count > 0 || hasKakao) return;
  if (loader) add("KC902", { loader });
  else listNothing(root, page.headers.refresh, add);
}

/** Buttons that nothing starts, and a module that nothing starts. */
function listUnstarted(
  { modules, starter, elsewhere }: Product,
  count: number,
  add: Collector["add"],
): void {
  const [idle] = starter ? [] : modules.all;
  if (idle && elsewhere === null) {
    const { file, script, element } = idle;
    add("KC995", { file, script }, element);
  } else if (count > 0 && !starter) {
    if (elsewhere !== null) add("KC902", { loader: elsewhere });
    else add("KC901", { count: String(count) });
  }
}

/** A page may do no more than show another one, or go on to it. */
function listNothing(root: OldElement, refresh: string | undefined, add: Collector["add"]): void {
  const onward = findOnward(root, refresh);
  if (onward) add("KC980", { address: onward.address }, onward.element ?? undefined);
  else add("KC927");
}
