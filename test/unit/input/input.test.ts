// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { planChat } from "../../../src/chat/plan";
import { readInput } from "../../../src/input/input";
import { setScriptTag } from "../../../src/input/own-tag";
import type { ChatInput } from "../../../src/types";
import { elementOf } from "../element-of";

const OPEN = "https://bizmessage.kakao.com/chat/open";
const page = window as Window & { KakaoChatDefaults?: unknown };

function scriptOf(attributes: string): void {
  setScriptTag(elementOf(`<script type="text/plain" ${attributes}></script>`));
}

/** What is said in the end. */
const said = (source?: Element | ChatInput) => ({ ...readInput(source).input });

afterEach(() => {
  setScriptTag(null);
  delete page.KakaoChatDefaults;
  document.body.innerHTML = "";
});

describe("readInput", () => {
  it("reads the attributes of a button", () => {
    const button = elementOf(
      `<button class="data-kakao-chat" data-kakao-chat="@channel" data-kakao-chat-extra=" a=1 "
         data-kakao-chat-bot="auto" data-kakao-chat-event="시작" data-kakao-chat-method="post"
         data-kakao-chat-target="tab" data-kakao-chat-width="1200" data-kakao-chat-height="900"
         data-kakao-chat-reuse="true" data-kakao-chat-endpoint="open"
         data-kakao-chat-app-open-type="modal"
         data-kakao-chat-via="https://partner.example/" data-kakao-chat-privacy="mask"
         data-kakao-chat-extras="1" data-extra="b"></button>`,
    );
    expect(said(button)).toEqual({
      uuid: "@channel",
      extra: " a=1 ",
      bot: "auto",
      event: "시작",
      appOpenType: "modal",
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
    expect(said()).toEqual({});
    expect(said(elementOf("<button data-kakao-chat></button>"))).toEqual({});
  });

  it('takes the "true" that React makes of a bare attribute for none', () => {
    page.KakaoChatDefaults = { uuid: "@page" };
    const button = elementOf(
      `<button data-kakao-chat="true" data-kakao-chat-reuse="true" data-kakao-chat-extra="true"></button>`,
    );
    expect(said(button)).toEqual({ uuid: "@page", reuse: "true", extra: "true" });
  });

  it("reads the attributes afresh", () => {
    const button = elementOf(`<button data-kakao-chat="@a"></button>`);
    said(button);
    button.setAttribute("data-kakao-chat", "@b");
    expect(said(button).uuid).toBe("@b");
  });

  it.each(["data-kakao-chatbot", "data-kakao-chatting-extra", "data-kakao-chats"])(
    "says nothing of %s, which is somebody else's",
    (name) => {
      const button = elementOf(`<button data-kakao-chat="@channel" ${name}="1"></button>`);
      expect(said(button)).toEqual({ uuid: "@channel" });
    },
  );

  it("reads the script's own tag", () => {
    scriptOf(`src="kakao-chat.js" defer data-uuid="@script" data-extra="s" data-links="true"
      data-bot="" data-other="1"`);
    expect(said()).toEqual({ uuid: "@script", extra: "s" });
  });

  it("reads KakaoChatDefaults, whenever it is set", () => {
    expect(said()).toEqual({});
    page.KakaoChatDefaults = { uuid: "@page", bot: true, width: 1200 };
    expect(said()).toEqual({ uuid: "@page", bot: true, width: 1200 });
  });

  it.each([null, undefined, ""])(
    "says nothing of %s in the place of KakaoChatDefaults",
    (value) => {
      page.KakaoChatDefaults = value as never;
      expect(readInput()).toMatchObject({ input: {}, problems: [] });
    },
  );

  it.each([
    0,
    true,
    12n,
    Symbol("x"),
    '{"privacy":"omit"}',
    new FormData(),
    Promise.resolve({}),
    () => ({ uuid: "@shop" }),
    [],
  ])("says that %s in the place of KakaoChatDefaults says nothing", (value) => {
    page.KakaoChatDefaults = value as never;
    const problem = { code: "KC315", field: "KakaoChatDefaults", level: "warning" };
    expect(readInput()).toMatchObject({ input: {}, problems: [problem] });
    const button = elementOf(`<b data-kakao-chat="@shop"></b>`);
    expect(readInput(button)).toMatchObject({ input: { uuid: "@shop" }, problems: [problem] });
  });

  const link = (attributes: string) => () =>
    elementOf(`<a href="${OPEN}/@link?extra=l&event=l" ${attributes}></a>`);
  const call = (options: ChatInput) => () => options;

  it.each<[string, () => Element | ChatInput, ChatInput]>([
    [
      "a link over the defaults",
      link("data-kakao-chat"),
      { uuid: "@link", extra: "l", event: "l", method: "post", endpoint: "open" },
    ],
    [
      "a button's attributes over its link",
      link(`data-kakao-chat="@button" data-kakao-chat-event="b" data-kakao-chat-endpoint="write"`),
      { uuid: "@button", extra: "l", event: "b", method: "post", endpoint: "write" },
    ],
    [
      "a button's attributes over everything, in whatever order they stand",
      () =>
        elementOf(`<b data-kakao-chat-bot="true" data-kakao-chat="@button" data-kakao-chat-extra="b"
        data-kakao-chat-method="get"></b>`),
      { uuid: "@button", extra: "b", bot: "true", method: "get" },
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
    expect(said(source())).toEqual(input);
  });

  it("takes what a link leaves empty from the defaults", () => {
    page.KakaoChatDefaults = { uuid: "@defaults", extra: "d" };
    const link = elementOf(`<a data-kakao-chat href="${OPEN}?extra="></a>`);
    expect(said(link)).toEqual({ uuid: "@defaults", extra: "d", endpoint: "open" });
  });

  it.each(["True", " TRUE ", "1", "yes"])("says that links is %s", (links) => {
    page.KakaoChatDefaults = { links: links as never };
    expect(readInput().problems).toMatchObject([{ code: "KC311", field: "links" }]);
  });

  it.each(["bottom-left", false])("says that the launcher's settings are none: %s", (launcher) => {
    page.KakaoChatDefaults = { launcher: launcher as never };
    expect(readInput().problems).toMatchObject([{ code: "KC315", field: "launcher" }]);
  });

  it.each([{ main: "@a" }, new Set(["@a"])])("says that %s is no list of channels", (channels) => {
    page.KakaoChatDefaults = { channels: channels as never };
    expect(readInput().problems).toMatchObject([{ code: "KC315", field: "channels" }]);
  });

  it("takes a mark that XHTML writes by its name for a bare one", () => {
    page.KakaoChatDefaults = { uuid: "@page" };
    expect(said(elementOf(`<b data-kakao-chat="data-kakao-chat"></b>`)).uuid).toBe("@page");
  });

  it("says that the mark on the script's tag is no id of the page's", () => {
    scriptOf(`src="kakao-chat.js" data-kakao-chat="@shop"`);
    const message = "expected data-uuid, got data-kakao-chat";
    expect(readInput().problems).toMatchObject([{ code: "KC314", message }]);
  });

  it("says that an attribute lacks its prefix, unless it has it elsewhere", () => {
    const lacking = elementOf(`<b data-kakao-chat="@a" data-extra="1" data-event="x"></b>`);
    const message = "expected data-kakao-chat-extra, got data-extra";
    expect(readInput(lacking).problems).toMatchObject([{ code: "KC314", message }]);
    const both = `<b data-kakao-chat="@a" data-extra="1" data-kakao-chat-extra="2"></b>`;
    expect(readInput(elementOf(both)).problems).toEqual([]);
  });

  it("says nothing of a bare mark on the script's tag", () => {
    scriptOf(`src="kakao-chat.js" data-kakao-chat data-uuid="@shop"`);
    expect(readInput()).toMatchObject({ input: { uuid: "@shop" }, problems: [] });
  });

  it.each([
    ["https://pf.kakao.com/_abcD/chat", "KC103"],
    ["https://bizmessage.kakao.com/chat/abc/def", "KC104"],
  ])("says what a marked link to %s is, if nothing else says an id", (href, code) => {
    const link = `<a data-kakao-chat href="${href}"></a>`;
    const { problems } = planChat(readInput(elementOf(link)).input, "popup");
    expect(problems).toMatchObject([{ code }]);
    page.KakaoChatDefaults = { uuid: "@page" };
    expect(said(elementOf(link)).uuid).toBe("@page");
  });

  it.each([
    ["takes off all white space", (text: string) => text.replace(/\s/g, "")],
    ["gives no text", () => ({})],
  ])("stands a trim() that %s", (_, trim) => {
    const { trim: own } = String.prototype;
    String.prototype.trim = function () {
      return trim(String(this)) as string;
    };
    try {
      const button = elementOf(
        `<b data-kakao-chat=" @shop " data-kakao-chat-event=" 상담 시작 " data-kakao-chat-bot="true"></b>`,
      );
      const { options, problems } = planChat(readInput(button).input, "popup");
      expect(options).toMatchObject({ uuid: "@shop", event: "상담 시작" });
      expect(problems.map(({ code }) => code)).not.toContain("KC801");
    } finally {
      String.prototype.trim = own;
    }
  });

  it("says nothing of a link elsewhere", () => {
    const link = elementOf(`<a data-kakao-chat href="https://evil.test/chat/open/@evil"></a>`);
    expect(said(link)).toEqual({});
  });

  it("keeps the defaults and the call's options as they are", () => {
    const options = { uuid: "@call" };
    page.KakaoChatDefaults = Object.freeze({ uuid: "@defaults", extra: "d" });
    readInput(options).input.extra = "changed";
    expect(options).toEqual({ uuid: "@call" });
    expect(said().extra).toBe("d");
  });

  // As an element named so would: inherited by the window, never its own.
  it("does not take an element for KakaoChatDefaults", () => {
    const image = elementOf(`<img name="KakaoChatDefaults" data-uuid="@evil">`);
    const named = { configurable: true, value: Object.assign(image, { uuid: "@evil" }) };
    const parent = Object.getPrototypeOf(window);
    Object.defineProperty(parent, "KakaoChatDefaults", named);
    try {
      expect(page.KakaoChatDefaults).toBe(image);
      expect(said()).toEqual({});
    } finally {
      delete parent.KakaoChatDefaults;
    }
  });

  it("takes false and 0 of a call for values", () => {
    page.KakaoChatDefaults = { uuid: "@a", bot: "true", reuse: true, extra: "d", width: 1200 };
    expect(said({ bot: false, reuse: false, extra: 0, width: 0 })).toEqual({
      uuid: "@a",
      bot: false,
      reuse: false,
      extra: 0,
      width: 0,
    });
  });

  it("does not throw if the page's objects do", () => {
    const thrower = {
      get uuid(): string {
        throw Error("thrown by the page");
      },
    };
    expect(said({ extra: "a", ...{} })).toEqual({ extra: "a" });
    expect(said(Object.assign(thrower, { extra: "a" }))).toEqual({ extra: "a" });
    page.KakaoChatDefaults = thrower;
    expect(said({ uuid: "@call" })).toEqual({ uuid: "@call", extra: "a" });
  });

  it("takes nothing that a page has added to Object.prototype", () => {
    const polluted = Object.prototype as Record<string, unknown>;
    Object.assign(polluted, { uuid: "@evil", via: "https://evil.test/", links: "true" });
    try {
      const { input } = readInput({ extra: "a" });
      expect(Object.keys(input)).toEqual(["extra"]);
      expect(input.uuid).toBeUndefined();
      expect(input.via).toBeUndefined();
    } finally {
      for (const name of ["uuid", "via", "links"]) delete polluted[name];
    }
  });
});

describe("what is no option", () => {
  it.each(["true", "false", " True ", "FALSE"])("is the mark %j, which says no id", (mark) => {
    setScriptTag(null);
    expect(said(elementOf(`<b data-kakao-chat="${mark}"></b>`))).toEqual({});
  });

  it("is an event: `onClick={KakaoChat.open}`", () => {
    page.KakaoChatDefaults = { uuid: "@channel" };
    expect(said(new Event("click") as ChatInput)).toEqual({ uuid: "@channel" });
    const synthetic = { nativeEvent: {}, type: "click", preventDefault() {} };
    expect(said(synthetic as ChatInput)).toEqual({ uuid: "@channel" });
  });
});

describe("readInput of an element of a page that names its channels", () => {
  const OTHERS = { extra: "member=123", bot: "true", event: "vip", appOpenType: "modal" } as const;
  const button = (id: string) =>
    elementOf(`<b data-kakao-chat="${id}" data-kakao-chat-method="get"></b>`);

  it.each<[string, object]>([
    ["uuid", { uuid: "@own" }],
    ["channels", { channels: ["@own"] }],
  ])(
    "has no page-wide extra, bot, event and app_open_type for an id other than its %s",
    (_, named) => {
      page.KakaoChatDefaults = { ...named, ...OTHERS, target: "tab" };
      expect(said(button("@stranger"))).toEqual({
        uuid: "@stranger",
        method: "get",
        target: "tab",
      });
      expect(said(button("own"))).toMatchObject(OTHERS);
      expect(said({ uuid: "@stranger" })).toMatchObject(OTHERS);
    },
  );

  it("has them for a bare mark, and for every id if none is named", () => {
    page.KakaoChatDefaults = { uuid: "@own", ...OTHERS };
    expect(said(button(""))).toMatchObject({ uuid: "@own", ...OTHERS });
    page.KakaoChatDefaults = OTHERS;
    expect(said(button("@any"))).toMatchObject({ uuid: "@any", ...OTHERS });
  });

  it("keeps what the element itself says", () => {
    page.KakaoChatDefaults = { uuid: "@own", ...OTHERS };
    const own = elementOf(`<b data-kakao-chat="@stranger" data-kakao-chat-extra="a"></b>`);
    expect(said(own)).toEqual({ uuid: "@stranger", extra: "a" });
  });

  it.each<[string, object, Element | ChatInput, object | null]>([
    ["of a call", { channels: "@a" }, { uuid: "@b" }, null],
    ["without channels", {}, elementOf("<b></b>"), { channels: null, partners: null }],
    [
      "with channels",
      { channels: "@a" },
      elementOf("<b></b>"),
      { channels: ["@a"], partners: null },
    ],
    [
      "with a partner of its own",
      { partners: "https://p.example" },
      elementOf(`<b data-kakao-chat-via="https://evil.test/"></b>`),
      { channels: null, partners: ["https://p.example"] },
    ],
  ])("has the limits %s", (_, defaults, source, limits) => {
    page.KakaoChatDefaults = defaults;
    expect(readInput(source).limits).toEqual(limits);
  });

  it("lets nothing of a visitor's markup go to a partner that the page does not name", () => {
    const via = (address: string) => {
      const { input, limits } = readInput(
        elementOf(`<b data-kakao-chat="@a" data-kakao-chat-via="${address}"></b>`),
      );
      return planChat(input, "popup", limits).problems.map(({ code }) => code);
    };
    expect(via("https://evil.test/c")).toEqual(["KC803"]);
    page.KakaoChatDefaults = { via: "https://p.example/start", partners: "https://q.example" };
    expect(via("https://p.example/other")).toEqual([]);
    expect(via("https://q.example/")).toEqual([]);
    expect(via("https://p.example:8443/")).toEqual(["KC803"]);
    expect(via("https://p.example.evil.test/")).toEqual(["KC803"]);
    expect(
      planChat(readInput(elementOf("<b data-kakao-chat=@a></b>")).input, "popup").request?.url,
    ).toContain("https://p.example/start");
  });
});

describe("the privacy that counts", () => {
  it.each([
    ["warn", "omit", "omit"],
    ["mask", "omit", "omit"],
    ["omit", "warn", "omit"],
    ["omit", "mask", "omit"],
    ["mask", "warn", "mask"],
    ["warn", "mask", "mask"],
    // What is unknown counts as omit.
    ["masked", "warn", "masked"],
    ["warn", "masked", "masked"],
    [" OMIT", "mask", " OMIT"],
    [["omit"], "mask", ["omit"]],
    [undefined, "warn", "warn"],
    ["omit", "", "omit"],
  ])("of %j for the page and %j for the button is %j", (forPage, own, counts) => {
    page.KakaoChatDefaults = { privacy: forPage as "omit" };
    const button = elementOf(`<b data-kakao-chat="@a" data-kakao-chat-privacy="${own}"></b>`);
    expect(said(button).privacy).toEqual(counts);
  });

  it("of a call is the call's own, whatever the page says", () => {
    page.KakaoChatDefaults = { privacy: "omit" };
    expect(said({ privacy: "warn" }).privacy).toBe("warn");
  });
});

describe("a link's address", () => {
  const problemsOf = (html: string) => readInput(elementOf(html)).problems;

  it("is read as meant with &amp; left in it, with a warning that names the address", () => {
    const html = `<a data-kakao-chat href="${OPEN}/@a?extra=1&amp;amp;bot=auto"></a>`;
    expect(said(elementOf(html))).toEqual({
      uuid: "@a",
      extra: "1",
      bot: "auto",
      endpoint: "open",
    });
    expect(problemsOf(html)).toMatchObject([{ code: "KC318", field: "href", level: "warning" }]);
    expect(JSON.stringify(problemsOf(html))).not.toContain("extra");
  });

  it("says app_open_type, and its path's id", () => {
    const html = `<a data-kakao-chat href="${OPEN}/@a?uuid=@other&amp;app_open_type=modal"></a>`;
    expect(said(elementOf(html))).toEqual({ uuid: "@a", appOpenType: "modal", endpoint: "open" });
    expect(problemsOf(html)).toEqual([]);
  });
});

describe("an element that the page's names mislead", () => {
  it.each(["links", "channels", "partners", "launcher"])("has no %s of its own", (name) => {
    const { input, limits } = readInput(
      elementOf(`<b data-kakao-chat="@a" data-kakao-chat-${name}="@a"></b>`),
    );
    expect(planChat(input, "popup", limits).problems).toMatchObject([
      { code: "KC314", field: name },
    ]);
  });

  it("is read by the browser's own methods", () => {
    const form = elementOf(
      `<form data-kakao-chat="@a" data-kakao-chat-extra="e"><input name="getAttribute"><input name="getAttributeNames"></form>`,
    );
    expect(said(form)).toEqual({ uuid: "@a", extra: "e" });
  });

  it("is not dead if the page's own id is no text", () => {
    page.KakaoChatDefaults = { uuid: Object.create(null) };
    expect(said(elementOf(`<b data-kakao-chat="@a"></b>`)).uuid).toBe("@a");
    expect(() => said(elementOf("<b data-kakao-chat></b>"))).not.toThrow();
  });
});
