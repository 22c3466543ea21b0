import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BUILT } from "../../demo/playground/build-facts.js";
import { findOwnProblems } from "../../demo/playground/form/own-rules.js";
import { buildLink, listBeyondLink } from "../../demo/playground/snippets/button.js";
import { buildCounting } from "../../demo/playground/snippets/counting.js";
import { parseHost } from "../../demo/playground/snippets/host.js";
import {
  escapeAttribute,
  formatBlock,
  formatLine,
  formatObject,
  formatScriptValue,
  type Markup,
} from "../../demo/playground/snippets/markup.js";
import {
  listPlatformNames,
  PLATFORMS,
} from "../../demo/playground/snippets/platforms/platforms.js";
import { buildSnippetPolicy, buildSnippets } from "../../demo/playground/snippets/snippets.js";
import { CHOICES, DEFAULTS, type State, toInput } from "../../demo/playground/state.js";
import { version } from "../../package.json";
import { planChat } from "../../src/chat/plan.js";
import { findBlocks, findCodeSpans, read } from "../docs/pages.js";

const SHOP: State = { ...DEFAULTS, uuid: "@shop", extra: 'a="1"&b=<2>\n', bot: "auto" };

function list(changes: Partial<State>) {
  const state = { ...SHOP, ...changes };
  const plan = planChat(toInput(state), "popup");
  return buildSnippets(state, plan, "상담하기");
}

/** All that is copied of a tab, with its policy. */
function build(changes: Partial<State>): string {
  const state = { ...SHOP, ...changes };
  const policy = buildSnippetPolicy(state, planChat(toInput(state), "popup"));
  return [...list(changes).map(({ code, style = "" }) => code + style), policy].join("\n");
}

function hashOf(name: string): string {
  const file = readFileSync(new URL(`../../dist/${name}`, import.meta.url));
  return `sha384-${createHash("sha384").update(file).digest("base64")}`;
}

