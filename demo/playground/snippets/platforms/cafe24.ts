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

export const cafe24: Platform = {
  name: { ko: "카페24", en: "Cafe24" },
  firstLook: "launcher",
  hasOwnPages: true,
  productName: "{meta:og:title}",
  productNumber: "{meta:product:productId}",
  // `{$product_no}` is a variable of Cafe24's own templates, filled in by its server.
  buildSteps: (look) =>
    look === "launcher"
      ? {
          ko: "디자인 편집 창의 파일 업로더로 스크립트를 올린 뒤, **디자인 > 디자인 편집**에서 `layout/basic/layout.html`을 열고 `</body>` 바로 앞에 붙여 넣으세요. PC와 모바일 디자인이 따로라면 양쪽에 넣으세요. 카페24의 `{$product_no}` 같은 변수는 상품 페이지의 HTML에서만 쓸 수 있으니, 여기에는 **+ 상품 번호** 같은 버튼을 쓰세요.",
          en: "Upload the script with the design editor’s file uploader. **디자인 > 디자인 편집**: open `layout/basic/layout.html` and paste it before `</body>`. With separate PC and mobile designs, into both. Cafe24’s own `{$product_no}` works in a product page’s HTML only; here use buttons such as **+ Product number**.",
        }
      : {
          ko: "디자인 편집 창의 파일 업로더로 스크립트를 올린 뒤, **디자인 > 디자인 편집**에서 첫 번째 코드는 `layout/basic/layout.html`의 `</body>` 앞에, 버튼은 원하는 자리(예: `product/detail.html`)에 넣으세요. 상품 페이지의 HTML이라면 카페24의 `{$product_no}` 같은 변수도 서버가 채워 줘요. 레이아웃에 플로팅 버튼이 있다면 첫 번째 코드의 `<script>`는 빼고 넣으세요.",
          en: "Upload the script with the design editor’s file uploader. **디자인 > 디자인 편집**: the first goes before `</body>` of `layout/basic/layout.html`, the button where you want it, in `product/detail.html` for example. In a product page’s HTML, Cafe24’s own `{$product_no}` is filled in by its server. If the layout has the floating button already, leave out the `<script>`.",
        },
  buildSnippets: (parts) =>
    isPlaced(parts)
      ? [
          {
            title: { ko: "`layout.html`에 한 번 넣는 코드", en: "Once in `layout.html`" },
            code: joinLines(buildButtonScript(parts)),
            style: buildStyle(parts.look),
          },
          {
            title: { ko: "원하는 자리에 넣는 버튼", en: "The button, where you want it" },
            code: joinLines(formatLine(buildButton(parts, true))),
          },
        ]
      : [buildLauncherSnippet(parts)],
};
