// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import { hasJustSent, rememberSending, reset } from "../../../src/chat/double-click";
import { readClock } from "../../../src/natives";

afterEach(reset);

// A page that is busy after the first click hears of the second one long after it came.
it("goes by when a click came, and not by when the page hears of it", () => {
  const button = document.createElement("button");
  const before = readClock();
  rememberSending(button, "GET /a");
  expect(hasJustSent(button, "", before + 500)).toBe(true);
  expect(hasJustSent(button, "", before + 5000)).toBe(false);
});
