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

export const imweb: Platform = {
  name: { ko: "아임웹", en: "Imweb" },
  firstLook: "launcher",
  hasOwnPages: true,
  productName: "{text:h1}",
  productNumber: "{query:idx}",
  buildSteps: (look) =>
    look === "launcher"
      ? {
          ko: "**환경설정 > SEO, 헤더 설정 > 공통 코드 삽입**의 Footer Code에 붙여 넣으세요.",
          en: "Paste it into the Footer Code of **환경설정 > SEO, 헤더 설정 > 공통 코드 삽입**.",
        }
      : {
          ko: "디자인 모드에서 **위젯 추가 > 코드**를 고르고 붙여 넣으세요. 버튼과 스크립트는 같은 위젯에 함께 두어야 해요.",
          en: "In design mode, add a **코드** widget and paste it there. Keep the button and the script in the same widget.",
        },
  buildSnippets: (parts) => [
    isPlaced(parts)
      ? {
          title: { ko: "코드 위젯에 붙여 넣는 코드", en: "Paste into a code widget" },
          code: joinLines(formatLine(buildButton(parts, true)), buildButtonScript(parts)),
          style: buildStyle(parts.look),
        }
      : buildLauncherSnippet(parts),
  ],
};
