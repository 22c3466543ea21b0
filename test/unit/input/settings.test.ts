// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { findScriptTag, setScriptTag } from "../../../src/input/own-tag";
import {
  findLimits,
  hasLinks,
  listNamedChannels,
  readPageSettings,
} from "../../../src/input/settings";

const FILE = "kakao-chat.js";
const page = window as { KakaoChatDefaults?: unknown };

/** What the browser says is running. Its getter is looked up once, so ours is there from the beginning. */
let running: Element | null = null;

let owner: object = document;
while (!Object.hasOwn(owner, "currentScript")) owner = Object.getPrototypeOf(owner);
Object.defineProperty(owner, "currentScript", { get: () => running });

function setTag(attributes: string): void {
  document.body.innerHTML = `<script type="text/plain" ${attributes}></script>`;
  setScriptTag(document.body.firstElementChild);
}

/** What the page says, as plain objects. */
function read() {
  const { options, names } = readPageSettings();
  return { options: { ...options }, names: { ...names } };
}

afterEach(() => {
  setScriptTag(null);
  delete page.KakaoChatDefaults;
  document.body.innerHTML = "";
  running = null;
});

describe("findScriptTag", () => {
  const find = (html: string) => {
    document.body.innerHTML = html;
    return findScriptTag(FILE)?.id ?? null;
  };
  const tag = (src: string) => `<script type="text/plain" id="a" src="${src}"></script>`;

  it.each([
    "kakao-chat.js",
    "/js/kakao-chat.js",
    "https://cdn.example.com/v1/kakao-chat.js?v=3#x",
    " ../kakao-chat.js ",
  ])("finds it by its path: %j", (src) => {
    expect(find(`<script type="text/plain" src="/other.js"></script>${tag(src)}`)).toBe("a");
  });

  it.each([
    "/my-kakao-chat.js",
    "/kakao-chat.js/x",
    "/kakao-chat.jsx",
    "/loader.js?file=/kakao-chat.js",
    "/loader.js#/kakao-chat.js",
    "/kakao-chat-partner.js",
    "",
  ])("finds none by the address %j", (src) => {
    expect(find(tag(src))).toBeNull();
  });

  it("takes the first of two, unless the other is running", () => {
    const html = `${tag("/kakao-chat.js")}<script type="text/plain" id="b" src="/kakao-chat.js"></script>`;
    expect(find(html)).toBe("a");
    running = document.querySelector("#b");
    expect(findScriptTag(FILE)?.id).toBe("b");
  });

  it.each([
    ["a loader", `<script type="text/plain" id="l" src="/loader.js"></script>`],
    ["an inline script", `<script type="text/plain" id="l" data-uuid="@evil"></script>`],
    ["an image of that name", `<img id="l" name="currentScript" src="/kakao-chat.js">`],
  ])("does not take %s for it", (_, html) => {
    document.body.innerHTML = html + tag("/kakao-chat.js");
    running = document.querySelector("#l");
    expect(findScriptTag(FILE)?.id).toBe("a");
    document.querySelector("#a")?.remove();
    expect(findScriptTag(FILE)).toBeNull();
  });
});

