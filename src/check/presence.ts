import { planWithout } from "../convert/convert.js";
import type { Facts } from "../convert/read/read.js";
import { addProblems } from "./found.js";
import type { Checked, Notes } from "./page.js";
import type { ScriptTag } from "./script-tags.js";
import { type KnownSettings, toTexts } from "./settings.js";

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
  const partner = tags.find(({ file }) => file === "kakao-chat-partner.js");
  if (partner) add("KC913", {}, partner.element);
  const isOther = tags.some(({ file }) => /launcher|partner/.test(file));
  if (core && buttons.length === 0 && !isOther) add("KC903", {}, core.element);
  const hasKakao = facts.starts.length > 0 || facts.sdkCalls.length > 0;
  if (tags.length === 0 && buttons.length === 0 && !hasKakao) {
    if (loader) add("KC902", { loader });
    else add("KC927");
  }
}

/** What the launcher's own tag says. */
export function checkLauncher(
  tags: readonly ScriptTag[],
  known: KnownSettings,
  notes: Notes,
): void {
  const tag = tags.find(({ file }) => file === "kakao-chat-launcher.js");
  const input = toTexts(known.settings.options);
  const plan = planWithout(input, known.unknown.includes("uuid") ? ["uuid"] : []);
  addProblems(plan, "launcher", notes.places(tag?.element.start ?? -1), notes.found);
  if (tag) notes.add("KC928", { id: plan.options.uuid || "?" }, tag.element);
}
