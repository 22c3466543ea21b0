import type { Facts } from "../../convert/read/read.js";
import type { ChatPlan } from "../../types.js";
import type { KnownSettings } from "../buttons/settings.js";
import type { Page } from "../page.js";
import type { LoadedFile, ScriptTag } from "../script-tags/loaded-file.js";
import type { InlineDefaults } from "../scripts/inline-defaults.js";
import type { PagePolicy } from "./page-policies.js";

/** What a page's answer and its head say, beside the buttons. */
export interface Surroundings {
  page: Page;
  facts: Facts;
  tags: readonly ScriptTag[];
  modules: readonly LoadedFile[];
  known: KnownSettings;
  plans: readonly ChatPlan[];
  policies: readonly PagePolicy[];
  inline: InlineDefaults;
}
