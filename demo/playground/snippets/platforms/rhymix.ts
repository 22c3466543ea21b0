import { buildButton, listAttributes, listOptions } from "../button.js";
import { formatLine, type Markup } from "../markup.js";
import {
  buildButtonScript,
  buildLauncherScript,
  buildStyle,
  isPlaced,
  joinLines,
  type Platform,
} from "../snippet.js";

const LAYOUT = {
  ko: "레이아웃의 `layout.html` 맨 아래에 넣는 코드",
  en: "At the end of the layout’s `layout.html`",
};

export const rhymix: Platform = {
  name: { ko: "라이믹스", en: "Rhymix" },
  firstLook: "solid",
  hasOwnPages: true,
  buildSteps: (look) =>
    look === "launcher"
      ? {
          ko: "사용 중인 레이아웃의 `layout.html` 맨 아래에 붙여 넣으세요.",
          en: "Paste it at the end of your layout’s `layout.html`.",
        }
      : {
          ko: "라이믹스의 편집기는 `<button>`을 지우지만 `<span>`의 `data-*` 속성은 남겨 둬요. 그래서 글에는 아래의 `<span>`을 한 줄로 넣어요.",
          en: "Rhymix’ editor drops `<button>` but keeps a `<span>` with `data-*`. So the post has a marked `<span>`, on one line.",
        },
  buildSnippets: (parts) => {
    if (!isPlaced(parts)) return [{ title: LAYOUT, code: joinLines(buildLauncherScript(parts)) }];
    const { state, plan, look } = parts;
    // A span has no address to start the chat by: so the id is written out.
    const span: Markup = {
      ...buildButton({ ...parts, look: look === "link" ? "solid" : look }, false),
      name: "span",
      attributes: [["class", `kakao-chat-${look}`], ...listAttributes(listOptions(state, plan))],
    };
    return [
      {
        title: LAYOUT,
        code: joinLines(buildButtonScript(parts)),
        style: buildStyle(look),
      },
      {
        title: { ko: "글에 넣는 버튼(HTML 모드)", en: "In the post (HTML mode)" },
        code: joinLines(formatLine(span)),
      },
    ];
  },
};
