import type { OldElement } from "../convert/read/element.js";
import type { Facts } from "../convert/read/read.js";
import { findOnward } from "./onward.js";
import type { Checked, Notes } from "./page.js";
import type { ScriptTag } from "./script-tags.js";

/** Whether the script and the buttons are both there. */
export function checkPresence(
  {
    facts,
    tags,
    buttons,
    core,
    loader,
    elsewhere,
  }: {
    facts: Facts;
    tags: readonly ScriptTag[];
    buttons: readonly Checked[];
    core: ScriptTag | null;
    loader: string;
    /** What else may bring the script; `null` if nothing can. */
    elsewhere: string | null;
  },
  add: Notes["add"],
): void {
  if (buttons.length > 0 && !core) {
    if (elsewhere !== null) add("KC902", { loader: elsewhere });
    else add("KC901", { count: String(buttons.length) });
  }
  const isOther = tags.some(({ file }) => /launcher|partner/.test(file));
  if (core && buttons.length === 0 && !isOther) add("KC903", {}, core.element);
  const hasKakao = facts.starts.length > 0 || facts.sdkCalls.length > 0;
  if (tags.length === 0 && buttons.length === 0 && !hasKakao) {
    if (loader) add("KC902", { loader });
    else listNothing(facts.root, add);
  }
}

/** A page may do no more than show another one, or go on to it. */
function listNothing(root: OldElement, add: Notes["add"]): void {
  const onward = findOnward(root);
  if (onward) add("KC980", { address: onward.address }, onward.element);
  else add("KC927");
}
