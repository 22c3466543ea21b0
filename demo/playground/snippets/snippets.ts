import type { ChatPlan } from "../../../src/index.js";
import { BUILT } from "../build-facts.js";
import type { Look, State } from "../state.js";
import { parseHost } from "./host.js";
import { PLATFORMS } from "./platforms/platforms.js";
import { buildPolicy } from "./policy.js";
import type { Snippet } from "./snippet.js";

/** The look that was chosen, else the platform's first. */
export function findLook({ look, tab }: Pick<State, "look" | "tab">): Look {
  return look || PLATFORMS[tab].firstLook;
}

/** What goes into a page of the chosen platform; nothing if the button would not work. */
export function buildSnippets(state: State, plan: ChatPlan, label: string): Snippet[] {
  const folder = parseHost(state.host, BUILT.version);
  if (!plan.request || folder === null) return [];
  const parts = { state, plan, label, folder, look: findLook(state) };
  return PLATFORMS[state.tab].buildSnippets(parts);
}

/** The policy that they need. */
export function buildSnippetPolicy(state: State, plan: ChatPlan): string {
  const folder = parseHost(state.host, BUILT.version);
  if (!plan.request || folder === null) return "";
  return buildPolicy(PLATFORMS[state.tab], findLook(state), plan, folder);
}
