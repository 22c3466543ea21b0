import { attribute, type OldElement, textOf, walk } from "../convert/read/element.js";
import type { Facts } from "../convert/read/read.js";
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
  const partner = tags.find(({ file }) => file === "kakao-chat-partner.js");
  if (partner) add("KC913", {}, partner.element);
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
  const body = [...walk(root)].find(({ name }) => name === "body");
  const isBare = !body || textOf(body).trim() === "";
  const frames = [...walk(root)].filter(
    ({ name }) => name === "frame" || (isBare && name === "iframe"),
  );
  const refresh = [...walk(root)].find(
    (one) => one.name === "meta" && /^refresh$/i.test(attribute(one, "http-equiv")),
  );
  const onward = refresh ? attribute(refresh, "content") : "";
  const next = /^[\d.\s]*[;,]\s*(?:url\s*=\s*)?["']?([^"'\s]+)/i.exec(onward)?.[1];
  const address = next ?? (frames.length === 1 && frames[0] ? attribute(frames[0], "src") : "");
  if (address) add("KC980", { address }, refresh ?? frames[0]);
  else add("KC927");
}
