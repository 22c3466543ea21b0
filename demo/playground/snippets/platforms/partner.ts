import { buildScriptTag } from "../script-tag.js";
import type { Parts, Platform } from "../snippet.js";

/** The page of a partner that sits between the shop and Kakao. */
export const partner: Platform = {
  name: { ko: "파트너 페이지", en: "Partner’s page" },
  firstLook: "solid",
  isPartner: true,
  buildSteps: () => ({
    ko: "파트너사 서버에 이 페이지와 `kakao-chat-partner.js`(아래 **파일 받기**)를 두고, 페이지의 주소를 **자세한 설정 > 먼저 거칠 파트너 페이지**에 적으세요. `data-channels`에 적힌 채널만 시작할 수 있어요.",
    en: "Keep this page and `kakao-chat-partner.js` (**Download the files**, below) on the partner’s server, and write the page’s address into **More settings > A partner’s page to pass through**. Only channels in `data-channels` can be started.",
  }),
  buildSnippets: (parts) => [
    {
      title: { ko: "파트너 페이지의 전체 코드", en: "The partner’s whole page" },
      code: buildPage(parts),
    },
  ],
};

function buildPage({ plan, folder }: Parts): string {
  const tag = buildScriptTag(folder, "kakao-chat-partner.js", [["channels", plan.options.uuid]]);
  return `<!doctype html>
<html lang="ko">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>카카오로 이동 중입니다</title>
  ${tag}
</head>
<body>
  <p role="status" data-kakao-chat-status>카카오로 이동 중입니다.</p>
</body>
</html>
`;
}
