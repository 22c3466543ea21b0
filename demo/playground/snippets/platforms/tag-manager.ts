import { BUILT, type FileName } from "../../build-facts.js";
import { type ButtonParts, buildButton, listOptions, type Pair } from "../button.js";
import { buildCounting } from "../counting.js";
import { listLauncherSettings } from "../launcher.js";
import { formatLine, formatObject, formatScriptValue, type Markup } from "../markup.js";
import { isOwnHost } from "../script-tag.js";
import { buildStyle, isPlaced, joinLines, type Parts, type Platform } from "../snippet.js";

export const tagManager: Platform = {
  name: { ko: "구글 태그 관리자", en: "Google Tag Manager" },
  firstLook: "launcher",
  buildSteps: () => ({
    ko: "**태그 > 새로 만들기 > 맞춤 HTML**에 붙여 넣고, 트리거는 **모든 페이지**로 하세요. GTM은 스크립트 태그의 속성을 지우므로 설정을 객체로 담았어요.",
    en: "**Tags > New > Custom HTML**, with the trigger **All Pages**. GTM drops a script tag’s attributes, so the settings are in an object.",
  }),
  buildSnippets: (parts) => [
    {
      title: { ko: "GTM의 맞춤 HTML 태그", en: "GTM: the Custom HTML tag" },
      code: buildTag(parts),
    },
    ...(isPlaced(parts)
      ? [
          {
            title: { ko: "홈페이지에 넣는 버튼", en: "On your page: the button" },
            code: joinLines(formatLine(buildMarkedButton(parts))),
            style: buildStyle(parts.look),
          },
        ]
      : []),
  ],
};

/** The tag has the options, so a button needs only its mark; a link says in its address what it sends. */
function buildMarkedButton(parts: Parts & ButtonParts): Markup {
  const button = buildButton(parts, true);
  if (parts.look === "link") return button;
  const isKept = ([name]: Pair) => name === "data-kakao-chat" || !name.startsWith("data-");
  return { ...button, attributes: button.attributes.filter(isKept) };
}

/**
 * A tag manager makes the tags of its own accord, without the attributes that it does not know. So
 * the options are an object, and the hash is set by the script.
 */
function buildTag(parts: Parts): string {
  const { state, plan, folder } = parts;
  const file: FileName = parts.look === "launcher" ? "kakao-chat-launcher.js" : "kakao-chat.js";
  const defaults: [string, unknown][] = listOptions(state, plan);
  const settings = listLauncherSettings(state);
  if (parts.look === "launcher" && settings.length > 0) {
    defaults.push(["launcher", Object.fromEntries(settings)]);
  }
  return joinLines(
    "<script>",
    `  window.KakaoChatDefaults = ${formatObject(defaults)};`,
    buildCounting(state),
    "  (function () {",
    '    var script = document.createElement("script");',
    `    script.src = ${formatScriptValue(folder + file)};`,
    ...(isOwnHost(folder)
      ? []
      : [
          `    script.integrity = "${BUILT.files[file].integrity}";`,
          '    script.crossOrigin = "anonymous";',
        ]),
    "    document.head.appendChild(script);",
    "  })();",
    "</script>",
  );
}
