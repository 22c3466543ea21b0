import { buildButton } from "../button.js";
import { formatLine } from "../markup.js";
import {
  buildButtonScript,
  buildLauncherSnippet,
  buildStyle,
  isPlaced,
  joinLines,
  type Platform,
} from "../snippet.js";

export const html: Platform = {
  name: { ko: "HTML", en: "HTML" },
  firstLook: "solid",
  buildSteps: (look) =>
    look === "launcher"
      ? {
          ko: "모든 페이지의 `</body>` 앞에 붙여 넣으세요. 버튼은 스크립트가 만들어요.",
          en: "Paste it before `</body>` of every page. The script makes the button.",
        }
      : {
          ko: "버튼을 둘 자리에 그대로 붙여 넣으세요. 버튼이 여러 개여도 `<script>`와 `<style>`은 한 번만 넣으면 돼요.",
          en: "Paste it where the button belongs. With several buttons, one `<script>` and one `<style>` are enough.",
        },
  buildSnippets: (parts) => [
    isPlaced(parts)
      ? {
          title: {
            ko: "버튼이 들어갈 자리에 붙여 넣는 코드",
            en: "Paste where the button belongs",
          },
          code: joinLines(formatLine(buildButton(parts, true)), buildButtonScript(parts)),
          style: buildStyle(parts.look),
        }
      : buildLauncherSnippet(parts),
  ],
};
