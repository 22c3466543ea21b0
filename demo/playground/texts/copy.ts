/** What the tabs with the code say. */
export const COPY_TEXTS = {
  "copy.title": ["코드 복사", "Copy the code"],
  "copy.tabs": ["붙여 넣을 곳", "Where it goes"],
  "copy.button": ["복사", "Copy"],
  "copy.button.of": ["복사: {title}", "Copy: {title}"],
  "copy.none": [
    "아이디를 넣고 오류가 없으면 코드가 여기에 나와요.",
    "The code shows here once there is an id and no error.",
  ],
  "copy.example": [
    "스크립트 주소가 예시예요. 게시하기 전에 **자세한 설정 > 스크립트를 올려 둔 주소**를 바꿔 주세요.",
    "The script’s address is an example. Before release, change **More settings > Where the script is kept**.",
  ],
  "copy.policy": [
    "CSP를 쓰는 홈페이지라면: 정책에 더할 내용",
    "If your site has a CSP: what to add to it",
  ],

  "tab.html": ["HTML", "HTML"],
  "tab.gtm": ["구글 태그 관리자", "Google Tag Manager"],
  "tab.cafe24": ["카페24", "Cafe24"],
  "tab.imweb": ["아임웹", "Imweb"],
  "tab.wordpress": ["워드프레스", "WordPress"],
  "tab.gnuboard": ["그누보드", "gnuboard"],
  "tab.react": ["React · Next", "React · Next"],
  "tab.vue": ["Vue · Nuxt", "Vue · Nuxt"],
  "tab.partner": ["파트너 페이지", "Partner’s page"],

  "copy.page": ["버튼이 들어갈 자리에 붙여 넣는 코드", "Paste where the button belongs"],
  "copy.cafe24": ["디자인 편집 창에 붙여 넣는 코드", "Paste into the design editor"],
  "copy.imweb": ["코드 위젯에 붙여 넣는 코드", "Paste into a code widget"],
  "copy.gtm.tag": ["GTM의 맞춤 HTML 태그", "GTM: the Custom HTML tag"],
  "copy.gtm.button": ["홈페이지에 넣는 버튼", "On your page: the button"],
  "copy.wordpress.head": ["사이트 머리글(head)에 넣는 코드", "In the site’s header"],
  "copy.wordpress.link": [
    "글에 넣는 버튼(사용자 정의 HTML 블록)",
    "In the post (a Custom HTML block)",
  ],
  "copy.gnuboard.tail": [
    "`tail.sub.php`의 `</body>` 앞에 넣는 코드",
    "In `tail.sub.php`, before `</body>`",
  ],
  "copy.gnuboard.link": ["글에 넣는 버튼(HTML 모드)", "In the post (HTML mode)"],
  "copy.install": ["설치", "Install"],
  "copy.react": ["`KakaoChatButton.jsx`", "`KakaoChatButton.jsx`"],
  "copy.css": ["`kakao-chat-button.css`", "`kakao-chat-button.css`"],
  "copy.vue": ["`KakaoChatButton.vue`", "`KakaoChatButton.vue`"],
  "copy.partner": ["파트너 페이지의 전체 코드", "The partner’s whole page"],

  "steps.html": [
    "버튼을 둘 자리에 그대로 붙여 넣으세요. 버튼이 여러 개면 `<script>`와 `<style>`은 한 번이면 돼요.",
    "Paste it where the button belongs. With several buttons, one `<script>` and one `<style>` are enough.",
  ],
  "steps.gtm": [
    "**태그 > 새로 만들기 > 맞춤 HTML**에 붙여 넣고, 트리거는 **모든 페이지**로 하세요. GTM은 스크립트 태그의 속성을 지우므로 설정을 객체로 담았어요.",
    "**Tags > New > Custom HTML**, with the trigger **All Pages**. GTM drops a script tag’s attributes, so the settings are in an object.",
  ],
  "steps.cafe24": [
    "**디자인 > 디자인 편집**에서 `layout/basic/layout.html`을 열고 `</body>` 바로 앞에 붙여 넣으세요. PC와 모바일 디자인이 따로라면 양쪽에 넣으세요. 두 번 들어가도 괜찮아요.",
    "**디자인 > 디자인 편집**: open `layout/basic/layout.html` and paste it before `</body>`. With separate PC and mobile designs, into both; twice does no harm.",
  ],
  "steps.imweb": [
    "디자인 모드에서 **위젯 추가 > 코드**를 고르고 붙여 넣으세요. 버튼과 스크립트는 같은 위젯에 함께 두어야 해요.",
    "In design mode, add a **코드** widget and paste it there. Keep the button and the script in the same widget.",
  ],
  "steps.wordpress": [
    "첫 번째 코드는 WPCode 같은 플러그인으로 모든 페이지의 머리글에 넣으세요. 글에는 링크만 넣으므로 편집기가 지우지 않아요.",
    "The first goes into every page’s header, with a plugin such as WPCode. Posts have only a link, which no editor removes.",
  ],
  "steps.gnuboard": [
    "그누보드의 편집기는 `<button>`과 `data-*` 속성을 지워요. 그래서 글에는 일반 링크를 넣고, 스크립트가 그 링크를 버튼으로 바꿔요.",
    "gnuboard’s editor drops `<button>` and `data-*`. So the post has a plain link, which the script turns into a button.",
  ],
  "steps.react": [
    "패키지의 버전은 이 페이지의 버전과 같아요. Next의 서버 렌더링에서도 그대로 쓸 수 있어요.",
    "The package’s version is this page’s. It works with server rendering in Next as it is.",
  ],
  "steps.vue": [
    "패키지의 버전은 이 페이지의 버전과 같아요. Nuxt의 서버 렌더링에서도 그대로 쓸 수 있어요.",
    "The package’s version is this page’s. It works with server rendering in Nuxt as it is.",
  ],
  "steps.partner": [
    "파트너사 서버에 이 페이지를 두고, 그 주소를 **자세한 설정 > 먼저 거칠 파트너 페이지**에 적으세요. `data-channels`에 적힌 채널만 시작할 수 있어요.",
    "Keep this page on the partner’s server and write its address into **More settings > A partner’s page**. Only channels in `data-channels` can be started.",
  ],
} as const;
