import { describe, expect, it } from "vitest";
import { type CONVERT_CAUSES, CONVERT_CODES } from "../../../src/convert/codes";
import { convert } from "../../../src/convert/convert";

const at = (id = "@a", query = "") => `https://bizmessage.kakao.com/chat/open/${id}${query}`;
const LINK = `<a href="${at()}" target="_blank">상담</a>`;
const onClick = (code: string) =>
  `<button id="b">상담</button><script>document.getElementById("b").onclick = function () { ${code} };</script>`;
const open = (features = "noopener") => `window.open("${at()}", "_blank", "${features}")`;
const openFor = (name: string) => `window.open("${at()}?extra=" + encodeURIComponent(${name}))`;
const chosen = () => `window.open("${at("")}" + id, "_blank", "noopener");`;
const form = (more = 'accept-charset="utf-8"', fields = "") =>
  `<form action="https://bizmessage.kakao.com/chat/open" method="post" target="_blank" ${more}><input type="hidden" name="uuid" value="@a">${fields}<button>상담</button></form>`;

/** Functions that call each other four times each, so deep. */
const entangle = (depth: number) =>
  `<script>${Array.from({ length: depth }, (_, at) => `function a${at}() { ${`a${at + 1}();`.repeat(4)} }`).join("\n")}</script>`;

