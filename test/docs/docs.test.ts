/** What the documents claim of the tests and the configuration. */

import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json";
import { CACHE, COMMON, TYPES } from "../../tools/cdn/headers.mjs";
import { findCodeSpans, read } from "./pages";

describe("SECURITY.md", () => {
  // The tables whose last column says what proves the row.
  const tables = read("SECURITY.md").match(/^\|.*\| proved by \|\n(?:\|.*\|\n)+/gm) ?? [];
  const rows = tables.flatMap((table) => [
    ...table.replace(/^.*\n.*\n/, "").matchAll(/^\| (.+) \| (.+) \| (.+) \|$/gm),
  ]);

  it("names a test in each row", () => {
    expect(rows.length).toBeGreaterThan(15);
    for (const [row] of rows) expect(row).toMatch(/`test\/\S+`: "/);
  });

  it.each(
    rows.flatMap(([, , , proofs = ""]) =>
      proofs.split("; ").flatMap((proof) => {
        const file = /`(\S+)`/.exec(proof)?.[1] ?? "";
        return [...proof.matchAll(/"(.*?)"/g)].map(([, title = ""]) => [file, title]);
      }),
    ),
  )("names a test that is there: %s, %s", (file = "", title = "") => {
    const titles = [
      ...read(file).matchAll(/(?:\b(?:it|test|describe)\b|\]|\))\(\s*(["`])(.*?)\1/g),
    ];
    expect(titles.map(([, , each]) => each).filter((each) => each?.includes(title))).not.toEqual(
      [],
    );
  });
});

describe("CHANGELOG.md", () => {
  it("begins with this version", () => {
    const [, first] =
      /^## (\S+) - (?:unreleased|\d{4}-\d\d-\d\d)$/m.exec(read("CHANGELOG.md")) ?? [];
    expect(first).toBe(manifest.version);
  });
});

describe.each(["docs/self-hosting.md", "docs/self-hosting.ko.md"])("%s", (name) => {
  const text = read(name);
  const rows = [...text.matchAll(/^\| (.+) \| `([A-Z][\w-]+)` \| `(.+)` \|$/gm)];

  it("has the headers of the configurations, each with the values that they have, and no other", () => {
    const stated = rows.map(([, , header, value]) => `${header}: ${value}`).sort();
    expect(stated).toEqual(
      [
        ...Object.entries(COMMON).map(([name, value]) => `${name}: ${value}`),
        ...Object.values(CACHE).map((value) => `Cache-Control: ${value}`),
        ...new Set(Object.values(TYPES).map((value) => `Content-Type: ${value}`)),
      ].sort(),
    );
    for (const value of Object.values(CACHE)) expect(text).toContain(`"${value}"`);
  });

  it("has the commands of the other language", () => {
    const findCode = (page: string) => page.match(/^```.*?^```/gms);
    expect(findCode(text)).toEqual(findCode(read("docs/self-hosting.md")));
  });
});

describe("CONTRIBUTING.md", () => {
  const text = read("CONTRIBUTING.md");

  it("has a release checklist of one screen", () => {
    const [, checklist = ""] = text.split("## Release\n");
    expect(checklist.trim().split("\n").length).toBeLessThanOrEqual(25);
  });

  it("maps files and folders that are there", () => {
    const paths = findCodeSpans(text).filter((span) =>
      /^(src|demo|test|tools|docs|bench)\/[\w./-]+$/.test(span),
    );
    expect(paths.length).toBeGreaterThan(25);
    const missing = paths.filter((path) => !existsSync(new URL(`../../${path}`, import.meta.url)));
    expect(missing).toEqual([]);
  });

  it("names commands that are there", () => {
    const scripts = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script);
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of scripts) expect(manifest.scripts).toHaveProperty([`${script}`]);
  });
});
