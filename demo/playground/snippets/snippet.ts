import type { ChatPlan } from "../../../src/index.js";
import { BUILT } from "../build-facts.js";
import type { Look, State } from "../state.js";
import type { Words } from "../texts/texts.js";
import { type ButtonParts, listBeyondLink, listOptions, type Pair, withoutId } from "./button.js";
import { listLauncherAttributes } from "./launcher.js";
import { buildScriptTag } from "./script-tag.js";

/** One thing to copy. */
export interface Snippet {
  /** Where it goes. */
  title: Words;
  code: string;
  /** The style that belongs to it: shown folded, copied with it. */
  style?: string;
}

/** What every platform builds its snippets of. */
export interface Parts {
  state: State;
  plan: ChatPlan;
  label: string;
  look: Look;
  /** The folder of the scripts, with a slash at its end. */
  folder: string;
}

/** A platform: its tab, what to do there, and what to copy. */
export interface Platform {
  name: Words;
  buildSteps(look: Look): Words;
  /** The look until somebody chooses another. */
  firstLook: Look;
  /** Its pages are made by the platform, so that what stands on another one's is not on them. */
  hasOwnPages?: boolean;
  /** Where its product pages keep the name and the number, as tokens of `extra`. */
  productName?: string;
  productNumber?: string;
  /** The code is a module of a bundler, so that no script comes from elsewhere. */
  isBundled?: boolean;
  /** A page that passes on: neither a look nor a launcher belongs to it. */
  isPartner?: boolean;
  buildSnippets(parts: Parts): Snippet[];
}

/** Whether the look is a button of the page's own, and not the launcher's. */
export function isPlaced(parts: Parts): parts is Parts & ButtonParts {
  return parts.look !== "launcher";
}

export function joinLines(...parts: string[]): string {
  return `${parts.filter(Boolean).join("\n")}\n`;
}

/** The `<style>` of a look, as a policy's hash counts it. */
export function buildStyle(look: Look): string {
  return look === "launcher" ? "" : `<style>\n${BUILT.looks[look].css}\n</style>\n`;
}

/** The tag for buttons. */
export function buildButtonScript({ plan, folder }: Parts): string {
  return buildScriptTag(folder, "kakao-chat.js", listPageNames(plan));
}

/** What only the page may say: the channel, and the partner that a button passes through. */
export function listPageNames({ options }: ChatPlan): Pair[] {
  const names: Pair[] = [["uuid", options.uuid]];
  if (options.via) names.push(["partners", new URL(options.via).origin]);
  return names;
}

/** The tag for plain links: that they are buttons, and all that no address has. */
export function buildLinkScript(parts: Parts): string {
  return buildScriptTag(parts.folder, "kakao-chat.js", listLinkDefaults(parts));
}

function listLinkDefaults({ state, plan }: Parts): Pair[] {
  return [["uuid", plan.options.uuid], ["links", "true"], ...listBeyondLink(state, plan)];
}

/** The one line of the launcher. */
export function buildLauncherScript({ state, plan, folder }: Parts): string {
  const options = listOptions(state, plan);
  const uuid: Pair = ["uuid", plan.options.uuid];
  return buildScriptTag(folder, "kakao-chat-launcher.js", [
    uuid,
    ...withoutId(options),
    ...listLauncherAttributes(state),
  ]);
}

/** The launcher for a page whose HTML can be written. */
export function buildLauncherSnippet(parts: Parts): Snippet {
  return {
    title: { ko: "모든 페이지에 넣는 코드", en: "Paste into every page" },
    code: joinLines(buildLauncherScript(parts)),
  };
}
