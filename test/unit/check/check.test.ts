import { describe, expect, it } from "vitest";
import { checkPage } from "../../../src/check/check-page";
import { PAGE_CODES } from "../../../src/check/codes";
import { toHtml } from "../../../src/check/markup/xhtml";
import type { Page } from "../../../src/check/page";
import { EN } from "../../../src/check/words/en/index";
import { describeCode } from "../../../src/check/words/words";

const OWN = { version: "1.0.0", hashes: { "kakao-chat.js": `sha384-+/${"A".repeat(62)}` } };
/** As the command knows it: a hash of each algorithm. */
const ALL = {
  ...OWN,
  hashes: {
    "kakao-chat.js": `${OWN.hashes["kakao-chat.js"]} sha256-${"A".repeat(43)}= sha512-${"C".repeat(86)}==`,
  },
};
const SCRIPT = '<script src="/1.0.0/kakao-chat.js" defer></script>';
const BUTTON = '<button type="button" data-kakao-chat="@shop">상담</button>';

function page(
  html: string,
  headers: Record<string, string> = {},
  url = "https://shop.example/",
): Page {
  const whole = /<html/.test(html)
    ? html
    : `<!doctype html><html lang="ko"><head><meta charset="utf-8"></head><body>${html}</body></html>`;
  return { html: whole, url: url ? new URL(url) : null, headers, charset: "utf-8" };
}

function codes(html: string, headers: Record<string, string> = {}, url?: string): string[] {
  return checkPage(page(html, headers, url), OWN).found.map(({ code }) => code);
}

const csp = (policy: string) => ({ "content-security-policy": policy });
const head = (inside: string) =>
  `<!doctype html><html><head><meta charset="utf-8">${inside}</head><body>${BUTTON}</body></html>`;
const hash = (integrity: string, more = "") =>
  `<script src="https://cdn.example.com/1.0.0/kakao-chat.js" defer integrity="${integrity}" ${more}></script>${BUTTON}`;
const REUSE = `${SCRIPT}<button data-kakao-chat="@shop" data-kakao-chat-reuse="true">상담</button>`;
const POST = `${SCRIPT}<button data-kakao-chat="@shop" data-kakao-chat-method="post" data-kakao-chat-extra="a">상담</button>`;
const SETTINGS = '<script>window.KakaoChatDefaults = { bot: "auto" };</script>';

