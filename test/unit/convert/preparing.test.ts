import { describe, expect, it } from "vitest";
import { convert } from "../../../src/convert/convert";

const KAKAO = "https://bizmessage.kakao.com/chat/open/@shop";

/** What the findings name as left in the old script. */
function listLeft(body: string): unknown[] {
  const page = `<button onclick="talk()">상담</button><script>function talk() { ${body} window.open("${KAKAO}"); }</script>`;
  return convert(page).findings.flatMap(({ code, values }) =>
    code === "KC946" ? [values?.source] : [],
  );
}

describe("a call that counts is named with what fills the names that it uses", () => {
  it.each([
    [`var _nasa = {}; _nasa["cnv"] = wcs.cnv("4", "1"); wcs_do(_nasa);`],
    [`var _nasa = {}; if (window.wcs) _nasa["cnv"] = wcs.cnv("4", "1"); wcs_do(_nasa);`],
    [`if(!window._nasa) window._nasa={}; _nasa["cnv"]=wcs.cnv("5","1"); wcs_do(_nasa);`],
    [
      `const from = location.pathname; const item = { from }; items.push(item); gtag("event", "talk", item);`,
    ],
  ])("%s", (code) => {
    expect(listLeft(code).at(-1)).toBe(code.replace(" items.push(item);", ""));
  });

  it("and with nothing that it does not use", () => {
    expect(listLeft(`var now = Date.now(); gtag("event", "talk");`)).toEqual([
      `gtag("event", "talk");`,
    ]);
  });

  it.each([
    [`if (window.fbq) fbq("track", "Contact");`],
    [`if (window.wcs) { wcs.inflow("shop.kr"); wcs_do(_nasa); }`],
    [`if (!wcs_add) wcs_add = {}; wcs_add["wa"] = "s_1a2b";`],
  ])("and with the condition around it: %s", (code) => {
    expect(listLeft(code)).toEqual([code]);
  });
});
