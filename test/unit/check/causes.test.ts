import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkPage } from "../../../src/check/check-page";
import { CAUSES } from "../../../src/check/codes";
import type { Page } from "../../../src/check/page";
import { EN } from "../../../src/check/words/en/index";
import { describeCode } from "../../../src/check/words/words";
import { CONVERT_CAUSES } from "../../../src/convert/codes";

const OWN = { version: "1.0.0", hashes: {} };
const SCRIPT = '<script src="/1.0.0/kakao-chat.js" defer></script>';
const BUTTON = '<button type="button" data-kakao-chat="@shop">상담</button>';
const BARE = '<button type="button" data-kakao-chat>상담</button>';
const JSDELIVR = "https://cdn.jsdelivr.net/npm/kakao-chat-button";

type Case = [html: string, headers?: Record<string, string>, url?: string];

const file = (html: string): Case => [html, {}, ""];
const tag = (attributes: string) =>
  `<script src="/1.0.0/kakao-chat.js" ${attributes} defer></script>`;
const at = (address: string, more = "") => `<script src="${address}" ${more} defer></script>`;
const launcher = (attributes: string) =>
  `<script src="/1.0.0/kakao-chat-launcher.js" ${attributes} defer></script>`;
const module = (code: string) => `<script type="module">${code}</script>`;
const IMPORT = 'import { start } from "kakao-chat-button"; start();';
const IMPORT_FILE = 'import { start } from "/1.0.0/kakao-chat.mjs"; start();';
const asText = (html: string) => html.replace(/</g, "&lt;").replace(/>/g, "&gt;");
const head = (inside: string, body = BUTTON) =>
  `<!doctype html><html><head><meta charset="utf-8">${inside}</head><body>${body}</body></html>`;
const via = (partners: string) =>
  `${tag(partners)}<button data-kakao-chat="@shop" data-kakao-chat-via="https://partner.example/go">상담</button>`;
const call = (code: string) => `${SCRIPT}${BUTTON}<b onclick="${code}">상담</b>`;

function check(html: string, headers: Record<string, string> = {}, url = "https://shop.example/") {
  const isWhole = url === "" || /<html/.test(html);
  const whole = isWhole
    ? html
    : `<!doctype html><html lang="ko"><head><meta charset="utf-8"></head><body>${html}</body></html>`;
  const page: Page = { html: whole, url: url ? new URL(url) : null, headers, charset: "utf-8" };
  return checkPage(page, OWN);
}

/** All that is found, each with its cause. */
function said(...page: Case): string[] {
  return check(...page).found.map(({ code, values }) =>
    values.cause ? `${code} ${values.cause}` : code,
  );
}

function describeAll(...page: Case): string[] {
  return check(...page).found.map(({ code, values, message = "" }) => {
    const { what, remedy } = describeCode(code, { ...values, message }, EN);
    return `${what} ${remedy}`;
  });
}

/** Those of the converter have their cases among its findings. */
type CauseOfPage = Exclude<keyof typeof CAUSES, keyof typeof CONVERT_CAUSES>;

