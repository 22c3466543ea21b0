/** Whatever a site owner can write or meet stands in the documents of both languages. By the product's own tables. */

import { readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildCounting } from "../../demo/playground/snippets/counting";
import manifest from "../../package.json";
import { planChat } from "../../src/chat/plan";
import * as module from "../../src/index";
import { PAGE_NAMES } from "../../src/input/own-tag";
import { FIELD_NAMES, toAttributeName } from "../../src/options/fields";
import { TOKENS } from "../../src/options/token-syntax";
import { ERRORS, WARNINGS } from "../../src/problems";
import type { ChatEventMap, ChatInput, Field, KakaoChatGlobal, Outcome } from "../../src/types";
import { findBlocks, findCodeSpans, findRows, read, readAll } from "./pages";

const LANGUAGES = ["en", "ko"] as const;
const ROOT = new URL("../../", import.meta.url);

// The compiler says when one is missing here, or is too much.
const EVENTS = Object.keys({
  "kakao-chat:before": true,
  "kakao-chat:open": true,
  "kakao-chat:blocked": true,
  "kakao-chat:problem": true,
} satisfies Record<keyof ChatEventMap, true>);
const OUTCOMES = Object.keys({
  opened: true,
  focused: true,
  pending: true,
  blocked: true,
  cancelled: true,
  invalid: true,
} satisfies Record<Outcome, true>);
const GLOBAL = Object.keys({
  open: true,
  explain: true,
  start: true,
  stop: true,
  version: true,
  launcher: true,
} satisfies Record<keyof KakaoChatGlobal, true>);
/** Of the launcher's file alone. */
const EXPORTS = GLOBAL.filter((name) => name !== "launcher");

/** Any text is a value of these. */
const TEXTS: Field[] = ["uuid", "extra", "event", "via"];
const PIXELS: Field[] = ["width", "height"];

const pageIn = (name: string, language: (typeof LANGUAGES)[number]) =>
  `docs/${name}${language === "ko" ? ".ko" : ""}.md`;

describe.each(LANGUAGES)("the documents (%s)", (language) => {
  const all = readAll(language);
  const reference = findRows(read(pageIn("reference", language)));
  const attributes = reference
    .map(([attribute = "", values = "", normal = ""]) => ({
      attribute: findCodeSpans(attribute)[0] ?? "",
      values: findCodeSpans(values),
      normal: findCodeSpans(normal),
    }))
    .filter(({ attribute }) => attribute.startsWith("data-kakao-chat"));

  it("list every attribute, in the order of the product's table, and no other", () => {
    const fields = attributes.map(({ attribute }) => attribute);
    expect([...fields].sort()).toEqual(FIELD_NAMES.map(attributeOf).sort());
  });

  it.each(FIELD_NAMES)("say the values and the default of %s", (field) => {
    const row = attributes.find(({ attribute }) => attribute === attributeOf(field));
    const preset = planChat({ uuid: "@a" }, "popup").options[field];
    const isSaid = field !== "uuid" && preset !== "";
    expect(row?.normal).toEqual(isSaid ? [String(preset)] : []);
    if (TEXTS.includes(field) || PIXELS.includes(field)) return;
    // All words of the table, and one that is nobody's: the product itself says which are this field's.
    const words = [...new Set([...attributes.flatMap(({ values }) => values), "other"])];
    const accepted = words.filter((word) => {
      const { problems } = planChat({ uuid: "@a", [field]: word }, "popup");
      return !problems.some((problem) => problem.field === field && problem.code === "KC311");
    });
    expect(accepted.sort()).toEqual([...(row?.values ?? [])].sort());
  });

  it.each(PAGE_NAMES)("say how to set %s for the page", (name) => {
    const row = reference.find(([tag = ""]) => tag.startsWith(`\`data-${name}`));
    expect(row?.[1]).toBe(`\`${name}\``);
  });

  it("list the options of a call", () => {
    const [, code = ""] =
      /interface ChatInput \{(.*?)\n\}/s.exec(read(pageIn("events-and-api", language))) ?? [];
    const options = [...code.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name);
    expect(options).toEqual(FIELD_NAMES satisfies (keyof ChatInput)[]);
  });

  it("have a row for every token, and for no other", () => {
    const rows = findRows(read(pageIn("what-the-counsellor-sees", language)));
    const tokens = rows.flatMap(([cell = ""]) => /^`\{([a-z]+)/.exec(cell)?.[1] ?? []);
    expect(tokens.sort()).toEqual(Object.keys(TOKENS).sort());
  });

  it("have a row with an anchor for every code, with its level, and for no other", () => {
    const levels = {
      en: { error: "error", warning: "warning" },
      ko: { error: "오류", warning: "경고" },
    }[language];
    const rows = findRows(read(pageIn("codes", language))).filter(([code = ""]) =>
      code.includes("KC"),
    );
    const listed = rows.map(([code, , level]) => [code, level]);
    const rowsOf = (codes: readonly string[], level: string) =>
      codes.map((code) => [`<a id="${code.toLowerCase()}"></a>\`${code}\``, level]);
    const known = [...rowsOf(ERRORS, levels.error), ...rowsOf(WARNINGS, levels.warning)];
    expect(listed).toEqual(known.sort());
    for (const row of rows) for (const cell of row) expect(cell).not.toBe("");
  });

  it("name no code that is none", () => {
    const codes = new Set(all.match(/KC\d{3}/g));
    const known: string[] = [...ERRORS, ...WARNINGS];
    // Those of the check command are in its own document.
    const unknown = [...codes].filter((code) => !known.includes(code) && !code.startsWith("KC9"));
    expect(unknown).toEqual([]);
  });

  it("have a row for each event, and for what open() returns", () => {
    const rows = findRows(read(pageIn("events-and-api", language))).map(([cell]) => cell);
    for (const event of EVENTS) expect(rows).toContain(`\`${event}\``);
    for (const outcome of OUTCOMES) expect(rows).toContain(`\`"${outcome}"\``);
  });

  it("say every export of the module, and every part of the global", () => {
    expect(Object.keys(module).sort()).toEqual([...EXPORTS].sort());
    const [{ code = "" } = {}] = findBlocks(read(pageIn("events-and-api", language))).filter(
      ({ language }) => language === "ts",
    );
    for (const name of EXPORTS) expect(code).toMatch(RegExp(`^${name}[(:]`, "m"));
    expect(all).toContain("`KakaoChat.launcher`");
  });

  it("say every entry of the package", () => {
    const spans = findCodeSpans(all).join(" ");
    for (const entry of Object.keys(manifest.exports)) {
      if (entry !== "./package.json")
        expect(spans).toContain(entry.replace(/^\.\/?/, "/").replace(/^\/$/, ""));
    }
  });

  it("name commands that are there", () => {
    const scripts = [...all.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, script = ""]) => script);
    for (const script of scripts) expect(manifest.scripts).toHaveProperty([script]);
  });
});