const VIA = `<script src="/1.0.0/kakao-chat.js" data-partners="https://partner.example" defer></script><button data-kakao-chat="@shop" data-kakao-chat-method="post" data-kakao-chat-via="https://partner.example/start">상담</button>`;
const CHAT_PATH = "form-action https://bizmessage.kakao.com/chat/";
const GTM = '<script src="https://www.googletagmanager.com/gtm.js?id=GTM-1"></script>';
const meta = (policy: string) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`;

/** A button, and the script at this address. */
const at = (address: string) => `<script src="${address}" defer></script>${BUTTON}`;
const tag = (attributes: string) =>
  `<script src="/1.0.0/kakao-chat.js" ${attributes} defer></script>`;
/** Tags that browsers run, or that a plug-in does. */
const RUNNING = [
  'type="a1b2-text/javascript"',
  'type="text/jscript"',
  'type="text/javascript1.5"',
  'type="litespeed/javascript"',
  'type="pmdelayedscript"',
  'type="module" nomodule',
];
/** Tags that wait for a visitor's consent. */
const HELD = [
  'type="text/plain" data-cookieconsent="marketing"',
  'type="text/plain" class="optanon-category-C0004"',
  'type="text/plain" data-usercentrics="Kakao"',
  'type="javascript/blocked"',
];
const NEVER = [
  'type="text/plain"',
  'type="text/javascript; charset=utf-8"',
  'type="  "',
  'language="vbscript"',
  "nomodule",
];
const PART = "A".repeat(43);
const KEY = `{"kty":"EC","crv":"P-256","x":"${PART}","y":"${PART}"}`;
const seal = (attributes: string) =>
  `<script src="/1.0.0/kakao-chat-seal.js" ${attributes} defer></script>`;
const JSDELIVR = "https://cdn.jsdelivr.net/npm/kakao-chat-button@1.0.0/dist/kakao-chat.js";
const launcher = (attributes: string) =>
  `<script src="/1.0.0/kakao-chat-launcher.js" ${attributes} defer></script>`;

const PARTNER = (attributes = "") =>
  `<script src="/1.0.0/kakao-chat-partner.js" ${attributes} defer></script><p role="status" data-kakao-chat-status></p>`;

const mjs = (name: string, more = 'type="module"') =>
  `<script ${more} ${name}="https://cdn.example.com/1.0.0/kakao-chat.mjs"></script>`;
/** What says where a package is. */
const MAP =
  '<script type="importmap">{"imports":{"kakao-chat-button":"/1.0.0/kakao-chat.mjs"}}</script>';
const module = (code: string) => `<script type="module">${code}</script>`;

type Case = [html: string, headers?: Record<string, string>, url?: string];

const file = (html: string): Case => [html, {}, ""];
/** The script is not in the HTML, and something may bring it all the same. */
const MAYBE_ELSEWHERE: Case[] = [
  [`<script defer src="/static/js/main.8f3ab1.js"></script>${BUTTON}`],
  [`<script src="//shop.cafe24.com/ind-script/optimizer.php?type=js"></script>${BUTTON}`],
  [`<script src="/assets/kakao-chat-3f2a9c.js" defer></script>${BUTTON}`],
  [`<script type="module" src="/js/kakao-chat-init.js"></script>${BUTTON}`],
  [`<script src="https://cdnjs.cloudflare.com/ajax/libs/kakao-chat.min.js"></script>${BUTTON}`],
  [
    `<script>(function (d) { var s = d.createElement("script"); s.src = address; })(document)</script>${BUTTON}`,
  ],
  [`<script>$.getScript("/kakao-chat.js")</script>${BUTTON}`],
  [`<script type="rocketlazyloadscript" data-rocket-src="/kakao-chat.js"></script>${BUTTON}`],
  [`<script data-type="lazy" data-src="/kakao-chat.js"></script>${BUTTON}`],
  file(head("<?php include 'head.php' ?>")),
  file(head("<!--@js(/js/kakao-chat.js)-->")),
  file(`<!doctype html><html>{% extends "base" %}<body>${BUTTON}</body></html>`),
];
/** Nothing on the page can bring it. */
const NOWHERE: Case[] = [
  [BUTTON],
  [`<script src="https://code.jquery.com/jquery-3.7.1.min.js"></script>${BUTTON}`],
  [`<script>dataLayer = [];</script>${BUTTON}`],
  [`<script type="application/ld+json">{"a":"<script>"}</script>${BUTTON}`],
  file(head("")),
];

/** For each code, a page on which it has to appear, and pages on which it must not. */
const CASES: Partial<Record<keyof typeof PAGE_CODES, { on: Case; off: Case[] }>> = {
  KC901: {
    on: [`<b onclick="KakaoChat.open({ uuid: '@shop' })">상담</b>${BUTTON}`],
    off: [
      [SCRIPT + BUTTON],
      [`<div id="root"></div><script type="module" src="/app.js"></script>${BUTTON}`],
      ...MAYBE_ELSEWHERE,
    ],
  },
  KC902: {
    on: [`<script src="https://www.googletagmanager.com/gtm.js?id=GTM-1"></script>${BUTTON}`],
    off: [[SCRIPT + BUTTON], [`<script src="/js/site.js"></script>${SCRIPT}${BUTTON}`], ...NOWHERE],
  },
  KC903: {
    on: [SCRIPT],
    off: [
      [SCRIPT + BUTTON],
      ['<script src="/1.0.0/kakao-chat-launcher.js" data-uuid="@shop" defer></script>'],
      [`${SCRIPT}<b onclick="KakaoChat.open({ uuid: '@shop' })">상담</b>`],
      [`${SCRIPT}<script>talk.onclick = () => window.KakaoChat?.open({ uuid });</script>`],
      [`${SCRIPT}<b :data-kakao-chat="channel">상담</b>`],
    ],
  },
  KC904: {
    on: [`<script src="https://cdn.example.com/kakao-chat.js" defer></script>${BUTTON}`],
    off: [
      [SCRIPT + BUTTON],
      [`<script src="/kakao-chat.js" defer></script>${BUTTON}`],
      [
        `<script src="https://cdn.jsdelivr.net/npm/kakao-chat-button@1.0.0/dist/kakao-chat.js" defer></script>${BUTTON}`,
      ],
    ],
  },
  KC905: {
    on: [`<script src="/0.9.1/kakao-chat.js" defer></script>${BUTTON}`],
    off: [[SCRIPT + BUTTON], [`<script src="/kakao-chat.js" defer></script>${BUTTON}`]],
  },
  KC906: {
    on: [hash(`sha384-${"B".repeat(64)}`, "crossorigin")],
    off: [
      [hash(OWN.hashes["kakao-chat.js"], "crossorigin")],
      [hash(`sha256-${"B".repeat(43)}=`, "crossorigin")],
      [hash(`sha384-${"B".repeat(64)}`, "crossorigin").replace("1.0.0", "0.9.0")],
    ],
  },
  KC907: {
    on: [hash(OWN.hashes["kakao-chat.js"])],
    off: [
      [hash(OWN.hashes["kakao-chat.js"], "crossorigin")],
      [
        `<script src="/1.0.0/kakao-chat.js" defer integrity="${OWN.hashes["kakao-chat.js"]}"></script>${BUTTON}`,
      ],
    ],
  },
  KC908: {
    on: [head('<script src="/1.0.0/kakao-chat.js"></script>')],
    off: [
      [head(SCRIPT)],
      [head('<script src="/1.0.0/kakao-chat.js" type="module"></script>')],
      [`${BUTTON}<script src="/1.0.0/kakao-chat.js"></script>`],
    ],
  },
  KC909: {
    on: [SCRIPT + SCRIPT + BUTTON],
    off: [
      [SCRIPT + BUTTON],
      [`${SCRIPT}<script src="/1.0.0/kakao-chat-seal.js" data-key="{}"></script>${BUTTON}`],
    ],
  },
  KC910: {
    on: [`<script src="http://cdn.example.com/1.0.0/kakao-chat.js" defer></script>${BUTTON}`],
    off: [
      [SCRIPT + BUTTON],
      [
        `<script src="http://cdn.example.com/1.0.0/kakao-chat.js" defer></script>${BUTTON}`,
        {},
        "http://shop.example/",
      ],
      [
        `<script src="http://cdn.example.com/1.0.0/kakao-chat.js" defer></script>${BUTTON}`,
        csp("upgrade-insecure-requests"),
      ],
      [
        head(
          `${meta("upgrade-insecure-requests")}<script src="http://cdn.example.com/1.0.0/kakao-chat.js" defer></script>`,
        ),
      ],
      ...["https://shop.example/", "https://127.0.0.1/"].map(
        (url): Case => [
          `<script src="http://localhost:3000/1.0.0/kakao-chat.js" defer></script>${BUTTON}`,
          {},
          url,
        ],
      ),
    ],
  },
  KC911: {
    on: [`<script nomodule src="/1.0.0/kakao-chat.js"></script>${BUTTON}`],
    off: [
      [SCRIPT + BUTTON],
      ...RUNNING.map((attributes): Case => [tag(attributes) + BUTTON]),
      ...HELD.map((attributes): Case => [tag(attributes) + BUTTON]),
    ],
  },
  KC939: {
    on: [tag('type="text/plain" data-cookieconsent="marketing"') + BUTTON],
    off: [
      [SCRIPT + BUTTON],
      [tag('type="text/plain"') + BUTTON],
      [tag('type="text/plain" data-cookieconsent="marketing"') + SCRIPT + BUTTON],
    ],
  },
  KC912: {
    on: [hash("sha384", "crossorigin")],
    off: [[hash(OWN.hashes["kakao-chat.js"], "crossorigin")], [SCRIPT + BUTTON]],
  },
  KC913: {
    on: ['<script src="/1.0.0/kakao-chat-partner.js" data-channels="@a" defer></script>'],
    off: [[SCRIPT + BUTTON]],
  },
  KC914: {
    on: [SCRIPT + BUTTON, csp("script-src https://other.example")],
    off: [
      [SCRIPT + BUTTON, csp("script-src 'self'")],
      [SCRIPT + BUTTON, csp("default-src 'self' https:")],
      [
        SCRIPT.replace("src", 'nonce="x" src') + BUTTON,
        csp("script-src 'nonce-x' 'strict-dynamic'"),
      ],
      [SCRIPT + BUTTON, csp("img-src 'none'")],
      [head(SCRIPT + meta("script-src 'none'"))],
      [SCRIPT + BUTTON, csp("script-src 'strict-dynamic' 'nonce-abc'")],
      [SCRIPT + BUTTON, csp("script-src https://shop.example/1%2E0.0/")],
      [
        `<script src="${JSDELIVR}" defer></script>${BUTTON}`,
        csp("script-src https://cdn.jsdelivr.net/npm/kakao-chat-button%401.0.0/"),
      ],
      [
        hash(`md5-abc ${OWN.hashes["kakao-chat.js"]}?opt`, "crossorigin"),
        csp(`script-src '${OWN.hashes["kakao-chat.js"]}'`),
      ],
      file(head(meta("script-src 'self'") + SCRIPT)),
      file(head(meta("script-src https:") + SCRIPT)),
      [head("").replace("<body>", `<body>${meta("script-src 'none'")}${SCRIPT}`)],
      [head(`<template>${meta("script-src 'none'")}</template>${SCRIPT}`)],
      [
        hash(OWN.hashes["kakao-chat.js"], "crossorigin"),
        csp(`script-src '${OWN.hashes["kakao-chat.js"]}'`),
      ],
    ],
  },
  KC915: {
    on: [POST, csp("form-action 'self'")],
    off: [
      [POST, csp("form-action 'self' https://bizmessage.kakao.com")],
      [POST, csp("default-src 'none'; script-src 'self'")],
      [SCRIPT + BUTTON, csp("form-action 'self'")],
      [VIA, csp("form-action https://partner.example")],
      [POST.replace("method", 'endpoint="open" data-kakao-chat-method'), csp(CHAT_PATH)],
      [head(SCRIPT).replace(BUTTON, POST + meta("form-action 'self'"))],
    ],
  },
  KC916: {
    on: [SCRIPT + SETTINGS + BUTTON, csp("script-src 'self'")],
    off: [
      [SCRIPT + SETTINGS + BUTTON, csp("script-src 'self' 'unsafe-inline'")],
      [
        SCRIPT + SETTINGS.replace("<script", '<script nonce="n"') + BUTTON,
        csp("script-src 'self' 'nonce-n'"),
      ],
      [SCRIPT + BUTTON, csp("script-src 'self'")],
      [head(SETTINGS + meta("script-src 'self'") + SCRIPT)],
      [
        `${SCRIPT}<script>/* KakaoChatDefaults = a.js */ x = 1</script>${BUTTON}`,
        csp("script-src 'self'"),
      ],
      [
        `${SCRIPT}<script type="application/json">{"KakaoChatDefaults": 1}</script>${BUTTON}`,
        csp("script-src 'self'"),
      ],
      [SCRIPT + SETTINGS + BUTTON, csp(`script-src 'self' 'sha256-${"A".repeat(43)}='`)],
    ],
  },
  KC917: {
    on: [SCRIPT + BUTTON, csp("sandbox allow-popups")],
    off: [
      [SCRIPT + BUTTON, csp("sandbox Allow-Scripts")],
      [head(`${meta("sandbox")}${SCRIPT}`)],
      [SCRIPT + BUTTON],
    ],
  },
  KC935: {
    on: [SCRIPT + seal("") + BUTTON],
    off: [
      [SCRIPT + BUTTON],
      [SCRIPT + seal(`data-key='${KEY}'`) + BUTTON, csp("connect-src 'none'")],
      [SCRIPT + seal('data-key-url="/k.json"') + BUTTON, csp("default-src 'self'")],
      [`${SCRIPT}${seal("")}<script data-key='${KEY}' src="/a.js"></script>${BUTTON}`],
    ],
  },
  KC999: {
    on: [tag('nonce="x1"') + BUTTON, csp("script-src 'nonce-x2'")],
    off: [
      [tag('nonce="x1"') + BUTTON, csp("script-src 'nonce-x1'")],
      [tag('nonce="x1"') + BUTTON, csp("script-src 'none'")],
      [tag('nonce="x1"') + BUTTON, csp("script-src 'self' 'nonce-x2'")],
      [SCRIPT + BUTTON, csp("script-src 'nonce-x2'")],
    ],
  },
  KC997: {
    on: [`${SCRIPT}<b data-kakao-chat="@shop" data-kakao-chat-extra="{"order":"1"}">상담</b>`],
    off: [
      [`${SCRIPT}<b data-kakao-chat="@shop" data-kakao-chat-extra='{"order":"1"}'>상담</b>`],
      [`${SCRIPT}<b data-kakao-chat="@shop"data-kakao-chat-extra="a">상담</b>`],
      [`${SCRIPT}<b data-kakao-chat="@shop" title="a "b" c">상담</b>`],
      [`${SCRIPT}<b data-kakao-chat="@shop" data-kakao-chat-extra="<?= f(["a"]) ?>">a</b>`, {}, ""],
    ],
  },
  KC998: {
    on: [SCRIPT.replace("></script>", " />") + BUTTON],
    off: [
      [SCRIPT.replace("></script>", " /></script>") + BUTTON],
      [`<script src="/a.js" /><p>안녕</p></script>${SCRIPT}${BUTTON}`],
      [SCRIPT.replace("></script>", " />") + BUTTON, { "content-type": "application/xhtml+xml" }],
    ],
  },
  KC996: {
    on: [SCRIPT + seal(`data-key='${KEY.replace("}", ',"d":"AA"}')}'`) + BUTTON],
    off: [[SCRIPT + seal(`data-key='${KEY}'`) + BUTTON], [SCRIPT + seal("data-key='x'") + BUTTON]],
  },
  KC936: {
    on: [`<script src="http://localhost:3000/1.0.0/kakao-chat.js" defer></script>${BUTTON}`],
    off: [
      [SCRIPT + BUTTON],
      [SCRIPT + BUTTON, {}, "http://localhost:3000/"],
      file(`${head('<script src="http://localhost:3000/1.0.0/kakao-chat.js" defer></script>')}`),
    ],
  },
  KC937: {
    on: [SCRIPT + BUTTON, csp("script-src 'strict-dynamic' 'nonce-abc' https:")],
    off: [
      [tag('nonce="abc"') + BUTTON, csp("script-src 'strict-dynamic' 'NONCE-abc'")],
      [SCRIPT + BUTTON, csp("script-src 'nonce-abc'")],
    ],
  },
  KC938: {
    on: [SCRIPT + BUTTON, csp("sandbox allow-scripts allow-popups")],
    off: [
      [SCRIPT + BUTTON, csp("sandbox")],
      [SCRIPT + BUTTON, csp("sandbox Allow-Scripts ALLOW-POPUPS allow-popups-to-escape-sandbox")],
      [
        SCRIPT + BUTTON.replace(">", ' data-kakao-chat-target="self">'),
        csp("sandbox allow-scripts"),
      ],
    ],
  },
  KC918: {
    on: [REUSE, { "cross-origin-opener-policy": "same-origin" }],
    off: [
      [REUSE, { "cross-origin-opener-policy": "same-origin-allow-popups" }],
      [SCRIPT + BUTTON, { "cross-origin-opener-policy": "same-origin" }],
    ],
  },
  KC919: {
    on: [`<html><head></head><body>${SCRIPT}${BUTTON}</body></html>`],
    off: [
      [SCRIPT + BUTTON],
      [
        `<html><head></head><body>${SCRIPT}${BUTTON}</body></html>`,
        { "content-type": "text/html; charset=utf-8" },
      ],
      [`<html><head></head><body>${SCRIPT}${BUTTON}</body></html>`, {}, ""],
    ],
  },
  KC920: {
    on: [SCRIPT + BUTTON, { "content-type": "text/html; charset=euc-kr" }],
    off: [[SCRIPT + BUTTON, { "content-type": "text/html; charset=UTF8" }], [SCRIPT + BUTTON]],
  },
  KC921: {
    on: [`${head(`<base target="_top">${SCRIPT}`)}`],
    off: [[head(`<base href="/a/">${SCRIPT}`)], [SCRIPT + BUTTON]],
  },
  KC922: {
    on: [
      `${SCRIPT}<script>KakaoChatDefaults = { uuid: shop.id };</script><button data-kakao-chat>상담</button>`,
    ],
    off: [[SCRIPT + SETTINGS + BUTTON], [SCRIPT + BUTTON]],
  },
  KC923: {
    on: [`${SCRIPT}<button data-kakao-chat="@shop" data-kakao-chat-extra="p={path}">상담</button>`],
    off: [
      [`${SCRIPT}<button data-kakao-chat="@shop" data-kakao-chat-extra='{"a":1}'>상담</button>`],
      [SCRIPT + BUTTON],
    ],
  },
  KC924: {
    on: [`${SCRIPT}${BUTTON}<a href="https://bizmessage.kakao.com/chat/open/@a">상담</a>`],
    off: [
      [
        `<script src="/1.0.0/kakao-chat.js" data-links="true" defer></script><a href="https://bizmessage.kakao.com/chat/open/@a">상담</a>`,
      ],
      [`${SCRIPT}<a data-kakao-chat href="https://bizmessage.kakao.com/chat/open/@a">상담</a>`],
    ],
  },
  KC925: {
    on: [`<a href="https://bizmessage.kakao.com/chat/open/@a">상담</a>`],
    off: [
      [SCRIPT + BUTTON],
      [`${SCRIPT}<a data-kakao-chat href="https://bizmessage.kakao.com/chat/open/@a">상담</a>`],
    ],
  },
  KC926: {
    on: ['<script src="https://t1.kakaocdn.net/kakao_js_sdk/2.7.0/kakao.min.js"></script>'],
    off: [[SCRIPT + BUTTON], ['<script src="https://t1.kakaocdn.net/other.js"></script>']],
  },
  KC927: {
    on: ["<p>안녕하세요</p>"],
    off: [
      [SCRIPT + BUTTON],
      ['<a href="https://pf.kakao.com/_a">a</a>'],
      ['<div id="__next"></div><script src="/_next/a.js"></script>'],
    ],
  },
  KC928: {
    on: [launcher('data-uuid="@shop"')],
    off: [
      [SCRIPT + BUTTON],
      [launcher("")],
      [launcher('data-uuid="@shop" data-launcher-hide="*"')],
    ],
  },
  KC990: {
    on: [PARTNER()],
    off: [
      [PARTNER('data-channels="@a"')],
      [PARTNER('data-uuid="@a"')],
      [PARTNER('data-uuid="<?= $uuid ?>"'), {}, ""],
      [SCRIPT + BUTTON],
    ],
  },
  KC980: {
    on: ['<html><frameset><frame src="https://shop.example/real"></frameset></html>'],
    off: [
      ["<script>location.hash = '#a'</script>"],
      ["<script>var here = location.href; go(location)</script>"],
      ["<p>안녕하세요</p><script>location.href = '/main'</script>"],
      ["<img src=/a.png onclick=go()><script>function go() { location = '/b' }</script>"],
      ["<p>안녕하세요</p>"],
      ['<iframe src="/a"></iframe><iframe src="/b"></iframe>'],
      ['<p>안녕하세요</p><iframe src="/video"></iframe>'],
      [`<iframe src="/a"></iframe>${SCRIPT}${BUTTON}`],
    ],
  },
  KC981: {
    on: [SCRIPT + BUTTON.replace("@shop", "@\ufffd\ufffd댄湲\ufffd")],
    off: [[SCRIPT + BUTTON], [`<p>\ufffd</p>${SCRIPT}${BUTTON}`]],
  },
  KC982: {
    on: [SCRIPT + BUTTON.replace("type", "disabled type")],
    off: [
      [SCRIPT + BUTTON],
      [`${SCRIPT}<a disabled data-kakao-chat="@shop">상담</a>`],
      [`${SCRIPT}<fieldset disabled><legend>${BUTTON}</legend></fieldset>`],
      [SCRIPT + BUTTON.replace("type", 'aria-disabled="false" type')],
    ],
  },
  KC931: {
    on: ["<div>".repeat(650) + SCRIPT + BUTTON],
    off: [[SCRIPT + BUTTON], ["<div>".repeat(500) + SCRIPT + BUTTON]],
  },
  KC933: {
    on: [at("https://cdn.jsdelivr.net/npm/kakao-chat-button@1.0.0/kakao-chat.js")],
    off: [
      [at("https://cdn.jsdelivr.net/npm/kakao-chat-button@1.0.0/dist/kakao-chat.js")],
      [at("https://unpkg.com/kakao-chat-button@1/dist/kakao-chat.js")],
      [at("https://cdn.jsdelivr.net/gh/shop/kakao-chat-button@1.0.0/kakao-chat.js")],
      [at("https://shop.github.io/kakao-chat-button/kakao-chat.js")],
      [at("https://cdn.example.com/npm/kakao-chat-button@1.0.0/kakao-chat.js")],
    ],
  },
  KC934: {
    on: [`${SCRIPT}${BUTTON}<script>function go() { kakaoChat.open(); }</script>`],
    off: [
      [`${SCRIPT}${BUTTON}<script>function go() { KakaoChat.open(); }</script>`],
      [`${SCRIPT}${BUTTON}<script>window.KakaoChat?.stop(); KakaoChat.launcher.show();</script>`],
      [`${SCRIPT}${BUTTON}<script>const kakaoChat = { open() {} }; kakaoChat.open();</script>`],
      [
        `${SCRIPT}${BUTTON}<script>import { kakaoChat } from "./own.js"; kakaoChat.open();</script>`,
      ],
      [`${SCRIPT}${BUTTON}<script>kakaoChat.track(); var kakaoChats = 3;</script>`],
      [`${SCRIPT}${BUTTON}<script>window.kakaoChatDefaults = { color: "#fee500" };</script>`],
      [`${SCRIPT}${BUTTON}<script>app.kakaoChat.open();</script>`],
    ],
  },
  KC985: {
    on: [tag('data-privcy="omit"') + BUTTON],
    off: [
      [tag('data-privacy="omit" data-extra="a" data-app-open-type="modal"') + BUTTON],
      [tag('data-cfasync="false" data-no-minify="1" data-turbo-track="reload"') + BUTTON],
      [tag('data-cookieconsent="necessary" data-id="a" data-type="b" data-src="c"') + BUTTON],
      [tag('data-rocket-src="a" data-optimized="1" data-nscript="b" data-domain="c"') + BUTTON],
      [tag("data-kakao-chat") + BUTTON],
      [launcher('data-uuid="@shop" data-launcher-color="#fff"')],
    ],
  },
  KC986: {
    on: [`${tag('data-uuid="@shop"')}<button data-kakao-chat-extra="a">상담</button>`],
    off: [
      [`${SCRIPT}<p data-kakao-chat-status></p>${BUTTON}`],
      [`${SCRIPT}<button :data-kakao-chat="id" data-kakao-chat-extra="a">상담</button>`],
      [`${SCRIPT}<button data-kakao-chat="false" data-kakao-chat-extra="a">상담</button>`],
      [
        `${tag('data-links="true"')}<a href="https://bizmessage.kakao.com/chat/open/@shop" data-kakao-chat-extra="a">상담</a>`,
      ],
      [`${SCRIPT}<button data-kakao-share="a" data-kakao-channel="b">공유</button>`],
      [`${SCRIPT}<kakao-button kakao-chat="@shop"></kakao-button>`],
      [`${SCRIPT}<button :kakao-chat="id" class="kakao-chat" id="kakaochat">상담</button>`],
    ],
  },
  KC993: {
    on: [`${SCRIPT}<script>KakaoChatDefaults = { uuid: "@shop"</script>${BUTTON}`],
    off: [
      [`${SCRIPT}<script>KakaoChatDefaults = { uuid: "@shop" }</script>${BUTTON}`],
      [`${SCRIPT}<script>var a = { b: 1</script>${BUTTON}`],
      [`${SCRIPT}<script>KakaoChatDefaults = { <?= $more ?> }</script>${BUTTON}`],
      [`${SCRIPT}<script type="text/template">KakaoChatDefaults = {</script>${BUTTON}`],
    ],
  },
  KC994: {
    on: [
      `${SCRIPT}<b onclick="KakaoChat.open({ uuid: '@shop' })">상담</b>`,
      csp("script-src 'self' 'nonce-n' 'unsafe-inline'"),
    ],
    off: [
      [`${SCRIPT}<b onclick="KakaoChat.open()">상담</b>`, csp("script-src 'self' 'unsafe-inline'")],
      [
        `${SCRIPT}<b onclick="KakaoChat.open()">상담</b>`,
        csp("script-src 'self'; script-src-attr 'unsafe-inline'"),
      ],
      [
        `${SCRIPT}<b onclick="KakaoChat.open()">상담</b>`,
        csp("script-src-elem 'self'; script-src 'unsafe-inline'"),
      ],
      [SCRIPT + BUTTON, csp("script-src 'self'")],
    ],
  },
  KC995: {
    on: [mjs("src") + BUTTON],
    off: [
      [SCRIPT + BUTTON],
      [mjs("src") + SCRIPT + BUTTON],
      [`${mjs("src")}<script type="module" src="/js/app.js"></script>${BUTTON}`],
      [`<template>${mjs("src")}</template>${BUTTON}`],
      [module('import { start } from "kakao-chat-button"; start();') + BUTTON],
      file(head(`<?php include "foot.php" ?>${mjs("src")}`)),
    ],
  },
  KC991: {
    on: [
      `${SCRIPT}<div data-kakao-chat="@shop"><button type="button"><img src="a.png" alt="상담"></button></div>`,
    ],
    off: [
      [SCRIPT + BUTTON],
      [`${SCRIPT}<div data-kakao-chat="@shop">상담 <button type="button">닫기</button></div>`],
      [
        `${SCRIPT}<div data-kakao-chat="@shop"><img src="a.png" alt="상담"><button>닫기</button></div>`,
      ],
      [`${SCRIPT}<div data-kakao-chat="@shop"><a href="#">상담</a></div>`],
      [`${SCRIPT}<div data-kakao-chat="@shop"><button data-kakao-chat="@shop">상담</button></div>`],
      [`${SCRIPT}<a href="/ask" data-kakao-chat="@shop"><button type="button">상담</button></a>`],
    ],
  },
  KC987: {
    on: [`${SCRIPT}<button data-kakao-chat="@shop"><i class="ico-kakao"></i></button>`],
    off: [
      [SCRIPT + BUTTON],
      [`${SCRIPT}<a href="#" data-kakao-chat="@shop"><img src="a.png" alt="상담"></a>`],
      [`${SCRIPT}<button data-kakao-chat="@shop" aria-label="상담"><svg></svg></button>`],
      [`${SCRIPT}<button data-kakao-chat="@shop" title="상담"></button>`],
      [`${SCRIPT}<button data-kakao-chat="@shop"><svg><title>상담</title></svg></button>`],
      [`${SCRIPT}<button data-kakao-chat="@shop"><span v-text="label"></span></button>`],
      [`${SCRIPT}<button data-kakao-chat="@shop" data-i18n="ask"></button>`],
      [`${SCRIPT}<button data-kakao-chat="@shop" aria-labelledby="a"><svg></svg></button>`],
      [`${SCRIPT}<kakao-button data-kakao-chat="@shop"></kakao-button>`],
      [`${SCRIPT}<input type="image" alt="상담" data-kakao-chat="@shop">`],
    ],
  },
  KC983: {
    on: [launcher('data-uuid="@shop" data-launcher-show="/order/*"')],
    off: [
      [launcher('data-uuid="@shop" data-launcher-show="/order/*"'), {}, "https://a.kr/order/1"],
      [launcher('data-uuid="@shop" data-launcher-show="/order/*"'), {}, ""],
      [SCRIPT + BUTTON],
    ],
  },
  KC932: {
    on: [
      `${SCRIPT}<button id="talk" data-kakao-chat="@shop">상담</button><script>$("#talk").click(function () { window.open("https://bizmessage.kakao.com/chat/open/@shop"); return false; });</script>`,
    ],
    off: [
      [SCRIPT + BUTTON],
      [`${SCRIPT}<a data-kakao-chat href="https://bizmessage.kakao.com/chat/open/@a">상담</a>`],
      [
        `${SCRIPT}<button id="talk" data-kakao-chat="@shop">상담</button><script>$("#talk").click(function () { gtag("event", "chat"); });</script>`,
      ],
    ],
  },
  KC929: {
    on: [
      `${SCRIPT}<button data-kakao-chat="@shop" data-kakao-chat-extra="{{ order.id }}">상담</button>`,
      {},
      "",
    ],
    off: [
      [SCRIPT + BUTTON],
      [`${SCRIPT}<button data-kakao-chat="@shop" data-kakao-chat-extra="{{ no }}">상담</button>`],
    ],
  },
};

describe.each(Object.entries(CASES))("%s", (code, { on, off }) => {
  it("is said if it is so", () => {
    expect(codes(...on)).toContain(code);
  });

  it.each(off.map((one, index) => [index, one] as const))(
    "is not said if it is not (%i)",
    (_, one) => {
      expect(codes(...one)).not.toContain(code);
    },
  );
});

it.each(MAYBE_ELSEWHERE)("says what may bring the script (%#)", (...page) => {
  expect(codes(...page)).toEqual(["KC902"]);
});

it.each([
  [BUTTON],
  [`export const B = () => <button data-kakao-chat="@shop">상담</button>;`],
  [
    `<template>${BUTTON}</template><script setup>import { start } from "kakao-chat-button";</script>`,
  ],
])("asks no script of a part of a page: %s", (html) => {
  const part = { html, url: null, headers: {}, charset: "utf-8" };
  expect(checkPage(part, OWN).found.map(({ code }) => code)).toEqual(["KC902"]);
});

it.each<Case>([
  [VIA, csp("form-action https://bizmessage.kakao.com")],
  [POST, csp(CHAT_PATH)],
  [GTM + POST.replace(SCRIPT, ""), csp("form-action 'self'")],
  [head(meta("form-action 'self'")).replace(BUTTON, POST)],
])("says that a form may not go where it goes (%#)", (...page) => {
  expect(codes(...page)).toContain("KC915");
});

it.each<[code: string, page: Case]>([
  ["KC914", [head(meta("script-src 'none'") + SCRIPT)]],
  ["KC914", file(head(meta("script-src 'none'") + SCRIPT))],
  ["KC914", file(head(meta("script-src 'nonce-x'") + SCRIPT))],
  ["KC914", file(head(`${meta("script-src 'self'")}<script src="${JSDELIVR}" defer></script>`))],
  ["KC916", [GTM + SETTINGS + BUTTON, csp("script-src https:")]],
  ["KC917", [GTM + BUTTON, csp("sandbox")]],
  ["KC936", [`<script src="file:///C:/shop/1.0.0/kakao-chat.js" defer></script>${BUTTON}`]],
  [
    "KC910",
    [
      head(
        `<script src="http://cdn.example.com/1.0.0/kakao-chat.js" defer></script>${meta("upgrade-insecure-requests")}`,
      ),
    ],
  ],
  ["KC918", [GTM + REUSE.replace(SCRIPT, ""), { "cross-origin-opener-policy": "same-origin" }]],
])("says %s of a policy, wherever the script and the policy come from", (code, page) => {
  expect(codes(...page)).toContain(code);
});

it.each([
  ["default-src 'self'", "default-src 'self'", "script-src", "'self' https://cdn.example.com"],
  ["default-src 'none'", "default-src 'none'", "script-src", "https://cdn.example.com"],
  [
    "script-src https:, script-src 'none'",
    "script-src 'none'",
    "script-src",
    "https://cdn.example.com",
  ],
  [
    "script-src https://a.example; script-src-elem 'self'",
    "script-src-elem 'self'",
    "script-src-elem",
    "https://cdn.example.com",
  ],
])("says which policy of %s it is, and what to add where", (header, policy, to, needed) => {
  const { found } = checkPage(page(hash(OWN.hashes["kakao-chat.js"]), csp(header)), OWN);
  const said = found.find(({ code }) => code === "KC914")?.values;
  expect(said).toMatchObject({ policy, to, needed });
});

it("says of a wrong nonce that it is wrong, and nothing of hosts", () => {
  const header = csp("script-src 'nonce-x2' 'strict-dynamic'");
  expect(codes(tag('nonce="x1"') + BUTTON, header)).toEqual(["KC999"]);
});

it.each([
  ["extra", `data-kakao-chat-extra="{"order": "12 34"}"`, "{"],
  ["extra", "data-kakao-chat-extra='it's'", "it"],
  ["bot", `data-kakao-chat-extra="a" data-kakao-chat-bot="au"to"`, "au"],
])("says what a quote has left of %s: %s", (name, attributes, value) => {
  const { found } = checkPage(
    page(`${SCRIPT}<b data-kakao-chat="@shop" ${attributes}>상담</b>`),
    OWN,
  );
  const values = found.find(({ code }) => code === "KC997")?.values;
  expect(values).toEqual({ label: "상담", attribute: `data-kakao-chat-${name}`, value });
});

it("says which tag has swallowed the rest of the page, and nothing else", () => {
  const ends = [SCRIPT, '<script src="/jquery.js"></script>'].map((one) =>
    one.replace("></script>", " />"),
  );
  const whole = (tag: string) => checkPage(page(tag + SCRIPT + BUTTON), OWN).found;
  expect(whole(ends[1] ?? "").map(({ code, place }) => [code, place?.line])).toEqual([
    ["KC998", 1],
  ]);
  expect(codes((ends[0] ?? "") + BUTTON)).toEqual(["KC998"]);
});

it.each([
  ['<meta charset="MS949">', "MS949", undefined, "euc-kr"],
  [
    '<meta http-equiv="Content-Type" content="text/html; charset=cp949">',
    "cp949",
    undefined,
    "euc-kr",
  ],
  ['<meta charset="x-windows-949">', "x-windows-949", "utf-8", "utf-8"],
  ['<meta charset="utf8mb4">', "utf8mb4", undefined, "utf-8"],
  ["", "", undefined, "utf-8"],
  ["", "", "euc-kr", "euc-kr"],
])("says which encoding to declare in place of %s (%#)", (tag, label, guess, charset) => {
  const html = head(SCRIPT).replace('<meta charset="utf-8">', tag);
  const { found } = checkPage({ ...page(html), ...(guess && { guess }) }, OWN);
  expect(found.map(({ code, values }) => [code, values])).toEqual([["KC919", { label, charset }]]);
});

it("takes no settings of a script that a policy forbids", () => {
  const settings = '<script>window.KakaoChatDefaults = { uuid: "@shop" };</script>';
  const html = `${SCRIPT}${settings}<button data-kakao-chat>상담</button>`;
  expect(codes(html, csp("script-src 'self'"))).toEqual(["KC101", "KC916"]);
  expect(codes(html, csp("script-src 'self' 'unsafe-inline'"))).toEqual([]);
});

it.each([
  ["data-key='x'", "the key is no JSON"],
  [`data-key='${KEY.replace(`,"y":"${PART}"`, "")}'`, "the key is not whole"],
  [`data-key='${KEY.replace(PART, "abc")}'`, "the key is not whole"],
  [`data-key='{"kty":"OKP","crv":"X25519","x":"abc"}'`, "the key is not whole"],
  [`data-key='{"kty":"RSA","n":"${PART}","e":"AQAB"}'`, "the key is not whole"],
  [`data-key='${KEY.replace("256", "384")}'`, "the key is none of P-256, X25519 and RSA"],
  [`data-key='{"keys":[${KEY}]}'`, "the key is none of P-256, X25519 and RSA"],
  [`data-key='${KEY.replace("}", ',"alg":"RSA1_5"}')}'`, "the key's alg is not ECDH-ES"],
  [`data-key='${KEY.replace("}", ',"use":"sig"}')}'`, "the key's use is not enc"],
  ['data-key-url="https://keys.example/k.json"', "connect-src"],
])("says why the seal gets no key: %s", (attributes, reason) => {
  const html = SCRIPT + seal(attributes) + BUTTON;
  const { found } = checkPage(page(html, csp("default-src 'self'; connect-src 'self'")), OWN);
  expect(found.map(({ code, values }) => [code, values.reason])).toEqual([["KC935", reason]]);
});

it.each([
  `{"keys":[${KEY.replace("}", ',"d":"AA"}')}]}`,
  '{"kty":"oct","k":"AA"}',
  "-----BEGIN PRIVATE KEY-----",
])("says of a private key that it is public now: %s", (key) => {
  expect(codes(SCRIPT + seal(`data-key='${key}'`) + BUTTON)).toEqual(["KC996"]);
});

it.each([
  KEY,
  KEY.replace("}", ',"alg":"ECDH-ES","use":"enc","kid":"1"}'),
  `{"kty":"OKP","crv":"X25519","x":"${PART}"}`,
  `{"kty":"RSA","n":"${"A".repeat(342)}","e":"AQAB"}`,
])("finds nothing wrong with the seal's key: %s", (key) => {
  expect(codes(SCRIPT + seal(`data-key='${key}'`) + BUTTON)).toEqual([]);
});

it.each(HELD)("says that %s waits for consent", (attributes) => {
  expect(codes(tag(attributes) + BUTTON)).toEqual(["KC939"]);
});

it.each(NEVER)(
  "says that no browser runs %s, unless another tag of the file runs",
  (attributes) => {
    expect(codes(tag(attributes) + BUTTON)).toEqual(["KC911"]);
    expect(codes(tag(attributes) + SCRIPT + BUTTON)).toEqual(["KC909"]);
  },
);

it("takes the settings of the tag that runs", () => {
  const [wrong, right] = [tag('nomodule data-uuid="_abc"'), tag('data-uuid="@shop"')];
  expect(codes(`${wrong}${right}<button data-kakao-chat>상담</button>`)).toEqual(["KC909"]);
});

it.each([`<template>${SCRIPT}</template>`, `<svg>${SCRIPT}</svg>`])(
  "takes no script that never runs: %s",
  (html) => {
    expect(codes(html + BUTTON)).toEqual(["KC901"]);
  },
);

it.each<[code: string, html: string]>([
  ["KC904", `<script src="https://cdn.example.com/skin/2.3.1/js/kakao-chat.js" defer></script>`],
  ["KC904", `<script src="${JSDELIVR.replace("1.0.0", "1")}" defer></script>`],
  ["KC904", hash(OWN.hashes["kakao-chat.js"], "crossorigin").replace("1.0.0", "1")],
  ["KC906", hash(`${OWN.hashes["kakao-chat.js"]} sha512-${"A".repeat(86)}==`, "crossorigin")],
  ["KC906", hash(`sha256-${"B".repeat(43)}=`, "crossorigin")],
  ["KC911", `<script src="${JSDELIVR}" crossorigin="use-credentials" defer></script>`],
])("says %s of a tag: %s", (code, html) => {
  expect(checkPage(page(html), ALL).found.map((one) => one.code)).toContain(code);
});

it.each([
  `<script src="/js/kakao-chat.js?v=3" defer></script>${BUTTON}`,
  `<script src="https://cdn.jsdelivr.net/combine/npm/jquery@3.7.1,npm/kakao-chat-button@1.0.0/dist/kakao-chat.js" integrity="sha384-${"B".repeat(64)}" crossorigin defer></script>${BUTTON}`,
  hash(OWN.hashes["kakao-chat.js"], 'type="module"'),
  hash(OWN.hashes["kakao-chat.js"].replace("+/", "-_"), "crossorigin"),
  hash(`sha256-${"B".repeat(43)}= ${OWN.hashes["kakao-chat.js"]}`, "crossorigin"),
  `<script src="/1.0.0/kakao-chat.js" integrity="${OWN.hashes["kakao-chat.js"]}" defer></script><base href="https://cdn.example.com/">${BUTTON}`,
  `<template><base href="http://cdn.example.com/"></template>${SCRIPT}${BUTTON}`,
])("finds nothing wrong with a tag: %s", (html) => {
  expect(checkPage(page(html), ALL).found).toEqual([]);
});

it("knows of a file that jsdelivr is another origin", () => {
  const html = `<script src="${JSDELIVR}" integrity="${OWN.hashes["kakao-chat.js"]}" defer></script>${BUTTON}`;
  expect(codes(html, {}, "")).toEqual(["KC907"]);
});

it.each(NOWHERE)("knows when nothing can bring the script (%#)", (...page) => {
  expect(codes(...page)).toEqual(["KC901"]);
});

it("knows no id of a button whose script is elsewhere", () => {
  const html = `<script src="/js/main.js"></script><button data-kakao-chat>상담</button>`;
  expect(codes(html)).toEqual(["KC902", "KC929"]);
});

describe("the ES module", () => {
  const MJS = "https://cdn.example.com/1.0.0/kakao-chat.mjs";

  it.each([
    [mjs("src"), "kakao-chat.js"],
    [mjs("src", "defer"), "kakao-chat.js"],
    [mjs("src").replace(".mjs", "-launcher.mjs"), "kakao-chat-launcher.js"],
    [module(`import "${MJS}";`), "kakao-chat.js"],
    [module(`import { start } from "${MJS}";`), "kakao-chat.js"],
    [module(`import { version } from "kakao-chat-button"; log(version);`), "kakao-chat.js"],
    [module(`await import("/js/kakao-chat-launcher.mjs?v=1");`), "kakao-chat-launcher.js"],
  ])("starts nothing by itself: %s", (html, script) => {
    const { found } = checkPage(page(MAP + html + BUTTON), OWN);
    expect(found.map(({ code, values }) => [code, values.script])).toEqual([["KC995", script]]);
  });

  it.each([
    'import { start } from "kakao-chat-button"; start();',
    'import { start as go } from "kakao-chat-button"; addEventListener("load", go);',
    `import * as chat from "${MJS}"; chat.start();`,
    `import("${MJS}").then(({ start }) => start());`,
    `const chat = await import("${MJS}"); chat["start"]();`,
    'import { startLauncher } from "kakao-chat-button/launcher"; startLauncher({ uuid: "@shop" });',
  ])("is right if it is started: %s", (code) => {
    expect(codes(MAP + module(code) + BUTTON)).toEqual([]);
  });

  it("has the page's settings, as the script's tag has", () => {
    const code = 'import { start } from "/1.0.0/kakao-chat.mjs"; start();';
    const button = "<button data-kakao-chat>상담</button>";
    expect(codes(module(code) + button)).toEqual(["KC101"]);
    const settings = 'window.KakaoChatDefaults = { uuid: "@shop" };';
    expect(codes(module(settings + code) + button)).toEqual([]);
    expect(codes(module(code))).toEqual(["KC903"]);
  });
});

describe("an id that the HTML lacks", () => {
  const start = (src: string) => `<script src="${src}" defer></script>`;
  const button = "<button data-kakao-chat>상담</button>";

  it.each([
    "/js/kakao-settings.js",
    "https://img.shop.example/js/common.js?v=3",
    "//cdn.jsdelivr.net/gh/shop/site/settings.js",
  ])("may be set by a file of the shop's own: %s", (src) => {
    for (const html of [start(src) + SCRIPT, SCRIPT + start(src)])
      expect(codes(html + button)).toEqual(["KC929"]);
    expect(codes(start(src) + launcher(""))).toEqual(["KC929", "KC928"]);
  });

  it.each([
    "https://code.jquery.com/jquery-3.7.1.min.js",
    "https://cdn.jsdelivr.net/npm/swiper@11/swiper-bundle.min.js",
    "https://unpkg.com/lodash@4.17.21/lodash.min.js",
    "https://www.googletagmanager.com/gtag/js?id=G-1",
    "https://connect.facebook.net/ko_KR/fbevents.js",
  ])("is set by no library: %s", (src) => {
    expect(codes(start(src) + SCRIPT + button)).toEqual(["KC101"]);
  });

  it("is set by nothing that no browser runs", () => {
    const held = '<script type="text/plain" src="/js/settings.js"></script>';
    expect(codes(held + SCRIPT + button)).toEqual(["KC101"]);
  });
});

it.each<[codes: string[], page: Case]>([
  [["KC986"], [`${SCRIPT}<button data-kakaochat="@shop">상담</button>`]],
  [
    ["KC924"],
    [
      `${SCRIPT}<a href="https://bizmessage.kakao.com/chat/open/@a" target="_blank" rel="noopener">상담</a>`,
    ],
  ],
  [["KC993"], [`${SCRIPT}<script>KakaoChatDefaults = { uuid: "@shop"</script>${BUTTON}`]],
  [["KC911"], [head(tag('type="text/plain"').replace(" defer", ""))]],
  [["KC936"], [`<script src="C:\\kakao-chat.js" defer></script>${BUTTON}`]],
])("says %s without what only follows from it", (wanted, one) => {
  expect(codes(...one)).toEqual(wanted);
});

it.each(["#goods[]", ".a > > b", "#1x", "div[", ".a >", ".", "a, , b", "a)"])(
  "knows that no browser parses the selector %s",
  (selector) => {
    const button = `<b data-kakao-chat data-kakao-chat-extra="{text:${selector}}">상담</b>`;
    expect(codes(tag('data-uuid="@shop"') + button)).toEqual(["KC214"]);
  },
);

it.each([
  ".goods name",
  "#a > .b + c ~ d",
  "[data-no='1)']",
  "a:not(.b, [c])",
  ".\\31 x",
  "h1, h2",
])("leaves the selector %s to the browser", (selector) => {
  const button = `<b data-kakao-chat data-kakao-chat-extra="{text:${selector}}">상담</b>`;
  expect(codes(tag('data-uuid="@shop"') + button)).toEqual(["KC923"]);
});

it.each([
  ["{path}&{query:a}", ["KC923"]],
  ["{pth}", ["KC213"]],
  ["{utm_source}", ["KC213"]],
  ["{{path}}", ["KC211"]],
  ['{"a":1}', []],
])("names the tokens of %s", (extra, wanted) => {
  const tag = '<script src="/1.0.0/kakao-chat.js" data-uuid="@shop" defer></script>';
  expect(
    codes(`${tag}<button data-kakao-chat data-kakao-chat-extra='${extra}'>상담</button>`),
  ).toEqual(wanted);
});

describe("what a template has left", () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a left-over is what is tested
  const marks = ["{{id}}", "<%= id %>", "${id}", "{$id}", "#{id}", "<?= $id ?>"];
  const pages = marks.flatMap((id) => [
    `${SCRIPT}<b data-kakao-chat="${id}">상담</b>`,
    `<script src="/1.0.0/kakao-chat.js" data-uuid="${id}" defer></script><b data-kakao-chat>상담</b>`,
    `${SCRIPT}<script>KakaoChatDefaults = { uuid: "${id}" };</script><b data-kakao-chat>상담</b>`,
    `<script src="/1.0.0/kakao-chat-launcher.js" data-uuid="${id}" defer></script>`,
  ]);

  it.each(pages)("is an error on a page that was sent: %s", (html) => {
    expect(codes(html)).toContain("KC102");
    expect(codes(html)).not.toContain("KC929");
    expect(codes(html, {}, "")).not.toContain("KC102");
  });

  it.each([
    `<div ng-app="shop"><b data-kakao-chat="{{id}}">상담</b></div>`,
    `<template><b data-kakao-chat="{{id}}">상담</b></template>`,
    `<script type="text/x-template"><b data-kakao-chat="{{id}}">상담</b></script>`,
    `<b data-kakao-chat="@shop" :data-kakao-chat-extra="no">상담</b>`,
  ])("is none if a script fills it in: %s", (html) => {
    expect(codes(SCRIPT + html)).toContain("KC929");
    expect(codes(SCRIPT + html)).not.toContain("KC102");
  });
});

