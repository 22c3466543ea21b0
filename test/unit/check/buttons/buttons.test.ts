// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { planChat } from "../../../../src/chat/plan";
import { readInput } from "../../../../src/input/input";
import { setScriptTag } from "../../../../src/input/own-tag";
import { elementOf } from "../../element-of";
import { checkOf } from "../check-of";

afterEach(() => setScriptTag(null));

/** What is said of a button before its click, and what it would send. */
function plan(settings: string, button: string) {
  setScriptTag(elementOf(`<script type="text/plain" ${settings}></script>`));
  const { input, problems, limits } = readInput(elementOf(button), true);
  return planChat(input, "popup", limits, problems);
}

const NAMED = 'data-uuid="@shop" data-channels="@shop @two"';
const VIA = 'data-kakao-chat-via="https://partner.example/go"';
const json = (text: string) => `data-kakao-chat-extra='${text}'`;

describe("a marked button", () => {
  it.each([
    // Whom it may lead to.
    [NAMED, 'data-kakao-chat="@two"'],
    [NAMED, 'data-kakao-chat="@other"'],
    [NAMED, 'data-kakao-chat="＠two"'],
    ['data-channels=" "', 'data-kakao-chat="@other"'],
    ['data-uuid="@shop"', `data-kakao-chat ${VIA}`],
    ['data-uuid="@shop" data-partners="https://partner.example"', `data-kakao-chat ${VIA}`],
    ['data-uuid="@shop" data-via="https://partner.example/a"', `data-kakao-chat ${VIA}`],
    ['data-uuid="@shop" data-via="https://partner.example/a"', "data-kakao-chat"],
    // What the page says goes to its own channels alone.
    ['data-uuid="@shop" data-extra="a" data-bot="true" data-event="e"', "data-kakao-chat"],
    ['data-uuid="@shop" data-extra="a" data-bot="true"', 'data-kakao-chat="@other"'],
    ['data-extra="a" data-bot="true"', 'data-kakao-chat="@other"'],
    ['data-uuid="@shop" data-bot="true"', 'data-kakao-chat="@other" data-kakao-chat-event="e"'],
    // The stricter privacy.
    ['data-uuid="@shop" data-privacy="omit"', 'data-kakao-chat data-kakao-chat-privacy="warn"'],
    ['data-uuid="@shop" data-privacy="mask"', 'data-kakao-chat data-kakao-chat-privacy="omit"'],
    ['data-uuid="@shop" data-privacy="warn"', 'data-kakao-chat data-kakao-chat-privacy="nope"'],
    // The page's tokens.
    ['data-uuid="@shop" data-extra="{query:a} {path}"', "data-kakao-chat"],
    ['data-uuid="@shop" data-extra="{query:a}"', 'data-kakao-chat="@other"'],
    ['data-uuid="@shop"', `data-kakao-chat="@other" ${json("{path} {query:a}")}`],
    ["", `data-kakao-chat="@other" ${json("{path} {text:#a}")}`],
    ['data-uuid="@shop"', `data-kakao-chat ${json("{nope} {{path}} {path:a} {query}")}`],
    ['data-uuid="@shop"', `data-kakao-chat ${json("{nope} {path} {nope} {path}")}`],
    // In JSON, a token's argument is a part of a string.
    ['data-uuid="@shop"', `data-kakao-chat ${json('{"a":"{text:[title=\\"b\\"]}"}')}`],
    ['data-uuid="@shop"', `data-kakao-chat ${json('{"a":"{text:[title=\\"]\\"]}"}')}`],
    ['data-uuid="@shop"', `data-kakao-chat ${json('{"text":{"a":"b"}}')}`],
    ['data-uuid="@shop"', `data-kakao-chat ${json('{"a":"{text:b", "c":"}"}')}`],
    // What leads elsewhere, and what says nothing.
    ["", 'data-kakao-chat href="https://pf.kakao.com/_abc/chat"'],
    ['data-uuid="@shop"', 'data-kakao-chat href="https://pf.kakao.com/_abc/chat"'],
    ['data-uuid="@shop"', 'data-kakao-chat="true" data-kakao-chat-extra=" "'],
    ["", "data-kakao-chat"],
    [
      'data-uuid="@shop"',
      'data-kakao-chat href="https://bizmessage.kakao.com/chat/open/@two?extra=a&amp;amp;bot=true"',
    ],
  ])("says with %s of %s what a click says", (settings, attributes) => {
    const button = `<a role="button" tabindex="0" ${attributes}>상담</a>`;
    const { problems, request } = plan(settings, button);
    const tag = `<script src="/1.0.0/kakao-chat.js" ${settings} defer></script>`;
    const { buttons } = checkOf(tag + button);
    const codes = problems.map(({ code }) => code);
    expect(buttons.map((one) => [...one.codes].sort())).toEqual([codes.sort()]);
    // With a token, only the click knows.
    const [one] = buttons;
    if (!one?.isLater && one?.request) expect(one.request.url).toBe(request?.url);
    else expect(one?.isLater).toBe(request !== null);
  });

  it("sends as it is written what is no token in JSON, since it reaches over the end of its text", () => {
    const button = `<a data-kakao-chat="@shop" ${json('{"a":"{text:b","c":"}"}')}>상담</a>`;
    const { buttons } = checkOf(`<script src="/1.0.0/kakao-chat.js" defer></script>${button}`);
    expect(buttons[0]?.request?.url).toBe(plan("", button).request?.url);
    expect(buttons[0]?.isLater).toBe(false);
  });

  it("names each of the page's tokens once", () => {
    const button = `<a data-kakao-chat="@shop" ${json("{path} {title} {path}")}>상담</a>`;
    const { found } = checkOf(`<script src="/1.0.0/kakao-chat.js" defer></script>${button}`);
    expect(found.map(({ code, values }) => [code, values.names])).toEqual([
      ["KC923", "{path} {title}"],
    ]);
  });
});