/** For each code, code of which it has to be said, and code close to it of which it must not. */
const CASES: Record<keyof typeof CONVERT_CODES, { on: string[]; off: string[] }> = {
  KC940: {
    on: [
      `<a href="https://pf.kakao.com/_abcD/chat">상담</a>`,
      `Kakao.Channel.chat({ channelPublicId: "_abcD" })`,
      `<a href="https://plus.kakao.com/home/@shop">a</a>`,
      `Kakao.PlusFriend.chat({ plusFriendId: "_a" })`,
    ],
    off: [
      LINK,
      `Kakao.Channel.addChannel({ channelPublicId: "_a" })`,
      `<a href="https://developers.kakao.com/">a</a>`,
      `Kakao.Share.sendDefault({})`,
    ],
  },
  KC941: {
    on: [
      `<body onload="document.f.submit()"><form name="f" action="${at()}" method="post"></form></body>`,
    ],
    off: [LINK, form(), onClick(open())],
  },
  KC942: {
    on: [
      LINK + LINK.replace("@a", "@b"),
      onClick(`${open()}; ${open().replace("@a", "@b")};`),
      onClick(`fetch("/vip").then(function (vip) { var id = vip ? "@a" : "@b"; ${chosen()} });`),
      LINK + onClick(`${open()}; ${open().replace("@a", "@b")};`).replace("@a", "@c"),
    ],
    off: [
      LINK + LINK,
      // Both choose in the same way.
      `<button onclick="go()">a</button><button onclick="go()">b</button><script>function go() { var id = isVip ? "@a" : "@b"; ${chosen()} }</script>`,
      `${LINK}<a href="https://bizmessage.kakao.com/chat/open/@a?extra=b">x</a>`,
      `${LINK}<a href="https://pf.kakao.com/_b">x</a>`,
    ],
  },
  KC943: {
    on: [LINK + LINK],
    off: [
      onClick(
        `var a = document.createElement("a"); a.href = "${at()}"; a.target = "_blank"; a.click();`,
      ),
      `<a href="#" onclick="go('a')">a</a><a href="#" onclick="go('b')">b</a><script>function go(k) { switch (k) { case "a": ${open()}; break; case "b": alert(1); } }</script>`,
      LINK,
      onClick(`if (a) ${open()}; else ${open()};`),
    ],
  },
  KC944: {
    on: [`<a download href="#" onclick="${open().replace(/"/g, "'")}">상담</a>`],
    off: [LINK, `<a class="x" title="y" href="#" onclick="${open().replace(/"/g, "'")}">상담</a>`],
  },
  KC945: {
    on: [LINK.replace("<a", `<a onclick="gtag('event', 'a')"`)],
    off: [
      `<script>const go = () => ${open()};</script><button onclick={() => go()}>a</button>`,
      `<a href="#" onclick="shop.go(); return false;">a</a><script>var shop = { go: function () { ${open()} } };</script>`,
      LINK,
      `<a href="#" onclick="${open().replace(/"/g, "'")}; return false;">상담</a>`,
    ],
  },
  KC946: {
    on: [
      onClick(`window.fbq && fbq("track", "a"); ${open()};`),
      onClick(`closeMenu(); ${open()};`),
      onClick(`gtag("event", "a"); ${open()};`),
      onClick(`alert("a"); ${open()};`),
      onClick(`var w = ${open("")}; w.focus(); alert("a");`),
      onClick(
        `const layer = document.querySelector(".l"); layer.style.display = "none"; ${open()};`,
      ),
      onClick(`${open()}; const modal = shop.find("m"); modal.hide();`),
    ],
    off: [
      onClick(`try { ${open()} } catch (error) { shop.report(error); }`),
      onClick(`var w = ${open("")}; w.focus();`),
      onClick(`if (!navigator.onLine) { alert("a"); return; } ${open()};`),
      onClick(`var w = ${open("")}; if (!w) alert("a");`),
      onClick(`var form = document.createElement("form"); form.style.display = "none"; ${open()};`),
      onClick(open()),
      LINK.replace("<a", `<a onclick="gtag('event', 'a')"`),
    ],
  },
  KC947: {
    on: [
      `function go(no) { window.open("${at()}?extra=" + encodeURIComponent(no), "_blank", "noopener"); }`,
    ],
    off: [
      `class A extends React.Component { go = () => ${open()}; render() { return <a href={"${at()}?extra=" + encodeURIComponent(this.props.no)} target="_blank">a</a>; } }`,
      onClick(
        `var no = document.title; window.open("${at()}?extra=" + encodeURIComponent(no), "_blank", "noopener")`,
      ),
      `function go(no) { ${open()} }`,
    ],
  },
  KC948: {
    on: [
      onClick(
        `window.open("${at()}?extra=" + encodeURIComponent(document.title), "_blank", "noopener")`,
      ),
    ],
    off: [onClick(`var a = "x"; window.open("${at()}?extra=" + a, "_blank", "noopener")`), LINK],
  },
  KC949: {
    on: [LINK.replace("@a", "@a?extra=<?= $a ?>")],
    off: [
      `@{ var id = "@a"; }\n<a href="https://bizmessage.kakao.com/chat/open/@id" target="_blank">상담</a>`,
      LINK,
      `<p><?= $a ?></p>${LINK}`,
    ],
  },
  KC950: {
    on: [
      form("accept-charset=“utf-8”"),
      onClick("window.open(“https://bizmessage.kakao.com/chat/open/@a”)"),
    ],
    off: [
      LINK.replace("상담", "“상담”"),
      `<p>시간: “평일”, (“주말”)</p>${LINK}`,
      onClick(`var t = "“a”"; ${open()}`),
      LINK.replace("<a", '<a title="시간= “평일”"'),
      LINK.replace("<a", "<a title='“평일” 상담' data-a=\"“a” b=“c”\""),
    ],
  },
  KC951: {
    on: [onClick(open("width=400,height=600,noopener")), onClick(open("noopener,height=700"))],
    off: [
      onClick(open("width=1024,height=800,noopener")),
      onClick(open()),
      onClick(`window.open("${at()}", "_blank", "noopener,width=" + w)`),
    ],
  },
  KC952: {
    on: [form("")],
    off: [
      form(),
      `<meta charset="utf-8">${form("")}`,
      LINK,
      `<form action="/search"><input name="q"></form>${LINK}`,
    ],
  },
  KC953: {
    on: [
      onClick(
        `var f = document.createElement("form"); f.action = "${at()}"; f.target = "_blank"; document.body.appendChild(f); f.submit();`,
      ),
    ],
    off: [
      onClick(
        `var f = document.createElement("form"); f.action = "${at()}"; f.target = "_blank"; document.body.appendChild(f); f.submit(); document.body.removeChild(f);`,
      ),
      onClick(
        `var f = document.getElementById("f"); if (!f) { f = document.createElement("form"); f.action = "${at()}"; document.body.appendChild(f); } f.submit();`,
      ),
      form(),
    ],
  },
  KC954: {
    on: [onClick(`fetch("/a").then(() => ${open()})`), onClick(`setTimeout(() => ${open()}, 9)`)],
    off: [
      `<script>$("#b").flash().on("click", function () { ${open()} })</script><button id="b">a</button>`,
      onClick(`fetch("/a").then(() => {}); ${open()}`),
      onClick(`fetch("/a").then(() => { location.href = "${at()}" })`),
      `<script>$(function () { $("#b").click(function () { ${open()} }) })</script><button id="b">상담</button>`,
    ],
  },
  KC955: {
    on: [onClick(`var w = ${open()}; if (!w) alert(1)`), onClick(`if (!${open()}) alert(1)`)],
    off: [onClick(open()), onClick(`var w = ${open("width=1100")}; if (!w) alert(1)`)],
  },
  KC956: {
    on: [
      `<a href="${at()}">상담</a>`,
      onClick(`location.href = "${at()}"`),
      onClick(`window.open("${at()}", "_self")`),
    ],
    off: [
      onClick(`var w = window.open("", "w"); w.document.write('<form action="${at()}"></form>');`),
      LINK,
      onClick(open()),
      `<base target="_blank"><a href="${at()}">상담</a>`,
      at(),
      onClick(`openLayer("${at()}")`),
      `<script>function mark(parentLink) { parentLink.href = "${at()}"; }</script>`,
    ],
  },
  KC957: {
    on: [
      form(undefined, '<input type="hidden" name="memberNo" value="1">'),
      LINK.replace("@a", "@a?extra=userId=7"),
      onClick(`window.open("${at()}?extra=" + loginUserId, "_blank", "noopener")`),
      onClick(`$.get("/s", function (d) { window.open("${at()}?extra=" + d.memberNo); });`),
      ...["shop.claimToken", "access_token", "refreshToken.trim()", "shop.userSession"].map(
        (made) => onClick(`window.open("${at()}?extra=" + encodeURIComponent(${made}))`),
      ),
      LINK.replace("@a", "@a?extra=orderToken=<?= $no ?>"),
    ],
    off: [
      ...["tokenize(a)", "sessionTitle", "yogaSession", "userSession.title", "shop.tokens"].map(
        (made) => onClick(`window.open("${at()}?extra=" + encodeURIComponent(${made}))`),
      ),
      // The shop's own server is asked with it.
      onClick(
        `fetch("/s", { headers: { "X-CSRF-Token": csrfToken } }).then((r) => r.json()).then((d) => { window.open("${at()}?extra=" + d.no); });`,
      ),
      LINK.replace("@a", "@a?extra=1{% if memberNo %}&bot=true{% endif %}"),
      LINK.replace("@a", "@a?extra=order=7"),
      LINK.replace("@a", "@a?extra=kidshop"),
      onClick(`window.open("${at()}?extra=" + productId, "_blank", "noopener")`),
      LINK.replace("@a", "@a?extra=회원 상담"),
    ],
  },
  KC958: {
    on: [`<script src="https://bizmessage.kakao.com/chat/includeScript"></script>${LINK}`],
    off: [LINK, `<script src="/includeScript.js"></script>${LINK}`],
  },
  KC959: {
    on: [
      `<div onclick="location.href='${at()}'">상담</div>`,
      `<a onclick="location.href='${at()}'">상담</a>`,
    ],
    off: [
      `<template><NuxtLink to="${at()}" target="_blank">a</NuxtLink></template>`,
      LINK,
      `<button><span onclick="location.href='${at()}'">상담</span></button>`,
      `<div tabindex="0" role="button" onclick="location.href='${at()}'">상담</div>`,
      `const A = () => <Button onClick={() => { location.href = "${at()}" }}>상담</Button>`,
      `document.getElementById("b").onclick = () => { ${open()} }`,
    ],
  },
  KC960: {
    on: [
      `<button onclick="location.href='${at()}'">상담</button>`,
      `<a href="javascript:go()">상담</a><script>function go() { ${open()} }</script>`,
      `<a href="${at()}" onclick="window.open(this.href); return false;">상담</a>`,
      `<a href="#" onclick="openLayer('${at()}')">상담</a>`,
      form(undefined, `<a href="#" onclick="this.parentNode.submit()">상담</a>`),
    ],
    off: [
      LINK,
      LINK.replace("<a", `<a onclick="track()"`),
      form(undefined, `<button onclick="track()">상담</button>`),
      onClick(open()),
      `<a href="javascript:;" id="b">상담</a><script>$("#b").click(function () { ${open()} })</script>`,
      `<button onClick={() => { ${open()} }}>상담</button>`,
    ],
  },
  KC961: {
    on: [onClick(open("width=1100")), onClick(`window.open("${at()}")`)],
    off: [
      onClick(open()),
      onClick(`var w = ${open("")}; w.opener = null`),
      onClick(`window.open("${at()}", "_self")`),
      LINK,
      form(),
    ],
  },
  KC962: {
    on: [onClick(`window.open("${at()}?extra=" + a, "_blank", "noopener")`)],
    off: [
      onClick(`window.open("${at()}?extra=" + (isPhone ? "mo" : "pc"), "_blank", "noopener")`),
      onClick(`window.open("${at()}?extra=" + encodeURIComponent(a), "_blank", "noopener")`),
      onClick(`window.open("${at()}?" + new URLSearchParams({ extra: a }), "_blank", "noopener")`),
      LINK.replace("@a", "@a?extra=한글"),
    ],
  },
  KC963: {
    on: [form(undefined, '<input type="hidden" name="ref" value="1">')],
    off: [form(undefined, '<input type="hidden" name="extra" value="1">'), LINK],
  },
  KC964: {
    on: [LINK.replace("@a", "@a?extra=1&amp;amp;bot=true")],
    off: [LINK.replace("@a", "@a?extra=1&amp;bot=true"), LINK.replace("@a", "@a?extra=1&bot=true")],
  },
  KC965: {
    on: [onClick(`${open()}; var kakao = = 1;`)],
    off: [
      `@section Footer {\n${LINK}\n}`,
      `<#if a??>${LINK}</#if>`,
      `<area shape="rect" coords="1,1,2,2" href="#" onClick="${open().replace(/"/g, "'")}">`,
      LINK,
      onClick(open()),
      `<script>var a = ;</script>${LINK}`,
    ],
  },
  KC966: {
    on: [
      `<script>${open()}</script>`,
      `<script>window.onload = function () { ${open()} }</script>`,
    ],
    off: [
      `<script>$("#b").flash().on("click", function () { ${open()} })</script><button id="b">a</button>`,
      onClick(open()),
      `<script>function go() { ${open()} }</script>`,
      open(),
    ],
  },
  KC967: {
    on: [`<a href="#" onclick="openLayer('${at()}')">상담</a>`],
    off: [
      LINK,
      `<a href="#" onclick="openLayer('${at()}')">상담</a><script>function openLayer(u) { window.open(u, "_blank", "noopener") }</script>`,
    ],
  },
  KC968: {
    on: [
      `${LINK}<a href="https://bizmessage.kakao.com/chat/abc/def">x</a>`,
      `<a href="https://bizmessage.kakao.com/chat/abc/def">x</a>`,
      `<a href="https://accounts.kakao.com/login?continue=https%3A%2F%2Fbizmessage.kakao.com%2Fchat%2Fabc%3Frf%3Da">x</a>`,
    ],
    off: [LINK],
  },
  KC969: {
    on: [
      `<button id="b">a</button><script>document.getElementById("b").onclick = async () => { const a = await (await fetch("/a")).json(); window.open("${at()}?extra=" + a.b) }</script>`,
    ],
    off: [onClick(`fetch("/a"); ${open()}`)],
  },
  KC970: {
    on: [
      onClick(`window.open("${at()}?extra=" + encodeURIComponent(shopNo), "_blank", "noopener")`),
    ],
    off: [
      onClick(
        `window.open("${at()}?extra=" + encodeURIComponent(typeof shopNo !== "undefined" ? shopNo : ""), "_blank", "noopener")`,
      ),
      onClick(
        `window.open("${at()}?extra=" + encodeURIComponent(document.title), "_blank", "noopener")`,
      ),
      `const A = ({ no }) => <a href={"${at()}?extra=" + encodeURIComponent(no)} target="_blank">a</a>`,
    ],
  },
  KC971: {
    on: [
      onClick(`fetch("/a").then((r) => { if (r.a !== "0") return; ${open()} })`),
      // What was clicked once is asked, then said: the new code would ask after it was said.
      onClick(
        `if (this.classList.contains("on")) { alert("a"); return; } this.classList.add("on"); ${open()}`,
      ),
      // Only where something fails.
      onClick(`fetch("/a").then(done).catch(() => ${open()})`),
      onClick(`fetch("/a").then(done, () => ${open()})`),
      onClick(`$.post("/a").done(done).fail(function () { ${open()} })`),
      onClick(`try { start(); } catch (error) { ${open()} }`),
      // Who sets it was not pasted.
      `<a href="#" onclick="cs.go()">a</a><script>var cs = { ok: false, go: function () { if (!this.ok) { alert("a"); return; } ${open()} } };</script>`,
    ],
    off: [
      onClick(`if (!isLogin()) { location.href = "/login"; return; } ${open()}`),
      onClick(`if (confirm("a")) ${open()}`),
      onClick(open()),
      onClick(`fetch("/a").then(() => ${open()}).catch(() => ${open()})`),
      onClick(`fetch("/a").catch(report).finally(() => ${open()})`),
      onClick(`try { ${open()} } catch (error) { ${open()} }`),
      onClick(`try { start(); } catch (error) { report(error); } ${open()}`),
      onClick(`if (isPhone) location.href = "${at()}"; else ${open()}`),
      onClick(`if (isPhone) { location.href = "${at()}"; return; } ${open()}`),
      onClick(`var w = ${open("")}; if (!w) { alert("a"); return; } w.focus()`),
      onClick(`if (typeof gtag !== "undefined") gtag("event", "a"); ${open()}`),
      onClick(`if (event.key !== "Enter") return; ${open()}`),
      `<a href="#" onclick="go('a')">a</a><script>function go(k) { if (k === "b") return; ${open()} }</script>`,
      `<script>var b = document.getElementById("b"); if (b) b.onclick = function () { ${open()} }</script><button id="b">a</button>`,
    ],
  },
  KC972: {
    on: [
      `<?php $a = urlencode("b=" . $c); ?>${LINK.replace("@a", "@a?extra=<?= $a ?>")}`,
      LINK.replace("@a", "@a?extra=<?= urlencode($a) ?>"),
      LINK.replace("@a", "@a?extra={{ a|urlencode }}"),
      LINK.replace("@a", `@a?extra=<%= Server.URLEncode("b=" & c) %>`),
    ],
    off: [
      LINK.replace("@a", "@a?extra=<?= $a ?>"),
      LINK.replace("@a", "@a?extra={{ a }}"),
      LINK.replace("@a", "@a?extra=<?= urlencode($a) . $b ?>"),
      form(undefined, '<input type="hidden" name="extra" value="<?= urlencode($a) ?>">'),
      onClick(`window.open("${at()}?extra=" + encodeURIComponent(a), "_blank", "noopener")`),
    ],
  },
  KC973: {
    on: [
      `<button onclick="go()">a</button><script>function go() { var url = "${at()}?extra=a`,
      `var shop = { chat: "https://bizmessage.kakao.com/chat/open/", id: "@a" };`,
    ],
    off: [
      LINK,
      onClick(open()),
      `<!-- ${LINK} -->`,
      `// ${open()}`,
      onClick(`var u = "${at()}"; ${open()}`),
    ],
  },
  KC974: {
    on: [
      `<a href="https://api.happytalk.io/api/kakao/chat_open?yid=%40a&site_id=1" target="_blank">a</a>`,
      onClick(`window.open("https://api.happytalk.io/api/kakao/chat_open?yid=" + id)`),
    ],
    off: [
      LINK,
      `<a href="https://api.happytalk.io/api/other">a</a>`,
      `<a href="https://pf.kakao.com/_a/chat">a</a>`,
    ],
  },
  KC975: {
    on: [
      `import { KAKAO_URL } from "./urls"; export const Talk = () => <a href={KAKAO_URL}>a</a>;`,
      `const go = () => window.open(process.env.NEXT_PUBLIC_KAKAO_CHAT + "?extra=a");`,
      `<a :href="config.kakaoUrl">a</a>`,
      `export const Talk = ({ href }) => <a href={href} aria-label="카카오톡 상담 열기">a</a>;`,
      `<template><a :href="link">카카오톡 문의</a></template><script setup>defineProps({ link: String });</script>`,
      `<a id="b">카카오톡 문의</a><script>$("#b").on("click", function () { $.get("/a", function (data) { window.open(data.link); }); });</script>`,
      `<a id="b">문의</a><script>b.onclick = function () { $.get("/a", function (data) { if (data.link.indexOf("https://api.happytalk.io/") > -1) window.open(data.link); }); };</script>`,
    ],
    off: [
      LINK,
      `const KAKAO_URL = "${at()}"; const Talk = () => <a href={KAKAO_URL}>a</a>;`,
      `const KAKAO_URL = "https://pf.kakao.com/_a"; const Talk = () => <a href={KAKAO_URL}>a</a>;`,
      `import { SHOP_URL } from "./urls"; export const Home = () => <a href={SHOP_URL}>a</a>;`,
      `<img src={KAKAO_ICON} />`,
      `export const Login = ({ href }) => <a href={href}>카카오 로그인</a>;`,
      `export const Home = ({ href }) => <a href={href}>1:1 문의</a>;`,
      `const KAKAO_URL = process.env.URL || "https://pf.kakao.com/_a"; const A = <a href={KAKAO_URL}>a</a>;`,
    ],
  },
  KC976: {
    on: [
      `<a href="https://open.kakao.com/o/sAbCdEf">a</a>`,
      `<a href="https://open.kakao.com/me/shop">a</a>`,
      onClick(`window.open("https://open.kakao.com/o/sAbCdEf")`),
    ],
    off: [
      LINK,
      `<a href="https://open.kakao.com/">a</a>`,
      `<a href="https://pf.kakao.com/_a">a</a>`,
    ],
  },
  KC977: {
    on: [onClick(`${open()} a0();`) + entangle(12)],
    off: [LINK, onClick(`${open()} a0();`) + entangle(3), onClick(open()).repeat(50)],
  },
  KC978: {
    on: [
      `export function openChat() { ${open()} }`,
      `$(".talk").click(function () { ${open()} });`,
      `document.getElementById("b").onclick = function () { ${open()} };`,
      `<form id="f" action="${at()}" method="post"><input type="hidden" name="extra" value="a"></form>`,
    ],
    off: [
      LINK,
      at(),
      form(),
      onClick(open()),
      `<button onclick="openChat()">a</button><script>function openChat() { ${open()} }</script>`,
      `const A = () => <button onClick={() => ${open()}}>a</button>;`,
      `<script>var a = document.createElement("a"); a.href = "${at()}"; document.body.appendChild(a);</script>`,
      `<body onload="document.f.submit()"><form name="f" action="${at()}" method="post"></form></body>`,
      `const CHAT = "${at()}";`,
    ],
  },
  KC979: {
    on: [
      onClick(`var id = isVip ? "@a" : isPhone ? "@b" : "@c"; ${chosen()}`),
      onClick(`var id = ({ ko: "@a", en: "@b" })[document.documentElement.lang]; ${chosen()}`),
      onClick(`if (isVip) { location.href = "${at()}"; } else { window.open("${at("@b")}"); }`),
    ],
    off: [
      LINK + LINK.replace("@a", "@b"),
      onClick(`var id = isVip ? "@a" : "@a"; ${chosen()}`),
      // Which it is cannot be asked again.
      onClick(`fetch("/vip").then(function (vip) { var id = vip ? "@a" : "@b"; ${chosen()} });`),
      // Both are opened.
      onClick(`${open()}; ${open().replace("@a", "@b")};`),
    ],
  },
  KC984: {
    on: [
      onClick(`try { ${open()} } catch (e) { alert("실패"); }`),
      onClick(`try { ${open()} } finally { b.disabled = false; }`),
      onClick(`fetch("/s").then(function () { ${open()} }).catch(function () { alert("실패"); });`),
      onClick(`fetch("/s").then(function () { ${open()} }, fail);`),
      onClick(`fetch("/s").then(function () { ${open()} }).finally(done);`),
      onClick(`$.ajax({ url: "/s", success: function () { ${open()} }, error: fail });`),
      onClick(`$.ajax({ url: "/s", success: function () { ${open()} }, complete() { done(); } });`),
      onClick(`$.get("/s", function () { ${open()} }).fail(() => alert("실패"));`),
      onClick(`api.ask().subscribe({ next: () => { ${open()} }, error: () => { fail(); } });`),
    ],
    off: [
      onClick(open()),
      onClick(`try { ${open()} } catch (e) {}`),
      onClick(`try { ${open()} } catch (e) { console.error(e); }`),
      onClick(`try { ${open()} } catch (e) { location.href = "${at()}"; }`),
      onClick(`try { ga("send", "event"); } catch (e) { alert("통계"); } ${open()}`),
      onClick(`fetch("/log").catch(fail); ${open()}`),
      onClick(
        `var w = window.open(""); fetch("/s").then(() => { w.location.href = "${at()}"; }).catch(() => { w.close(); });`,
      ),
    ],
  },
  KC988: {
    on: [
      onClick(`if (confirm("a")) ${open()}`),
      onClick(`confirm("a") && ${open()}`),
      onClick(`var h = new Date().getHours(); if (h < 9) { alert("a"); return; } ${open()}`),
      onClick(`if (!document.getElementById("c").checked) return alert("a"), false; ${open()}`),
      `<a href="#" onclick="if (!confirm('a')) return false; go()">a</a><script>function go() { ${open()} }</script>`,
    ],
    off: [
      onClick(open()),
      onClick(`if (!isLogin()) { location.href = "/login"; return; } ${open()}`),
      onClick(`fetch("/a").then((r) => { if (r.a !== "0") return; ${open()} })`),
      onClick(`if (isPhone) location.href = "${at()}"; else ${open()}`),
    ],
  },
  KC989: {
    on: [
      onClick(`if (!isLogin()) { location.href = "/login"; return; } ${open()}`),
      onClick(`if (!confirm("a")) { showNotice(); return; } ${open()}`),
      onClick(`isMember && ${open()}`),
    ],
    off: [
      onClick(`if (confirm("a")) ${open()}`),
      `const A = ({ isMember }) => <button onClick={() => { if (!isMember) return; ${open()} }}>a</button>;`,
    ],
  },
  KC992: {
    on: [
      `<select onchange="go(this.value)"><option value="a">a</option></select><script>function go(v) { ${open()} }</script>`,
      `<select id="s"></select><script>$("#s").on("change", function () { ${open()} })</script>`,
      `<input type="checkbox" onclick="if (this.checked) ${open().replace(/"/g, "'")}">`,
      `<input id="q"><script>q.onkeydown = function (e) { if (e.keyCode === 13) ${open()} }</script>`,
    ],
    off: [
      `<input type="button" value="a" onclick="${open().replace(/"/g, "'")}">`,
      `<label><input type="radio" onclick="${open().replace(/"/g, "'")}"> a</label>`,
      `<select id="s"></select><button onclick="go()">a</button><script>function go() { window.open(s.value ? "https://bizmessage.kakao.com/chat/open/@a" : "") }</script>`,
    ],
  },
};