describe("a partner's page", () => {
  const at = (attributes: string, search = "") =>
    codes(PARTNER(attributes), {}, `https://partner.example/start${search}`);

  it("has an id of its own that is right", () => {
    expect(at('data-uuid="_abc"')).toContain("KC106");
    expect(at('data-uuid="@a" data-bot="yes"')).toEqual(["KC311", "KC913"]);
    expect(at('data-uuid="@a"')).toEqual(["KC913"]);
  });

  it("lists the id of its address", () => {
    expect(at('data-channels="@a, b"', "?uuid=%40b&extra=1")).toEqual(["KC913"]);
    expect(at('data-channels="@a"', "?uuid=%40c")).toEqual(["KC802", "KC913"]);
    expect(at('data-channels="@a"')).toEqual(["KC913"]);
  });
});

it.each([
  ["location.href = '/main';", "/main"],
  [`top.location = \`https://shop.example/\${lang}\``, "https://shop.example/…"],
  ["window.location.replace('/m/' + id)", "/m/…"],
  ["if (isPhone) location.assign('/m'); else document.location = '/pc'", "/m, /pc"],
])("says where a page that only goes on goes to: %s", (script, address) => {
  const { found } = checkPage(page(`<script>${script}</script>`), OWN);
  expect(found.map(({ code, values }) => [code, values.address])).toEqual([["KC980", address]]);
});