/** For each cause, pages on which it has to appear, and pages on which it must not. */
const CASES: Record<CauseOfPage, { on: Case[]; off: Case[] }> = {
  "KC101 call": {
    on: [[`${SCRIPT}<b onclick="KakaoChat.open({ extra: 'a' })">상담</b>`]],
    off: [[SCRIPT + BARE], [call("KakaoChat.open({ uuid: '@shop' })")]],
  },
  "KC314 call": {
    on: [[call("KakaoChat.open({ uuid: '@shop', ekstra: 'a' })")]],
    off: [[`${SCRIPT}<b data-kakao-chat="@shop" data-kakao-chat-ekstra="a">상담</b>`]],
  },
  "KC311 tidied": {
    on: [[`${SCRIPT}<b data-kakao-chat="@shop" data-kakao-chat-bot=" TRUE">상담</b>`]],
    off: [
      [`${SCRIPT}<b data-kakao-chat="@shop" data-kakao-chat-bot="yes">상담</b>`],
      [`${SCRIPT}<b data-kakao-chat="@shop" data-kakao-chat-bot="true">상담</b>`],
    ],
  },
  "KC803 entry": {
    on: [[via('data-partners="partner.example"')]],
    off: [
      [via('data-partners="https://partner.example"')],
      [via('data-partners="https://other.example"')],
    ],
  },
  "KC803 origin": {
    on: [[via('data-partners="https://other.example"')], [via("")]],
    off: [[via('data-partners="https://partner.example"')]],
  },
  "KC901 text": {
    on: [
      [`${BUTTON}<p>${asText(SCRIPT)}</p>`],
      [`${BUTTON}<p>${asText(SCRIPT)}</p><script src="/js/common.js"></script>`],
      [`${SCRIPT}<p>${asText(BUTTON)}</p>`],
      [`<p>${asText(SCRIPT + BUTTON)}</p>`],
    ],
    off: [
      [`${SCRIPT}${BUTTON}<p>${asText(SCRIPT)}</p>`],
      [`${BUTTON}<pre>${asText(SCRIPT)}</pre>`],
      [`${BUTTON}<p><code>${asText(SCRIPT)}</code></p>`],
      [`${BUTTON}<textarea>${SCRIPT}</textarea>`],
      [`${BUTTON}<p>kakao-chat.js</p>`],
    ],
  },
  "KC901 comment": {
    on: [
      [`${BUTTON}<!-- ${SCRIPT} -->`],
      [`${SCRIPT}<!-- ${BUTTON} -->`],
      [`${SCRIPT}<!-- ${BUTTON}`],
    ],
    off: [
      [`${SCRIPT}${BUTTON}<!-- ${SCRIPT}${BUTTON} -->`],
      [`${BUTTON}<!-- the script of kakao-chat.js -->`],
      [`<p>상담</p><!-- data-kakao-chat -->${SCRIPT}`],
    ],
  },
  "KC903 template": {
    on: [[`${SCRIPT}<template>${BUTTON}</template>`]],
    off: [
      [SCRIPT + BUTTON],
      [`${SCRIPT}<template shadowrootmode="open">${BUTTON}</template>`],
      [`${SCRIPT}<div x-data><template x-if="open">${BUTTON}</template></div>`],
      file(`<template>${BUTTON}</template><script setup>let a = 1</script>`),
    ],
  },
  "KC904 moving": {
    on: [[at(`${JSDELIVR}@1/dist/kakao-chat.js`) + BUTTON]],
    off: [
      [SCRIPT + BUTTON],
      [at(`${JSDELIVR}@1.0.0/dist/kakao-chat.js`) + BUTTON],
      [at("https://cdn.example.com/kakao-chat.js") + BUTTON],
      [at("https://cdn.example.com/2026/11/kakao-chat.js") + BUTTON],
    ],
  },
  "KC909 settings": {
    on: [[SCRIPT + tag('data-uuid="@shop"') + BARE]],
    off: [
      [SCRIPT + SCRIPT + BUTTON],
      [tag('data-uuid="@shop"') + SCRIPT + BARE],
      [tag('data-uuid="@shop"') + tag('data-uuid="@shop"') + BARE],
      [`${SCRIPT.replace("src", 'type="text/plain" src')}${tag('data-uuid="@shop"')}${BARE}`],
    ],
  },
  "KC909 launcher": {
    on: [[SCRIPT + launcher('data-uuid="@shop"') + BARE]],
    off: [
      [tag('data-uuid="@shop"') + launcher('data-uuid="@shop"') + BARE],
      [launcher('data-uuid="@shop"') + BARE],
      [launcher('data-uuid="@shop"') + SCRIPT + BARE],
    ],
  },
  "KC911 credentials": {
    on: [[at(`${JSDELIVR}@1.0.0/dist/kakao-chat.js`, 'crossorigin="use-credentials"') + BUTTON]],
    off: [[at(`${JSDELIVR}@1.0.0/dist/kakao-chat.js`, 'crossorigin="anonymous"') + BUTTON]],
  },
  "KC911 waiting": {
    on: [[`<script data-src="/1.0.0/kakao-chat.js" defer></script>${BUTTON}`]],
    off: [
      [
        `<script data-src="/1.0.0/kakao-chat.js" defer></script><script src="/lazy.js"></script>${BUTTON}`,
      ],
      [
        `<script data-src="/1.0.0/kakao-chat.js"></script><script src="https://cdn.jsdelivr.net/npm/lozad"></script>${BUTTON}`,
      ],
      [`<script data-type="lazy" data-src="/1.0.0/kakao-chat.js"></script>${BUTTON}`],
      [`<script src="/1.0.0/kakao-chat.js" data-src="/1.0.0/kakao-chat.js"></script>${BUTTON}`],
    ],
  },
  "KC924 other": {
    on: [
      [
        `${SCRIPT}<a data-kakao-chat="@other" href="https://bizmessage.kakao.com/chat/open/@shop">상담</a>`,
      ],
    ],
    off: [
      [
        `${SCRIPT}<a data-kakao-chat="@shop" href="https://bizmessage.kakao.com/chat/open/@shop">상담</a>`,
      ],
      [`${SCRIPT}<a data-kakao-chat href="https://bizmessage.kakao.com/chat/open/@shop">상담</a>`],
      [`${SCRIPT}<a data-kakao-chat="@shop" href="/contact">상담</a>`],
    ],
  },
  "KC933 name": {
    on: [[module(IMPORT) + BUTTON]],
    off: [
      [module(IMPORT_FILE) + BUTTON],
      file(head(module(IMPORT))),
      [
        `<script type="importmap">{"imports":{"kakao-chat-button":"/1.0.0/kakao-chat.mjs"}}</script>${module(IMPORT)}${BUTTON}`,
      ],
    ],
  },
  "KC985 launcher": {
    on: [[tag('data-launcher-position="bottom-left"') + BUTTON]],
    off: [[launcher('data-uuid="@shop" data-launcher-position="bottom-left"')]],
  },
  "KC993 import": {
    on: [
      [`<script>${IMPORT_FILE}</script>${BUTTON}`],
      [`<script>${IMPORT}</script>${BUTTON}`],
      file(head(`<script>${IMPORT_FILE}</script>`)),
    ],
    off: [
      [module(IMPORT_FILE) + BUTTON],
      [`<script>import("/1.0.0/kakao-chat.mjs").then(({ start }) => start())</script>${BUTTON}`],
      [`<script type="text/babel">${IMPORT_FILE}</script>${BUTTON}`],
      file(`<template>${BUTTON}</template><script setup>${IMPORT}</script>`),
      file(`---\nconst a = 1;\n---\n<html><body>${BUTTON}<script>${IMPORT}</script></body></html>`),
      file(`<script>${IMPORT}</script>{#if a}${BUTTON}{/if}`),
    ],
  },
  "KC997 unquoted": {
    on: [
      [
        `${SCRIPT}<button data-kakao-chat="@shop" data-kakao-chat-extra=상품=린넨 셔츠>상담</button>`,
      ],
    ],
    off: [
      [
        `${SCRIPT}<button data-kakao-chat="@shop" data-kakao-chat-extra=상품 disabled>상담</button>`,
      ],
      [
        `${SCRIPT}<button data-kakao-chat="@shop" data-kakao-chat-extra="상품=린넨 셔츠">상담</button>`,
      ],
      [
        `${SCRIPT}<button data-kakao-chat="@shop" data-kakao-chat-extra="a" 셔츠(남성>상담</button>`,
      ],
      [`${SCRIPT}<button data-kakao-chat=@shop 상담 title="a">상담</button>`],
    ],
  },
  "KC998 unclosed": {
    on: [
      [`${BUTTON}<script src="/1.0.0/kakao-chat.js" defer>`],
      [head(`<script src="/1.0.0/kakao-chat.js" defer>`)],
    ],
    off: [[SCRIPT + BUTTON], [`${SCRIPT}${BUTTON}<script>let a = 1;`]],
  },
  "KC998 quote": {
    on: [
      [head('<script src="/1.0.0/kakao-chat.js?a=1 defer></script>')],
      [head('<script src="/1.0.0/kakao-chat.js defer></script>')],
    ],
    off: [
      [SCRIPT + BUTTON],
      file(head(`<script src="<c:url value='/js/kakao-chat.js'/>" defer></script>`)),
      file(head('<script src="/kakao-chat.js?v=<?= filemtime("a") ?>" defer></script>')),
    ],
  },
};