describe("readPageSettings", () => {
  it("reads every attribute of the script's tag", () => {
    setTag(`src="kakao-chat.js" defer data-uuid="@a" data-extra="e" data-bot="auto" data-event="ev"
      data-app-open-type="modal" data-method="post" data-target="tab" data-width="1200" data-height="900"
      data-reuse="true" data-endpoint="open" data-via="https://partner.example/" data-privacy="mask"
      data-links="true" data-channels="@b @c" data-partners="https://p.example" data-other="1"`);
    expect(read()).toEqual({
      options: {
        uuid: "@a",
        extra: "e",
        bot: "auto",
        event: "ev",
        appOpenType: "modal",
        method: "post",
        target: "tab",
        width: "1200",
        height: "900",
        reuse: "true",
        endpoint: "open",
        via: "https://partner.example/",
        privacy: "mask",
      },
      names: { links: "true", channels: "@b @c", partners: "https://p.example" },
    });
  });

  it("reads KakaoChatDefaults above the tag, absent values apart", () => {
    setTag(`data-uuid="@tag" data-extra="tag" data-bot="true" data-event="tag" data-links="true"`);
    page.KakaoChatDefaults = {
      uuid: "@page",
      extra: " ",
      bot: false,
      event: null,
      links: false,
      width: 0,
    };
    expect(read()).toEqual({
      options: { uuid: "@page", extra: "tag", bot: false, event: "tag", width: 0 },
      names: { links: false },
    });
  });

  it("keeps an unknown name, which is reported", () => {
    page.KakaoChatDefaults = { extras: "1" };
    expect(read().options).toEqual({ extras: "1" });
  });

  it("reads what a getter of the window gives", () => {
    Object.defineProperty(window, "KakaoChatDefaults", {
      configurable: true,
      get: () => ({ uuid: "@getter" }),
    });
    expect(read().options).toEqual({ uuid: "@getter" });
  });

  it("is not kept from the tag by a getter of the window that throws", () => {
    setTag(`data-uuid="@tag"`);
    Object.defineProperty(window, "KakaoChatDefaults", {
      configurable: true,
      get: () => {
        throw Error("thrown by the page");
      },
    });
    expect(read().options).toEqual({ uuid: "@tag" });
  });

  it("loses of an object what throws, and nothing else", () => {
    setTag(`data-uuid="@tag" data-extra="tag"`);
    page.KakaoChatDefaults = {
      get uuid(): string {
        throw Error("thrown by the page");
      },
      extra: "page",
      bot: true,
    };
    expect(read().options).toEqual({ uuid: "@tag", extra: "page", bot: true });
  });

  it.each([
    ["a proxy that throws", () => new Proxy({}, { ownKeys: () => [][Number("x")] ?? fail() })],
    ["a revoked proxy", () => revoked()],
  ])("is not kept from the tag by %s", (_, make) => {
    setTag(`data-uuid="@tag"`);
    page.KakaoChatDefaults = make();
    expect(read().options).toEqual({ uuid: "@tag" });
  });

  it.each(["true", " false\n"])("takes a bare mark for no id: %j", (mark) => {
    setTag(`data-uuid="${mark}"`);
    expect(read().options).toEqual({});
  });

  it.each(["@untrue", "truelove"])("takes %j for an id", (uuid) => {
    setTag(`data-uuid="${uuid}"`);
    expect(read().options).toEqual({ uuid });
  });

  it("takes true for no id, and an object that throws as a text for what it is", () => {
    page.KakaoChatDefaults = { uuid: true };
    expect(read().options).toEqual({});
    const thrower = {
      toString() {
        throw Error("thrown by the value");
      },
    };
    page.KakaoChatDefaults = { uuid: thrower };
    expect(read().options).toEqual({ uuid: thrower });
  });

  it("takes nothing of an event, which has options' names of its own", () => {
    page.KakaoChatDefaults = Object.assign(new Event("click"), { extra: "an event's" });
    expect(read().options).toEqual({});
  });

  it("reads own enumerable names alone", () => {
    const defaults = Object.assign(Object.create({ uuid: "@evil" }), {
      extra: "a",
      [Symbol("bot")]: 1,
    });
    Object.defineProperty(defaults, "via", { value: "https://evil.test/", enumerable: false });
    page.KakaoChatDefaults = defaults;
    expect(read().options).toEqual({ extra: "a" });
  });
});

function fail(): never {
  throw Error("thrown by the page");
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

describe("hasLinks", () => {
  it.each([
    ["true", true],
    [true, true],
    ["false", false],
    [false, false],
    ["all", false],
    [Object.create(null), false],
    [["true"], false],
  ])("of %j is %s", (links, is) => {
    page.KakaoChatDefaults = { links };
    expect(hasLinks(readPageSettings())).toBe(is);
  });
});

describe("listNamedChannels", () => {
  it.each<[string, object, string[]]>([
    ["nothing", {}, []],
    ["the page's own", { uuid: " channel " }, ["@channel"]],
    ["a list as text", { channels: "@a\n b \t%40c" }, ["@a", "@b", "@c"]],
    ["a list with commas", { channels: "@a, @b,@c" }, ["@a", "@b", "@c"]],
    ["a list as an array", { channels: ["@a", " ＠b ", "", null, {}] }, ["@a", "@b"]],
    ["both", { uuid: "@own", channels: "@a" }, ["@own", "@a"]],
    ["an id that is no text", { uuid: Object.create(null), channels: [Object.create(null)] }, []],
  ])("has %s", (_, defaults, named) => {
    page.KakaoChatDefaults = defaults;
    expect(listNamedChannels(readPageSettings())).toEqual(named);
  });
});

describe("findLimits", () => {
  it.each<[string, object, object]>([
    ["no channels if the page lists none", { uuid: "@a" }, { channels: null, partners: [] }],
    [
      "the page's own id among its channels",
      { uuid: "@a", channels: "@b" },
      { channels: ["@a", "@b"], partners: [] },
    ],
    ["an empty list as none", { channels: " " }, { channels: null, partners: [] }],
    [
      "the origins of partners",
      {
        via: "https://a.example/start",
        partners: "https://B.example/x http://c.example https://d.example:8443",
      },
      {
        channels: null,
        partners: ["https://a.example", "https://b.example", "https://d.example:8443"],
      },
    ],
    [
      "partners as an array",
      { partners: ["https://a.example"] },
      { channels: null, partners: ["https://a.example"] },
    ],
  ])("has %s", (_, defaults, limits) => {
    page.KakaoChatDefaults = defaults;
    expect(findLimits(readPageSettings())).toEqual(limits);
  });
});