it("says where a page goes on to by its header", () => {
  const { found } = checkPage(page("<p>잠시만요</p>", { refresh: "0; url=/ok" }), OWN);
  expect(found.map(({ code, values }) => [code, values.address])).toEqual([["KC980", "/ok"]]);
  expect(codes("<p>잠시만요</p>", { refresh: "5" })).toEqual(["KC927"]);
});

it("names no id that is nowhere in the page", () => {
  const { old } = checkPage(
    page(
      `<?php $code = urlencode($cfg['talk']); ?><a href="https://bizmessage.kakao.com/chat/open/<?=$code?>" target="_blank">상담</a>`,
    ),
    OWN,
  );
  expect(old.map(({ label, uuid }) => [label, uuid])).toEqual([["상담", ""]]);
});

it("does not say that nothing of a chat is there if its address is", () => {
  const html = `<script>if (a.href.indexOf("bizmessage.kakao.com/chat/open/@shop") !== -1) count();</script>`;
  const [found] = checkPage(page(html), OWN).found;
  expect(describeCode(found?.code ?? "", {}, EN).what).toBe(
    "No button of a Kakao consultation is in this HTML.",
  );
});

it("takes what a marked link leads to without the script for no other button", () => {
  expect(
    codes(`${SCRIPT}<a data-kakao-chat="@shop" href="https://pf.kakao.com/_a">상담</a>`),
  ).toEqual([]);
  expect(codes('<a href="https://pf.kakao.com/_a">상담</a>')).toEqual(["KC940"]);
});

