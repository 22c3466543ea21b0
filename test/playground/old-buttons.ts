/**
 * Hand-written buttons, each as it was seen in the field (names and ids changed), what it says, and what
 * is wrong with it. The browser's tests read the same ones.
 */
export interface OldButton {
  name: string;
  code: string;
  /** What the new button is told. */
  input: Record<string, string>;
  label: string;
  /** Keys of findings, without `wrong.`, and codes of problems, in any order. */
  wrong: string[];
  computed?: Record<string, string>;
}

export const OLD_BUTTONS: OldButton[] = [
  {
    name: "a form with curly quotes as its target",
    code: `<form name="kakao" action="https://bizmessage.kakao.com/chat/open" method="post" target="””" accept-charset="utf-8">
  <input type="hidden" name="uuid" value="@KCar">
  <input type="hidden" name="extra" value="TCK_M">
  <button type="submit">카카오톡 상담</button>
</form>`,
    input: { uuid: "@KCar", extra: "TCK_M", endpoint: "open", method: "post" },
    label: "카카오톡 상담",
    wrong: ["curlyQuotes", "noTarget", "KC112"],
  },
  {
    name: "a small popup that takes the form, opened inline",
    code: `<form id="chatForm" method="post" action="https://bizmessage.kakao.com/chat/open" target="kakaoChat">
<input type="hidden" name="uuid" value="@fila"/><input type="hidden" name="extra" value="web_hero"/></form>
<a href="#" class="btn_kakao" onclick="window.open('', 'kakaoChat', 'width=350,height=550,scrollbars=yes'); document.getElementById('chatForm').submit(); return false;">1:1 상담</a>`,
    input: { uuid: "@fila", extra: "web_hero", endpoint: "open", method: "post" },
    label: "1:1 상담",
    wrong: ["smallPopup", "noCharset", "inlineHandler", "opener"],
  },
  {
    name: "a form made by jQuery at each click, never removed",
    code: `<div id="btnTalk" class="talk">상담톡</div>
<script>
$("#btnTalk").on("click", function () {
  var $form = $("<form></form>");
  $form.attr("action", "https://bizmessage.kakao.com/chat/open");
  $form.attr("method", "post");
  $form.attr("target", "_blank");
  $form.appendTo("body");
  $form.append($("<input>", { type: "hidden", name: "uuid", value: "@국민톡110" }));
  $form.append($("<input>", { type: "hidden", name: "extra", value: "NPmobile" }));
  $form.append($("<input>", { type: "hidden", name: "bot", value: "true" }));
  $form.append($("<input>", { type: "hidden", name: "event", value: "시작" }));
  $form.submit();
});
</script>`,
    input: {
      uuid: "@국민톡110",
      extra: "NPmobile",
      bot: "true",
      event: "시작",
      endpoint: "open",
      method: "post",
    },
    label: "상담톡",
    wrong: ["noCharset", "leakingForm", "notButton"],
  },
  {
    name: "a form made of strings by jQuery, with a value of the page's",
    code: `function goKakao(orderNo) {
  var form = $('<form action="https://bizmessage.kakao.com/chat/open" method="POST" target="_blank">' +
    '<input type="hidden" name="uuid" value="@sk렌터카new고객센터">' +
    '<input type="hidden" name="extra" value="order=' + orderNo + '">' +
    '</form>');
  $('body').append(form);
  form.submit();
}`,
    input: { uuid: "@sk렌터카new고객센터", endpoint: "open", method: "post" },
    computed: { extra: '"order=" + orderNo' },
    label: "",
    wrong: ["noCharset", "leakingForm", "computed"],
  },
  {
    name: "a form made by createElement, sent after an answer of the server",
    code: `<button id="chat">채팅 상담</button>
<script>
document.getElementById("chat").addEventListener("click", function () {
  fetch("/api/ticket").then(function (response) { return response.json(); }).then(function (data) {
    var form = document.createElement("form");
    form.method = "post";
    form.action = "https://bizmessage.kakao.com/chat/open";
    form.target = "kakao";
    var uuid = document.createElement("input");
    uuid.type = "hidden";
    uuid.name = "uuid";
    uuid.value = "@mlb";
    form.appendChild(uuid);
    var extra = document.createElement("input");
    extra.setAttribute("type", "hidden");
    extra.setAttribute("name", "extra");
    extra.setAttribute("value", data.ticket);
    form.appendChild(extra);
    document.body.appendChild(form);
    form.submit();
    document.body.removeChild(form);
  });
});
</script>`,
    input: { uuid: "@mlb", endpoint: "open", method: "post" },
    computed: { extra: "data.ticket" },
    label: "채팅 상담",
    wrong: ["lateOpening", "noCharset", "computed"],
  },
  {
    name: "a popup by address in a timer",
    code: `<a href="javascript:;" onclick="setTimeout(function(){ window.open('https://bizmessage.kakao.com/chat/open/@cleaning?extra=web', '_blank'); }, 500)">문의</a>`,
    input: { uuid: "@cleaning", extra: "web", endpoint: "open" },
    label: "문의",
    wrong: ["lateOpening", "inlineHandler", "opener"],
  },
  {
    name: "noopener, and a check for null",
    code: `const open = () => {
  const popup = window.open(\`https://bizmessage.kakao.com/chat/open/@sidiz?extra=\${encodeURIComponent(path)}\`, "_blank", "noopener,noreferrer");
  if (!popup) alert("팝업을 허용해 주세요");
};`,
    input: { uuid: "@sidiz", endpoint: "open" },
    computed: { extra: "path" },
    label: "",
    wrong: ["noopenerCheck", "computed"],
  },
  {
    name: "a form of a React shop, without a target",
    code: `export const Chat = ({ product }) => (
  <form action="https://bizmessage.kakao.com/chat/open" method="post">
    <input type="hidden" name="uuid" value="@카카오커머스고객센터" />
    <input type="hidden" name="extra" value="path_x__bid_1" />
    <button type="submit" className="chat">채팅하기</button>
  </form>
);`,
    input: {
      uuid: "@카카오커머스고객센터",
      extra: "path_x__bid_1",
      endpoint: "open",
      method: "post",
    },
    label: "채팅하기",
    wrong: ["noTarget", "noCharset"],
  },
  {
    name: "a login id and a session in the extra, from a JSP",
    code: `<form action="https://bizmessage.kakao.com/chat/open" method="post" target="_blank">
<input type="hidden" name="uuid" value="@samsungpop" />
<input type="hidden" name="extra" value="loginYn=Y&userId=\${sessionScope.userId}" />
<input type="image" src="/img/talk.png" alt="카카오톡 상담">
</form>`,
    input: {
      uuid: "@samsungpop",
      extra: `loginYn=Y&userId=\${sessionScope.userId}`,
      endpoint: "open",
      method: "post",
    },
    label: "카카오톡 상담",
    wrong: ["identity", "template", "noCharset"],
  },
  {
    name: "includeScript on the shop's own page, with the document's curly quote",
    code: `<script src=“https://bizmessage.kakao.com/chat/includeScript"></script>
<a href="https://bizmessage.kakao.com/v1/chat/write?uuid=%40nespresso_club&bot=true&event=hello_store" target="_blank" id="talk">상담 시작</a>`,
    input: { uuid: "@nespresso_club", bot: "true", event: "hello_store" },
    label: "상담 시작",
    wrong: ["curlyQuotes", "includeScript"],
  },
  {
    name: "an icon in a div with an inline handler",
    code: `<div class="floating" onclick="location.href='https://bizmessage.kakao.com/chat/open/@gitple'"><img src="/talk.svg" alt="카카오 상담"></div>`,
    input: { uuid: "@gitple", endpoint: "open" },
    label: "카카오 상담",
    wrong: ["noTarget", "inlineHandler", "notButton"],
  },
  {
    name: "the public id",
    code: `<a href="https://bizmessage.kakao.com/chat/open/_mHvbs" target="_blank">상담</a>`,
    input: { uuid: "_mHvbs", endpoint: "open" },
    label: "상담",
    wrong: ["KC106"],
  },
  {
    name: "the channel page's address",
    code: `<a href="http://pf.kakao.com/_mHvbs/chat" target="_blank"><img src="/talk.png" alt="카카오톡 문의"></a>`,
    input: { uuid: "http://pf.kakao.com/_mHvbs/chat" },
    label: "카카오톡 문의",
    wrong: ["KC103"],
  },
  {
    name: "the address that one lands on after the redirect",
    code: `<button onclick="window.open('https://bizmessage.kakao.com/chat/ab12CD/zz98YX', 'chat', 'width=1100,height=850')">상담</button>`,
    input: {
      uuid: "https://bizmessage.kakao.com/chat/ab12CD/zz98YX",
      width: "1100",
      height: "850",
    },
    label: "상담",
    wrong: ["KC104", "inlineHandler", "opener"],
  },
  {
    name: "an id without its @, a bot in capitals and a telephone number",
    code: `<form action="https://bizmessage.kakao.com/v1/chat/write" method="get" target="_blank" accept-charset="UTF-8">
<input type="hidden" name="uuid" value="myshop"><input type="hidden" name="bot" value="TRUE">
<input type="hidden" name="extra" value="tel=010-1234-5678"><input type="submit" value="상담 신청"></form>`,
    input: { uuid: "myshop", bot: "TRUE", extra: "tel=010-1234-5678" },
    label: "상담 신청",
    wrong: ["KC111", "KC311", "KC221"],
  },
  {
    name: "a helper that adds fields, and one that nobody knows",
    code: `var UUID = "@visitkorea1330";
function post(url, data) {
  var f = document.createElement('form');
  f.action = url; f.method = 'POST'; f.target = '_blank';
  for (var key in data) { addHidden(f, key, data[key]); }
  document.body.appendChild(f); f.submit();
}
post('https://bizmessage.kakao.com/chat/open', { uuid: UUID, extra: "k=v,k2=v2", 'event': 'WEB_WELCOME', bot: true });`,
    input: {
      uuid: "@visitkorea1330",
      extra: "k=v,k2=v2",
      event: "WEB_WELCOME",
      bot: "true",
      endpoint: "open",
      method: "post",
    },
    label: "",
    wrong: ["noCharset", "leakingForm"],
  },
  {
    name: "an address put together without encoding",
    code: `<button type="button" id="ask">문의하기</button>
<script>
  const base = "https://bizmessage.kakao.com/chat/open/";
  document.querySelector("#ask").onclick = function () {
    location.href = base + "@myshop" + "?extra=" + document.title;
  };
</script>`,
    input: { uuid: "@myshop", endpoint: "open" },
    computed: { extra: "document.title" },
    label: "문의하기",
    wrong: ["rawAddress", "noTarget", "computed"],
  },
  {
    name: "a form with a field of the shop's own",
    code: `<form action="https://bizmessage.kakao.com/chat/open" method="post" target="_blank" accept-charset="UTF-8">
<input type="hidden" name="uuid" value="@myshop"><input type="hidden" name="memberNo" value="991"><button>상담</button></form>`,
    input: { uuid: "@myshop", endpoint: "open" },
    label: "상담",
    wrong: ["identity", "unknownField"],
  },
  {
    name: "inputs that jQuery fills in, and an icon that calls a function",
    code: `<script>
function openKakao() {
  var id = $('<input type="hidden" name="uuid">').val('@myshop');
  var extra = $('<input/>').attr('type', 'hidden').attr('name', 'extra').attr('value', $('#orderNo').val());
  $('<form>', { 'action': 'https://bizmessage.kakao.com/chat/open', 'method': 'post', 'target': '_blank' })
    .append(id, extra).appendTo(document.body).submit().remove();
}
</script>
<img src="/kakao.png" alt="카톡상담" onclick="openKakao()">`,
    input: { uuid: "@myshop", endpoint: "open", method: "post" },
    computed: { extra: "$('#orderNo').val()" },
    label: "카톡상담",
    wrong: ["noCharset", "inlineHandler", "notButton", "computed"],
  },
  {
    name: "a JSP's own quotes within an attribute",
    code: `<form action="https://bizmessage.kakao.com/v1/chat/write" method="post" target="_blank" accept-charset="UTF-8">
<input type="hidden" name="uuid" value="@myshop"/><input type="hidden" name="extra" value="<%= request.getParameter("order") %>"/><button>상담</button></form>`,
    input: {
      uuid: "@myshop",
      extra: `<%= request.getParameter("order") %>`,
      method: "post",
    },
    label: "상담",
    wrong: ["template"],
  },
  {
    name: "a link that Vue makes",
    code: `<a :href="'https://bizmessage.kakao.com/chat/open/@myshop?extra=' + encodeURIComponent(id)" target="_blank">상담</a>`,
    input: { uuid: "@myshop", endpoint: "open" },
    computed: { extra: "id" },
    label: "상담",
    wrong: ["computed"],
  },
  {
    name: "a query that a script puts together",
    code: `const params = new URLSearchParams({ uuid: "@myshop", extra: \`page=\${id}\` });
window.open(\`https://bizmessage.kakao.com/chat/open?\${params}\`, "_blank", "width=" + width + ",height=550");`,
    input: { uuid: "@myshop", endpoint: "open" },
    computed: { extra: '"page=" + id' },
    label: "",
    wrong: ["smallPopup", "opener", "computed"],
  },
];
