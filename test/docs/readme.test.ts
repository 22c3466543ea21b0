import { readdirSync, readFileSync, statSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildPlan } from "../../src/chat/plan";
import { FIELDS, type Field } from "../../src/options/fields";
import type { Note } from "../../src/problems";

const ROOT = new URL("../../", import.meta.url);
const COMMANDS = ["npm ci && npm start", "npm ci && npm test"];

/** `links` is for the whole page and no attribute of a button; the other two wait for their issues. */
const NOT_LISTED = ["links"];
/** Any word is a value of these. */
const TEXTS = ["uuid", "extra", "event"];

const sources = readdirSync(new URL("src/", ROOT), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => read(`src/${name}`))
  .join("\n");

describe.each(["README.md", "README.ko.md"])("%s", (name) => {
  const text = read(name);

  it("has a working snippet before line 20", () => {
    const snippet = /```html\n(.*?)```/s.exec(text.split("\n").slice(0, 19).join("\n"))?.[1] ?? "";
    expect(snippet).toMatch(/<script src="https:\S+\/kakao-chat\.js" defer><\/script>/);
    const said = [...snippet.matchAll(/data-kakao-chat(?:-(\w+))?="([^"]*)"/g)];
    const plan = buildPlan(
      Object.fromEntries(said.map(([, field = "uuid", value]) => [field, value])),
      "popup",
    );
    expect(plan.problems).toEqual([]);
    expect(plan.request?.fields).toEqual({ uuid: said[0]?.[2], extra: "order=1234" });
  });

  it("lists the attributes of the product's table", () => {
    const attributes = Object.keys(FIELDS)
      .filter((field) => !NOT_LISTED.includes(field))
      .map((field) => (field === "uuid" ? "data-kakao-chat" : `data-kakao-chat-${field}`));
    expect(
      findAttributes(text)
        .map(({ attribute }) => attribute)
        .sort(),
    ).toEqual(attributes.sort());
  });

  it.each(findAttributes(text))("says the values and the default of $attribute", (row) => {
    const { field, values, normal } = row;
    const preset = parse(field, "").value;
    expect(normal).toEqual(preset === "" ? [] : [String(preset)]);
    if (TEXTS.includes(field)) return;
    // Every word that the product or the table knows: the parser itself says which are its values.
    const words = [...values, ...[...sources.matchAll(/"([a-z]+)"/g)].map(([, word = ""]) => word)];
    const accepted = new Set(words.filter((word) => parse(field, word).isAccepted));
    expect([...accepted].sort()).toEqual([...values].sort());
  });

  it("has a row for every code, in order, and for no other", () => {
    const rows = [...text.matchAll(/^\| `(KC\d+)` \|(.+)\|(.+)\|(.+)\|$/gm)];
    expect(rows.map(([, code]) => code)).toEqual(findCodes());
    for (const cell of rows.flat()) expect(cell.trim()).not.toBe("");
    const mentioned = new Set(text.match(/KC\d+/g));
    expect([...mentioned].sort()).toEqual(findCodes());
  });

  it("states the size of the built file, rounded up to the next half kB", () => {
    const size = brotliCompressSync(readFileSync(new URL("dist/kakao-chat.js", ROOT))).length;
    const stated = [...text.matchAll(/([\d.]+) kB/g)].map(([, figure]) => Number(figure));
    expect(stated, `${size} bytes`).toEqual([Math.floor(size / 500 + 1) / 2]);
  });

  it("names the two commands", () => {
    expect(text.match(/npm ci.*/g)).toEqual(COMMANDS);
  });
});

describe("findCodes", () => {
  it("overlooks no note: each says its code as a number, or passes on a row's", () => {
    const codes = [...sources.matchAll(/\bnote\(\s*([^,]*),|noteIn\(.*?\)\(\s*([^,]*),/g)];
    for (const [, code, other] of codes) expect(code ?? other).toMatch(/^(\d{3}|code)$/);
    expect(sources.match(/\bcode: `KC/g)).toHaveLength(1);
  });
});

describe(".ci/run", () => {
  it("runs the test command and nothing else", () => {
    expect(read(".ci/run")).toBe(`#!/usr/bin/env bash\nset -eu\n${COMMANDS[1]}\n`);
    expect(statSync(new URL(".ci/run", ROOT)).mode & 0o111).toBe(0o111);
  });
});

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), "utf8");
}

function findAttributes(text: string) {
  return [...text.matchAll(/^\| `(data-kakao-chat[\w-]*)` \|(.*?)\|(.*?)\|/gm)].map(
    ([, attribute = "", values = "", normal = ""]) => ({
      attribute,
      field: (attribute.slice("data-kakao-chat-".length) || "uuid") as Field,
      values: findCodeSpans(values),
      normal: findCodeSpans(normal),
    }),
  );
}

function findCodeSpans(cell: string): string[] {
  return [...cell.matchAll(/`([^`]*)`/g)].map(([, span = ""]) => span);
}

function parse(field: Field, text: string) {
  let isAccepted = true;
  const note: Note = () => {
    isAccepted = false;
  };
  const value = FIELDS[field](text, note, {});
  return { value, isAccepted };
}

/** Every code that the sources can report: in a note, in a limit, in a row of the id's signs. */
function findCodes(): string[] {
  const calls = [
    /\bnote\(\s*(\d{3})\b/g,
    /\bnoteIn\([^()]*\)\(\s*(\d{3})\b/g,
    /\bnoteLength\([^;{]*?,\s*(\d{3}),?\s*\)/g,
    /^\s*\[\s*(\d{3}),/gm,
  ];
  const codes = calls.flatMap((call) => [...sources.matchAll(call)].map(([, code]) => `KC${code}`));
  return [...new Set(codes)].sort();
}