it("leaves a channel's home and its friends alone beside a marked button", () => {
  const link = (path: string) => `<a href="https://pf.kakao.com/_xkAbc${path}">카카오톡 채널</a>`;
  expect(codes(SCRIPT + BUTTON + link(""))).toEqual([]);
  expect(codes(GTM + BUTTON + link(""))).toEqual(["KC902"]);
  expect(codes(SCRIPT + BUTTON + link("/friend"))).toEqual([]);
  expect(codes(SCRIPT + BUTTON + link("/chat"))).toEqual(["KC940"]);
  expect(codes(link(""))).toEqual(["KC940"]);
  expect(codes(link("/friend"))).not.toContain("KC940");
});

it.each(["1.0.0/kakao-chat.js", "./1.0.0/kakao-chat.js", "v1.0.0/kakao-chat.js"])(
  "finds the version in a relative address: %s",
  (src) => {
    expect(codes(`<script src="${src}" defer></script>${BUTTON}`)).toEqual([]);
  },
);

it("takes the link of a <noscript> for what stands in for a button", () => {
  const link = '<a href="https://bizmessage.kakao.com/chat/open/@shop">상담</a>';
  expect(codes(`${SCRIPT}${BUTTON}<noscript>${link}</noscript>`)).toEqual([]);
});

it("says once what is wrong with a function that two buttons share", () => {
  const form = `var f = document.createElement("form"); f.action = "https://bizmessage.kakao.com/chat/open"; f.method = "post"; f.target = "_blank"; f.innerHTML = '<input name="uuid" value="@a">'; document.body.appendChild(f); f.submit();`;
  const button = `<button type="button" onclick="go()">상담</button>`;
  const html = `${button}${button}<script>function go() { ${form} }</script>`;
  expect(codes(html).filter((code) => code === "KC953")).toEqual(["KC953"]);
});

describe("a page that is sent as XML", () => {
  const XML = { "content-type": "application/xhtml+xml" };
  const xhtml = `<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="/1.0.0/kakao-chat.js" defer="defer"/></head><body><b title="상담" data-kakao-chat="_a"/><br/>\n<!-- <b/> --><a id="x" data-kakao-chat="_b">상담</a></body></html>`;

  it("ends its elements where XML does", () => {
    const { found } = checkPage(page(xhtml, XML), OWN);
    expect(found.map(({ code, place }) => [code, place?.line])).toEqual([
      ["KC106", 2],
      ["KC106", 3],
    ]);
    const columns = ["<b", "<a"].map((tag) => {
      const line = xhtml.split("\n").find((one) => one.includes(tag)) ?? "";
      return line.indexOf(`${tag} `) + 1;
    });
    expect(found.map(({ place }) => place?.column)).toEqual(columns);
  });

  it("keeps what has no end as it is, and finds its way back past a thousand ends", () => {
    const begun = "<!--".repeat(80_000);
    expect(toHtml(begun).html).toBe(begun);
    const xml = `<![CDATA[<b/>]]>${"<b/>".repeat(1000)}<br/>`;
    const { html, toSent } = toHtml(xml);
    expect(html).toBe(`<![CDATA[<b/>]]>${"<b/></b>".repeat(1000)}<br/>`);
    expect(toSent(html.indexOf("<br/>"))).toBe(xml.indexOf("<br/>"));
    expect(toSent(html.indexOf("<b/></b>") + 8)).toBe(xml.indexOf("<b/>", 16) + 4);
  });

  it("is read as HTML if it is sent as that", () => {
    expect(codes(xhtml)).not.toContain("KC106");
  });
});

it.each(["file:///C:/kakao-chat.js", "C:\\1.0.0\\kakao-chat.js"])(
  "knows a file of a computer, whichever server sends the page: %s",
  (src) => {
    const html = `<script src="${src}" integrity="sha384-${"B".repeat(64)}" defer></script>${BUTTON}`;
    expect(codes(html)).toContain("KC936");
    expect(codes(html, {}, "http://127.0.0.1/")).toContain("KC936");
  },
);

