/** Projects that have installed the packed package, bundled as their owners would, in a real page. */

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import esbuild from "esbuild";
import { createProject, removeProjects } from "../../create-project";
import { button, expect, expectSent, test } from "../harness/pages";

// npm and a bundler, on a machine that may be slow.
test.describe.configure({ timeout: 120_000 });

test.afterAll(removeProjects);

/** One of a project's files with all that it needs, as a page's script. */
async function bundle(project: string, file: string): Promise<string> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(project, file)],
    bundle: true,
    format: "iife",
    minify: true,
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"development"' },
    logLevel: "error",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

for (const [name, file] of [
  ["esm", "app.mjs"],
  ["commonjs", "app.cjs"],
] as const) {
  test(`in a bundle of a project in ${name}`, async ({ page, shop, standIn }) => {
    shop.page("/app.js", await bundle(createProject(name), file));
    await page.goto(shop.page("/", `<!doctype html>${button("shop")}<script src=app.js></script>`));
    await page.click("button");
    await expectSent(standIn, { uuid: "@shop" });
  });
}

test("in a page that a server has rendered and React takes over", async ({
  page,
  shop,
  standIn,
}) => {
  const project = createProject("next", ["react", "react-dom"]);
  await esbuild.build({
    entryPoints: [join(project, "server.jsx")],
    outfile: join(project, "server.cjs"),
    bundle: true,
    platform: "node",
    jsx: "automatic",
    logLevel: "error",
  });
  const args = [join(project, "server.cjs")];
  const html = execFileSync(process.execPath, args, { encoding: "utf8" }).trim();
  shop.page("/app.js", await bundle(project, "client.jsx"));
  const body = `<div id="root">${html}</div><script src=app.js defer></script>`;
  await page.goto(shop.page("/", `<!doctype html><meta charset="utf-8">${body}`));
  await page.click("button");
  await expectSent(standIn, { uuid: "@channel", extra: "order=1234" });
  expect((await page.console()).filter(({ level }) => level === "error")).toEqual([]);
});