const listCodes = (code: string) => convert(code).findings.map((found) => found.code);

describe.each(Object.entries(CASES))("%s", (code, { on, off }) => {
  it.each(on)("is said of %s", (pasted) => {
    expect(listCodes(pasted)).toContain(code);
  });

  it.each(off)("is not said of %s", (pasted) => {
    expect(listCodes(pasted)).not.toContain(code);
  });
});

it("has a case for every code, and one against it", () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(CONVERT_CODES).sort());
  for (const [code, { on, off }] of Object.entries(CASES)) {
    expect(on.length * off.length, code).toBeGreaterThan(0);
  }
});

/** A list whose items share an element and a handler. */
const listOf = (code: string, click: string) =>
  `function F({ items, isMember }) { const open = () => ${open()}; const choose = (id) => { ${code} }; return items.map((item) => <button onClick={() => ${click}}>{item.name}</button>); }`;
/** A form at whose sending a script opens the chat. */
const sent = (fields: string) =>
  `<form id="ask">${fields}<button>상담</button></form><script>document.querySelector("#ask").onsubmit = function () { ${open()}; return false; };</script>`;

/** For each other cause of a code the same. */
const CAUSES: Record<keyof typeof CONVERT_CAUSES, { on: string[]; off: string[] }> = {
  "KC940 app": {
    on: [
      onClick(
        `if (isPhone) { location.href = "kakaotalk://plusfriend/home/@a"; setTimeout(function () { ${open()} }, 1500); } else ${open()};`,
      ),
      onClick(
        `if (isAndroid) { location.href = "intent://plusfriend/home/@a#Intent;scheme=kakaoplus;package=com.kakao.talk;end"; setTimeout(() => ${open()}, 900); } else ${open()};`,
      ),
      `<button onclick="location.href='kakaoplus://plusfriend/talk/chat/@a'; ${open().replaceAll('"', "'")}">상담</button>`,
    ],
    off: [
      onClick(open()),
      `<a href="kakaotalk://plusfriend/home/@a">앱</a>${LINK}`,
      onClick(`if (isPhone) location.href = "kakaotalk://plusfriend/home/@a"; else ${open()};`),
      onClick(`if (isPhone) location.href = "tel:0212345678"; else ${open()};`),
    ],
  },
  "KC940 page": {
    on: [
      `<a href="http://pf.kakao.com/_Gxbrwn/111023217">공지</a>`,
      `<a href="https://pf.kakao.com/_Gxbrwn/friend">친구 추가</a>`,
      `<button onclick="window.open('https://pf.kakao.com/_Gxbrwn/posts')">소식</button>`,
    ],
    off: [
      `<a href="https://pf.kakao.com/_Gxbrwn/chat">상담</a>`,
      `<a href="https://pf.kakao.com/_Gxbrwn">채널</a>`,
      `<a href="https://pf.kakao.com/_Gxbrwn/?from=qr">채널</a>`,
    ],
  },
  "KC940 other": {
    on: [
      `${LINK}<a href="https://pf.kakao.com/_Gxbrwn"><img src="k.png"></a>`,
      `${onClick(open())}<button onclick="window.open('https://pf.kakao.com/_Gxbrwn/chat')"></button>`,
    ],
    off: [
      `<a href="https://pf.kakao.com/_Gxbrwn"><img src="k.png"></a>`,
      `${LINK}<a href="https://pf.kakao.com/_Gxbrwn">채널</a>`,
      `<button id="b"></button><script>b.onclick = function () { if (isOpen) ${open()}; else window.open("https://pf.kakao.com/_Gxbrwn/chat"); }</script>`,
    ],
  },
  "KC942 own": {
    on: [
      LINK + LINK.replace("@a", "@b"),
      `<a href="javascript:window.open('${at("@a1")}');">기장</a><a href="javascript:window.open('${at("@b1")}');">절세</a>`,
    ],
    off: [
      LINK,
      onClick(`${open()}; ${open().replace("@a", "@b")};`),
      LINK + onClick(`${open()}; ${open().replace("@a", "@b")};`).replace("@a", "@c"),
    ],
  },
  "KC942 around": {
    on: [
      `<a href="${at()}" target="_blank"><button type="button" onclick="window.open('${at("@b")}')">상담</button></a>`,
      `<div onclick="window.open('${at("@a", "?extra=box")}')"><span>${LINK}</span></div>`,
      `const A = () => <a href="${at()}"><button onClick={() => window.open("${at("@b")}")}>상담</button></a>;`,
    ],
    off: [
      `<a href="${at()}" target="_blank"><button type="button" onclick="window.open('${at()}')">상담</button></a>`,
      `<div onclick="window.open('${at("@b")}')"><h3>a</h3>${LINK}</div>`,
      `<div>${LINK}${LINK.replace("@a", "@b")}</div>`,
    ],
  },
  "KC943 around": {
    on: [
      `<a href="${at()}" target="_blank"><button type="button" onclick="window.open('${at()}')">상담</button></a>`,
      `<a href="${at()}"><!-- a --><span><button onclick="window.open('${at()}')">상담</button></span></a>`,
      `<div onclick="window.open('${at()}')">${LINK}</div>`,
      `const A = () => <a href="${at()}">{/* a */}<button onClick={() => ${open()}}>상담</button></a>;`,
      `<template><a href="${at()}"><button @click="open">상담</button></a></template><script setup>const open = () => ${open()};</script>`,
      `<button type="button" class="btn"><a href="${at()}" target="_blank">상담</a></button>`,
      `<button type="button"><a href="#" onclick="window.open('${at()}'); return false"><img src="k.svg" alt="카톡"></a></button>`,
    ],
    off: [
      `<button type="button">a <a href="${at()}" target="_blank">상담</a></button>`,
      `const A = () => <Button asChild><a href="${at()}" target="_blank">상담</a></Button>;`,
      `<a href="${at()}" target="_blank"><button type="button" onclick="track()">상담</button></a>`,
      `<a href="${at()}" target="_blank">a <button type="button" onclick="window.open('${at()}')">상담</button></a>`,
      `<a href="${at("@b")}" target="_blank"><button type="button" onclick="window.open('${at()}')">상담</button></a>`,
      LINK + LINK,
    ],
  },
  "KC943 within": {
    on: [
      `<div onclick="window.open('${at("@b")}')"><h3>a</h3>${LINK}</div>`,
      `const A = () => <div onClick={() => ${open()}}><h3>a</h3><button onClick={() => ${open()}}>상담</button></div>;`,
    ],
    off: [
      `<div onclick="window.open('${at()}')">${LINK}</div>`,
      `const A = () => <div onClick={() => ${open()}}><h3>a</h3><button onClick={addCart}>담기</button></div>;`,
      LINK + LINK,
    ],
  },
  "KC944 component": {
    on: [
      `const A = () => <MainBtn name="상담" onClick={() => ${open()}} />;`,
      `<template><my-btn color="yellow" @click="go">상담</my-btn></template><script setup>function go() { ${open()} }</script>`,
    ],
    off: [
      `<a download href="#" onclick="${open().replace(/"/g, "'")}">상담</a>`,
      `const A = () => <button download onClick={() => ${open()}}>a</button>;`,
    ],
  },
  "KC947 made": {
    on: [
      `<ul id="l"></ul><script>function ask(no) { ${openFor("no")} } function draw(list) { l.innerHTML = list.map((o) => \`<button onclick="ask('\${o.no}')">상담</button>\`).join(""); }</script>`,
      `<ul id="l"></ul><script>function draw(list) { list.forEach(function (o) { var b = document.createElement("button"); b.onclick = function () { ${openFor("o.no")} }; l.appendChild(b); }); }</script>`,
    ],
    off: [
      `<ul id="l"></ul><script>function ask() { load(function (o) { ${openFor("o.no")} }); } l.innerHTML = '<button onclick="ask()">상담</button>';</script>`,
      `<ul id="l"></ul><script>function ask(no) { ${openFor("no")} } l.innerHTML = '<button onclick="ask(7)">상담</button>';</script>`,
      `function go(no) { ${openFor("no")} }`,
    ],
  },
  "KC949 address": {
    on: [
      LINK.replace("@a", "@a?extra=<%= encodedMessage %>"),
      LINK.replace("@a", "@a?extra={{ a }}&bot=true"),
    ],
    off: [
      LINK.replace("@a", "@a?extra=<?= urlencode($a) ?>"),
      LINK.replace("@a", "@a?extra=order-<?= $a ?>"),
      form(undefined, '<input type="hidden" name="extra" value="<?= $a ?>">'),
      onClick(`window.open("${at()}?extra=" + encodeURIComponent("<?= $a ?>"))`),
      LINK,
    ],
  },
  "KC966 caller": {
    on: [
      `<button onclick="ask()">상담</button><script>function ask() { ${open()} } function resume() { setTimeout(function () { ask(); }, 500); }</script>`,
      `<button onclick="ask()">상담</button><script>function ask() { ${open()} } function resume() { setTimeout(ask, 500); }</script>`,
      `<button onclick="ask()">상담</button><script>function ask() { ${open()} } window.addEventListener("load", function () { if (location.hash) ask(); });</script>`,
      `<button onclick="ask()">상담</button><script>function ask() { ${open()} } const resume = () => fetch("/login").then(() => ask());</script>`,
      `const A = () => { const ask = () => { ${open()} }; useEffect(() => { if (isPending) ask(); }, []); return <button onClick={ask}>상담</button>; };`,
    ],
    off: [
      `<button onclick="ask()">상담</button><script>function ask() { setTimeout(function () { ${open()} }, 500); }</script>`,
      `<button onclick="ask()">상담</button><button onclick="later()">문의</button><script>function ask() { ${open()} } function later() { setTimeout(ask, 500); }</script>`,
      `<button id="b">상담</button><script>const ask = debounce(function () { ${open()} }, 300); b.onclick = ask;</script>`,
      `<button id="b">상담</button><script>function ask() { ${open()} } b.onclick = debounce(ask, 300);</script>`,
      `<button id="b">상담</button><script>function ask() { ${open()} } b.addEventListener("click", ask); window.addEventListener("load", function () { if (isOld) b.removeEventListener("click", ask); });</script>`,
      `<button onclick="ask()">상담</button><script>function ask() { ${open()} } function askLater() { ask(); }</script>`,
    ],
  },
  "KC946 shared": {
    on: [
      `<button class="b" data-type="tel">전화</button><button class="b" data-type="talk">상담</button><script>$(".b").on("click", function (e) { e.preventDefault(); if ($(this).data("type") === "talk") ${open()} else call(); });</script>`,
      `<button class="b" data-type="top">위</button><button class="b" data-type="talk">상담</button><script>$(".b").on("click", function () { if ($(this).data("type") === "talk") { ask(); return; } toTop(); }); function ask() { ${open()} }</script>`,
      `<button class="b" data-type="top">위</button><button class="b" data-type="talk">상담</button><script>document.querySelectorAll(".b").forEach((b) => b.addEventListener("click", () => { switch (b.dataset.type) { case "talk": ${open()} break; default: toTop(); } }));</script>`,
    ],
    off: [
      `<button class="b" data-type="tel">전화</button><button class="b" data-type="talk">상담</button><script>$(".b").on("click", function () { if ($(this).data("type") === "talk") { ${open()} } else if ($(this).data("type") === "tel") call(); });</script>`,
      `<button class="b" data-no="1">상담</button><button class="b" data-no="2">상담</button><script>$(".b").on("click", function (e) { e.preventDefault(); ${open()} });</script>`,
    ],
  },
  "KC944 submit": {
    on: [
      `<form action="/next"><button type="submit" onclick="window.open('${at()}')">상담</button></form>`,
      `<form action="/next"><input type="submit" value="상담" id="s"></form><script>$("#s").click(function () { ${open()} });</script>`,
      `<form id="f" action="/next"></form><button form="f" onclick="window.open('${at()}')">상담</button>`,
      `export function F({ save }) { return <form onSubmit={save}><button onClick={() => ${open()}}>상담</button></form>; }`,
      `<form action="/next"><button>상담</button></form><script>$("form").on("submit", function () { ${open()} });</script>`,
    ],
    off: [
      `<form action="/next"><button type="button" onclick="window.open('${at()}')">상담</button></form>`,
      `<form action="/next"><button onclick="window.open('${at()}'); return false">상담</button></form>`,
      `<form action="/next"><input type="submit" value="상담" id="s"></form><script>$("#s").click(function (e) { e.preventDefault(); ${open()} });</script>`,
      `<form onsubmit="return false"><button onclick="window.open('${at()}')">상담</button></form>`,
      `<template><form @submit.prevent><button @click="ask">상담</button></form></template><script setup>function ask() { ${open()} }</script>`,
      `<template><form @submit.prevent="save"><button @click.prevent="ask">상담</button></form></template><script setup>function ask() { ${open()} }</script>`,
      `<form action="/next"><button>상담</button></form><script>$("form").on("submit", function (e) { e.preventDefault(); ${open()} });</script>`,
      form(),
      `<form action="/next"><a href="#" onclick="window.open('${at()}')">상담</a></form>`,
    ],
  },
  "KC946 first": {
    on: [
      `<button id="b">상담</button><script>b.onclick = async () => { await login(); ${open()} };</script>`,
      `<button id="b">상담</button><script>b.onclick = async () => { await Shop.session.ready("a"); track("a"); ask(); }; function ask() { ${open()} }</script>`,
      onClick(`login().then(() => ${open()})`),
      `<button id="b">상담</button><script>b.onclick = async () => { try { await copy("a"); } catch { copyAsBefore("a"); } ${open()} };</script>`,
    ],
    off: [
      `<button id="b">상담</button><script>b.onclick = async () => { login(); ${open()} };</script>`,
      `<button id="b">상담</button><script>b.onclick = async () => { ${open()} await refresh(); };</script>`,
      `<button id="b">상담</button><script>b.onclick = async () => { await fetch("/log"); ${open()} };</script>`,
      `<button id="b">상담</button><script>b.onclick = async () => { await navigator.clipboard.writeText("a"); ${open()} };</script>`,
    ],
  },
  "KC971 work": {
    on: [
      onClick(
        `$.get("/find", function (r) { if (!r.ok) { Swal.fire("a").then(function (a) { if (a.isConfirmed) ${open()} }); return; } showResult(r); });`,
      ),
      onClick(`fetch("/a").then((r) => { if (r.a !== "0") { order(r); return; } ${open()} })`),
      onClick(`fetch("/a").then((r) => { if (r.a === "0") ${open()}; else order(r); })`),
      onClick(`fetch("/a").then((r) => { if (r.a === "0") ${open()}; else { order(r); go(r); } })`),
      onClick(`<c:if test="\${empty user}">alert("a"); return;</c:if> ${open()}`),
      onClick(`{% if user %} ${open()} {% else %} showLogin(); {% endif %}`),
    ],
    off: [
      onClick(`<? if (!$user) { ?> alert("a"); return; <? } ?> ${open()}`),
      onClick(`fetch("/a").then((r) => { if (r.a !== "0") { alert("a"); return; } ${open()} })`),
      onClick(`if (!isLogin()) { location.href = "/login"; return; } ${open()}`),
      onClick(`fetch("/a").then(() => ${open()})`),
    ],
  },
  "KC975 default": {
    on: [
      `const talk = process.env.NEXT_PUBLIC_TALK || "${at()}"; const A = () => <button onClick={() => { window.open(talk, "_blank", "noopener"); }}>a</button>;`,
      onClick(`window.open(CONFIG.talk || "${at()}", "_blank", "noopener")`),
      `const A = ({ url = "${at()}" }) => <button onClick={() => window.open(url)}>상담</button>;`,
    ],
    off: [
      onClick(`var talk = "${at()}"; window.open(talk, "_blank", "noopener")`),
      `const A = () => <a href={process.env.TALK || "${at()}"} target="_blank">a</a>;`,
      `const talk = "${at()}"; const A = () => <button onClick={() => window.open(talk)}>상담</button>;`,
    ],
  },
  "KC984 blocked": {
    on: [
      onClick(`${open("")} || (location.href = "tel:15881234")`),
      onClick(`var w = ${open("")}; if (!w) { location.href = "tel:15881234"; }`),
      onClick(`var w = ${open("")}; if (!w || w.closed) { $("#help").show(); return; } w.focus();`),
      onClick(`const w = ${open("")}; if (w) { w.focus(); } else { showHelp(); }`),
    ],
    off: [
      onClick(
        `var w = ${open("")}; if (!w) { alert("팝업 차단을 해제해 주세요."); return; } w.focus();`,
      ),
      onClick(`var w = ${open("")}; if (!w) location.href = "${at()}";`),
      onClick(`${open("")} || (location.href = "${at()}")`),
      onClick(`var w = ${open("")}; if (w) w.focus();`),
      onClick(open("")),
    ],
  },
  "KC988 item": {
    on: [
      listOf('if (id === "talk") { open(); return; } setStep(id);', "choose(item.id)"),
      `const links = [{ label: "상담", onClick: () => ${open()} }, { label: "TOP", onClick: top }]; const A = () => links.map((link) => <button onClick={link.onClick}>{link.label}</button>);`,
    ],
    off: [
      listOf("open();", "choose(item.id)"),
      listOf('if (isMember === "yes") open();', "choose()"),
    ],
  },
  "KC992 submit": {
    on: [sent('<input name="memo">'), sent('<input type="checkbox" name="agree">')],
    off: [
      sent('<input type="hidden" name="memo">'),
      sent("<textarea></textarea>"),
      onClick(open()),
    ],
  },
};

