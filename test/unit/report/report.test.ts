// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { planChat } from "../../../src/chat/plan";
import type { Problem } from "../../../src/problems";
import { emit, print, report, reset } from "../../../src/report/report";

const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
const error = vi.spyOn(console, "error").mockImplementation(() => {});
const heard = vi.fn<(event: CustomEvent) => void>();

const warning: Problem = { code: "KC311", field: "bot", level: "warning", message: "expected a" };
const other: Problem = { ...warning, message: "expected ab" };
const fault: Problem = { code: "KC101", field: "uuid", level: "error", message: "expected b" };

let button: Element;

beforeEach(() => {
  button = document.body.appendChild(document.createElement("button"));
  document.addEventListener("kakao-chat:problem", heard);
});

afterEach(() => {
  document.removeEventListener("kakao-chat:problem", heard);
  document.body.innerHTML = "";
  vi.clearAllMocks();
});

describe("report", () => {
  it("prints one line for each problem, by its level, with the element", () => {
    report([warning, fault], button);
    expect(warn.mock.calls).toEqual([["[kakao-chat] KC311 bot: expected a", button]]);
    expect(error.mock.calls).toEqual([["[kakao-chat] KC101 uuid: expected b", button]]);
  });

  it("prints each distinct problem of an element once", () => {
    report([other, other], button);
    report([warning], button);
    report([warning, other], button);
    expect(warn.mock.calls.map(([line]) => line)).toEqual([
      "[kakao-chat] KC311 bot: expected ab",
      "[kakao-chat] KC311 bot: expected a",
    ]);
  });

  it("prints it for each element that has it", () => {
    const second = document.body.appendChild(document.createElement("button"));
    report([warning], button);
    report([warning], second);
    report([warning], document);
    expect(warn.mock.calls.map(([, element]) => element)).toEqual([button, second, document]);
  });

  it("sends the event each time, with all problems", () => {
    report([warning, fault], button);
    report([warning, fault], button);
    expect(heard).toHaveBeenCalledTimes(2);
    const [event] = heard.mock.lastCall ?? [];
    expect(event?.detail).toEqual({ problems: [warning, fault] });
    expect(event?.target).toBe(button);
    expect(event?.cancelable).toBe(false);
  });

  it("is silent where nothing is wrong", () => {
    report([], button);
    expect(heard).not.toHaveBeenCalled();
    expect(warn).not.toHaveBeenCalled();
    expect(error).not.toHaveBeenCalled();
  });

  // Whatever is wrong with it, and with everything else.
  it.each([
    ["too long", "홍길동".repeat(500)],
    ["a left-over", "홍길동 [object Object] {{x}}"],
    ["a left-over at the end", "홍길동=undefined"],
    ["no text", { message: "홍길동" }],
    ["a list", ["홍길동"]],
    ["fine", "홍길동\n\ud800"],
  ])("never tells an extra's value: %s", (_, extra) => {
    const input = { uuid: "_x", extra, event: "a", target: "self", method: "get", extras: "" };
    report(planChat(input, "popup").problems, button);
    const all = JSON.stringify([
      warn.mock.calls,
      error.mock.calls,
      heard.mock.lastCall?.[0].detail,
    ]);
    expect(all).toContain("KC106");
    expect(all).not.toContain("홍길동");
  });
});

describe("print", () => {
  it("sends no event, and what it has printed is not printed at the click", () => {
    print([warning], button);
    expect(heard).not.toHaveBeenCalled();
    report([warning], button);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it("prints again after stop()", () => {
    print([warning], button);
    reset();
    print([warning], button);
    expect(warn).toHaveBeenCalledTimes(2);
  });

  it.each([undefined, null, { log() {} }, { warn: 1, error: 1 }])(
    "throws nothing, and sends the event, where the page's console is %j",
    (console) => {
      vi.stubGlobal("console", console);
      try {
        report([warning, fault], button);
      } finally {
        vi.unstubAllGlobals();
      }
      expect(heard.mock.lastCall?.[0].detail).toEqual({ problems: [warning, fault] });
    },
  );
});

describe("emit", () => {
  it("sends an event that bubbles and leaves shadow roots", () => {
    const inner = document.createElement("b");
    button.attachShadow({ mode: "open" }).append(inner);
    const heardHere = vi.fn<(event: Event) => void>();
    document.addEventListener("kakao-chat:open", heardHere as EventListener, { once: true });
    expect(emit(inner, "open", { target: "tab" })).toBe(true);
    expect(heardHere.mock.lastCall?.[0]).toMatchObject({
      type: "kakao-chat:open",
      bubbles: true,
      composed: true,
      cancelable: false,
      detail: { target: "tab" },
    });
  });

  it.each([
    [true, false],
    [false, true],
  ])("with cancelable %s returns %s after a handler has prevented it", (cancelable, result) => {
    button.addEventListener("kakao-chat:before", (event) => event.preventDefault());
    expect(emit(button, "before", {}, cancelable)).toBe(result);
  });

  it("sends it from the document once the button is gone, to the page's listeners", () => {
    button.remove();
    report([warning], button);
    expect(heard.mock.lastCall?.[0].target).toBe(document);
    expect(warn.mock.calls).toEqual([["[kakao-chat] KC311 bot: expected a", button]]);
  });

  it("sends it in spite of what the page has put in the way", () => {
    Object.defineProperty(button, "dispatchEvent", { value: () => {} });
    Object.defineProperty(button, "isConnected", { value: false });
    const polluted = Object.prototype as { bubbles?: boolean; cancelable?: boolean };
    polluted.cancelable = true;
    try {
      report([warning], button);
    } finally {
      delete polluted.cancelable;
    }
    expect(heard.mock.lastCall?.[0]).toMatchObject({ target: button, cancelable: false });
  });
});
