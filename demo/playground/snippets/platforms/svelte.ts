import { BUILT } from "../../build-facts.js";
import {
  BRACES,
  buildComponentButton,
  buildDefaults,
  buildInstall,
  buildLauncherCall,
  formatIndented,
  indent,
} from "../component.js";
import { isPlaced, type Parts, type Platform } from "../snippet.js";

export const svelte: Platform = {
  name: { ko: "Svelte · SvelteKit", en: "Svelte · SvelteKit" },
  firstLook: "solid",
  isBundled: true,
  buildSteps: () => ({
    ko: "이 페이지와 같은 버전의 패키지를 설치하세요. SvelteKit의 서버 렌더링에서도 그대로 쓸 수 있어요.",
    en: "Install the package in this page’s version. It works with server rendering in SvelteKit as it is.",
  }),
  buildSnippets: (parts) => [
    isPlaced(parts)
      ? {
          title: { ko: "`KakaoChatButton.svelte`", en: "`KakaoChatButton.svelte`" },
          code: `${buildScript(parts)}
${formatIndented(buildComponentButton(parts), BRACES, "")}

<style>
${indent(BUILT.looks[parts.look].css, "  ")}
</style>
`,
        }
      : {
          title: { ko: "`KakaoChatLauncher.svelte`", en: "`KakaoChatLauncher.svelte`" },
          code: buildLauncherScript(parts),
        },
    buildInstall(),
  ],
};

function buildScript(parts: Parts): string {
  const defaults = buildDefaults(parts);
  const mounted = defaults
    ? `onMount(() => {\n${indent(defaults, "    ")}\n    start();\n  });`
    : "onMount(start);";
  return `<script>
  import { onMount } from "svelte";
  import { start } from "kakao-chat-button";

  ${mounted}
</script>
`;
}

function buildLauncherScript(parts: Parts): string {
  return `<script>
  import { onMount } from "svelte";
  import { startLauncher } from "kakao-chat-button/launcher";

  onMount(() => {
    const launcher = ${indent(buildLauncherCall(parts), "    ").trimStart()}
    return () => launcher.stop();
  });
</script>
`;
}