describe.each(["docs/counting.md", "docs/counting.ko.md"])("%s", (path) => {
  it.each<[string, Parameters<typeof buildCounting>[0]]>([
    ["GA4", { ga4: "true", dataLayer: "" }],
    ["GTM", { ga4: "", dataLayer: "true" }],
  ])("has the listener that the playground copies for %s", (name, tools) => {
    const [ga4, gtm] = findBlocks(read(path)).map(({ code }) => code);
    expect(name === "GTM" ? gtm : ga4).toBe(`<script>\n${buildCounting(tools)}\n</script>\n`);
  });
});

describe.each(["README.md", "README.ko.md"])("%s", (path) => {
  const text = read(path);

  it("has a button that needs nothing but its id and the file's address, in the first 40 lines", () => {
    const [block] = findBlocks(text.split("\n").slice(0, 40).join("\n"));
    expect(block?.language).toBe("html");
    expect(block?.code).toMatch(/^<script src="\/kakao-chat\.js" defer><\/script>\n<button /);
    const said = [...(block?.code ?? "").matchAll(/data-kakao-chat(?:-(\w+))?="([^"]*)"/g)];
    const input = Object.fromEntries(said.map(([, field = "uuid", value]) => [field, value]));
    expect(planChat(input, "popup").problems).toEqual([]);
  });

  it("is about 160 lines, and never over 200", () => {
    expect(text.split("\n").length).toBeLessThanOrEqual(200);
  });

  it("shows a few of the attributes, each with a value that counts", () => {
    const spans = findRows(text).flatMap(
      ([cell = ""]) => /^`data-kakao-chat-(\w+)="(\w+)"`$/.exec(cell) ?? [],
    );
    expect(spans.length).toBeGreaterThan(0);
    for (const [cell = ""] of findRows(text)) {
      const [, name = "", value = ""] = /^`data-kakao-chat-([\w-]+)="(\w+)"`$/.exec(cell) ?? [];
      if (!name) continue;
      const { problems } = planChat({ uuid: "@a", [name]: value }, "popup");
      expect(problems, cell).toEqual([]);
    }
  });

  it("has no figure of a size or of tests: those stand where a program writes them", () => {
    expect(text).not.toMatch(/\d\s?(?:kB|KB|bytes|바이트)|\d+ (?:tests|테스트)/);
  });

  it("names the two commands", () => {
    expect(text.match(/^npm .*/gm)).toEqual(["npm ci && npm start", "npm ci && npm test"]);
  });
});

describe(".ci/run", () => {
  it("runs the test command and nothing else", () => {
    expect(read(".ci/run")).toBe("#!/usr/bin/env bash\nset -eu\nnpm ci && npm test\n");
    expect(statSync(new URL(".ci/run", ROOT)).mode & 0o111).toBe(0o111);
  });
});

describe("the package", () => {
  it("ships the documents that its README links to", () => {
    expect(manifest.files).toContain("docs/*.md");
    expect(readFileSync(new URL("README.md", ROOT), "utf8")).toContain("](docs/");
  });
});

function attributeOf(field: Field): string {
  return field === "uuid" ? "data-kakao-chat" : `data-kakao-chat-${toAttributeName(field)}`;
}
