import { describe, expect, it } from "vitest";
import { buildComputed, buildConverted, toState } from "../../demo/playground/build-converted";
import { type Converted, convert } from "../../demo/playground/convert/convert";
import { DEFAULTS, toInput } from "../../demo/playground/state";
import { CONVERT_TEXTS } from "../../demo/playground/texts-convert";
import { planChat } from "../../src/chat/plan";
import { OLD_BUTTONS } from "./old-buttons";

function convertAll(code: string): Converted {
  const converted = convert(code);
  if (!converted) throw new Error("expected a button, got none");
  return converted;
}

describe.each(OLD_BUTTONS)("$name", ({ code, input, label, wrong, computed = {} }) => {
  const converted = convertAll(code);

  it("is read as what it says", () => {
    expect(converted.input).toEqual(input);
    expect(converted.label).toBe(label);
    expect(converted.computed).toEqual(computed);
  });

  it("is told what was wrong with it, and no more", () => {
    const found = [
      ...converted.findings.map(({ key }) => key.replace("wrong.", "")),
      ...converted.plan.problems.map(({ code }) => code),
    ];
    expect(found.sort()).toEqual([...wrong].sort());
  });

  it("says everything with what belongs into the text", () => {
    for (const { key, values = {} } of converted.findings) {
      const pairs: Record<string, readonly string[]> = CONVERT_TEXTS;
      for (const text of pairs[key] ?? []) {
        const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        expect(Object.keys(values)).toEqual(expect.arrayContaining(names));
      }
    }
  });

  it("sends from the form what it sent", () => {
    if (!converted.plan.request || Object.keys(computed).length > 0) return;
    const state = { ...DEFAULTS, ...toState(converted) };
    const { fields } = planChat(toInput(state), "popup").request ?? {};
    const { uuid = "", extra, bot, event } = input;
    const sent = { uuid: uuid.replace(/^@?/, "@"), extra, bot: bot?.toLowerCase(), event };
    expect(fields).toEqual(JSON.parse(JSON.stringify(sent)));
  });
});

describe("convert", () => {
  it.each([
    "",
    "hello",
    "<p>상담</p>",
    "<a href='https://example.com/'>a</a>",
    "<script>1</script>",
  ])("finds nothing in %j", (code) => {
    expect(convert(code)).toBeNull();
  });

  it("survives code that is cut off", () => {
    for (const { code } of OLD_BUTTONS) {
      for (let length = 0; length < code.length; length += 31) {
        expect(() => convert(code.slice(0, length))).not.toThrow();
      }
    }
  });
});

describe("buildConverted", () => {
  const build = (name: string) => {
    const old = OLD_BUTTONS.find((button) => button.name === name);
    const converted = convertAll(old?.code ?? "");
    return { code: buildConverted(converted, converted.label), computed: buildComputed(converted) };
  };

  it("keeps the old button's id and class, and makes a div a button", () => {
    expect(build("a form made by jQuery at each click, never removed").code).toBe(
      `<button
  type="button"
  id="btnTalk"
  class="talk"
  data-kakao-chat="@국민톡110"
  data-kakao-chat-extra="NPmobile"
  data-kakao-chat-bot="true"
  data-kakao-chat-event="시작"
  data-kakao-chat-method="post"
  data-kakao-chat-endpoint="open"
>상담톡</button>
`,
    );
  });

  it("keeps a link a link", () => {
    expect(
      build("includeScript on the shop's own page, with the document's curly quote").code,
    ).toBe(`<a
  href="https://bizmessage.kakao.com/v1/chat/write?uuid=%40nespresso_club&amp;bot=true&amp;event=hello_store"
  id="talk"
  data-kakao-chat
>상담 시작</a>
`);
  });

  it("fills in at the click what a script filled in", () => {
    expect(
      build("a form made of strings by jQuery, with a value of the page's").computed,
    ).toBe(`<script>
  document.addEventListener("kakao-chat:before", function (event) {
    event.detail.options.extra = "order=" + orderNo;
  });
</script>
`);
  });

  it("leaves what a server's template fills in", () => {
    expect(build("a login id and a session in the extra, from a JSP").code).toContain(
      `data-kakao-chat-extra="loginYn=Y&amp;userId=\${sessionScope.userId}"`,
    );
    const php = convertAll(
      `<a href="https://bizmessage.kakao.com/chat/open" data-x=""></a><form><input name="uuid" value='<?= $ids["a"] ?>'></form>`,
    );
    expect(buildConverted(php, "상담")).toContain(`data-kakao-chat="<?= $ids["a"] ?>"`);
  });
});
