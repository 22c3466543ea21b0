// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hasJustSent, rememberSending, reset } from "../../../src/chat/double-click";
import * as natives from "../../../src/natives";

const clock = vi.spyOn(natives, "readClock");
const button = document.createElement("b");

beforeEach(() => clock.mockReturnValue(5000));
afterEach(reset);

describe("a double click", () => {
  it("is of the same button or the same request, for a second", () => {
    rememberSending(button, "a");
    for (const [time, is] of [
      [5000, true],
      [5999, true],
      [6000, false],
      [9000, false],
    ] as const) {
      clock.mockReturnValue(time);
      expect([hasJustSent(button, ""), hasJustSent(null, "a")]).toEqual([is, is]);
    }
  });

  // A page that is busy after the first click hears of the second one long after it came.
  it("goes by when a click came, and not by when the page hears of it", () => {
    rememberSending(button, "a");
    clock.mockReturnValue(8000);
    expect(hasJustSent(button, "")).toBe(false);
    expect(hasJustSent(button, "", 5500)).toBe(true);
    expect(hasJustSent(button, "", 7000)).toBe(false);
  });

  it("is of no other button and no other request", () => {
    rememberSending(button, "a");
    expect([hasJustSent(document.createElement("b"), ""), hasJustSent(null, "b")]).toEqual([
      false,
      false,
    ]);
  });

  it("is known of several: A, B, A", () => {
    const other = document.createElement("b");
    rememberSending(button, "a");
    clock.mockReturnValue(5500);
    rememberSending(other, "b");
    expect([
      hasJustSent(button, ""),
      hasJustSent(other, ""),
      hasJustSent(null, "a"),
      hasJustSent(null, "b"),
    ]).toEqual([true, true, true, true]);
    clock.mockReturnValue(6200);
    rememberSending(null, "c");
    expect([hasJustSent(button, ""), hasJustSent(null, "a"), hasJustSent(null, "b")]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("is of nothing that is not known", () => {
    rememberSending(null, "");
    expect(hasJustSent(null, "")).toBe(false);
  });

  it("is forgotten by stop()", () => {
    rememberSending(button, "a");
    reset();
    expect([hasJustSent(button, ""), hasJustSent(null, "a")]).toEqual([false, false]);
  });
});
