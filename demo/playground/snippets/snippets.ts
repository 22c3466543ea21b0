import type { ChatPlan } from "../../../src/index.js";
import { buildButton, buildPlainLink, listBeyondLink, listOptions } from "./button.js";
import { buildReact, buildVue } from "./component.js";
import { buildPolicy } from "./policy.js";
import { BUILT } from "../build-facts.js";
import { LOOKS } from "./looks.js";
import {
  escapeAttribute,
  formatMarkup,
  formatObject,
  formatScriptValue,
  type Markup,
} from "./markup.js";
import { parseHost } from "./host.js";
import type { State } from "../state.js";

/** One thing to copy; `title` is the key of the text that says where it goes. */
export interface Snippet {
  title: string;
  code: string;
}

interface Parts {
  state: State;
  plan: ChatPlan;
  label: string;
  /** The folder of the scripts. */
  folder: string;
}

/** What goes into a page for each platform, and the policy that it needs. */
export function buildSnippets(state: State, plan: ChatPlan, label: string): Snippet[] {
  const folder = parseHost(state.host, BUILT.version);
  if (!plan.request || folder === null) return [];
  const parts = { state, plan, label, folder };
  return [
    ...PLATFORMS[state.tab](parts),
    { title: "copy.policy", code: buildPolicy(state, plan, folder) },
  ];
}

const PLATFORMS: Record<State["tab"], (parts: Parts) => Snippet[]> = {
  html: (parts) => [{ title: "copy.page", code: wholePage(parts) }],
  cafe24: (parts) => [{ title: "copy.cafe24", code: wholePage(parts) }],
  imweb: (parts) => [{ title: "copy.imweb", code: wholePage(parts) }],
  gtm: buildTagManager,
  wordpress: (parts) => [
    {
      title: "copy.wordpress.head",
      code: lines(
        style(parts.state),
        "<script>",
        `  window.KakaoChatDefaults = ${formatObject(linkDefaults(parts))};`,
        "</script>",
        scriptTag(parts),
      ),
    },
    plainLink(parts, "copy.wordpress.link"),
  ],
  gnuboard: (parts) => [
    {
      title: "copy.gnuboard.tail",
      code: lines(style(parts.state), scriptTag(parts, linkDefaults(parts))),
    },
    plainLink(parts, "copy.gnuboard.link"),
  ],
  react: (parts) => [
    install(),
    { title: "copy.react", code: buildReact(buttonFrom(parts)) },
    { title: "copy.css", code: `${LOOKS[parts.state.look]}\n` },
  ],
  vue: (parts) => [
    install(),
    { title: "copy.vue", code: buildVue(buttonFrom(parts), LOOKS[parts.state.look]) },
  ],
  partner: ({ plan, folder }) => [
    { title: "copy.partner", code: buildPartner(plan.options.uuid, folder) },
  ],
};

function lines(...parts: string[]): string {
  return `${parts.filter(Boolean).join("\n")}\n`;
}

function style({ look }: State): string {
  return `<style>\n${LOOKS[look]}\n</style>`;
}

function buttonFrom({ state, plan, label }: Parts): Markup {
  return buildButton(state, plan, label);
}

function wholePage(parts: Parts): string {
  return lines(style(parts.state), formatMarkup(buttonFrom(parts)), scriptTag(parts));
}

/** The versioned address and its hash: a changed file does not run. */
function scriptTag({ folder }: Parts, said: [string, string][] = []): string {
  const data = said.map(([name, value]) => ` data-${name}="${escapeAttribute(value)}"`).join("");
  return `<script src="${escapeAttribute(folder)}kakao-chat.js" integrity="${BUILT.integrity["kakao-chat.js"]}" crossorigin="anonymous"${data} defer></script>`;
}

/** What plain links leave to be said: that they are buttons, and all that no address has. */
function linkDefaults({ state, plan }: Parts): [string, string][] {
  return [["links", "true"], ...listBeyondLink(state, plan)];
}

function plainLink({ state, plan, label }: Parts, title: string): Snippet {
  return { title, code: `${formatMarkup(buildPlainLink(state, plan, label))}\n` };
}

/**
 * A tag manager makes the tags of its own accord, without the attributes that it does not know. So
 * the options are an object, and the hash is set by the script.
 */
function buildTagManager(parts: Parts): Snippet[] {
  const { state, plan, label, folder } = parts;
  const bare: Markup = {
    name: "button",
    attributes: [
      ["type", "button"],
      ["class", `kakao-chat-${state.look}`],
      ["data-kakao-chat", ""],
    ],
    text: label,
  };
  const button = lines(style(state), formatMarkup(bare)).trimEnd();
  const isFloating = state.look === "floating";
  const tag = lines(
    isFloating ? button : "",
    "<script>",
    `  window.KakaoChatDefaults = ${formatObject(listOptions(state, plan))};`,
    "  (function () {",
    '    var script = document.createElement("script");',
    `    script.src = ${formatScriptValue(`${folder}kakao-chat.js`)};`,
    `    script.integrity = "${BUILT.integrity["kakao-chat.js"]}";`,
    '    script.crossOrigin = "anonymous";',
    "    document.head.appendChild(script);",
    "  })();",
    "</script>",
  );
  return [
    { title: "copy.gtm.tag", code: tag },
    ...(isFloating ? [] : [{ title: "copy.gtm.button", code: `${button}\n` }]),
  ];
}

function install(): Snippet {
  return { title: "copy.install", code: `npm install kakao-chat-button@${BUILT.version}\n` };
}

function buildPartner(uuid: string, folder: string): string {
  return `<!doctype html>
<html lang="ko">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>카카오로 이동 중입니다</title>
  <script src="${escapeAttribute(folder)}kakao-chat-partner.js" integrity="${BUILT.integrity["kakao-chat-partner.js"]}" crossorigin="anonymous" data-channels="${escapeAttribute(uuid)}" defer></script>
</head>
<body>
  <p role="status" data-kakao-chat-status>카카오로 이동 중입니다.</p>
</body>
</html>
`;
}
