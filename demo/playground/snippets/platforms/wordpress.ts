import { buildPlainLink } from "../button.js";
import { formatLine } from "../markup.js";
import {
  buildLauncherSnippet,
  buildLinkScript,
  buildStyle,
  isPlaced,
  joinLines,
  type Platform,
} from "../snippet.js";

export const wordpress: Platform = {
  name: { ko: "워드프레스", en: "WordPress" },
  firstLook: "solid",
  hasOwnPages: true,
  buildSteps: (look) =>
    look === "launcher"
      ? {
          ko: "WPCode 같은 플러그인으로 모든 페이지의 바닥글(footer)에 넣으세요.",
          en: "Put it into every page’s footer, with a plugin such as WPCode.",
        }
      : {
          ko: "첫 번째 코드는 WPCode 같은 플러그인으로 모든 페이지의 머리글에 넣으세요. 글에는 링크만 넣으므로 편집기가 지우지 않아요.",
          en: "The first goes into every page’s header, with a plugin such as WPCode. Posts have only a link, which no editor removes.",
        },
  buildSnippets: (parts) =>
    isPlaced(parts)
      ? [
          {
            title: { ko: "사이트 머리글(head)에 넣는 코드", en: "In the site’s header" },
            code: joinLines(buildLinkScript(parts)),
            style: buildStyle(parts.look),
          },
          {
            title: {
              ko: "글에 넣는 버튼(사용자 정의 HTML 블록)",
              en: "In the post (a Custom HTML block)",
            },
            // WordPress runs shortcodes within attributes: `[gallery]` in an extra. In an address its
            // brackets are encoded, so the button stays a link.
            code: joinLines(formatLine(buildPlainLink(parts))),
          },
        ]
      : [buildLauncherSnippet(parts)],
};
