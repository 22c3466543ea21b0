import { describe, expect, it } from "vitest";
import { parseSettings } from "../../../src/launcher/settings.js";
import type { Problem } from "../../../src/problems.js";

/** A browser that knows every colour and every media query but those with a `!`. */
const BROWSER = {
  isColorKnown: (text: string) => !text.includes("!"),
  isMediaKnown: (text: string) => !text.includes("!"),
};

const DEFAULTS = {
  position: "bottom-right",
  offset: [20, 20],
  look: "",
  label: "",
  color: "",
  show: [],
  hide: [],
  media: "all",
};

function parse(input: { [name: string]: unknown }) {
  const problems: Problem[] = [];
  const settings = parseSettings(input, BROWSER, problems);
  const lines = problems.map(({ code, field, message }) => `${code} ${field}: ${message}`);
  return { settings, lines, levels: problems.map(({ level }) => level) };
}

describe("parseSettings", () => {
  it("has a default for each setting", () => {
    expect(parse({})).toEqual({ settings: DEFAULTS, lines: [], levels: [] });
  });

  it.each([
    [{ position: "bottom-left" }, { position: "bottom-left" }],
    [{ offset: " 30   40 " }, { offset: [30, 40] }],
    [{ offset: "20 20 12 72" }, { offset: [20, 20, 12, 72] }],
    [{ offset: "0 0" }, { offset: [0, 0] }],
    [{ look: "round" }, { look: "round" }],
    [{ label: "1:1 문의" }, { label: "1:1 문의" }],
    [{ label: 1 }, { label: "1" }],
    [{ color: "#03c75a" }, { color: "#03c75a" }],
    [{ show: "/a  /b/*" }, { show: ["/a", "/b/*"] }],
    [{ hide: "*" }, { hide: ["*"] }],
    [{ media: "print" }, { media: "print" }],
    [{ media: null, look: undefined }, {}],
  ])("reads %j", (input, expected) => {
    expect(parse(input)).toEqual({ settings: { ...DEFAULTS, ...expected }, lines: [], levels: [] });
  });

  it.each([
    [
      { position: "left" },
      'KC701 launcher-position: expected bottom-right|bottom-left, got "left"',
    ],
    [{ offset: "20" }, 'KC702 launcher-offset: expected X Y or X Y X Y in pixels, got "20"'],
    [{ offset: "1 2 3" }, 'KC702 launcher-offset: expected X Y or X Y X Y in pixels, got "1 2 3"'],
    [
      { offset: "1px 2px" },
      'KC702 launcher-offset: expected X Y or X Y X Y in pixels, got "1px 2px"',
    ],
    [{ offset: "-1 2" }, 'KC702 launcher-offset: expected X Y or X Y X Y in pixels, got "-1 2"'],
    [
      { offset: "1000 2" },
      'KC702 launcher-offset: expected X Y or X Y X Y in pixels, got "1000 2"',
    ],
    [{ look: "Pill" }, 'KC703 launcher-look: expected pill|round, got "Pill"'],
    [
      { color: "!" },
      'KC704 launcher-color: expected a CSS colour that this browser knows, got "!"',
    ],
    [{ media: "!" }, 'KC705 launcher-media: expected a media query, got "!"'],
    [{ label: "{{ label }}" }, 'KC708 launcher-label: expected text, got "{{ label }}"'],
    [{ label: {} }, 'KC708 launcher-label: expected text, got "[object Object]"'],
  ])("warns of %j, and the default counts", (input, line) => {
    expect(parse(input)).toEqual({ settings: DEFAULTS, lines: [line], levels: ["warning"] });
  });

  it("leaves out the paths that are none, and keeps the others", () => {
    const { settings, lines } = parse({ hide: "/a order/* /b?c" });
    expect(settings.hide).toEqual(["/a"]);
    expect(lines).toEqual([
      'KC706 launcher-hide: expected a path like /order/*, got "order/*"',
      'KC706 launcher-hide: expected a path like /order/*, got "/b?c"',
    ]);
  });

  it("names an unknown setting", () => {
    expect(parse({ colour: "red" }).lines).toEqual([
      'KC707 launcher-colour: expected position|offset|look|label|color|show|hide|media, got "colour"',
    ]);
  });
});