it("has cases for all causes", () => {
  const isOfPage = (cause: string) => !Object.hasOwn(CONVERT_CAUSES, cause);
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(CAUSES).filter(isOfPage).sort());
});

describe.each(Object.entries(CASES))("%s", (cause, { on, off }) => {
  it.each(on.map((one, index) => [index, one] as const))("is said if it is so (%i)", (_, one) => {
    expect(said(...one)).toContain(cause);
  });

  it.each(off.map((one, index) => [index, one] as const))(
    "is not said if it is not (%i)",
    (_, one) => {
      expect(said(...one)).not.toContain(cause);
    },
  );
});

describe("a script's tag that is not closed", () => {
  it("is all that is said of the page that it has swallowed", () => {
    expect(said(head('<script src="/1.0.0/kakao-chat.js" defer>'))).toEqual(["KC998 unclosed"]);
    expect(said(head('<script src="/1.0.0/kakao-chat.js?a=1 defer></script>'))).toEqual([
      "KC998 quote",
    ]);
  });
});

it("says of an `import` without a module nothing besides", () => {
  expect(said(`<script>${IMPORT_FILE}</script>${BUTTON}`)).toEqual(["KC993 import"]);
});

describe("a file that is called otherwise", () => {
  const NAMES = [
    "/js/kakao-chat-1.0.0.js",
    "/js/kakao-chat.a1b2c3d4.js",
    "/js/kakao-chat.min.js",
    "/js/Kakao-Chat.js",
    "/js/kakao-chat%20(1).js",
    "/js/kakao-chat (1).js",
    `${JSDELIVR}@1.0.0`,
    "https://unpkg.com/kakao-chat-button@1.0.0",
  ];

  it.each(NAMES)("does not find its settings: %s", (address) => {
    expect(said(at(address, 'data-uuid="@shop"') + BARE)).toEqual(
      expect.arrayContaining(["KC601", "KC101"]),
    );
    expect(said(at(address, 'data-uuid="@shop"') + BARE)).not.toContain("KC902");
  });

  it.each([
    at("/js/kakao-chat-1.0.0.js"),
    at("/js/kakao-chat-loader.js", 'data-uuid="@shop"'),
    at("/js/kakao-chat.js", 'data-uuid="@shop"'),
    at("/js/kakao-chat.js?v=2", 'data-uuid="@shop"'),
    at(`/js/kakao-chat${"1".repeat(50)}x.js`, 'data-uuid="@shop"'),
    at("/js/kakao-chat-1.0.0.js", 'data-cfasync="false"'),
  ])("is nothing to warn of if it has none, or is another: %s", (script) => {
    expect(said(script + BUTTON)).not.toContain("KC601");
  });

  it("is the script all the same", () => {
    expect(said(at(`${JSDELIVR}@1.0.0`) + BUTTON)).toEqual([]);
    expect(said(at("/js/kakao-chat-1.0.0.js", 'data-uuid="@shop"') + BUTTON)).toEqual(["KC601"]);
    expect(said(at("/js/kakao-chat-launcher.min.js", 'data-uuid="@shop"'))).toContain("KC601");
  });
});

