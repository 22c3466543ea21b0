// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { BUTTONS, bindScript, findInput, isButton } from "../../../src/input/input";
import type { ChatInput } from "../../../src/types";

const OPEN = "https://bizmessage.kakao.com/chat/open";
const page = window as Window & { KakaoChatDefaults?: unknown };

function elementOf(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild as Element;
}

function scriptOf(attributes: string): void {
  bindScript(elementOf(`<script type="text/plain" ${attributes}></script>`));
}

afterEach(() => {
  bindScript(null);
  delete page.KakaoChatDefaults;
  document.body.innerHTML = "";
});

describe("findInput", () => {
  it("reads the attributes of a button", () => {
    const button = elementOf(
      `<button class="data-kakao-chat" data-kakao-chat="@channel" data-kakao-chat-extra=" a=1 "
         data-kakao-chat-bot="auto" data-kakao-chat-event="시작" data-kakao-chat-method="post"
         data-kakao-chat-target="tab" data-kakao-chat-width="1200" data-kakao-chat-height="900"
         data-kakao-chat-reuse="true" data-kakao-chat-endpoint="open"
         data-kakao-chat-via="https://partner.example/" data-kakao-chat-privacy="mask"
         data-kakao-chat-extras="1" data-extra="b"></button>`,
    );
    expect({ ...findInput(button) }).toEqual({
      uuid: "@channel",
      extra: " a=1 ",
      bot: "auto",
      event: "시작",
      method: "post",
      target: "tab",
      width: "1200",
      height: "900",
      reuse: "true",
      endpoint: "open",
      via: "https://partner.example/",
      privacy: "mask",
      extras: "1",
    });
  });

  it("says nothing where nothing has been said", () => {
    expect({ ...findInput() }).toEqual({});
    expect({ ...findInput(elementOf("<button data-kakao-chat></button>")) }).toEqual({});
  });

  it('takes the "true" that React makes of a bare attribute for none', () => {
    page.KakaoChatDefaults = { uuid: "@page" };
    const button = elementOf(
      `<button data-kakao-chat="true" data-kakao-chat-reuse="true" data-kakao-chat-extra="true"></button>`,
    );
    expect({ ...findInput(button) }).toEqual({ uuid: "@page", reuse: "true", extra: "true" });
  });

  it("reads the attributes afresh", () => {
    const button = elementOf(`<button data-kakao-chat="@a"></button>`);
    findInput(button);
    button.setAttribute("data-kakao-chat", "@b");
    expect(findInput(button).uuid).toBe("@b");
  });

  it.each(["data-kakao-chatbot", "data-kakao-chatting-extra", "data-kakao-chats"])(
    "says nothing of %s, which is somebody else's",
    (name) => {
      const button = elementOf(`<button data-kakao-chat="@channel" ${name}="1"></button>`);
      expect({ ...findInput(button) }).toEqual({ uuid: "@channel" });
    },
  );

  it("reads the script's own tag", () => {
    scriptOf(`src="kakao-chat.js" defer data-uuid="@script" data-extra="s" data-links="true"
      data-bot="" data-other="1"`);
    expect({ ...findInput() }).toEqual({ uuid: "@script", extra: "s", links: "true" });
  });

  it("reads KakaoChatDefaults, whenever it is set", () => {
    expect({ ...findInput() }).toEqual({});
    page.KakaoChatDefaults = { uuid: "@page", bot: true, width: 1200 };
    expect({ ...findInput() }).toEqual({ uuid: "@page", bot: true, width: 1200 });
  });

  it.each([null, undefined, 0, true, 12n, Symbol("x"), "", () => {}, []])(
    "says nothing of %s in the place of KakaoChatDefaults",
    (value) => {
      page.KakaoChatDefaults = value as never;
      expect({ ...findInput() }).toEqual({});
    },
  );

  const link = (attributes: string) => () =>
    elementOf(`<a href="${OPEN}/@link?extra=l&event=l" ${attributes}></a>`);
  const call = (options: ChatInput) => () => options;

  it.each<[string, () => Element | ChatInput, ChatInput]>([
    [
      "a link over the defaults",
      link("data-kakao-chat"),
      { uuid: "@link", extra: "l", event: "l", bot: "false", method: "post", endpoint: "open" },
    ],
    [
      "a button's attributes over its link",
      link(`data-kakao-chat="@button" data-kakao-chat-event="b" data-kakao-chat-endpoint="write"`),
      { uuid: "@button", extra: "l", event: "b", bot: "false", method: "post", endpoint: "write" },
    ],
    [
      "a button's attributes over everything, in whatever order they stand",
      () =>
        elementOf(`<b data-kakao-chat-bot="true" data-kakao-chat="@button" data-kakao-chat-extra="b"
        data-kakao-chat-method="get"></b>`),
      { uuid: "@button", extra: "b", event: "s", bot: "true", method: "get" },
    ],
    [
      "a call's options over the defaults",
      call({ uuid: "@call", bot: true }),
      { uuid: "@call", extra: "d", event: "s", bot: true, method: "post" },
    ],
    [
      "the defaults over an empty attribute",
      () => elementOf(`<b data-kakao-chat="" data-kakao-chat-extra="" data-kakao-chat-bot></b>`),
      { uuid: "@defaults", extra: "d", event: "s", bot: "false", method: "post" },
    ],
    [
      "the defaults over what a call leaves empty",
      call({ uuid: "", extra: null, bot: undefined }),
      { uuid: "@defaults", extra: "d", event: "s", bot: "false", method: "post" },
    ],
  ])("takes %s", (_, source, input) => {
    scriptOf(
      `data-uuid="@script" data-extra="s" data-event="s" data-bot="true" data-method="post"`,
    );
    page.KakaoChatDefaults = {
      uuid: "@defaults",
      extra: "d",
      bot: "false",
      event: "",
      method: null,
    };
    expect({ ...findInput(source()) }).toEqual(input);
  });

  it("takes what a link leaves empty from the defaults", () => {
    page.KakaoChatDefaults = { uuid: "@defaults", extra: "d" };
    const link = elementOf(`<a data-kakao-chat href="${OPEN}?extra="></a>`);
    expect({ ...findInput(link) }).toEqual({ uuid: "@defaults", extra: "d", endpoint: "open" });
  });

  it("says nothing of a link elsewhere", () => {
    const link = elementOf(`<a data-kakao-chat href="https://evil.test/chat/open/@evil"></a>`);
    expect({ ...findInput(link) }).toEqual({});
  });

  it("keeps the defaults and the call's options as they are", () => {
    const options = { uuid: "@call" };
    page.KakaoChatDefaults = Object.freeze({ uuid: "@defaults", extra: "d" });
    findInput(options).extra = "changed";
    expect(options).toEqual({ uuid: "@call" });
    expect(findInput().extra).toBe("d");
  });

  // As an element named so would: inherited by the window, never its own.
  it("does not take an element for KakaoChatDefaults", () => {
    const image = elementOf(`<img name="KakaoChatDefaults" data-uuid="@evil">`);
    const named = { configurable: true, value: Object.assign(image, { uuid: "@evil" }) };
    const parent = Object.getPrototypeOf(window);
    Object.defineProperty(parent, "KakaoChatDefaults", named);
    try {
      expect(page.KakaoChatDefaults).toBe(image);
      expect({ ...findInput() }).toEqual({});
    } finally {
      delete parent.KakaoChatDefaults;
    }
  });

  it("does not throw where the page's objects do", () => {
    const thrower = {
      get uuid(): string {
        throw Error("thrown by the page");
      },
    };
    expect(() => findInput(thrower as never)).not.toThrow();
    page.KakaoChatDefaults = thrower;
    expect(() => findInput({ uuid: "@call" })).not.toThrow();
  });

  it("takes nothing that a page has added to Object.prototype", () => {
    const polluted = Object.prototype as Record<string, unknown>;
    Object.assign(polluted, { uuid: "@evil", via: "https://evil.test/", links: "true" });
    try {
      const link = elementOf(`<a href="${OPEN}/@channel"></a>`);
      const input = findInput({ extra: "a" });
      expect(Object.keys(input)).toEqual(["extra"]);
      expect(input.uuid).toBeUndefined();
      expect(input.via).toBeUndefined();
      expect(isButton(link)).toBe(false);
    } finally {
      for (const name of ["uuid", "via", "links"]) delete polluted[name];
    }
  });
});

