import { BUILT } from "../build-facts.js";
import { type ButtonParts, buildButton, listOptions } from "./button.js";
import { listLauncherSettings } from "./launcher.js";
import {
  escapeAttribute,
  escapeText,
  formatBlock,
  formatObject,
  type Markup,
  type Syntax,
} from "./markup.js";
import { listPageNames, type Parts, type Snippet } from "./snippet.js";

/** Tokens that read the page: only for an id that is named page-wide. */
const READS_PAGE = /\{(query|meta|data|text):/;

export function indent(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}

export function buildInstall(): Snippet {
  return {
    title: {
      ko: "설치(저장소에서 `npm ci && npm run build && npm pack`으로 만든 파일)",
      en: "Install (the file that `npm ci && npm run build && npm pack` makes in a clone)",
    },
    // Until the package is on npm, its name alone answers 404.
    code: `npm install ./kakao-chat-button-${BUILT.version}.tgz\n`,
  };
}

/**
 * The button within a component. A link and a button carry what the script would add, because
 * frameworks compare what the server has sent with what they find.
 */
export function buildComponentButton(parts: Parts & ButtonParts): Markup {
  return buildButton(parts, false);
}

/** The line that names the id and the partner page-wide, if the button needs it. */
export function buildDefaults({ state, plan }: Parts): string {
  return READS_PAGE.test(state.extra) || plan.options.via
    ? `window.KakaoChatDefaults = ${formatObject(listPageNames(plan))};`
    : "";
}

/** The call that shows the launcher, with all that it is told. */
export function buildLauncherCall({ state, plan }: Parts): string {
  const settings = [...listOptions(state, plan), ...listLauncherSettings(state)];
  return `startLauncher(${formatObject(settings, "")});`;
}

/** Svelte and Astro read braces as code, so they are written as references. */
export const BRACES: Syntax = {
  escapeAttribute: (value) => escapeBraces(escapeAttribute(value)),
  escapeText: (text) => escapeBraces(escapeText(text)),
  voidEnd: " /",
};

function escapeBraces(text: string): string {
  return text.replace(/\{/g, "&#123;").replace(/\}/g, "&#125;");
}

export function formatIndented(markup: Markup, syntax: Syntax, by: string): string {
  return indent(formatBlock(markup, syntax), by);
}
