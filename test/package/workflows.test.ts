import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json";
import { ENGINE_NAMES } from "../find-browsers.mjs";

const FOLDER = new URL("../../.github/workflows/", import.meta.url);

describe("ci.yml", () => {
  const text = readFileSync(new URL("ci.yml", FOLDER), "utf8");

  it("has a job for each engine of the browser tests", () => {
    const [, engines = ""] = /\bengine: \[(.*)\]/.exec(text) ?? [];
    expect(engines.split(", ")).toEqual(ENGINE_NAMES);
  });

  it("runs each script of `npm test`", () => {
    const scripts = [...manifest.scripts.test.matchAll(/npm run ([\w:]+)/g)].map(
      ([, name]) => name,
    );
    expect(scripts.length).toBeGreaterThan(0);
    for (const name of scripts) expect(text).toContain(`- run: npm run ${name}\n`);
  });
});
/** To publish is to say who one is: npm and the pages trust the workflow, no token. */
const WRITES: Record<string, string[]> = {
  "release.yml": ["id-token"],
  "pages.yml": ["pages", "id-token"],
};

describe.each(readdirSync(FOLDER))("%s", (name) => {
  const text = readFileSync(new URL(name, FOLDER), "utf8");

  it("pins each action by its hash, with the version beside it", () => {
    const actions = [...text.matchAll(/\buses: *(.*)/g)].map(([, action = ""]) => action);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions.filter((action) => !action.startsWith("./"))) {
      expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  it("may read, and no more but to publish", () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n(?! )/m);
    const writes = [...text.matchAll(/^ *([\w-]+): write.*$/gm)].map(([, scope]) => scope);
    expect(writes).toEqual(WRITES[name] ?? []);
    expect(text).not.toMatch(/write-all|pull_request_target|secrets\./);
  });

  it("leaves no credentials behind, and puts no text of an event into a command", () => {
    const checkouts = text.match(/actions\/checkout@/g) ?? [];
    expect(text.match(/persist-credentials: false/g) ?? []).toHaveLength(checkouts.length);
    for (const [line] of text.matchAll(/^.*\$\{\{.*$/gm)) expect(line).toContain("${{ matrix.");
  });
});
