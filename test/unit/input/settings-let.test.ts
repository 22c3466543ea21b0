// @vitest-environment happy-dom
import { runInThisContext } from "node:vm";
import { expect, it } from "vitest";
import { readPageSettings } from "../../../src/input/settings";

// A file of its own: nothing takes such a name off the page again.
it("reads a let at the top of a script", () => {
  expect({ ...readPageSettings().options }).toEqual({});
  runInThisContext(`let KakaoChatDefaults = { uuid: "@let", bot: false }`);
  expect(Object.hasOwn(window, "KakaoChatDefaults")).toBe(false);
  expect({ ...readPageSettings().options }).toEqual({ uuid: "@let", bot: false });
});