const listCauses = (code: string) =>
  convert(code).findings.map((found) => `${found.code} ${found.values.cause ?? ""}`);

describe.each(Object.entries(CAUSES))("%s", (cause, { on, off }) => {
  it.each(on)("is said of %s", (pasted) => {
    expect(listCauses(pasted)).toContain(cause);
  });

  it.each(off)("is not said of %s", (pasted) => {
    expect(listCauses(pasted)).not.toContain(cause);
  });
});

it("names what another address may come from, and not the address", () => {
  const { findings } = convert(CAUSES["KC975 default"].on[0] ?? "");
  expect(findings.map(({ values }) => values.name)).toContain("process.env.NEXT_PUBLIC_TALK");
});

describe("a channel's own pages", () => {
  const listChannels = (code: string) =>
    convert(code).findings.filter((found) => found.code === "KC940");

  it("are one thing for one channel, with the buttons that lead there", () => {
    const code = `<button onclick="talk()">1:1 상담</button><a href="https://pf.kakao.com/_abc">채널</a>
      <script>function talk() { if (window.Kakao) Kakao.Channel.chat({ channelPublicId: "_abc" }); else window.open("https://pf.kakao.com/_abc/chat"); }</script>`;
    const [found, ...more] = listChannels(code);
    expect(more).toEqual([]);
    expect(found?.values).toEqual({
      label: "채널”, “1:1 상담",
      what: "https://pf.kakao.com/_abc",
    });
    expect(found?.more).toHaveLength(2);
  });

  it("are as many things as there are channels, behind what is said of the new button", () => {
    const link = (id: string) => `<a href="https://pf.kakao.com/${id}/chat">상담</a>`;
    const { findings } = convert(link("_a") + link("_b") + LINK.replace(' target="_blank"', ""));
    expect(findings.map(({ code }) => code)).toEqual(["KC956", "KC940", "KC940"]);
  });

  it("are nothing to say of a link into the app in the other branch of the same click", () => {
    const branch = `if (isApp) location.href = "kakaoplus://plusfriend/chat/@a"; else ${open()}`;
    expect(listChannels(onClick(branch))).toEqual([]);
    expect(listChannels(`function go() { ${branch} }`)).toEqual([]);
    expect(listChannels(`<a href="kakaoplus://plusfriend/home/@a">앱</a>${LINK}`)).toHaveLength(1);
  });
});

it("names what is tried with what is done if that fails, and all that a click goes on with", () => {
  const listValues = (code: string, name: string) =>
    convert(code).findings.map(({ values }) => values[name]);
  const tried = 'try { copy("a"); } catch (_) { copyAsBefore("a"); }';
  expect(listValues(`function ask() { ${tried} ${open()} }`, "source")).toContain(tried);
  const asked = `fetch("/a").then((r) => { if (r.a === "0") ${open()}; else { order(r); show(r); } })`;
  expect(listValues(onClick(asked), "work")).toContain("order(r); show(r)");
  const refused = `{% if not user %} alert("a"); location.href = "/login"; return; {% endif %} ${open()}`;
  expect(listValues(onClick(refused), "work")).toContain('alert("a"); location.href = "/login"');
});

it("names who is sent by the whole name", () => {
  const listNames = (code: string) => convert(code).findings.map(({ values }) => values.name);
  expect(listNames(onClick(openFor("loginUser.no")))).toContain("loginUser.no");
  expect(listNames(LINK.replace("@a", `@a?extra=\${loginUser.no}`))).toContain("loginUser.no");
});
