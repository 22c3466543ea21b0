import { BUILT } from "../../build-facts.js";
import {
  buildComponentButton,
  buildDefaults,
  buildInstall,
  buildLauncherCall,
  formatIndented,
  indent,
} from "../component.js";
import type { Markup, Syntax } from "../markup.js";
import { escapeText } from "../markup.js";
import { isPlaced, type Parts, type Platform } from "../snippet.js";

export const react: Platform = {
  name: { ko: "React · Next", en: "React · Next" },
  firstLook: "solid",
  isBundled: true,
  buildSteps: () => ({
    ko: "이 페이지와 같은 버전의 패키지를 설치하세요. Next의 서버 렌더링에서도 그대로 쓸 수 있어요.",
    en: "Install the package in this page’s version. It works with server rendering in Next as it is.",
  }),
  buildSnippets: (parts) =>
    isPlaced(parts)
      ? [
          { title: FILE, code: buildReactButton(parts, buildComponentButton(parts)) },
          {
            title: { ko: "`kakao-chat-button.css`", en: "`kakao-chat-button.css`" },
            code: `${BUILT.looks[parts.look].css}\n`,
          },
          buildInstall(),
        ]
      : [{ title: LAUNCHER_FILE, code: buildReactLauncher(parts) }, buildInstall()],
};

const FILE = { ko: "`KakaoChatButton.jsx`", en: "`KakaoChatButton.jsx`" };
const LAUNCHER_FILE = { ko: "`KakaoChatLauncher.jsx`", en: "`KakaoChatLauncher.jsx`" };

/** JSX takes the references of HTML, but a bare attribute for `true`, and a brace in a text for code. */
const JSX: Syntax = {
  empty: '=""',
  escapeText: (text) => escapeText(text).replace(/[{}]/g, (brace) => `{"${brace}"}`),
  voidEnd: " /",
};

function buildReactButton(parts: Parts, markup: Markup): string {
  const attributes = markup.attributes.map(([name, value]): [string, string] => [
    name === "class" ? "className" : name,
    value,
  ]);
  const defaults = buildDefaults(parts);
  const effect = defaults
    ? `useEffect(() => {\n${indent(defaults, "    ")}\n    start();\n  }, []);`
    : "useEffect(start, []);";
  return `"use client";

import { useEffect } from "react";
import { start } from "kakao-chat-button";
import "./kakao-chat-button.css";

export function KakaoChatButton() {
  ${effect}
  return (
${formatIndented({ ...markup, attributes }, JSX, "    ")}
  );
}
`;
}

function buildReactLauncher(parts: Parts): string {
  return `"use client";

import { useEffect } from "react";
import { startLauncher } from "kakao-chat-button/launcher";

export function KakaoChatLauncher() {
  useEffect(() => {
    const launcher = ${indent(buildLauncherCall(parts), "    ").trimStart()}
    return () => launcher.stop();
  }, []);
  return null;
}
`;
}
