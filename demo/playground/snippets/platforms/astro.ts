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
import { isPlaced, type Platform } from "../snippet.js";

export const astro: Platform = {
  name: { ko: "Astro", en: "Astro" },
  firstLook: "solid",
  isBundled: true,
  buildSteps: () => ({
    ko: "이 페이지와 같은 버전의 패키지를 설치하고, 버튼을 둘 페이지에서 컴포넌트를 불러오세요.",
    en: "Install the package in this page’s version, and use the component where the button belongs.",
  }),
  buildSnippets: (parts) => [
    isPlaced(parts)
      ? {
          title: { ko: "`KakaoChatButton.astro`", en: "`KakaoChatButton.astro`" },
          code: `${formatIndented(buildComponentButton(parts), BRACES, "")}

${buildScript("start", "kakao-chat-button", `${buildDefaults(parts)}\nstart();`.trim())}
<style>
${indent(BUILT.looks[parts.look].css, "  ")}
</style>
`,
        }
      : {
          title: { ko: "`KakaoChatLauncher.astro`", en: "`KakaoChatLauncher.astro`" },
          code: buildScript(
            "startLauncher",
            "kakao-chat-button/launcher",
            buildLauncherCall(parts),
          ),
        },
    buildInstall(),
  ],
};

function buildScript(name: string, module: string, code: string): string {
  return `<script>
  import { ${name} } from "${module}";

${indent(code, "  ")}
</script>
`;
}