it("reads a backslash in the script's address as browsers do", () => {
  expect(codes(`<script src="\\js\\1.0.0\\kakao-chat.js" defer></script>${BUTTON}`)).toEqual([]);
});

it.each(["FEE500", "#FEE50", "03c75a;", "1px", "rgb"])(
  "does not take %s for a colour, or leaves it to the browser",
  (color) => {
    const found = codes(launcher(`data-uuid="@shop" data-launcher-color="${color}"`));
    expect(found.includes("KC704")).toBe(color !== "rgb");
  },
);

describe("the launcher", () => {
  it.each([
    ["media", "(max-width 480px)", "KC705"],
    ["media", "max-width: 480px", "KC705"],
    ["media", "(min-width: 480px", "KC705"],
    ["color", "rgb(3,199)", "KC704"],
    ["color", "linear-gradient(red,blue)", "KC704"],
    ["color", "url(a.png)", "KC704"],
  ])("has a %s that no browser knows: %s", (name, value, code) => {
    const html = launcher(`data-uuid="@shop" data-launcher-${name}="${value}"`);
    expect(codes(html)).toEqual([code, "KC928"]);
  });

  it.each([
    ["media", "(480px <= width <= 1000px) and (orientation: landscape)"],
    ["media", "screen and (min-width: max(480px, 30em)), print"],
    ["media", "not all and (hover)"],
    ["color", "rgb(3, 199, 90)"],
    ["color", "rgb(3 199 90 / 50%)"],
    ["color", "hsla(1, 2%, 3%, .5)"],
    ["color", "oklch(60% 0.15 50)"],
    ["color", "color-mix(in srgb, red, blue)"],
    ["color", "var(--brand, #03c75a)"],
  ])("has a %s that is right: %s", (name, value) => {
    const html = launcher(`data-uuid="@shop" data-launcher-${name}="${value}"`);
    expect(codes(html)).toEqual(["KC928"]);
  });

  it.each([
    ["position", "left", "KC701"],
    ["offset", "20px 20px", "KC702"],
    ["look", "square", "KC703"],
    ["color", "inherit", "KC704"],
    ["media", "mobile", "KC705"],
    ["show", "order/*", "KC706"],
    ["foo", "1", "KC707"],
    ["label", "{{label}}", "KC708"],
  ])("has a wrong %s", (name, value, code) => {
    const wanted = [code, "KC928"];
    expect(codes(launcher(`data-uuid="@shop" data-launcher-${name}="${value}"`))).toEqual(wanted);
    expect(
      codes(
        `<script>KakaoChatDefaults = { launcher: { ${name}: "${value}" } }</script>${launcher('data-uuid="@shop"')}`,
      ),
    ).toEqual(wanted);
  });

  it("has settings that are right", () => {
    const right =
      'position="bottom-left" offset="20 20 12 72" look="round" label="문의" color="#03c75a" show="/*" media="(min-width: 480px)"';
    expect(
      codes(launcher(`data-uuid="@shop" ${right.replace(/\b(\w+)=/g, "data-launcher-$1=")}`)),
    ).toEqual(["KC928"]);
  });

  it.each([
    ['data-extra="{titel}"', {}, "KC213"],
    ['data-extra="{path}"', {}, "KC923"],
    ['data-extra="a" data-method="post"', csp("form-action 'self'"), "KC915"],
    ['data-reuse="true"', { "cross-origin-opener-policy": "same-origin" }, "KC918"],
  ])("has a chat like any other: %s", (attributes, headers, code) => {
    expect(codes(launcher(`data-uuid="@shop" ${attributes}`), headers)).toContain(code);
  });

  it("has settings of its own beside an earlier core", () => {
    const ids = (core: string) =>
      checkPage(page(core + launcher('data-uuid="@own"') + BUTTON), OWN).found.map(
        ({ code, values }) => [code, values.id],
      );
    expect(ids(SCRIPT)).toEqual([["KC928", "@own"]]);
    expect(ids(SCRIPT.replace("src", 'data-uuid="@core" src'))).toEqual([["KC928", "@own"]]);
  });

  describe("that a script puts into the page", () => {
    const snippet = (uuid: string) => `<script>
      window.KakaoChatDefaults = { uuid: "${uuid}", extra: "page={path}" };
      (function () {
        var script = document.createElement("script");
        script.src = "https://example.com/kakao-chat-launcher.js";
        document.head.appendChild(script);
      })();
    </script>`;

    it("has an id as the tag has", () => {
      expect(codes(snippet("@shop"))).toEqual(["KC902", "KC923", "KC928"]);
      expect(codes(snippet("_abc"))).toEqual(["KC106", "KC923", "KC902"]);
    });

    it.each([
      's.src = base + "/kakao-chat-launcher.js"; s.setAttribute("data-uuid", "_abc")',
      's.src = "/kakao-chat-launcher.js?v=1"; s.dataset.uuid = "_abc"; s.dataset.appOpenType = "modal"',
      '$.getScript("/kakao-chat-launcher.js"); KakaoChatDefaults = { uuid: "_abc" };',
    ])("is read however it is made: %s", (code) => {
      const html = `<script>var s = document.createElement("script"); ${code}</script>`;
      expect(codes(html)).toEqual(["KC106", "KC902"]);
    });

    it("is none in a text", () => {
      expect(codes('<script>console.log("kakao-chat-launcher.js", "script")</script>')).toEqual([
        "KC927",
      ]);
    });
  });

  it("does not name an id that is not known", () => {
    const { found } = checkPage(page(launcher('data-uuid="{{ id }}"'), {}, ""), OWN);
    expect(found.map(({ code, values }) => [code, values.id])).toEqual([
      ["KC922", undefined],
      ["KC929", undefined],
      ["KC928", ""],
    ]);
  });
});

it("leaves what only named ids may use", () => {
  const html = `${SCRIPT}<button data-kakao-chat="@shop" data-kakao-chat-extra="{query:a}">상담</button>`;
  expect(codes(html)).toEqual(["KC215"]);
});

