import { buildPlainLink } from "../button.js";
import { formatLine } from "../markup.js";
import {
  buildLauncherScript,
  buildLinkScript,
  buildStyle,
  isPlaced,
  joinLines,
  type Platform,
} from "../snippet.js";

const TAIL = {
  ko: "`theme/테마 이름/tail.sub.php`의 `</body>` 앞에 넣는 코드",
  en: "In `theme/<theme>/tail.sub.php`, before `</body>`",
};

/** gnuboard 5, and Youngcart 5 on top of it. */
export const gnuboard: Platform = {
  name: { ko: "그누보드·영카트", en: "gnuboard, Youngcart" },
  firstLook: "solid",
  hasOwnPages: true,
  productName: "{text:#sit_title}",
  productNumber: "{query:it_id}",
  buildSteps: (look) => ({
    ko: `테마를 쓰면 \`theme/테마 이름/tail.sub.php\`에, 쓰지 않으면 최상위 폴더의 \`tail.sub.php\`에 넣으세요. 기본 테마 \`basic\`도 테마 폴더의 파일을 써요.${look === "launcher" ? "" : " 그누보드의 편집기는 `<button>`과 `data-*` 속성을 지우므로, 글에는 일반 링크를 넣고 스크립트가 그 링크를 버튼으로 바꿔요."}`,
    en: `With a theme, into \`theme/<theme>/tail.sub.php\`; the one in the root counts only without a theme, and the default theme \`basic\` has its own.${look === "launcher" ? "" : " gnuboard’s editor drops `<button>` and `data-*`, so the post has a plain link, which the script turns into a button."}`,
  }),
  buildSnippets: (parts) =>
    isPlaced(parts)
      ? [
          {
            title: TAIL,
            code: joinLines(buildLinkScript(parts)),
            style: buildStyle(parts.look),
          },
          {
            title: { ko: "글에 넣는 버튼(HTML 모드)", en: "In the post (HTML mode)" },
            code: joinLines(formatLine(buildPlainLink(parts))),
          },
        ]
      : [{ title: TAIL, code: joinLines(buildLauncherScript(parts)) }],
};