describe("buildSnippets", () => {
  it.each(listPlatformNames())("has the built file's hash and version for %s", (tab) => {
    const code = build({ tab, look: "solid" });
    if (PLATFORMS[tab].isBundled) {
      expect(code).toContain(`npm install ./kakao-chat-button-${version}.tgz`);
    } else {
      const name = tab === "partner" ? "kakao-chat-partner.js" : "kakao-chat.js";
      expect(code).toContain(`https://cdn.example.com/${version}/${name}`);
      expect(code).toContain(hashOf(name));
    }
  });

  it.each(listPlatformNames().filter((tab) => !PLATFORMS[tab].isBundled))(
    "takes a file beside the page as it is, without a hash that a builder would break, for %s",
    (tab) => {
      const code = build({ tab, host: "/web/upload/kakao-chat.js" });
      expect(code).toMatch(/"\/web\/upload\/kakao-chat(-launcher|-partner)?\.js"/);
      expect(code).not.toMatch(/integrity|crossOrigin/i);
    },
  );

  it.each(listPlatformNames())(
    "begins with the code, and has its style after it, for %s",
    (tab) => {
      const [first] = list({ tab, look: "solid" });
      expect(first?.code).not.toMatch(/^<style>/);
    },
  );

  it.each(["docs/events-and-api.ko.md", "docs/events-and-api.md"])(
    "installs what %s says, made as it says",
    (path) => {
      const install = list({ tab: "react" }).at(-1);
      expect(findCodeSpans(read(path))).toContain(install?.code.trim());
      const [made] = findCodeSpans(install?.title[path.includes(".ko.") ? "ko" : "en"] ?? "");
      expect(findCodeSpans(read(path))).toContain(made);
    },
  );

  it("names the id on the tag, and has a bare mark on the button", () => {
    const [first] = list({});
    expect(first?.code).toMatch(
      /^<button type="button" class="kakao-chat-solid" data-kakao-chat data-/,
    );
    expect(first?.code).toContain(' data-uuid="@shop" defer></script>');
  });

  it.each(["cafe24", "imweb", "gtm"] as const)("has the launcher first for %s", (tab) => {
    const code = build({ tab });
    expect(code).toContain("kakao-chat-launcher.js");
    expect(build({ tab, look: "solid" })).not.toContain("kakao-chat-launcher.js");
  });

  it("says on the launcher's line what it is told, and no default", () => {
    const [snippet, ...more] = list({
      look: "launcher",
      extra: "page={path}",
      bot: "",
      position: "bottom-left",
      offset: " 20  20 12 72",
      color: "#036",
      hide: "/order/*",
    });
    expect(more).toEqual([]);
    expect(snippet?.code).toMatch(
      / data-uuid="@shop" data-extra="page=\{path\}" data-launcher-position="bottom-left" data-launcher-offset="20 20 12 72" data-launcher-color="#036" data-launcher-hide="\/order\/\*" defer><\/script>\n$/,
    );
    expect(build({ look: "launcher" })).not.toContain("data-launcher-");
  });

  it.each(["html", "cafe24", "imweb", "wordpress", "gnuboard", "rhymix", "gtm"] as const)(
    "has buttons and links on one line for %s, whose editors make a line break of each line",
    (tab) => {
      for (const look of ["solid", "link", "image"] as const) {
        const state = { tab, look, extra: "a\nb ".repeat(40), image: "https://a.test/b.png" };
        const marked = list(state).flatMap(
          ({ code }) => code.match(/^<(?:button|a|span)\b.*$/gm) ?? [],
        );
        expect(marked.length).toBeGreaterThan(0);
        for (const line of marked) expect(line).toMatch(/<\/(button|a|span)>$/);
      }
    },
  );

  it("keeps the link form for WordPress: no shortcode runs in an address", () => {
    const link = list({ tab: "wordpress", extra: "[gallery]" }).at(-1)?.code ?? "";
    expect(link).toMatch(/^<a href=/);
    expect(link).not.toContain("[gallery]");
  });

  it.each([
    ["wordpress", "## 워드프레스"],
    ["gnuboard", "## 그누보드"],
  ] as const)("has for %s the tag and the link that the documents have", (tab, heading) => {
    const [, section = ""] = read("docs/platforms.ko.md").split(`${heading}\n`);
    const [tag = "", link = ""] = findBlocks(section).map(({ code }) => code);
    const state = {
      tab,
      bot: "" as const,
      extra: "a=1",
      host: /"(.*)kakao-chat\.js"/.exec(tag)?.[1] ?? "",
    };
    const [head, post] = list({ ...state, uuid: "@채널아이디", endpoint: "open" });
    expect(head?.code).toBe(tag);
    const listAttributes = (code = "") =>
      [...code.matchAll(/ (?!class|href)[\w-]+="[^"]*"/g)].map(String);
    expect(listAttributes(post?.code)).toEqual(listAttributes(link));
    expect(listAttributes(link)).toEqual([' target="_blank"', ' rel="noopener"']);
  });

  it("sends gnuboard's owners to the theme's own file", () => {
    const [tail] = list({ tab: "gnuboard" });
    expect(tail?.title.ko).toContain("theme/테마 이름/tail.sub.php");
  });

  it("writes the id out in a Rhymix post", () => {
    const span = list({ tab: "rhymix" }).at(-1)?.code ?? "";
    expect(span).toMatch(/^<span class="kakao-chat-solid" data-kakao-chat="@shop"/);
  });

  it("leaves no brace to a framework that takes it for code", () => {
    for (const tab of ["svelte", "astro"] as const) {
      const [component] = list({ tab, extra: "page={path}&b={query:b}" });
      const button = /<button[\s\S]*<\/button>/.exec(component?.code ?? "")?.[0] ?? "";
      expect(button).toContain("page=&#123;path&#125;");
      expect(button).not.toMatch(/[{}]/);
    }
  });

  it("names the id page-wide in a component if the extra reads the page", () => {
    for (const tab of ["react", "vue", "svelte", "astro"] as const) {
      expect(build({ tab, extra: "{path}" })).not.toContain("KakaoChatDefaults");
      expect(build({ tab, extra: "{query:a}" })).toContain(
        'window.KakaoChatDefaults = { uuid: "@shop" };',
      );
    }
  });

  it("has the hash of its own style for the policy", () => {
    for (const look of ["solid", "outline", "link", "image"] as const) {
      const code = build({ look });
      const style = /<style>([\s\S]*?)<\/style>/.exec(code)?.[1] ?? "";
      const hash = createHash("sha256").update(style).digest("base64");
      expect(code).toContain(`style-src 'sha256-${hash}'`);
    }
  });

  it("has none where the button would not work", () => {
    expect(build({ uuid: "_public" })).toBe("");
    expect(build({ host: "javascript:alert(1)" })).toBe("");
  });

  it("names a partner's page in the policy's place of Kakao's", () => {
    expect(build({ via: "https://partner.example/start" })).toContain(
      "form-action https://partner.example;",
    );
  });

  it("needs no form-action by GET alone", () => {
    expect(build({ method: "get" })).not.toContain("form-action");
  });

  it("leaves nothing of what was typed to be taken for markup", () => {
    const evil = `"><script>alert(1)</script>`;
    for (const tab of listPlatformNames()) {
      for (const look of CHOICES.look) {
        const state = { ...SHOP, tab, look, extra: evil, event: evil, image: evil, color: evil };
        const plan = planChat(toInput(state), "popup");
        const code = buildSnippets(state, plan, evil)
          .map(({ code }) => code)
          .join("\n");
        expect(code.length, `${tab} ${look}`).toBeGreaterThan(0);
        expect(code).not.toContain("<script>alert");
        expect(code).not.toContain("alert(1)</script>");
      }
    }
  });
});

describe("buildLink", () => {
  const link = (changes: Partial<State>) =>
    buildLink(planChat(toInput({ ...SHOP, ...changes }), "popup"));

  it("is Kakao's own address", () => {
    expect(link({ extra: "a=1", bot: "" }).href).toBe(
      "https://bizmessage.kakao.com/v1/chat/write?uuid=%40shop&extra=a%3D1",
    );
    expect(link({ extra: "a=1", bot: "", endpoint: "open" }).href).toBe(
      "https://bizmessage.kakao.com/chat/open/%40shop?extra=a%3D1",
    );
  });

  it("is what the product sends by GET", () => {
    for (const endpoint of ["write", "open"] as const) {
      const state = { ...SHOP, endpoint, event: "시작" };
      const plan = planChat({ ...toInput(state), method: "get" }, "popup");
      expect(buildLink(plan).href).toBe(plan.request?.url);
    }
  });

  it("goes without an extra that no address can have, which is said elsewhere", () => {
    const state = { ...SHOP, extra: "상담".repeat(500) };
    const plan = planChat(toInput(state), "popup");
    expect(buildLink(plan).href).not.toContain("extra");
    expect(listBeyondLink(state, plan).map(([name]) => name)).toEqual(["extra"]);
  });

  it("masks what is to be masked, for it works without the script too", () => {
    expect(link({ extra: "010-1234-5678", privacy: "mask" }).href).toContain("extra=*************");
    expect(link({ extra: "010-1234-5678", privacy: "omit" }).href).not.toContain("extra");
  });
});

describe("findOwnProblems", () => {
  it.each([
    ["a sender key", "0123456789abcdef0123456789abcdef01234567"],
    ["a UUID", " 4F1C9C8E-4c2b-4b0e-9a58-0c9d5e0a7f11"],
  ])("knows %s in place of the id", (_, uuid) => {
    expect(findOwnProblems({ ...SHOP, uuid })).toMatchObject([{ field: "uuid", level: "error" }]);
  });

  it("takes an id for what it is", () => {
    expect(findOwnProblems(SHOP)).toEqual([]);
  });
});

describe("parseHost", () => {
  it.each([
    ["", "https://cdn.example.com/1.2.3/"],
    ["https://cdn.shop.com", "https://cdn.shop.com/"],
    ["https://cdn.shop.com/js", "https://cdn.shop.com/js/"],
    [" https://cdn.shop.com/js/1.2.3/kakao-chat.js ", "https://cdn.shop.com/js/1.2.3/"],
    ["https://cdn.shop.com/v2/", "https://cdn.shop.com/v2/"],
    ["/js/kakao-chat.js", "/js/"],
    ["/web/upload/kakao-chat-launcher.js", "/web/upload/"],
    ["/", "/"],
    ["http://localhost:8000", "http://localhost:8000/"],
    ["http://cdn.shop.com", null],
    ["//cdn.shop.com", null],
    ["cdn.shop.com", null],
    ["javascript:alert(1)", null],
    ['https://a"onload=b', null],
    ["https://a/?b", null],
  ])("takes %j for %j", (text, folder) => {
    expect(parseHost(text, "1.2.3")).toBe(folder);
  });
});

describe("markup", () => {
  it("escapes what would end an attribute, or get lost in one", () => {
    expect(escapeAttribute('a"b&c<d>\r\ne\nf\tg\u200b')).toBe(
      "a&quot;b&amp;c&lt;d&gt;&#10;e&#10;f&#9;g&#8203;",
    );
  });

  const BUTTON: Markup = { name: "button", attributes: [["type", "button"]], content: "<" };

  it("writes an element on one line, and in a source file a long one on several", () => {
    expect(formatLine(BUTTON)).toBe('<button type="button">&lt;</button>');
    expect(formatBlock(BUTTON)).toBe(formatLine(BUTTON));
    const attributes: Markup["attributes"] = [
      ...BUTTON.attributes,
      ["data-kakao-chat", "@".repeat(80)],
    ];
    const long = { ...BUTTON, attributes };
    expect(formatBlock(long).split("\n")).toHaveLength(4);
    expect(formatLine(long).split("\n")).toHaveLength(1);
  });

  it("writes an image with its text, even an empty one", () => {
    const image = {
      name: "img",
      attributes: [
        ["src", "/a.png"],
        ["alt", ""],
      ],
    } as const;
    const content = {
      name: image.name,
      attributes: image.attributes.map(([a, b]): [string, string] => [a, b]),
    };
    expect(formatLine({ ...BUTTON, content }, { voidEnd: " /" })).toBe(
      '<button type="button"><img src="/a.png" alt="" /></button>',
    );
  });

  it("ends no script", () => {
    expect(formatScriptValue("</script><!--\u2028")).toBe('"\\u003c/script>\\u003c!--\\u2028"');
    expect(formatObject([["uuid", "@shop"]])).toBe('{ uuid: "@shop" }');
  });
});

describe("buildCounting", () => {
  it("is nothing without a tick", () => {
    expect(buildCounting(DEFAULTS)).toBe("");
  });

  it("never reads the extra", () => {
    expect(buildCounting({ dataLayer: "true", ga4: "true" })).not.toMatch(/extra|fields/);
  });
});

describe("BUILT.looks", () => {
  it.each(Object.entries(BUILT.looks))("%s is of its own class alone", (look, { css }) => {
    for (const [selector] of css.matchAll(/^\S.*(?= \{$)/gm)) {
      expect(selector).toMatch(new RegExp(`^\\.kakao-chat-${look}\\b`));
    }
    expect(css).not.toContain("<");
  });
});