describe("checkPage", () => {
  it("says nothing of a page that is right", () => {
    expect(codes(SCRIPT + BUTTON)).toEqual([]);
  });

  it("reads a page with very many elements side by side", () => {
    expect(codes(SCRIPT + BUTTON + "<p>안녕</p>\n".repeat(50_000))).toEqual([]);
  }, 120_000);

  it.each([
    ["<script src=“/1.0.0/kakao-chat.js” defer></script>", 1],
    ["\n<a data-kakao-chat=“@shop” data-kakao-chat-extra=“a=1”>상담</a>", 2],
    ["\n<script>\nlocation.href = “https://pf.kakao.com/_a”;</script>", 3],
    ["\n<b onclick='window.open(“https://bizmessage.kakao.com/chat/open/@a”)'>상담</b>", 2],
  ])("says where curly quotes break %j", (html, line) => {
    const { found } = checkPage({ ...page(""), html: html + SCRIPT }, OWN);
    const places = found.filter(({ code }) => code === "KC950").map(({ place }) => place?.line);
    expect(places).toEqual([line]);
  });

  it.each([
    `<meta property="og:description" content="“좋은” 가게"><a title='‘봄’ 신상'>봄</a>`,
    "<p title=“봄”>봄</p><script>var season = “봄”;</script>",
  ])("leaves quotes alone that break no chat: %j", (html) => {
    expect(codes(html + SCRIPT + BUTTON)).toEqual([]);
  });

  it.each(["“@shop”", "‘@shop’", "“@shop"])("has an id in curly quotes tidied: %s", (written) => {
    const html = `${SCRIPT}<button type=“button” data-kakao-chat=${written}>상담</button>`;
    const { buttons, found } = checkPage(page(html), OWN);
    expect(found.map(({ code, level }) => [code, level])).toEqual([["KC111", "warning"]]);
    expect(buttons[0]).toMatchObject({ codes: ["KC111"], request: { method: "GET" } });
  });

  it("sends curly quotes that are a value", () => {
    const { buttons } = checkPage(
      page(`${SCRIPT}<b data-kakao-chat="“@a”" data-kakao-chat-extra="“주문” 문의=1">a</b>`),
      OWN,
    );
    const url = new URL(buttons[0]?.request?.url ?? "");
    expect([...url.searchParams.values()]).toEqual(["@a", "“주문” 문의=1"]);
    expect(buttons[0]?.codes).toEqual(["KC111"]);
  });

  it("says what a click on each button would send", () => {
    const { buttons } = checkPage(
      page(
        `<script src="/1.0.0/kakao-chat.js" data-uuid="@shop" data-extra="a=1" defer></script>\n<a data-kakao-chat>상담</a>`,
      ),
      OWN,
    );
    expect(buttons).toEqual([
      {
        label: "상담",
        place: { line: 2, column: 1 },
        request: {
          method: "GET",
          url: "https://bizmessage.kakao.com/v1/chat/write?uuid=%40shop&extra=a%3D1",
        },
        isLater: false,
        codes: [],
      },
    ]);
  });

  it("gives the right hash whole", () => {
    const { found } = checkPage(page(hash(`sha384-${"B".repeat(64)}`, "crossorigin")), OWN);
    expect(found[0]?.values.hash).toBe(OWN.hashes["kakao-chat.js"]);
  });

  it("judges a button by the rules of a click", () => {
    const found = codes(
      `${SCRIPT}<button data-kakao-chat="_abc" data-kakao-chat-bots="true">상담</button>`,
    );
    expect(found).toEqual(["KC106", "KC314"]);
  });

  it.each([
    [`<a href="https://pf.kakao.com/_abc/chat" data-kakao-chat>상담</a>`, "", "KC103"],
    [BUTTON, 'data-links="yes"', "KC311"],
    [BUTTON.replace("type", 'data-extra="1" type'), "", "KC314"],
    [`<script>KakaoChatDefaults = "@shop"</script>${BUTTON}`, "", "KC315"],
  ])("names what a click names: %s beside a tag with %s", (html, attributes, code) => {
    expect(codes(SCRIPT.replace("<script ", `<script ${attributes} `) + html)).toEqual([code]);
  });

  it.each([
    `<fieldset disabled><div>${BUTTON}</div></fieldset>`,
    `<div inert>${BUTTON}</div>`,
    `<div aria-disabled="true"><b data-kakao-chat="@shop">상담</b></div>`,
  ])("knows what is disabled: %s", (html) => {
    expect(codes(SCRIPT + html)).toEqual(["KC982"]);
  });

  it.each([
    'onclick="return false"',
    'onclick="event.preventDefault()"',
    "onclick=\"gtag('chat'); return false;\"",
  ])("knows what prevents a click: %s", (handler) => {
    expect(codes(SCRIPT + BUTTON.replace("type", `${handler} type`))).toEqual(["KC501"]);
    expect(codes(`${SCRIPT}<a href="#" ${handler} data-kakao-chat="@shop">상담</a>`)).toEqual([]);
  });

  it.each([
    "el.onclick = function (e) { e.preventDefault(); track(); }",
    'document.querySelector("#talk").addEventListener("click", (e) => e.preventDefault())',
    'window.addEventListener("DOMContentLoaded", () => { if (el) el.onclick = () => { track(); return false } })',
    '$(function () { $("#talk").on("click.chat", function () { return false; }); })',
    'function stop(e) { e.preventDefault() } jQuery("[data-kakao-chat]").click(stop)',
  ])("knows what a script prevents: %s", (code) => {
    const html = (start: string) =>
      `${SCRIPT}<${start} id="talk" data-kakao-chat="@shop">상담</${start.split(" ")[0]}><script>var el = document.getElementById("talk"); ${code}</script>`;
    expect(codes(html("b"))).toEqual(["KC501"]);
    expect(codes(html('a href="#none"'))).toEqual([]);
  });

  it.each([
    "el.onclick = function (e) { track(); }",
    "el.onclick = function (e) { if (isClosed) e.preventDefault(); }",
    "el.onclick = function () { return -1 }",
    "el.onclick = function () { return !0 }",
    "el.onclick = function (e) { if (!isClosed) return; e.preventDefault(); }",
    "el.onclick = function (e) { document.body.onclick = function (e) { e.preventDefault() } }",
    'el.addEventListener("click", function () { return false })',
    'el.addEventListener("mousedown", function (e) { e.preventDefault() })',
    "if (isApp) el.onclick = function (e) { e.preventDefault() }",
    "function later() { el.onclick = function (e) { e.preventDefault() } }",
    'el = document.querySelector(".other"); el.onclick = function (e) { e.preventDefault() }',
    '$(".gallery #talk").click(function () { return false })',
  ])("knows what a script prevents not, or not for sure: %s", (code) => {
    const html = `${SCRIPT}<b id="talk" data-kakao-chat="@shop">상담</b><script>var el = document.getElementById("talk"); ${code}</script>`;
    expect(codes(html)).toEqual([]);
  });

  it("takes a link to a place in its own page for none that leads anywhere, as a click does", () => {
    const link = (href: string) =>
      `${SCRIPT}<a href="${href}" onclick="return false" data-kakao-chat="@shop">상담</a>`;
    for (const href of ["https://shop.example/#talk", "/#", "\n#a", "java\nscript:;"])
      expect(codes(link(href))).toEqual([]);
    for (const href of ["https://shop.example/", "/other#talk"])
      expect(codes(link(href))).toEqual(["KC501"]);
    expect(codes(link("https://shop.example/#talk"), {}, "")).toContain("KC501");
  });

  it.each([
    "onclick=\"gtag('chat')\"",
    'onclick="if (isClosed()) return false"',
    'onclick="return true"',
  ])("knows what prevents none: %s", (handler) => {
    expect(codes(SCRIPT + BUTTON.replace("type", `${handler} type`))).toEqual([]);
  });

  it("says of the part that was not read neither that it is missing nor that it is there", () => {
    expect(codes(`${"<div>".repeat(650)}${SCRIPT}${BUTTON}`)).toEqual(["KC931"]);
    expect(codes(SCRIPT + "<ul><li>".repeat(330) + BUTTON)).toEqual(["KC931"]);
    const part = { ...page(""), html: "<div>".repeat(605) + BUTTON };
    expect(checkPage(part, OWN).found.map(({ code }) => code)).toEqual(["KC931"]);
  });

  it("does not judge an id that is not known by the page's channels", () => {
    const tag = '<script src="/1.0.0/kakao-chat.js" data-channels="@a" defer></script>';
    const html = `${tag}<b data-kakao-chat="{{id}}">상담</b>`;
    const { buttons } = checkPage(page(html, {}, ""), OWN);
    expect(buttons).toMatchObject([{ request: null, isLater: true, codes: [] }]);
  });

  it("goes by what browsers go by, if a header, a mark and the page say different encodings", () => {
    const html = page(SCRIPT + BUTTON);
    const check = (header: string, charset: string) =>
      checkPage(
        { ...html, headers: { "content-type": `text/html; charset=${header}` }, charset },
        OWN,
      ).found.map(({ code }) => code);
    expect(check("euc-kr", "euc-kr")).toEqual(["KC920"]);
    expect(check("euc-kr", "utf-8 (bom)")).toEqual([]);
    expect(check("bogus", "utf-8")).toEqual([]);
    const unknown = `<html><head><meta charset="cp949"></head><body>${SCRIPT}${BUTTON}</body></html>`;
    expect(codes(unknown)).toEqual(["KC919"]);
  });

  it.each([
    '<iframe src="/a"></iframe>',
    '<meta http-equiv="refresh" content="0; url=/a">',
    "<meta http-equiv='Refresh' content=\"0;URL='/a'\">",
  ])("names the page that %s leads to", (html) => {
    const { found } = checkPage(page(html), OWN);
    expect(found.map(({ code, values }) => [code, values.address])).toEqual([["KC980", "/a"]]);
  });

  it("knows the place of what stands in a template or a handler", () => {
    const html = `\n<script type="text/x-template"><b data-kakao-chat="@shop">상담</b></script>
<b onclick="window.open('https://pf.kakao.com/_a')">a</b>\n<script>\nlocation.href = 'https://bizmessage.kakao.com/chat/open/@a' +;</script>`;
    const { buttons, found } = checkPage({ ...page(""), html: SCRIPT + html }, OWN);
    expect(buttons[0]?.place?.line).toBe(2);
    const places = found.filter(({ code }) => code === "KC940").map(({ place }) => place?.line);
    expect(places).toEqual([3]);
  });

  it("takes an address in a text for no button", () => {
    const html = "<p>https://bizmessage.kakao.com/chat/open/@a 로 접속</p>";
    const { found, old } = checkPage(page(html), OWN);
    expect(old).toEqual([]);
    expect(found.map(({ code, place }) => [code, place?.line])).toEqual([["KC973", 1]]);
    expect(codes('<script>var a = "https://bizmessage.kakao.com/chat/open/@a";</script>')).toEqual([
      "KC925",
      "KC973",
    ]);
  });

  it("leaves a visitor's link to the browser if it names another channel", () => {
    const tag =
      '<script src="/1.0.0/kakao-chat.js" data-links="true" data-channels="@a" defer></script>';
    const link = (id: string) => `<a href="https://bizmessage.kakao.com/chat/open/${id}">상담</a>`;
    const { buttons, found } = checkPage(page(tag + link("@other") + link("@a")), OWN);
    expect(found).toEqual([]);
    expect(buttons.map(({ request }) => request?.url)).toEqual([
      "https://bizmessage.kakao.com/chat/open/%40a",
    ]);
    expect(codes(`${tag}<b data-kakao-chat="@other">상담</b>`)).toEqual(["KC108"]);
  });

  it.each(["true", "True", " TRUE "])("takes %j for the bare mark", (mark) => {
    expect(codes(`${SCRIPT}<b data-kakao-chat="${mark}">상담</b>`)).toEqual(["KC101"]);
    const tag = SCRIPT.replace("src", 'data-uuid="@p" src');
    const { buttons } = checkPage(page(`${tag}<b data-kakao-chat="${mark}">상담</b>`), OWN);
    expect(buttons[0]?.request?.url).toContain("uuid=%40p");
  });

  it.each(["false", "False", " FALSE "])("takes %j for no button", (mark) => {
    const { buttons } = checkPage(page(`${SCRIPT}<b data-kakao-chat="${mark}">상담</b>`), OWN);
    expect(buttons).toEqual([]);
  });

  it("keeps a visitor's markup within what the page has named", () => {
    const tag =
      '<script src="/1.0.0/kakao-chat.js" data-uuid="@shop" data-channels="@other" data-extra="member" defer></script>';
    const { buttons, found } = checkPage(
      page(`${tag}<b data-kakao-chat="@evil">a</b><b data-kakao-chat="@other">b</b>`),
      OWN,
    );
    expect(found.map(({ code }) => code)).toEqual(["KC108"]);
    expect(buttons.map(({ request }) => request?.url ?? null)).toEqual([
      null,
      "https://bizmessage.kakao.com/v1/chat/write?uuid=%40other&extra=member",
    ]);
  });

  it("reads the page's inline settings", () => {
    const { buttons } = checkPage(
      page(
        `${SCRIPT}<script>const ID = "@shop"; window.KakaoChatDefaults = { uuid: ID, endpoint: "open", bot: true };</script><button data-kakao-chat>상담</button>`,
      ),
      OWN,
    );
    expect(buttons[0]?.request?.url).toBe(
      "https://bizmessage.kakao.com/chat/open/%40shop?bot=true",
    );
  });

  it.each([
    "<p>window.KakaoChatDefaults</p>",
    "<!-- KakaoChatDefaults -->",
    '<script>// window.KakaoChatDefaults = { uuid: "@d" };</script>',
    '<script>/* KakaoChatDefaults */ var a = "//";</script>',
    '<script type="text/plain">window.KakaoChatDefaults = { uuid: "@d" };</script>',
    '<script type="application/json">{ "KakaoChatDefaults": 1 }</script>',
    '<script>window.KakaoChatDefaults = ["@d"];</script>',
    '<template><script>window.KakaoChatDefaults = { uuid: "@d" };</script></template>',
  ])("takes this for no settings: %s", (html) => {
    expect(codes(`${SCRIPT}${html}<b data-kakao-chat>상담</b>`)).toEqual(["KC101"]);
    expect(codes(SCRIPT + html + BUTTON)).toEqual([]);
  });

  it("says that a text in their place says nothing", () => {
    const html = `${SCRIPT}<script>window.KakaoChatDefaults = '{"privacy":"omit"}';</script>`;
    expect(codes(html + BUTTON)).toEqual(["KC315"]);
    expect(codes(`${html}<b data-kakao-chat>상담</b>`)).toEqual(["KC101", "KC315"]);
  });

  it("takes a module's own name for no settings, and knows that the module may do more", () => {
    const html = `<script type="module">const KakaoChatDefaults = { uuid: "@d" };</script>`;
    expect(codes(`${SCRIPT}${html}<b data-kakao-chat>상담</b>`)).toEqual(["KC929"]);
  });

  it.each([
    '<script>/* shop */ window.KakaoChatDefaults = { uuid: "@d" };</script>',
    '<script>const KakaoChatDefaults = { uuid: "@d" };</script>',
    '<script type="module">window.KakaoChatDefaults = { uuid: "@d" };</script>',
    '<script>if (!window.KakaoChatDefaults) window.KakaoChatDefaults = { uuid: "@d" };</script>',
    '<script>window.KakaoChatDefaults || (window.KakaoChatDefaults = { uuid: "@d" });</script>',
    '<script>try { window.KakaoChatDefaults = { uuid: "@d" }; } catch (e) {}</script>',
  ])("takes this for settings: %s", (html) => {
    const { buttons } = checkPage(page(`${SCRIPT}${html}<b data-kakao-chat>상담</b>`), OWN);
    expect(buttons[0]?.request?.url).toContain("uuid=%40d");
  });

  it.each([
    '<script>window["KakaoChatDefaults"] = make();</script>',
    '<script>if (isMobile) window.KakaoChatDefaults = { uuid: "@m" };</script>',
    '<script>isVip && (window.KakaoChatDefaults = { uuid: "@vip" });</script>',
    '<script>switch (site) { case 1: KakaoChatDefaults = { uuid: "@a" }; break }</script>',
    '<script>window.KakaoChatDefaults = {}; if (a) window.KakaoChatDefaults.uuid = "@a";</script>',
    "<script>setUp(function () { window.KakaoChatDefaults = shop; });</script>",
  ])("knows that it does not know: %s", (html) => {
    expect(codes(`${SCRIPT}${html}<b data-kakao-chat>상담</b>`)).toContain("KC922");
  });

  it("shows nothing of the page that is not one short line", () => {
    const evil = `\u001b[31m\n\r\u202e${"가".repeat(100)}`;
    const { found, buttons } = checkPage(
      page(
        `${SCRIPT}<button data-kakao-chat="_a" data-kakao-chat-x="${evil}">${evil}</button><base target="${evil}">`,
      ),
      OWN,
    );
    const shown = [
      ...found.flatMap(({ values, message }) => [...Object.values(values), message ?? ""]),
      ...buttons.map(({ label }) => label),
    ];
    const isTidy =
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what may not be there
      /^[^\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]{0,60}$/;
    for (const text of shown) expect(text).toMatch(isTidy);
  });

  it("has the worst group first, and the worst of each first", () => {
    const found = checkPage(
      page(
        `${BUTTON}<button data-kakao-chat="@a" data-kakao-chat-event="e">x</button><a href="https://pf.kakao.com/_a/chat">a</a>`,
      ),
      OWN,
    ).found;
    expect(found.map(({ code, group, level }) => [code, group, level])).toEqual([
      ["KC901", "script", "error"],
      ["KC412", "buttons", "warning"],
      ["KC940", "old", "warning"],
    ]);
  });

  it("has a case for every code but those of reading", () => {
    const without = Object.keys(PAGE_CODES).filter((code) => !Object.hasOwn(CASES, code));
    expect(without).toEqual(["KC930"]);
    for (const [code, { off }] of Object.entries(CASES))
      expect(off.length, code).toBeGreaterThan(0);
  });
});

