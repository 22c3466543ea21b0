import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildLink, listBeyondLink } from "../../demo/playground/snippets/button";
import { buildSnippets } from "../../demo/playground/snippets/snippets";
import {
  escapeAttribute,
  formatMarkup,
  formatObject,
  formatScriptValue,
} from "../../demo/playground/snippets/markup";
import { parseHost } from "../../demo/playground/snippets/host";
import { CHOICES, DEFAULTS, type State, toInput } from "../../demo/playground/state";
import { version } from "../../package.json";
import { buildPlan } from "../../src/chat/plan";

const SHOP: State = { ...DEFAULTS, uuid: "@shop", extra: 'a="1"&b=<2>\n', bot: "auto" };

function build(changes: Partial<State>): string {
  const state = { ...SHOP, ...changes };
  const plan = buildPlan(toInput(state), "popup");
  return buildSnippets(state, plan, "상담하기")
    .map(({ code }) => code)
    .join("\n");
}

function hashOf(name: string): string {
  const file = readFileSync(new URL(`../../dist/${name}`, import.meta.url));
  return `sha384-${createHash("sha384").update(file).digest("base64")}`;
}

describe("buildSnippets", () => {
  it.each(CHOICES.tab)("has the built file's hash and version for %s", (tab) => {
    const code = build({ tab });
    if (tab === "react" || tab === "vue") {
      expect(code).toContain(`npm install kakao-chat-button@${version}`);
    } else {
      const name = tab === "partner" ? "kakao-chat-partner.js" : "kakao-chat.js";
      expect(code).toContain(`https://cdn.example.com/${version}/${name}`);
      expect(code).toContain(hashOf(name));
    }
  });

  it("has the hash of its own style for the policy", () => {
    for (const look of CHOICES.look) {
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
    for (const tab of CHOICES.tab) {
      for (const look of CHOICES.look) {
        const state = { ...SHOP, tab, look, extra: evil, event: evil };
        const plan = buildPlan(toInput(state), "popup");
        const code = buildSnippets(state, plan, evil)
          .map(({ code }) => code)
          .join("\n");
        expect(code).not.toContain("<script>alert");
        expect(code).not.toContain("alert(1)</script>");
      }
    }
  });
});

describe("buildLink", () => {
  const link = (changes: Partial<State>) =>
    buildLink(buildPlan(toInput({ ...SHOP, ...changes }), "popup"));

  it("is Kakao's own address", () => {
    expect(link({ extra: "a=1", bot: "" }).href).toBe(
      "https://bizmessage.kakao.com/v1/chat/write?uuid=%40shop&extra=a%3D1",
    );
    expect(link({ extra: "a=1", bot: "", endpoint: "open" }).href).toBe(
      "https://bizmessage.kakao.com/chat/open/%40shop?extra=a%3D1",
    );
  });

  it("is what the product sends by GET", () => {
    for (const endpoint of CHOICES.endpoint) {
      const state = { ...SHOP, endpoint, event: "시작" };
      const plan = buildPlan({ ...toInput(state), method: "get" }, "popup");
      expect(buildLink(plan).href).toBe(plan.request?.url);
    }
  });

  it("goes without an extra that no address can have, which is said elsewhere", () => {
    const state = { ...SHOP, extra: "상담".repeat(500) };
    const plan = buildPlan(toInput(state), "popup");
    expect(buildLink(plan).href).not.toContain("extra");
    expect(listBeyondLink(state, plan).map(([name]) => name)).toEqual(["extra"]);
  });

  it("masks what is to be masked, for it works without the script too", () => {
    expect(link({ extra: "010-1234-5678", privacy: "mask" }).href).toContain("extra=*************");
    expect(link({ extra: "010-1234-5678", privacy: "omit" }).href).not.toContain("extra");
  });
});

describe("parseHost", () => {
  it.each([
    ["", "https://cdn.example.com/1.2.3/"],
    ["https://cdn.shop.com", "https://cdn.shop.com/1.2.3/"],
    ["https://cdn.shop.com/js", "https://cdn.shop.com/js/1.2.3/"],
    [" https://cdn.shop.com/js/1.2.3/kakao-chat.js ", "https://cdn.shop.com/js/1.2.3/"],
    ["https://cdn.shop.com/v2/", "https://cdn.shop.com/v2/"],
    ["/js/kakao-chat.js", "/js/1.2.3/"],
    ["http://localhost:8000", "http://localhost:8000/1.2.3/"],
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

  it("writes short elements on one line, long ones on several", () => {
    const button = {
      name: "button",
      attributes: [["type", "button"]] as [string, string][],
      text: "<",
    };
    expect(formatMarkup(button)).toBe('<button type="button">&lt;</button>');
    button.attributes.push(["data-kakao-chat", "@".repeat(80)]);
    expect(formatMarkup(button).split("\n")).toHaveLength(4);
  });

  it("ends no script", () => {
    expect(formatScriptValue("</script><!--\u2028")).toBe('"\\u003c/script>\\u003c!--\\u2028"');
    expect(formatObject([["uuid", "@shop"]])).toBe('{ uuid: "@shop" }');
  });
});
