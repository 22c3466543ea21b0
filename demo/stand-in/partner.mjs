import { escapeHtml } from "./html.mjs";

/**
 * A partner's page to practise with, as a partner's server would write it: by GET or by POST, and
 * for any channel, because nothing here is real.
 *
 * @param {Pick<import("./request.mjs").Received, "fields">} received
 */
export function renderPartner({ fields }) {
  const attributes = fields
    .filter(([name]) => Object.hasOwn(PARAMETERS, name))
    .map(([name, value]) => ` data-${name.replaceAll("_", "-")}="${escapeHtml(value)}"`)
    .join("");
  return `<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>카카오로 이동 중입니다</title>
<script src="/practice/kakao-chat-partner.js"${attributes} defer></script>
<body>
<h1>연습용 파트너 페이지</h1>
<p role="status" data-kakao-chat-status>카카오로 이동 중입니다.</p>
</body>
</html>
`;
}

/**
 * Node runs this file as it is, so the product's own table cannot be imported. The compiler compares both.
 *
 * @satisfies {Record<import("../../src/kakao.js").ParameterName, true>}
 */
const PARAMETERS = { uuid: true, extra: true, bot: true, event: true, app_open_type: true };
