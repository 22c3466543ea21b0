import type { OldElement } from "../convert/read/markup/element.js";
import type { Facts } from "../convert/read/read.js";
import type { Checked } from "./buttons/check-buttons.js";
import { findOnward } from "./markup/onward.js";
import { findShownCode } from "./markup/shown-code.js";
import type { Notes, Page } from "./page.js";
import type { Modules } from "./script-tags/modules.js";
import type { LoadedFile } from "./script-tags/script-tags.js";
import { listCallers, startsByScript } from "./scripts/callers.js";

/** Whether the script and the buttons are both there. */
export function checkPresence(
  {
    page,
    facts,
    files,
    modules,
    made,
    buttons,
    starter,
    loader,
    elsewhere,
  }: {
    page: Page;
    facts: Facts;
    /** What is there but for modules. */
    files: readonly LoadedFile[];
    modules: Modules;
    /** The launcher's tag that a script makes. */
    made: OldElement | null;
    buttons: readonly Checked[];
    /** What starts the buttons: the script's tag, or a module that calls `start()`. */
    starter: OldElement | null;
    loader: string;
    /** What else may bring the script; `null` if nothing can. */
    elsewhere: string | null;
  },
  add: Notes["add"],
): void {
  // `onclick="KakaoChat.open()"` needs the script as a marked button does.
  const count = buttons.length + listCallers(facts.root).length + (made ? 1 : 0);
  const [idle] = starter ? [] : modules.all;
  if (idle && elsewhere === null) {
    const { file, script, element } = idle;
    add("KC995", { file, script }, element);
  } else if (count > 0 && !starter) {
    if (elsewhere !== null) add("KC902", { loader: elsewhere });
    else add("KC901", { count: String(count) });
  }
  const isOther = [...files, ...modules.all].some(({ file }) => /launcher|partner/.test(file));
  if (starter && count === 0 && !isOther && !startsByScript(facts.root)) add("KC903", {}, starter);
  const isStarted = count > 0 || startsByScript(facts.root) || isOther;
  const shown = starter && isStarted ? null : findShownCode(facts);
  // What is there in earnest is not missing.
  const isMissing = shown?.what === "kakao-chat.js" ? !starter : count === 0;
  if (shown && isMissing) add("KC901", { cause: shown.cause, what: shown.what }, shown.place);
  const hasKakao = facts.starts.length > 0 || facts.sdkCalls.length > 0;
  if (files.length + modules.all.length + count === 0 && !hasKakao) {
    if (loader) add("KC902", { loader });
    else listNothing(facts.root, page.headers.refresh, add);
  }
}

/** A page may do no more than show another one, or go on to it. */
function listNothing(root: OldElement, refresh: string | undefined, add: Notes["add"]): void {
  const onward = findOnward(root, refresh);
  if (onward) add("KC980", { address: onward.address }, onward.element ?? undefined);
  else add("KC927");
}
