import { BUILT } from "../../build-facts.js";
import {
  buildComponentButton,
  buildDefaults,
  buildInstall,
  buildLauncherCall,
  formatIndented,
  indent,
} from "../component.js";
import { escapeText, type Syntax } from "../markup.js";
import { isPlaced, type Parts, type Platform } from "../snippet.js";

export const vue: Platform = {
  name: { ko: "Vue · Nuxt", en: "Vue · Nuxt" },
  firstLook: "solid",
  isBundled: true,
  buildSteps: () => ({
    ko: "이 페이지와 같은 버전의 패키지를 설치하세요. Nuxt의 서버 렌더링에서도 그대로 쓸 수 있어요.",
    en: "Install the package in this page’s version. It works with server rendering in Nuxt as it is.",
  }),
  buildSnippets: (parts) => [
    isPlaced(parts)
      ? {
          title: { ko: "`KakaoChatButton.vue`", en: "`KakaoChatButton.vue`" },
          code: `${buildScript(parts)}
<template>
${formatIndented(buildComponentButton(parts), VUE, "  ")}
</template>

<style>
${BUILT.looks[parts.look].css}
</style>
`,
        }
      : {
          title: { ko: "`KakaoChatLauncher.vue`", en: "`KakaoChatLauncher.vue`" },
          code: buildLauncherScript(parts),
        },
    buildInstall(),
  ],
};

/** `{{` in a template's text is Vue's own; in a plain attribute it is not. */
const VUE: Syntax = {
  escapeText: (text) => escapeText(text).replace(/\{\{/g, "&#123;{"),
  voidEnd: " /",
};

function buildScript(parts: Parts): string {
  const defaults = buildDefaults(parts);
  const mounted = defaults
    ? `onMounted(() => {\n${indent(defaults, "  ")}\n  start();\n});`
    : "onMounted(start);";
  return `<script setup>
import { onMounted } from "vue";
import { start } from "kakao-chat-button";

${mounted}
</script>
`;
}

function buildLauncherScript(parts: Parts): string {
  return `<script setup>
import { onMounted, onUnmounted } from "vue";
import { startLauncher } from "kakao-chat-button/launcher";

let launcher;
onMounted(() => {
  launcher = ${indent(buildLauncherCall(parts), "  ").trimStart()}
});
onUnmounted(() => launcher.stop());
</script>

<template></template>
`;
}