describe("isButton", () => {
  const link = `<a href="${OPEN}/@channel"></a>`;

  it.each([
    ["an element that is marked", "<div data-kakao-chat></div>", true],
    ["a link that is marked", `<a data-kakao-chat href="/help"></a>`, true],
    ["a link to Kakao", link, false],
    ["an element with another attribute of ours", `<p data-kakao-chat-status></p>`, false],
  ])("%s", (_, html, is) => {
    expect(isButton(elementOf(html))).toBe(is);
  });

  it.each<string | boolean>(["true", true])("a link to Kakao where links is %j", (links) => {
    page.KakaoChatDefaults = { links: links as "true" | boolean };
    expect(isButton(elementOf(link))).toBe(true);
    expect(isButton(elementOf(`<a href="https://pf.kakao.com/_a/chat"></a>`))).toBe(false);
    expect(isButton(elementOf("<a></a>"))).toBe(false);
  });

  it("a link to Kakao where the script's tag says data-links", () => {
    scriptOf(`data-links="true"`);
    expect(isButton(elementOf(link))).toBe(true);
  });
});

describe("BUTTONS", () => {
  const html = `<p><b data-kakao-chat id="a"></b><a id="b" href="${OPEN}/@c"></a>
    <a id="c" href="https://evil.test/?to=${OPEN}/@c"></a><a id="d"></a><i data-kakao-chat id="e"></i></p>`;
  const ids = () => [...document.querySelectorAll(BUTTONS)].filter(isButton).map(({ id }) => id);

  it("finds what is marked", () => {
    elementOf(html);
    expect(ids()).toEqual(["a", "e"]);
  });

  it("finds links to Kakao too where links is on", () => {
    elementOf(html);
    page.KakaoChatDefaults = { links: "true" };
    expect(ids()).toEqual(["a", "b", "e"]);
  });
});