describe("addresses that are pages", () => {
  it.each([
    "https://drive.google.com/file/d/1a2b/view",
    "https://drive.google.com/uc?export=download&id=1a2b",
    "https://www.npmjs.com/package/kakao-chat-button",
    "https://www.jsdelivr.com/package/npm/kakao-chat-button",
    "https://www.dropbox.com/s/abc/kakao-chat.js?dl=0",
  ])("have no script: %s", (address) => {
    expect(said(at(address) + BUTTON)).toEqual(["KC933"]);
  });

  it("are nothing to speak of where no chat is", () => {
    const shared = '<script src="https://drive.google.com/uc?id=1a2b"></script>';
    expect(said(`${shared}<p>a</p>`)).not.toContain("KC933");
    expect(said(`${shared}${SCRIPT}${BUTTON}`)).toEqual([]);
  });

  it.each([
    "https://dl.dropboxusercontent.com/s/abc/kakao-chat.js",
    "https://www.dropbox.com/s/abc/kakao-chat.js?raw=1",
    "https://shop.example/drive.google.com/1.0.0/kakao-chat.js",
  ])("are not: %s", (address) => {
    expect(said(at(address) + BUTTON)).not.toContain("KC933");
  });

  it.each(["C:\\Users\\kim\\Downloads\\kakao-chat.js", "file:///C:/shop/kakao-chat.js"])(
    "are nobody else's in a file either: %s",
    (address) => {
      expect(said(...file(head(at(address))))).toContain("KC936");
    },
  );

  it("may be the developer's own in a file", () => {
    expect(said(...file(head(at("http://localhost:5173/kakao-chat.js"))))).not.toContain("KC936");
  });
});