describe("what is wrong with the page's own settings", () => {
  const buttons = "<button data-kakao-chat>상담</button>\n".repeat(3);
  const said = (html: string) =>
    checkPage({ ...page(""), html }, OWN).found.map(({ code, values, place }) => [
      code,
      values.label,
      values.field,
      place?.line,
    ]);

  it.each([
    ['data-endpoint="opne"', "KC311", "endpoint"],
    ['data-links="yes"', "KC311", "links"],
    ['data-privacy="no"', "KC311", "privacy"],
    ['data-extra="{titel}"', "KC213", "extra"],
  ])("is said once, at the tag: %s", (attributes, code, field) => {
    const html = `\n${tag(`data-uuid="@shop" ${attributes}`)}\n${buttons}`;
    expect(said(html)).toEqual([[code, "kakao-chat.js", field, 2]]);
  });

  it("is said at the script that sets them", () => {
    const script = '<script>KakaoChatDefaults = { uuid: "@shop", uid: "@a" };</script>';
    expect(said(`${SCRIPT}\n\n${script}\n${buttons}`)).toEqual([
      ["KC314", "KakaoChatDefaults", "uid", 3],
    ]);
  });

  it("is the button's if the button says it, or if it is about its other values", () => {
    const own = '<b data-kakao-chat="@shop" data-kakao-chat-bot="no">상담</b>';
    expect(said(`${tag('data-bot="auto"')}\n${own}`)).toEqual([["KC311", "상담", "bot", 2]]);
    expect(said(`${tag('data-event="a"')}\n${own.replace("no", "false")}`)).toEqual([
      ["KC412", "상담", "event", 2],
    ]);
  });

  it("is the launcher's tag's, too, and names an attribute as it is written", () => {
    expect(said(launcher('data-uuid="@shop" data-endpoint="opne"')).slice(0, 1)).toEqual([
      ["KC311", "kakao-chat-launcher.js", "endpoint", 1],
    ]);
    expect(said(launcher('data-uuid="@shop" data-position="bottom-left"')).slice(0, 1)).toEqual([
      ["KC707", "", "data-position", 1],
    ]);
  });
});

describe("a misspelt setting of the script's tag", () => {
  it.each([
    ['data-extras="k=1"', "data-extra"],
    ['data-end-point="open"', "data-endpoint"],
    ['data-end_point="open"', "data-endpoint"],
    ['data-kakao-chat-extra="a"', "data-extra"],
    ['data-kakao-uuid="@shop"', "data-uuid"],
    ['data-kakao-chat="@shop"', "data-uuid"],
    ['data-chanels="@shop @b"', "data-channels"],
    ['data-partner="https://partner.example"', "data-partners"],
    ['data-uid="@shop"', "data-uuid"],
    ['data-link="true"', "data-links"],
    ['data-extar="x"', "data-extra"],
    ['data-uudi="@shop"', "data-uuid"],
    ['data-id="@shop"', "data-uuid"],
  ])("%s is named with the one that is meant", (attributes, name) => {
    const { found } = checkPage(page(tag(attributes) + BUTTON), OWN);
    expect(found.filter(({ code }) => code === "KC985").map(({ values }) => values.name)).toEqual([
      name,
    ]);
  });
});

describe("addresses at which there is no script", () => {
  it.each([
    "https://unpkg.com/kakao-chat-button/kakao-chat.js",
    "https://cdn.jsdelivr.net/npm/kakao-chat-button@1/kakao-chat.js?v=2",
    "https://raw.githubusercontent.com/shop/kakao-chat-button/main/dist/kakao-chat.js",
    "https://gist.githubusercontent.com/shop/1/raw/2/kakao-chat.js",
    "https://github.com/shop/kakao-chat-button/blob/main/dist/kakao-chat.js",
    "https://github.com/shop/kakao-chat-button/raw/main/dist/kakao-chat.js",
  ])("%s is the one thing that is said of the tag", (address) => {
    const { found } = checkPage(page(at(address)), OWN);
    expect(found.filter(({ group }) => group === "script").map(({ code }) => code)).toEqual([
      "KC933",
    ]);
  });

  it("names the file of the same version, whole", () => {
    const { found } = checkPage(
      page(at("https://unpkg.com/kakao-chat-button@1.2.3/kakao-chat.js")),
      OWN,
    );
    expect(found.find(({ code }) => code === "KC933")?.values.meant).toBe(
      "https://cdn.jsdelivr.net/npm/kakao-chat-button@1.2.3/dist/kakao-chat.js",
    );
  });
});

describe("an ES module's address", () => {
  const imported = (address: string) =>
    module(`import { start } from "${address}"; start();`) + BUTTON;

  it.each([
    ["https://unpkg.com/kakao-chat-button/dist/kakao-chat.mjs", ["KC904"]],
    ["https://unpkg.com/kakao-chat-button@0.9.0/dist/kakao-chat.mjs", ["KC905"]],
    ["http://cdn.example.com/1.0.0/kakao-chat.mjs", ["KC910"]],
    ["http://localhost:3000/1.0.0/kakao-chat.mjs", ["KC936"]],
    ["/js/1.0.0/kakao-chat.mjs", []],
    ["kakao-chat-button", ["KC933"]],
  ])("%s", (address, expected) => {
    expect(codes(imported(address))).toEqual(expected);
  });

  it("is of no use where the policy forbids the script that imports it", () => {
    const policy = csp("script-src 'self' https://cdn.example.com");
    const address = "https://cdn.example.com/1.0.0/kakao-chat.mjs";
    for (const source of [address, "kakao-chat-button"]) {
      const { found } = checkPage(page(MAP + imported(source), policy), OWN);
      expect(found.map(({ code, values }) => [code, values.needed])).toEqual([
        ["KC914", "'nonce-…'"],
      ]);
    }
    const nonced = imported(address).replace("<script", '<script nonce="a"');
    expect(codes(nonced, csp("script-src 'nonce-a' https://cdn.example.com"))).toEqual([]);
  });

  it("is asked for in the policy, by a tag and by an import", () => {
    const address = "https://cdn.example.com/1.0.0/kakao-chat.mjs";
    const linked = `<script type="module" src="${address}"></script>${module('import { start } from "/1.0.0/kakao-chat.mjs"; start();')}${BUTTON}`;
    expect(codes(linked, csp("script-src 'self' 'unsafe-inline'"))).toContain("KC914");
    expect(codes(imported(address), csp("script-src 'self' 'unsafe-inline'"))).toContain("KC914");
    const nonced = imported(address).replace("<script", '<script nonce="a"');
    expect(codes(nonced, csp("script-src 'strict-dynamic' 'nonce-a'"))).toEqual([]);
    expect(
      codes(imported(address), csp("script-src https://cdn.example.com 'unsafe-inline'")),
    ).toEqual([]);
  });
});

describe("what the page's own code says by name", () => {
  const call = (options: string) =>
    `${SCRIPT}${BUTTON}<script>function go() { KakaoChat.open(${options}); }</script>`;

  it.each([
    ['{ uuid: "_abc" }', ["KC106"]],
    ['{ uuid: "@shop", bot: "yes" }', ["KC311"]],
    ['{ uuid: "@shop", extras: "a" }', ["KC314"]],
    ["{ extra: `a` }", ["KC101"]],
    ['{ uuid: "@shop", bot: true, event: "order" }', []],
    ['{ uuid: "@shop", extra: no }', []],
    ['{ uuid: channel, extra: "a" }', []],
    ['{ ...common, extra: "a" }', []],
    ["button", []],
    ["", ["KC101"]],
  ])("KakaoChat.open(%s)", (options, expected) => {
    expect(codes(call(options))).toEqual(expected);
  });

  it("is read in a handler, too, and of the window", () => {
    const html = `${SCRIPT}<b onclick="window.KakaoChat.open({ uuid: '_abc' }); return false">상담</b>`;
    expect(codes(html)).toEqual(["KC106"]);
  });

  it("is the page's own if the page makes it", () => {
    const own = `${SCRIPT}${BUTTON}<script>var KakaoChat = { open(options) {} }; KakaoChat.open({ uuid: "_abc" });</script>`;
    expect(codes(own)).toEqual([]);
  });

  it.each([
    ["kakaoChat.open({})", "KakaoChat.open"],
    ["Kakaochat.open()", "KakaoChat.open"],
    ["window.kakao_chat.explain()", "KakaoChat.explain"],
    ["KakaoChat.Open()", "KakaoChat.open"],
    ["KakaoChat.opne()", "KakaoChat.open"],
    ['window.kakaoChatDefaults = { uuid: "@shop" }', "KakaoChatDefaults"],
    ['var KakaoChatDefault = { uuid: "@shop" }', "KakaoChatDefaults"],
    ['KakaoChats = { extra: "a" }', "KakaoChatDefaults"],
  ])("%s means %s", (code, meant) => {
    const { found } = checkPage(page(`${SCRIPT}${BUTTON}<script>${code}</script>`), OWN);
    expect(found.map(({ code, values }) => [code, values.meant])).toEqual([["KC934", meant]]);
  });
});

describe("names without their prefix", () => {
  it("the launcher's settings are of the launcher's file", () => {
    const said = 'data-uuid="@shop" data-launcher-color="#fee500"';
    const { found } = checkPage(page(tag(said) + BUTTON), OWN);
    expect(found.map(({ code, values }) => [code, values.cause])).toEqual([["KC985", "launcher"]]);
    expect(codes(launcher(said))).not.toContain("KC985");
  });

  it.each(["uuid", "endpoint", "extra", "app-open-type", "privacy"])(
    "%s on the script's tag is no setting",
    (name) => {
      const { found } = checkPage(page(tag(`${name}="@shop"`) + BUTTON), OWN);
      expect(found.map(({ code, values }) => [code, values.name])).toEqual([
        ["KC985", `data-${name}`],
      ]);
    },
  );

  it.each(["data-kakaochat-extra", "data-kakao-extra", "kakao-chat-extra", "data-kakaotalk-extra"])(
    "%s of a marked button is no option",
    (name) => {
      const html = `${SCRIPT}<button data-kakao-chat="@shop" ${name}="a">상담</button>`;
      const { found } = checkPage(page(html), OWN);
      expect(found.map(({ code, values }) => [code, values.field])).toEqual([["KC314", name]]);
    },
  );

  it.each([
    "data-kakao-share",
    "data-kakao-channel-id",
    "kakao-chat-title",
    "data-kakao-chat-status",
  ])("%s is another tool's", (name) => {
    expect(codes(`${SCRIPT}<button data-kakao-chat="@shop" ${name}="a">상담</button>`)).toEqual(
      name === "data-kakao-chat-status" ? ["KC314"] : [],
    );
  });
});

describe("a misspelt mark", () => {
  it.each([
    "data-kakaochat",
    "data-kakao_chat",
    "data_kakao_chat",
    "data-kakao-chats",
    "data-kakao-caht",
    "data-kako-chat",
    "kakao-chat",
  ])("%s makes no button, and says so", (attribute) => {
    const button = `<button type="button" ${attribute}="@shop">상담</button>`;
    const { found } = checkPage(page(SCRIPT + BUTTON + button), OWN);
    const unmarked = found.filter(({ code }) => code === "KC986");
    expect(unmarked.map(({ values }) => values.attribute)).toEqual([attribute]);
  });
});