describe("the address without a version", () => {
  it.each<Case>([
    [at("/kakao-chat.js") + BUTTON],
    [at("https://shop.example/js/kakao-chat.js") + BUTTON],
    file(head(at("/kakao-chat.js"))),
    file(head(at("js/kakao-chat.js"))),
  ])("is nothing to speak of on the shop's own server (%#)", (...page) => {
    expect(said(...page)).toEqual([]);
  });

  it.each<Case>([
    [at("https://cdn.example.com/kakao-chat.js") + BUTTON],
    file(head(at("https://cdn.example.com/kakao-chat.js"))),
    [at(`${JSDELIVR}/dist/kakao-chat.js`) + BUTTON],
    [at(`${JSDELIVR}@1/dist/kakao-chat.js`, 'integrity="sha384-a"') + BUTTON],
  ])("is, on another (%#)", (...page) => {
    expect(said(...page)).toContain("KC904");
  });
});

describe("a copy of the product in the page", () => {
  const COPY = `//# allFunctionsCalledOnLoad\n(()=>{var a="[kakao-chat]",b="KakaoChatDefaults",c="kakao-chat:before",v="1.0.0";${"function f(n){if(n){for(const k of [n]){window.open(k)}}return n}".repeat(400)}})();`;

  it.each([COPY, `\n${COPY}`])("is the script", (copy) => {
    expect(said(`${BUTTON}<script>${copy}</script>`)).toEqual([]);
  });

  it("has no settings on its tag", () => {
    expect(said(`<script data-uuid="@shop">${COPY}</script>${BARE}`)).toContain("KC101");
  });

  it("takes `KakaoChatDefaults` as the file does", () => {
    const settings = '<script>window.KakaoChatDefaults = { uuid: "@shop" };</script>';
    expect(said(`${settings}<script>${COPY}</script>${BARE}`)).toEqual([]);
  });

  const JQUERY = readFileSync("node_modules/jquery/dist/jquery.min.js", "utf8");

  it.each([JQUERY, COPY.repeat(2)])(
    "costs no more than its reading, nor does a library's (%#)",
    (code) => {
      const { found, buttons } = check(`${SCRIPT}${BUTTON}<script>${code}</script>`);
      expect(found.map(({ code }) => code)).toEqual([]);
      expect(buttons).toHaveLength(1);
    },
  );

  it("is no old button, and a library may load the script", () => {
    expect(said(`${BUTTON}<script>${JQUERY}</script>`)).toEqual(["KC902"]);
  });

  it("is none if it is a script about the product", () => {
    expect(
      said(
        `${BUTTON}<script>console.log("[kakao-chat] KakaoChatDefaults kakao-chat:before")</script>`,
      ),
    ).toContain("KC901");
  });
});

describe("calls", () => {
  it.each([
    ["KakaoChat.open('@shop')", "KC315"],
    ["KakaoChat.open(`@shop`)", "KC315"],
    ["KakaoChat.start({ uuid: '@shop' })", "KC934"],
  ])("with what they do not take are named: %s", (code, expected) => {
    expect(said(call(code))).toContain(expected);
  });

  it.each([
    "KakaoChat.open()",
    "KakaoChat.open('')",
    "KakaoChat.open(options)",
    "KakaoChat.open(event)",
    "KakaoChat.open({ uuid: '@shop' })",
    "KakaoChat.start()",
    "KakaoChat.start(document)",
  ])("with what they take are not: %s", (code) => {
    const all = said(call(code));
    expect(all).not.toContain("KC315");
    expect(all).not.toContain("KC934");
  });
});

describe("KC908", () => {
  const now = '<script src="/1.0.0/kakao-chat-launcher.js" data-uuid="@shop"></script>';

  it.each(["KakaoChat.launcher.hide();", "window.KakaoChat.launcher.hide();"])(
    "is not said where a script uses the object at once: %s",
    (code) => {
      expect(said(head(`${now}<script>${code}</script>`))).not.toContain("KC908");
    },
  );

  it.each([
    "addEventListener('load', () => KakaoChat.launcher.hide());",
    "function hide() { KakaoChat.launcher.hide(); }",
    "document.addEventListener('kakao-chat:open', count);",
  ])("is said where none does: %s", (code) => {
    expect(said(head(`${now}<script>${code}</script>`))).toContain("KC908");
  });
});

describe("KC986", () => {
  it.each([
    '<button data-uuid="@shop" data-extra="a=1">상담</button>',
    '<button data-kakao="@shop">상담</button>',
    '<a href="#" data-uuid="@shop">상담</a>',
    '<div role="button" data-uuid="@shop">상담</div>',
  ])("names a button by short names: %s", (button) => {
    expect(said(SCRIPT + button)).toEqual(["KC986"]);
  });

  it.each([
    '<button data-uuid="5f2c">상담</button>',
    '<div data-uuid="@shop">상담</div>',
    '<button data-channel="@shop">상담</button>',
    '<button data-kakao-chat data-uuid="@shop">상담</button>',
  ])("is not said of another's: %s", (button) => {
    expect(said(SCRIPT + button + BUTTON)).not.toContain("KC986");
  });
});

describe("KC985", () => {
  it.each([
    ['data-channel="@shop"', "data-uuid"],
    ['data_uuid="@shop"', "data-uuid"],
    ['data_extra="a"', "data-extra"],
    ['data-channel="@shop @other"', "data-channels"],
    ['data-uuid="@shop" data-channel="@other"', "data-channels"],
  ])("names what is meant by %s", (attributes, name) => {
    const { found } = check(tag(attributes) + BUTTON);
    expect(found.find(({ code }) => code === "KC985")?.values.name).toBe(name);
  });
});

describe("KC980", () => {
  const frameset = (...addresses: string[]) =>
    `<!doctype html><html><head><meta charset="utf-8"></head><frameset rows="100%,*">${addresses.map((one) => `<frame src="${one}">`).join("")}</frameset></html>`;

  it.each([
    [["/shop/main.html", "about:blank"], "/shop/main.html"],
    [["/top.html", "/main.html"], "/top.html, /main.html"],
    [["/main.html", ""], "/main.html"],
  ])("names the frames of %j", (addresses, expected) => {
    const { found } = check(frameset(...addresses));
    expect(found.find(({ code }) => code === "KC980")?.values.address).toBe(expected);
  });

  it("is not said of empty frames", () => {
    expect(said(frameset("about:blank", ""))).toEqual(["KC927"]);
  });
});

describe("words", () => {
  it("name the kinds of personal data", () => {
    const extra = `${SCRIPT}<b data-kakao-chat="@shop" data-kakao-chat-extra="010-1234-5678 kim@shop.kr">상담</b>`;
    expect(describeAll(extra).filter((text) => text.includes("personal data ("))).toEqual([
      expect.stringContaining("phone"),
      expect.stringContaining("e-mail"),
    ]);
  });

  it("name the one setting that is meant, where it is said", () => {
    const html = `<script>window.KakaoChatDefaults = { launcher: { positon: "bottom-left" } };</script>${launcher('data-uuid="@shop"')}`;
    const { found } = check(html);
    const one = found.find(({ code }) => code === "KC707");
    expect(one?.message).toBe("expected position, got positon");
    expect(one?.place?.column).toBeLessThan(120);
    expect(one?.values.field).toBe("KakaoChatDefaults.launcher.positon");
  });
});

describe("the request that is shown", () => {
  const post = `${SCRIPT}<button data-kakao-chat="@shop" data-kakao-chat-method="post" data-kakao-chat-extra="a">상담</button>`;

  it.each([
    [{ "content-security-policy": "sandbox allow-scripts allow-popups" }, "GET"],
    [{ "content-security-policy": "form-action 'self'" }, "GET"],
    [
      {
        "content-security-policy":
          "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-forms allow-same-origin",
      },
      "POST",
    ],
    [{}, "POST"],
  ])("is what the policy lets through: %j", (headers, method) => {
    expect(check(post, headers).buttons[0]?.request?.method).toBe(method);
  });
});
